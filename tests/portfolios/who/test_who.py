"""The pages "Who is responsible", the check before the annual meeting, and findings."""

from datetime import date

import pytest

from portfolios.choices import AmendmentKind, AmendmentStep, MeetingKind
from portfolios.models import Amendment, PortfolioName, Ruling
from tests.factories import (
    AppointmentFactory,
    BodyFactory,
    FindingFactory,
    MeetingFactory,
    PortfolioFactory,
    ResponsibilityFactory,
    ServiceFactory,
)
from tests.performance.views.pages import boxes, words


@pytest.mark.shows("F8", "L3", "S0-09")
def test_who_is_responsible_for_planning_on_a_day_long_past(client, planning):
    page = words(client.get("/portfolios/who/?q=planning&on=2005-05-20"))

    for said in ("1 service on 20 May 2005", "Development", "Cllr Ashby", "“the delivery of planning”"):
        assert said in page
    assert "Regulatory decisions Planning Committee" in page
    assert "No portfolio answers for policy" in page


@pytest.mark.shows("F8")
def test_the_day_before_nobody_answered_and_the_page_says_so(client, planning):
    page = words(client.get("/portfolios/who/?q=planning&on=19.5.2005"))

    assert "No portfolio answers for delivery and improvement" in page
    assert "Cllr Ashby" not in page


@pytest.mark.shows("S0-11")
def test_an_informal_lead_is_shown_with_its_evidence(client):
    ResponsibilityFactory(
        service=ServiceFactory(name="Customer relationships", level="corporate"),
        portfolio=PortfolioFactory(name="E-Government"),
        basis="informal",
        evidence="It was an IEG matter",
    )

    page = words(client.get("/portfolios/who/?q=customer"))

    assert "Informal : It was an IEG matter" in page
    assert "Vacant" in page


@pytest.mark.shows("S0-10", "S0-05")
def test_what_was_found_unclear_stands_beside_the_answer_and_on_the_service(client, planning):
    finding = FindingFactory(service=planning, is_about_responsibility=True, quotation="There is confusion")

    for address in ("/portfolios/who/?q=planning", planning.get_absolute_url()):
        page = words(client.get(address))
        assert "“There is confusion”" in page
        assert f"{finding.title} , draft" in page
        assert "The final report is awaited" in page


@pytest.mark.parametrize("address", ["/portfolios/who/", "/portfolios/check/", "/portfolios/services/{pk}/"])
def test_a_day_that_is_none_is_kept_with_a_sentence(client, planning, address):
    answer = client.get(address.format(pk=planning.pk), {"on": "31 June 2005"})

    assert answer.status_code == 200
    assert boxes(answer)["on"] == "31 June 2005"
    assert "There is a problem June 2005 has 30 days" in words(answer)
    assert "Nothing is shown until" in words(answer)


def test_a_search_that_finds_nothing_offers_all_services(client, planning):
    page = words(client.get("/portfolios/who/?q=<b>bins</b>"))

    assert "No service is called “&lt;b&gt;bins&lt;/b&gt;”" in page
    assert "Planning" in page


def test_below_what_was_found_stands_what_it_passes_on(client, planning):
    ServiceFactory(name="Enforcement", parent=planning, level="team")

    page = words(client.get("/portfolios/who/?q=planning&on=2005-05-20"))

    assert "Below Planning 1" in page
    assert "Development , Cllr Ashby through Planning" in page


@pytest.mark.shows("F10")
@pytest.mark.parametrize(
    "today, name",
    [("2026-10-12 09:00", "Old name"), ("2026-10-13 09:00", "New name")],
    ids=["before", "since"],
)
def test_pages_say_the_name_of_the_day(client, member, planning, time_machine, today, name):
    portfolio = PortfolioFactory(name="Old name")
    ResponsibilityFactory(service=planning, portfolio=portfolio)
    PortfolioName.objects.create(portfolio=portfolio, name="New name", starts_on=date(2026, 10, 13))
    time_machine.move_to(today)
    client.force_login(member)

    for address in (
        "/portfolios/",
        "/portfolios/services/",
        planning.get_absolute_url(),
        portfolio.get_absolute_url(),
        "/portfolios/who/",
        "/performance/",
    ):
        page = words(client.get(address))
        assert [each in page for each in ("Old name", "New name")] == [name == "Old name", name == "New name"]


@pytest.mark.shows("L4", "S0-08")
def test_the_check_groups_and_counts_what_to_settle(client, planning):
    ServiceFactory(name="Licensing")
    ResponsibilityFactory(service=planning, portfolio=PortfolioFactory(name="Place"), evidence="The remit")
    MeetingFactory(kind=MeetingKind.ANNUAL, held_on=date(2027, 5, 19))

    page = words(client.get("/portfolios/check/"))

    assert "The next annual meeting is on 19 May 2027" in page
    assert "No portfolio for delivery: 1 Propose which portfolio takes the service" in page
    assert "Two portfolios for one aspect: 1" in page
    assert "Vacant portfolio: 2" in page
    assert "Express, and no words given: 1" in page
    assert "in the register" not in page


def test_the_check_leads_an_administrator_to_the_row(client, administrator, planning):
    client.force_login(administrator)

    page = client.get("/portfolios/check/").content.decode()

    assert f"/admin/portfolios/service/{planning.pk}/change/" in page
    assert "An administrator adds it under Meetings in the register." in page


@pytest.mark.shows("S0-08", "S0-14")
def test_proposals_gathered_for_the_meeting_are_listed(client, planning):
    said = {"kind": AmendmentKind.ADD_ITEM, "words": "planning", "item_kind": "executive"}
    portfolio = PortfolioFactory(name="Development")
    Amendment.objects.create(portfolio=portfolio, step=AmendmentStep.PROPOSED, **said)
    Amendment.objects.create(portfolio=portfolio, step=AmendmentStep.DRAFTED, **said)
    Amendment.objects.create(portfolio=portfolio, step=AmendmentStep.RECORDED, **said)

    page = words(client.get("/portfolios/check/"))

    assert page.count("Development: add an item") == 1


def test_the_check_is_a_file_too_and_keeps_its_day(client, planning):
    answer = client.get("/portfolios/check/?on=2005-05-19&export=csv")
    told = b"".join(answer).decode() if answer.streaming else answer.content.decode()

    assert "No portfolio for delivery" in told
    assert "Sort of problem" in told
    assert "Register" not in told


@pytest.mark.parametrize("way", ["about", "-about"])
def test_sorting_the_check_sorts_within_each_sort(client, way):
    for name in ("Licensing", "Events"):
        ServiceFactory(name=name)

    page = words(client.get(f"/portfolios/check/?sort={way}"))

    names = sorted(("Licensing", "Events"), reverse=way == "-about")
    first, second = (page.index(f"{name} , service No portfolio") for name in names)
    assert first < second


@pytest.mark.shows("S0-05", "S0-06", "F12")
def test_a_finding_shows_its_words_and_that_the_final_report_is_awaited(client, planning):
    finding = FindingFactory(service=planning, body=BodyFactory(name="Cabinet"), made_by="An adviser")

    page = words(client.get(finding.get_absolute_url()))

    for said in (
        "“Nobody could tell us who is responsible.”",
        "An adviser",
        "Planning",
        "Cabinet",
        "awaited",
    ):
        assert said in page
    assert finding.title in words(client.get("/portfolios/findings/?q=adviser&status=draft"))
    assert "Nothing matches" in words(client.get("/portfolios/findings/?unclear=yes"))


@pytest.mark.shows("F11", "F1")
def test_a_portfolio_shows_vacancies_explanations_and_rulings(client, planning):
    portfolio = PortfolioFactory(name="Place")
    AppointmentFactory(
        portfolio=portfolio, person__name="Cllr Birch", ends_on=date(2026, 5, 19), explanation="Resigned"
    )
    Ruling.objects.create(
        portfolio=portfolio,
        question="Whose are trees?",
        ruling="Those of parks.",
        ruled_on=date(2026, 6, 1),
        ruled_by="Monitoring Officer",
    )

    page = words(client.get(portfolio.get_absolute_url()))

    for said in ("Vacant since 20 May 2026 Resigned", "Whose are trees?", "Monitoring Officer, 1 June 2026"):
        assert said in page
