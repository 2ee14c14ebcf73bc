"""A lead officer has limits start anew, sees them before they are saved, and may take that back."""

import pytest
from django.test import Client

from council.access import Role
from performance.choices import ValueKind
from performance.models import Rebase
from tests.conventions.scene import holder
from tests.factories import IndicatorFactory, ServiceFactory, UserFactory
from tests.performance.histories import STEADY, quarter_back, with_history
from tests.performance.views.pages import boxes, words

WHY = "A second crew started with the new contract."
LOWER = [each - 30 for each in STEADY]


@pytest.fixture
def indicator(service):
    return with_history(IndicatorFactory(service=service, title="Bins emptied"), [*STEADY, *LOWER])


@pytest.fixture
def url(indicator):
    return f"/performance/indicators/{indicator.pk}/rebase/"


@pytest.fixture
def lead(browser_of, lead_officer):
    return browser_of(lead_officer)


def fill(client, url, period, reason=WHY, button="look", **more):
    page = client.get(url)
    return client.post(url, {**boxes(page), "period": period.pk, "reason": reason, button: "yes"} | more)


def save(client, url, period, reason=WHY):
    shown = fill(client, url, period, reason)
    return client.post(url, {**boxes(shown), "save": "yes"})


@pytest.mark.shows("F44")
def test_the_new_limits_are_shown_before_anything_is_saved(lead, url):
    page = words(fill(lead, url, quarter_back(13)))

    assert "What the limits would become From Quarter 1 2023/24 on; nothing is saved yet" in page
    assert "Mean 41.4%, limits 33.2% to 49.5%, from 14 figures" in page
    assert not Rebase.objects.exists()


def test_the_figures_before_the_new_limits_are_shown_as_well(lead, url):
    page = words(fill(lead, url, quarter_back(20)))

    assert "Quarter 3 2019/20 to Quarter 1 2021/22" in page
    assert "7 figures are too few for limits" in page
    assert "This changes nothing" not in page


def test_new_limits_before_a_later_start_say_what_they_part_and_what_they_leave(lead, url, indicator):
    save(lead, url, quarter_back(13))
    page = words(fill(lead, url, quarter_back(20)))

    assert "This changes nothing from Quarter 1 2023/24 on, where limits start anew already." in page
    assert "7 figures are too few for limits" in page
    assert page.count("Mean 41.4%, limits 33.2% to 49.5%, from 14 figures") == 3


def test_nothing_is_saved_whose_limits_were_not_shown(lead, url):
    fill(lead, url, quarter_back(13), button="save")
    assert not Rebase.objects.exists()

    shown = fill(lead, url, quarter_back(13))
    other = lead.post(url, {**boxes(shown), "period": quarter_back(5).pk, "save": "yes"})
    assert not Rebase.objects.exists()
    assert "From Quarter 1 2025/26 on; nothing is saved yet" in words(other)


@pytest.mark.shows("F44")
def test_a_rebase_stands_beside_the_figures_with_reason_who_and_when(
    lead, url, browser_of, member, indicator
):
    answer = save(lead, url, quarter_back(13))

    assert answer.status_code == 302
    page = words(browser_of(member).get(f"/performance/indicators/{indicator.pk}/"))
    assert f"“{WHY}”" in page
    assert f"Limits start anew: {WHY}" in page
    assert "12 October 2026" in page


def test_a_rebase_that_leaves_too_few_figures_says_what_it_costs(lead, url):
    page = words(fill(lead, url, quarter_back(3)))

    assert "There would be too few figures for limits until there are ten." in page
    assert "4 figures are too few for limits: there are some from 10." in page


@pytest.mark.shows("F44", "R5")
def test_new_limits_that_no_figure_follows_yet_say_so_before_they_are_saved(lead, service):
    indicator = with_history(IndicatorFactory(service=service, title="Bins lost"), [*STEADY, None])

    page = words(fill(lead, f"/performance/indicators/{indicator.pk}/rebase/", quarter_back(0)))

    assert "The rebase has no figure after it yet, so the limits are still those from before it." in page


def test_one_period_before_the_new_limits_is_named_once(lead, url):
    page = words(fill(lead, url, quarter_back(26)))

    assert f"{quarter_back(27).name} to" not in page
    assert "1 figure is too few for limits" in page


def test_what_was_typed_stays_when_the_reason_is_missing(lead, url):
    page = fill(lead, url, quarter_back(13), reason="")

    assert "Error: " in page.content.decode()
    assert boxes(page)["period"] == str(quarter_back(13).pk)
    assert not Rebase.objects.exists()


@pytest.mark.parametrize("period", ["", "0", "abc", "-1", "99999999999999999999"])
def test_a_period_that_is_none_is_refused_in_words(lead, url, period):
    page = lead.post(url, {"period": period, "reason": WHY, "save": "yes", "seen": period})

    assert page.status_code == 200
    assert not Rebase.objects.exists()


def test_the_first_figure_and_what_is_before_it_are_not_offered(lead, url, indicator):
    offered = words(lead.get(url))

    assert quarter_back(26).name in offered
    assert quarter_back(27).name not in offered


def test_saving_twice_is_told_and_makes_one_rebase(lead, url):
    shown = fill(lead, url, quarter_back(13))
    sent = {**boxes(shown), "save": "yes"}
    lead.post(url, sent)
    again = lead.post(url, sent)

    assert "The limits already start anew at Quarter 1 2023/24." in words(again)
    assert Rebase.objects.count() == 1


def test_a_rebase_is_withdrawn_with_a_reason_and_both_stay(lead, url):
    save(lead, url, quarter_back(13))
    away = f"{url}{Rebase.objects.get().pk}/withdraw/"
    lead.post(away, {**boxes(lead.get(away)), "reason": "It was the other crew."})

    page = words(lead.get(url))
    assert WHY in page
    assert "It was the other crew." in page
    assert not Rebase.objects.in_force().exists()


def test_a_rebase_withdrawn_by_somebody_else_meanwhile_is_told(lead, url, browser_of):
    save(lead, url, quarter_back(13))
    away = f"{url}{Rebase.objects.get().pk}/withdraw/"
    sent = {**boxes(lead.get(away)), "reason": "It was the other crew."}
    lead.post(away, sent)
    again = lead.post(away, sent)

    assert "Somebody else has withdrawn it already." in words(again)


def test_another_services_lead_officer_finds_no_such_page(url, browser_of):
    stranger = holder("stranger", Role.LEAD_OFFICER, ServiceFactory())

    assert browser_of(stranger).get(url).status_code == 404


@pytest.mark.parametrize("role", [Role.OFFICER, Role.MEMBER])
def test_officers_and_members_may_not(url, browser_of, role):
    assert browser_of(UserFactory(role=role)).get(url).status_code == 403


def test_an_administrator_may_for_every_service(url, browser_of):
    assert browser_of(UserFactory(role=Role.ADMINISTRATOR)).get(url).status_code == 200


def test_words_have_no_such_page(lead, service):
    indicator = IndicatorFactory(service=service, value_kind=ValueKind.YES_NO)

    assert lead.get(f"/performance/indicators/{indicator.pk}/rebase/").status_code == 404


def test_a_rebase_of_another_indicator_is_not_found(lead, url, service):
    save(lead, url, quarter_back(13))
    other = IndicatorFactory(service=service)

    pk = Rebase.objects.get().pk
    assert lead.get(f"/performance/indicators/{other.pk}/rebase/{pk}/withdraw/").status_code == 404


def test_a_stranger_is_asked_to_sign_in(url):
    assert Client().get(url).status_code == 302
