"""An amendment with its way from draft into force, and the finding it rests on."""

from datetime import date

import pytest

from council.access import Role
from portfolios.choices import AmendmentKind
from portfolios.figures.amendment_page import amendment_page
from portfolios.figures.remits import remit_register
from portfolios.operations.amendments import withdraw
from tests.factories import UserFactory
from tests.portfolios import s0
from tests.portfolios.remits import ANNUAL
from tests.portfolios.shown import TODAY, said

KIND = AmendmentKind
pytestmark = pytest.mark.django_db


@pytest.fixture
def admin():
    return UserFactory(username="keeper", role=Role.ADMINISTRATOR)


@pytest.fixture
def paper(admin):
    return s0.paper(by=admin)


@pytest.mark.shows("S0-21", "F12")
def test_an_amendment_made_on_a_draft_finding_shows_both_on_its_way(paper):
    page = amendment_page(remit_register(), paper.delivery, on=TODAY)

    assert page.was_awaited
    assert [(each.day, each.said) for each in page.moments] == [
        (date(2005, 3, 1), "The inspectorate reported as a draft"),
        (date(2005, 3, 1), "Drafted"),
        (date(2005, 3, 1), "Proposed"),
        (date(2005, 3, 1), "Decision entered"),
        (date(2005, 3, 1), "Given its day of effect"),
        (date(2005, 4, 7), "Decided by the Cabinet"),
        (ANNUAL, "Came into force"),
        (None, "The final report is still awaited"),
    ]


@pytest.mark.parametrize(
    "status, final_on, awaited",
    [
        pytest.param("draft", None, True, id="still-a-draft"),
        pytest.param("final", date(2005, 9, 1), True, id="final-after-the-decision"),
        pytest.param("final", date(2005, 4, 1), False, id="final-before-the-decision"),
        pytest.param("final", None, False, id="never-a-draft"),
    ],
)
@pytest.mark.shows("S0-21")
def test_whether_the_final_finding_was_awaited(paper, status, final_on, awaited):
    paper.finding.status, paper.finding.final_on = status, final_on
    paper.finding.save()
    paper.delivery.refresh_from_db()

    assert amendment_page(remit_register(), paper.delivery, on=TODAY).was_awaited == awaited


def test_a_withdrawn_amendment_shows_what_it_would_have_done(admin):
    paper = s0.paper(by=admin, far="decided")
    withdraw(
        paper.crm, expected=paper.crm.version, on=TODAY, by=admin, at=paper.crm.entries.first().at, why="No"
    )
    page = amendment_page(remit_register(), paper.crm, on=TODAY)

    assert page.card.stage == "withdrawn"
    assert page.card.clause.startswith("In item 1 of the remit of the E-Government and Member Services")
    assert said(page.card.effects[0].changes).endswith(
        "{+Customer Relationship Management and +}One Stop Shop"
    )
