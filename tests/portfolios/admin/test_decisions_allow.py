"""What the register's pages say of the decision that an amendment rests on."""

from datetime import date

import pytest
from django.urls import reverse

from council.models import BankHoliday
from portfolios.choices import DecisionKind
from portfolios.models import CallIn, Decision
from tests.council.admin.filled import problems, row_problems, save
from tests.factories import PortfolioFactory
from tests.portfolios.admin.amending import boxes, page_of, plain, press, said, step_of
from tests.portfolios.remits import cabinet_decision, commenced

PUBLISHED = date(2005, 4, 8)


@pytest.fixture
def callable_one(made):
    """Decided on 7 April and published the day after, so that it can be called in until 15 April."""
    made.decision.published_on = PUBLISHED
    made.decision.save()
    return made


def page(decision):
    return f"/admin/portfolios/decision/{decision.pk}/change/"


@pytest.mark.shows("F7")
def test_the_page_says_from_which_day_it_may_take_effect_with_its_working(keeper, callable_one):
    shown = plain(keeper.get(page_of(callable_one, "commence")))

    assert "The earliest day of effect is 18 April 2005." in shown
    assert "From publication to the end of call-in" in shown
    assert "Friday 15 April 2005" in shown


@pytest.mark.shows("F7")
@pytest.mark.parametrize("button", ["show", "take"])
def test_a_day_within_call_in_is_refused_beside_the_day(keeper, callable_one, button):
    answer = press(keeper, page_of(callable_one, "commence"), button, effective_on="15 April 2005")

    [told] = said(answer)["effective_on"]
    assert "carried out from 18 April 2005. It cannot take effect on 15 April 2005." in told
    assert boxes(answer)["effective_on"] == "15 April 2005"
    assert step_of(callable_one) == "decided"


@pytest.mark.parametrize("kind", [DecisionKind.DEFERRED, DecisionKind.REFUSED, DecisionKind.ENDORSED])
def test_a_decision_that_agreed_to_nothing_cannot_be_chosen(keeper, proposed, kind):
    decision = cabinet_decision()
    Decision.objects.filter(pk=decision.pk).update(kind=kind)

    answer = press(keeper, page_of(proposed, "decide"), "take", decision=decision.pk)
    asked = {"app_label": "portfolios", "model_name": "amendment", "field_name": "decision", "term": ""}
    offered = keeper.get("/admin/autocomplete/", asked).json()["results"]

    assert said(answer)["decision"][0].startswith("Choose a decision from the list: one that agreed to it.")
    assert offered == []
    assert step_of(proposed) == "proposed"


@pytest.mark.parametrize("far", ["decided", "commenced"])
def test_a_decision_is_not_moved_after_the_effect_of_its_amendment(keeper, made, administrator, far):
    if far == "commenced":
        commenced(made, by=administrator)

    answer = save(keeper, page(made.decision), decided_on="21 May 2005", why="Typing mistake")

    told = f"Amendment {made.pk} rests on it and takes effect on 20 May 2005, before that day"
    assert problems(answer) == {"decided_on": [told]}
    assert save(keeper, page(made.decision), decided_on="20 May 2005", why="Minute").status_code == 302


def test_a_decision_that_made_an_amendment_stays_one_that_agreed(keeper, made):
    answer = save(keeper, page(made.decision), kind=DecisionKind.DEFERRED, why="Typing mistake")

    told = f"Amendment {made.pk} was made by it, and only what was agreed makes an amendment"
    assert problems(answer) == {"kind": [told]}


def test_a_portfolio_does_not_end_with_its_remit(keeper, egov, one_stop):
    address = f"/admin/portfolios/portfolio/{egov.pk}/change/"

    answer = save(keeper, address, ends_on="31 May 2005", why="It is over")

    [told] = problems(answer)["ends_on"]
    assert told.startswith("Its remit still has 1 item on that day. Merge it into another portfolio, or move")
    egov.refresh_from_db()
    assert egov.ends_on is None


def test_a_portfolio_without_a_remit_ends_and_an_older_end_stops_no_other_change(keeper, egov, one_stop):
    empty = PortfolioFactory()
    ended = save(
        keeper, f"/admin/portfolios/portfolio/{empty.pk}/change/", ends_on="31 May 2005", why="It is over"
    )
    egov.ends_on = date(2005, 5, 31)
    egov.save()
    other = save(keeper, f"/admin/portfolios/portfolio/{egov.pk}/change/", summary="Words", why="Words")

    assert (ended.status_code, other.status_code) == (302, 302)


@pytest.fixture
def in_force(keeper, callable_one, administrator, time_machine):
    """It can be called in until 15 April, and is in force since 20 May."""
    commenced(callable_one, by=administrator)
    time_machine.move_to("2005-06-01 10:00")
    keeper.force_login(administrator)
    return callable_one


@pytest.mark.shows("F7")
@pytest.mark.parametrize(
    "published_on, told",
    [
        pytest.param("", "Keep the day of publication: call-in is counted from it", id="cleared"),
        pytest.param(
            "16 May 2005",
            "It can be called in until 23 May 2005. If nobody does, it may be carried out from 24 May 2005. Amendment",
            id="too-late",
        ),
    ],
)
def test_the_day_of_publication_stays_such_that_what_took_effect_could(keeper, in_force, published_on, told):
    answer = save(keeper, page(in_force.decision), published_on=published_on, why="Typing mistake")

    [sentence] = problems(answer)["published_on"]
    assert told in sentence
    assert f"Amendment {in_force.pk} rests on it and has its day of effect, 20 May 2005." in sentence
    assert (
        save(keeper, page(in_force.decision), published_on="11 April 2005", why="Minute").status_code == 302
    )


def called_in(keeper, amendment, **said):
    """The answer to a call-in recorded on the page of the decision."""
    row = {
        "called_in_on": "12 April 2005",
        "callers": "Five members",
        "grounds": "Haste",
        "outcome": "waiting",
    }
    boxes = {f"call_ins__0__{name}": value for name, value in (row | said).items()}
    return save(keeper, page(amendment.decision), call_ins__TOTAL_FORMS="1", why="Notice of call-in", **boxes)


@pytest.mark.shows("F7")
def test_a_call_in_that_would_unmake_words_in_force_is_refused(keeper, in_force):
    answer = called_in(keeper, in_force)

    [problem] = row_problems(answer)
    assert problem["called_in_on"][0].startswith(
        f"Amendment {in_force.pk}, made by this decision, is in force since 20 May 2005, so no call-in can hold it"
    )
    assert not CallIn.objects.exists()


@pytest.mark.parametrize(
    "said",
    [
        pytest.param({"called_in_on": "28 April 2005"}, id="too-late-to-count"),
        pytest.param({"outcome": "upheld", "heard_on": "22 April 2005"}, id="let-go-in-time"),
        pytest.param({"outcome": "withdrawn"}, id="withdrawn"),
    ],
)
def test_a_call_in_that_changed_nothing_is_recorded_later(keeper, in_force, said):
    assert called_in(keeper, in_force, **said).status_code == 302
    assert CallIn.objects.exists()


@pytest.mark.shows("F7", "F9")
def test_a_call_in_of_what_is_pending_is_recorded_and_flagged_in_the_register(
    keeper, callable_one, administrator
):
    commenced(callable_one, by=administrator)

    assert called_in(keeper, callable_one).status_code == 302

    for address in (page_of(callable_one), "/admin/portfolios/amendment/"):
        assert "Held by call-in: It was called in on 12 April 2005" in plain(keeper.get(address))
    for address in (callable_one.get_absolute_url(), reverse("amendments"), reverse("responsibility_check")):
        assert "Held by call-in" in plain(keeper.get(address))
    assert "Take the last step back" in plain(keeper.get(page_of(callable_one)))


@pytest.mark.shows("F61")
def test_the_page_says_when_days_are_counted_beyond_the_holidays_on_record(keeper, callable_one):
    BankHoliday.objects.create(date=date(2005, 3, 28), title="Easter Monday")

    assert "Bank holidays are on record only to 28 March 2005" in plain(
        keeper.get(page_of(callable_one, "commence"))
    )

    BankHoliday.objects.create(date=date(2005, 5, 2), title="Early May bank holiday")
    assert "on record only" not in plain(keeper.get(page_of(callable_one, "commence")))
