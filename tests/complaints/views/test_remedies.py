"""Remedies: promised in a case, by whom and by when, and followed until they are done."""

import pytest

from complaints.models import Remedy
from complaints.operations.ending import promise_remedy
from complaints.operations.steps import NotNow
from tests.complaints.lives import at, day, in_hand
from tests.complaints.views.pages import now, opened, problems, sent, told, words
from tests.complaints.views.steps import over
from tests.factories import PostFactory


@pytest.mark.shows("F68")
def test_a_remedy_is_promised_and_followed_until_it_is_done(complaints_officer, service):
    row = over(complaints_officer, service)
    post = PostFactory(title="Head of Waste")
    typed = {"kind": "money", "what": "Pay the fee back", "owner": str(post.pk), "due_on": "20 October 2026"}
    assert problems(sent(complaints_officer, row, "promise", **typed)) == [
        "Enter the amount in pounds, such as 150"
    ]
    assert problems(
        sent(complaints_officer, row, "promise", **typed | {"amount": "5", "due_on": "1/10/2026"})
    ) == ["It is 13 October 2026 today. Enter a day that is still ahead"]
    answer = sent(complaints_officer, row, "promise", **typed, amount="£150.50")
    assert told(answer).startswith("The Head of Waste sees to it by Tuesday 20 October 2026.")
    remedy = Remedy.objects.get()
    assert str(remedy.amount) == "150.50"

    page = opened(complaints_officer, row, "close")
    assert "1 remedy is promised and not done yet" in words(page)
    assert f"settle/{remedy.pk}/" in page.content.decode()
    page = f"settle/{remedy.pk}"
    assert problems(sent(complaints_officer, row, page, done_on="14 October 2026")) == [
        "That day is still to come. Enter it once it is done."
    ]
    assert problems(sent(complaints_officer, row, page, done_on="1 October 2026")) == [
        "It cannot have been done before the case came in."
    ]
    both = sent(complaints_officer, row, page, done_on="13 October 2026", given_up_why="No money")
    assert problems(both) == ["Enter when it was done, or why it cannot be; not both."]
    answer = sent(complaints_officer, row, page, done_on="13 October 2026")
    assert told(answer) == "That is on record. Nothing promised is outstanding."
    assert "This was done on 13 October 2026." in words(opened(complaints_officer, row, page))


def test_nothing_more_is_promised_in_a_case_that_is_over(complaints_officer, service):
    row = in_hand(complaints_officer, service)
    sent(complaints_officer, row, "withdraw", why="Sorted")
    row = now(row)
    remedy = Remedy(case=row, kind="act", what="x", owner=PostFactory(), due_on=day("2026-10-20"))

    with pytest.raises(NotNow, match="Reopen it first"):
        promise_remedy(remedy, expected=row.version, by=complaints_officer, at=at("2026-10-13"))


def test_an_amount_belongs_to_money(complaints_officer, service):
    row = in_hand(complaints_officer, service)
    typed = {"kind": "act", "what": "x", "owner": str(PostFactory().pk), "due_on": "20 October 2026"}

    assert problems(sent(complaints_officer, row, "promise", **typed, amount="5")) == [
        "An amount belongs to a financial remedy. Choose that, or clear it"
    ]
    assert not Remedy.objects.exists()
