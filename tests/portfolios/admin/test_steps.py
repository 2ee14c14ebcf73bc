from datetime import date, timedelta

import pytest

from portfolios.choices import AmendmentKind
from portfolios.models import Amendment
from portfolios.operations.amendments import bring_into_force, decide, propose
from tests.factories import UserFactory
from tests.portfolios.admin.amending import CRM, boxes, buttons, page_of, plain, press, said, step_of
from tests.portfolios.remits import (
    ANNUAL,
    AT,
    DECIDED,
    cabinet_decision,
    commenced,
    decided,
    drafted,
    texts,
)

KIND = AmendmentKind
WORDS_NOW = "responsibility for the One Stop Shop"
WORDS_THEN = f"responsibility for the {CRM} One Stop Shop"


@pytest.mark.shows("F7", "S0-13", "S0-14")
def test_an_amendment_goes_step_by_step_into_force_on_its_day(keeper, egov, insertion):
    press(keeper, page_of(insertion, "propose"), "take")
    decision = cabinet_decision()
    press(keeper, page_of(insertion, "decide"), "take", decision=decision.pk, why="Minute 12")
    shown = press(keeper, page_of(insertion, "commence"), "show", effective_on="20 May 2005")
    answer = keeper.post(page_of(insertion, "commence"), {**boxes(shown), "take": "1"}, follow=True)

    assert "Pending from 20 May 2005" in plain(answer)
    assert [texts(egov, day) for day in (ANNUAL - timedelta(days=1), ANNUAL)] == [[WORDS_NOW], [WORDS_THEN]]
    assert [entry.step for entry in insertion.entries.all()][:3] == ["commenced", "decided", "proposed"]


@pytest.mark.parametrize(
    "far, names",
    [
        pytest.param(0, ["propose", "withdraw"], id="draft"),
        pytest.param(1, ["decide", "undo", "withdraw"], id="proposed"),
        pytest.param(2, ["commence", "undo", "withdraw"], id="decided"),
        pytest.param(3, ["undo", "withdraw"], id="pending"),
    ],
)
def test_only_the_steps_that_may_follow_are_offered(keeper, insertion, administrator, far, names):
    who = {"by": administrator, "at": AT}
    if far > 0:
        propose(insertion, expected=insertion.version, **who)
    if far > 1:
        decide(insertion, decision=cabinet_decision(), expected=insertion.version, **who)
    if far > 2:
        bring_into_force(insertion, effective_on=ANNUAL, expected=insertion.version, **who)

    assert buttons(keeper, insertion) == names


def test_what_is_in_force_has_no_further_step(keeper, made, administrator, time_machine):
    commenced(made, by=administrator)
    time_machine.move_to("2005-05-20 09:00")
    keeper.force_login(administrator)

    assert buttons(keeper, made) == []
    for name in ("undo", "withdraw"):
        assert "It is in force since 20 May 2005." in plain(keeper.get(page_of(made, name)))


@pytest.mark.shows("F6", "F9")
def test_bringing_into_force_shows_the_redline_of_the_day_and_what_it_breaks(
    keeper, egov, one_stop, administrator
):
    who = {"item": one_stop, "by": administrator}
    other = drafted(KIND.INSERT_BEFORE, egov, anchor="the One Stop Shop", words="all of", place=2, **who)
    decided(other, by=administrator)
    mine = drafted(KIND.INSERT_BEFORE, egov, anchor="One Stop Shop", words=CRM, effective_on=None, **who)
    address = page_of(decided(mine, by=administrator), "commence")

    first = press(keeper, address, "show", effective_on="20 May 2005", place="1")

    assert f"<ins>{CRM} </ins>" in plain(first)
    assert f"{other} could not be applied any more" in plain(first)
    done = keeper.post(address, {**boxes(first), "take": "1"}, follow=True)
    assert f"{other} cannot be applied any more" in plain(done)
    assert step_of(mine) == "commenced"


def test_the_working_says_when_it_was_decided_and_the_earliest_day(keeper, made):
    page = plain(keeper.get(page_of(made, "commence")))

    assert "Decided on 7 April 2005, so the earliest day of effect is 7 April 2005." in page


@pytest.mark.shows("F7")
@pytest.mark.parametrize("button", ["show", "take"])
def test_a_day_before_the_decision_is_refused_beside_its_box(keeper, made, button):
    answer = press(keeper, page_of(made, "commence"), button, effective_on="6 April 2005", why="Sooner")

    assert said(answer)["effective_on"] == [
        "It was decided on 7 April 2005 and cannot take effect before, on 6 April 2005. Choose a later day."
    ]
    assert boxes(answer)["effective_on"] == "6 April 2005"
    assert boxes(answer)["why"] == "Sooner"
    assert step_of(made) == "decided"


def test_another_day_than_the_one_seen_is_shown_anew(keeper, made):
    address = page_of(made, "commence")
    seen = boxes(press(keeper, address, "show", effective_on="20 May 2005"))

    answer = keeper.post(address, {**seen, "effective_on": "27 May 2005", "take": "1"})

    assert "What you entered has changed since the redline was shown." in plain(answer)
    assert "What it does on 27 May 2005" in plain(answer)
    assert step_of(made) == "decided"


def test_a_decision_after_the_day_of_effect_is_refused_in_a_sentence(keeper, proposed):
    late = cabinet_decision(date(2005, 6, 2))

    answer = press(keeper, page_of(proposed, "decide"), "take", decision=late.pk)

    assert said(answer)["decision"][0].startswith(
        "It was decided on 2 June 2005 and cannot take effect before"
    )
    assert "take the amendment back to a draft" in said(answer)["decision"][0]
    assert step_of(proposed) == "proposed"


@pytest.mark.parametrize("chosen", ["", "0", "9" * 400, "x", "\0", "-1"])
def test_a_decision_that_is_not_there_is_refused(keeper, proposed, chosen):
    answer = press(keeper, page_of(proposed, "decide"), "take", decision=chosen)

    assert "decision" in said(answer)
    assert step_of(proposed) == "proposed"


@pytest.mark.shows("D4")
def test_the_second_of_two_who_decide_sees_what_the_first_did(keeper, proposed):
    address = page_of(proposed, "decide")
    mine, theirs = cabinet_decision(), cabinet_decision(DECIDED + timedelta(days=7))
    theirs.title = "Remits, taken again"
    theirs.save()
    sent = boxes(keeper.get(address)) | {"decision": mine.pk, "why": "Minute 12", "take": "1"}
    first = UserFactory(username="first")
    theirs_row = Amendment.objects.get(pk=proposed.pk)
    decide(theirs_row, decision=theirs, expected=theirs_row.version, by=first, at=AT, why="Minute 14")

    answer = keeper.post(address, sent)

    page = plain(answer)
    assert "Nothing was saved: somebody else took it further" in page
    assert [words in page for words in ("first", "Remits, taken again", "Minute 14", "Minute 12")] == [
        True
    ] * 4
    assert Amendment.objects.get(pk=proposed.pk).decision == theirs
    assert proposed.entries.filter(step="decided").count() == 1


@pytest.mark.shows("D4")
def test_a_decision_between_reading_and_saving_is_shown_too(keeper, proposed, monkeypatch):
    address, mine = page_of(proposed, "decide"), cabinet_decision()
    sent = boxes(keeper.get(address)) | {"decision": mine.pk, "take": "1"}
    first = UserFactory(username="first")

    def quicker(row, **how):
        there = Amendment.objects.get(pk=row.pk)
        decide(there, decision=mine, expected=there.version, by=first, at=AT)
        return decide(row, **how)

    monkeypatch.setattr("portfolios.admin.amendments.stepping.decide", quicker)

    answer = keeper.post(address, sent)

    assert "somebody else took it further" in plain(answer)
    assert proposed.entries.get(step="decided").by == first


@pytest.mark.parametrize("name", ["undo", "withdraw"])
def test_a_step_back_needs_a_reason(keeper, proposed, name):
    address = page_of(proposed, name)

    assert said(press(keeper, address, "take")) == {"why": ["Say why, in a few words."]}
    press(keeper, address, "take", why="The lead member asked")

    assert step_of(proposed) == ("drafted" if name == "undo" else "withdrawn")
    assert proposed.entries.first().why == "The lead member asked"


def test_a_withdrawn_amendment_still_says_what_it_would_have_done(keeper, insertion):
    press(keeper, page_of(insertion, "withdraw"), "take", why="Not wanted")

    page = plain(keeper.get(page_of(insertion)))

    assert "Withdrawn" in page
    assert f"<ins>{CRM} </ins>" in page
    assert buttons(keeper, insertion) == []


def test_taking_back_what_others_build_on_tells_so(keeper, egov, one_stop, made, administrator):
    commenced(made, by=administrator)
    second = drafted(
        KIND.INSERT_AFTER, egov, item=one_stop, anchor="Management", words="(CRM)", place=2, by=administrator
    )
    commenced(decided(second, by=administrator), by=administrator, place=2)

    answer = keeper.post(
        page_of(made, "withdraw"),
        boxes(keeper.get(page_of(made, "withdraw"))) | {"why": "Not wanted", "take": "1"},
        follow=True,
    )

    assert f"{second} cannot be applied any more" in plain(answer)
    assert "Cannot be applied" in plain(keeper.get("/admin/portfolios/amendment/"))
