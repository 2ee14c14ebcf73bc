"""Who is responsible, kept in the register: responsibilities, findings, rulings and meetings."""

from datetime import date

import pytest

from portfolios.choices import Aspect
from portfolios.models import Finding, Meeting, Responsibility, Ruling
from tests.council.admin.filled import row_problems, save
from tests.factories import BodyFactory, PortfolioFactory, PostFactory, ServiceFactory


@pytest.fixture
def keeper(client, administrator):
    """A browser in which the administrator is signed in."""
    client.force_login(administrator)
    return client


@pytest.mark.shows("S0-09", "S0-11", "F13")
@pytest.mark.parametrize("kind", ["portfolio", "body", "post"])
def test_a_responsibility_is_added_from_either_side(keeper, kind, service):
    row = {"portfolio": PortfolioFactory, "body": BodyFactory, "post": PostFactory}[kind]()
    save(
        keeper,
        f"/admin/portfolios/service/{service.pk}/change/",
        responsibilities__0__aspect="regulatory",
        **{f"responsibilities__0__{kind}": row.pk},
        why="Constitution",
    )
    save(
        keeper,
        f"/admin/portfolios/{kind}/{row.pk}/change/",
        responsibilities__1__service=service.pk,
        responsibilities__1__aspect="scrutiny",
        responsibilities__1__basis="informal",
        responsibilities__1__evidence="By custom",
        why="Custom",
    )

    found = Responsibility.objects.filter(**{kind: row})
    assert {(each.aspect, each.basis, each.evidence) for each in found} == {
        ("regulatory", "express", ""),
        ("scrutiny", "informal", "By custom"),
    }


def test_a_body_is_asked_first_for_regulatory_decisions(keeper, service):
    body = BodyFactory()

    save(
        keeper,
        f"/admin/portfolios/body/{body.pk}/change/",
        responsibilities__0__service=service.pk,
        why="Constitution",
    )
    save(keeper, f"/admin/portfolios/body/{body.pk}/change/", purpose="Decides", why="Words")

    assert [each.aspect for each in body.responsibilities.all()] == [Aspect.REGULATORY]


@pytest.mark.parametrize(
    "row, sentence",
    [
        pytest.param({}, "Choose who answers: a portfolio, a body or a post, one only.", id="nobody"),
        pytest.param(
            {"basis": "informal", "portfolio": True},
            "Say how the informal lead came about: no words give it.",
            id="informal-without-evidence",
        ),
    ],
)
def test_a_responsibility_that_says_too_little_is_refused(keeper, service, row, sentence):
    if "portfolio" in row:
        row = row | {"portfolio": PortfolioFactory().pk}
    given = {f"responsibilities__0__{name}": value for name, value in row.items()}

    answer = save(
        keeper,
        f"/admin/portfolios/service/{service.pk}/change/",
        responsibilities__0__aspect="policy",
        why="Test",
        **given,
    )

    assert row_problems(answer) == [{"__all__": [sentence]}]


@pytest.mark.shows("S0-05", "S0-06", "S0-10")
def test_a_finding_is_recorded_as_a_draft_and_made_final(keeper):
    service = ServiceFactory(name="Planning")
    save(
        keeper,
        "/admin/portfolios/finding/add/",
        title="Inspection",
        made_by="The inspectorate",
        quotation="There is confusion",
        service=service.pk,
        is_about_responsibility="on",
    )
    finding = Finding.objects.get()
    address = f"/admin/portfolios/finding/{finding.pk}/change/"

    early = save(keeper, address, final_on="1 July 2026", why="The final came")
    save(keeper, address, final_on="1 July 2026", status="final", why="The final came")

    finding.refresh_from_db()
    assert early.status_code == 200
    assert (finding.status, finding.final_on) == ("final", date(2026, 7, 1))


@pytest.mark.shows("S0-02", "S0-08")
def test_the_annual_meeting_is_recorded_with_its_day_or_the_words_for_it(keeper):
    council = BodyFactory(name="Council")
    address = "/admin/portfolios/meeting/add/"

    neither = save(keeper, address, body=council.pk, kind="annual")
    save(keeper, address, body=council.pk, kind="annual", as_written="May 2027")

    assert neither.status_code == 200
    assert str(Meeting.objects.get()) == "Council annual meeting, May 2027"


@pytest.mark.shows("F11")
def test_a_ruling_is_kept_with_the_portfolio(keeper):
    portfolio = PortfolioFactory(name="Place")

    save(
        keeper,
        f"/admin/portfolios/portfolio/{portfolio.pk}/change/",
        rulings__0__question="Whose are trees?",
        rulings__0__ruling="Those of parks.",
        rulings__0__ruled_on="1 June 2026",
        rulings__0__ruled_by="Monitoring Officer",
        why="Asked by a member",
    )

    assert Ruling.objects.get().portfolio == portfolio
