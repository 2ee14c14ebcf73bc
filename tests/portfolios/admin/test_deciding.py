"""By which decisions an amendment can be made, and what is said when the resolution lacks its words."""

from datetime import date

import pytest

from portfolios.choices import AmendmentKind, BodyKind, PortfolioDecider
from portfolios.models import Decision
from portfolios.operations.amendments import propose
from tests.factories import BodyFactory, PortfolioFactory
from tests.factories.decisions import ProcedureFactory
from tests.portfolios.admin.amending import boxes, page_of, plain, press, said, step_of
from tests.portfolios.remits import AT, DECIDED, cabinet_decision, drafted

VAGUE = "to include customer relationship management."
READ = "I have read that the resolution does not have these words"


@pytest.fixture
def vague(db):
    """A decision that says what is wanted and not which words go where."""
    return cabinet_decision(resolution=VAGUE)


@pytest.mark.shows("S0-19", "S0-13")
def test_a_resolution_without_the_operative_words_is_told_before_anything_is_saved(keeper, proposed, vague):
    answer = press(keeper, page_of(proposed, "decide"), "take", decision=vague.pk, why="Minute 12")

    shown = plain(answer)
    assert "The resolution does not have the words “One Stop Shop”" in shown
    assert "The resolution does not have the words “Customer Relationship Management and”." in shown
    assert VAGUE in shown
    assert READ in shown
    assert list(said(answer)) == ["words_read"]
    assert step_of(proposed) == "proposed"


@pytest.mark.shows("S0-19")
@pytest.mark.parametrize(
    "typed, missing",
    [
        pytest.param({"words_read": "on", "why": ""}, ["why"], id="no-reason"),
        pytest.param({"why": "The report has them"}, ["words_read"], id="not-read"),
    ],
)
def test_it_takes_a_tick_and_a_reason(keeper, proposed, vague, typed, missing):
    asked = press(keeper, page_of(proposed, "decide"), "take", decision=vague.pk, why="Minute 12")

    answer = keeper.post(page_of(proposed, "decide"), boxes(asked) | typed | {"take": "1"})

    assert list(said(answer)) == missing
    assert step_of(proposed) == "proposed"


@pytest.mark.shows("S0-19")
def test_what_was_read_and_reasoned_is_decided_and_stays_flagged(keeper, proposed, vague):
    asked = press(keeper, page_of(proposed, "decide"), "take", decision=vague.pk, why="The report has them")

    done = keeper.post(page_of(proposed, "decide"), boxes(asked) | {"words_read": "on", "take": "1"})

    assert done.status_code == 302
    assert step_of(proposed) == "decided"
    for address in (page_of(proposed), proposed.get_absolute_url()):
        assert "The resolution does not have the words “One Stop Shop”" in plain(keeper.get(address))


def test_what_was_read_of_one_decision_is_not_read_of_another(keeper, proposed, vague):
    other = cabinet_decision(resolution="That it be noted.")
    asked = press(keeper, page_of(proposed, "decide"), "take", decision=vague.pk, why="The report has them")

    answer = keeper.post(
        page_of(proposed, "decide"), boxes(asked) | {"words_read": "on", "decision": other.pk, "take": "1"}
    )

    assert list(said(answer)) == ["words_read"]
    assert step_of(proposed) == "proposed"


@pytest.mark.shows("S0-13")
def test_a_resolution_with_the_words_asks_for_nothing_more(keeper, proposed):
    page = page_of(proposed, "decide")

    assert READ not in plain(keeper.get(page))
    assert press(keeper, page, "take", decision=cabinet_decision().pk).status_code == 302
    assert "does not have the words" not in plain(keeper.get(page_of(proposed)))


@pytest.mark.shows("F7")
@pytest.mark.parametrize(
    "setting, offered",
    [
        pytest.param(PortfolioDecider.ANY, {"cabinet", "council", "leader"}, id="any"),
        pytest.param(PortfolioDecider.CABINET, {"cabinet"}, id="cabinet"),
        pytest.param(PortfolioDecider.COUNCIL, {"council"}, id="council"),
        pytest.param(PortfolioDecider.LEADER, {"leader"}, id="leader"),
        pytest.param(None, {"cabinet", "council", "leader"}, id="before-the-first-procedure"),
    ],
)
def test_only_decisions_by_whom_the_procedure_names_are_offered(keeper, proposed, setting, offered):
    starts_on = date(2005, 1, 1) if setting else date(2005, 5, 1)
    ProcedureFactory(starts_on=starts_on, portfolios_changed_by=setting or PortfolioDecider.COUNCIL)
    deciders = {
        "cabinet": {"body": BodyFactory(kind=BodyKind.EXECUTIVE)},
        "council": {"body": BodyFactory(kind=BodyKind.COUNCIL)},
        "committee": {"body": BodyFactory(kind=BodyKind.COMMITTEE)},
        "leader": {"portfolio": PortfolioFactory()},
    }
    for title, decider in deciders.items():
        Decision.objects.create(title=title, decided_on=DECIDED, resolution="Words.", **decider)

    asked = {"app_label": "portfolios", "model_name": "amendment", "field_name": "decision", "term": ""}
    found = keeper.get("/admin/autocomplete/", asked).json()["results"]

    assert {each["text"] for each in found} == offered


def test_another_committee_makes_no_amendment(keeper, proposed):
    committee = BodyFactory(kind=BodyKind.COMMITTEE)
    decision = Decision.objects.create(title="Note", body=committee, decided_on=DECIDED, resolution="Words.")

    answer = press(keeper, page_of(proposed, "decide"), "take", decision=decision.pk)

    assert said(answer)["decision"][0].startswith("Choose a decision from the list")
    assert step_of(proposed) == "proposed"


@pytest.mark.parametrize(
    "resolution, is_told",
    [
        pytest.param("Repeal item 1 of that remit.", False, id="by-its-number"),
        pytest.param("Take out responsibility for the One Stop Shop.", False, id="by-its-words"),
        pytest.param("Repeal item 2 of that remit.", True, id="another"),
    ],
)
def test_a_whole_item_is_said_by_its_number_or_its_words(
    keeper, egov, one_stop, administrator, resolution, is_told
):
    repeal = drafted(AmendmentKind.REPEAL_ITEM, egov, item=one_stop, by=administrator)
    propose(repeal, expected=repeal.version, by=administrator, at=AT)
    decision = cabinet_decision(resolution=resolution)

    answer = press(keeper, page_of(repeal, "decide"), "take", decision=decision.pk)

    assert (answer.status_code == 200) is is_told
