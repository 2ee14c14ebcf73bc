"""A draft sent twice is one amendment, and another draft from the same page another."""

import pytest

from portfolios.admin.amendments import drafting
from portfolios.admin.amendments.drafting import Visit
from portfolios.admin.amendments.showing import try_out
from portfolios.choices import AmendmentKind
from tests.portfolios.admin.amending import boxes, shown, to_add
from tests.portfolios.admin.test_drafting import crm, drafts

KIND = AmendmentKind


@pytest.mark.shows("R5")
@pytest.mark.parametrize("kind", [KIND.INSERT_BEFORE, KIND.REPEAL_ITEM])
def test_one_draft_sent_twice_is_one_amendment(keeper, egov, one_stop, kind):
    typed = (
        crm(one_stop) if kind == KIND.INSERT_BEFORE else {"item": one_stop.pk, "effective_on": "20 May 2005"}
    )
    sent = {**boxes(shown(keeper, to_add(egov, kind), **typed)), "save": "1"}

    answers = [keeper.post(to_add(egov, kind), sent) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert answers[0].url == answers[1].url
    assert drafts().count() == 1


@pytest.mark.shows("R5")
def test_another_draft_from_the_same_page_is_another_amendment(keeper, egov, one_stop):
    """As after a step back in the browser."""
    address = to_add(egov, KIND.ADD_ITEM)
    typed = {"words": "Parking", "item_kind": "executive", "effective_on": "20 May 2005"}
    first = boxes(shown(keeper, address, **typed))
    keeper.post(address, {**first, "save": "1"})
    again = boxes(keeper.post(address, {**first, "words": "Markets", "show": "1"}))
    keeper.post(address, {**again, "save": "1"})

    assert sorted(drafts().values_list("words", flat=True)) == ["Markets", "Parking"]


@pytest.mark.shows("R5")
def test_two_saved_at_the_same_moment_are_one_amendment(keeper, egov, one_stop, monkeypatch):
    """Neither sees the other until it saves."""
    sent = {**boxes(shown(keeper, to_add(egov, KIND.INSERT_BEFORE), **crm(one_stop))), "save": "1"}
    first = keeper.post(to_add(egov, KIND.INSERT_BEFORE), sent)
    made = drafts().get()
    monkeypatch.setattr(drafting, "why_not_as_seen", lambda seen, trial: "")
    seen, real = [], Visit.made_before
    monkeypatch.setattr(Visit, "made_before", lambda visit: real(visit) if seen else seen.append(visit))
    monkeypatch.setattr(Visit, "try_it", lambda visit: _as_before(visit, made))

    second = keeper.post(to_add(egov, KIND.INSERT_BEFORE), sent)

    assert second.url == first.url
    assert drafts().count() == 1


def _as_before(visit, made):
    """What it would do, as it was while the other was not saved yet."""
    assert visit.form.is_valid()
    operative = visit.register.operatives[made.pk]
    visit.trial = try_out(visit.register, operative, made.step, on=visit.choice.today)
    return True
