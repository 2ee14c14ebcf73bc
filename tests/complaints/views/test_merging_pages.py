"""Two entries of customers compared, merged, kept apart and taken apart again, on their pages."""

import pytest

from complaints.models import Customer
from tests.complaints.operations.test_merging import apart, customers, fresh, merge
from tests.complaints.views.pages import boxes, problems, told, words
from tests.complaints.views.test_customers import BASE, opened, sent, url


def alike():
    return customers(2, name="Ada Quill", postcode="XW1 1AA")


def test_duplicates_are_suggested_with_why_and_compared(complaints_officer):
    one, other = alike()

    shown = words(opened(complaints_officer, url(one, "merge/")))
    compared = words(opened(complaints_officer, url(one, f"merge/{other.pk}/")))

    assert "The same name and postcode" in shown
    assert "Differs" in compared
    assert "Possible duplicates: 1" in words(opened(complaints_officer, BASE))
    assert "The same name and postcode" in words(opened(complaints_officer, f"{BASE}possible/"))


@pytest.mark.parametrize("choice, stands", [("first", 0), ("second", 1)])
def test_it_is_chosen_which_entry_stands(choice, stands, complaints_officer):
    pair = alike()

    answer = sent(complaints_officer, url(pair[0], f"merge/{pair[1].pk}/"), choice=choice, why="Said so")

    assert "one customer now" in told(answer)
    assert fresh(pair[1 - stands]).merged_into == pair[stands]
    assert answer.request["PATH_INFO"] == url(pair[stands])


def test_they_are_not_the_same_and_not_asked_again(complaints_officer):
    one, other = alike()

    sent(complaints_officer, url(one, f"merge/{other.pk}/"), choice="apart", why="Twins")

    assert fresh(one).merged_into is None
    assert "Nobody else on record" in words(opened(complaints_officer, url(one, "merge/")))


def test_of_two_who_merge_at_once_the_second_is_told(complaints_officer):
    one, other = alike()
    address = url(one, f"merge/{other.pk}/")
    read = boxes(opened(complaints_officer, address))
    merge(other, one, complaints_officer)

    answer = sent(complaints_officer, address, read, choice="second", why="Said so")

    assert "one customer already" in words(answer)
    assert (fresh(one).merged_into, fresh(other).merged_into) == (None, one)


def test_a_pair_that_changed_meanwhile_is_read_once_more_with_what_was_typed(complaints_officer):
    one, other = alike()
    address = url(one, f"merge/{other.pk}/")
    read = boxes(opened(complaints_officer, address))
    apart(one, customers(1)[0], complaints_officer)

    answer = sent(complaints_officer, address, read, choice="first", why="My words")

    assert "changed one of the two first" in problems(answer)[0]
    assert "My words" in answer.content.decode()
    assert told(sent(complaints_officer, address, boxes(answer), choice="first"))


@pytest.mark.parametrize("typed", [{}, {"choice": "third"}, {"version_other": "x"}, {"version": "-1"}])
def test_a_pair_without_a_choice_or_version_changes_nothing(typed, complaints_officer):
    one, other = alike()

    answer = sent(complaints_officer, url(one, f"merge/{other.pk}/"), **typed)

    assert problems(answer)
    assert Customer.objects.exclude(merged_into=None).count() == 0


def test_somebody_merged_is_taken_apart_with_the_reason(complaints_officer):
    one, other = alike()
    merge(one, other, complaints_officer)
    assert problems(sent(complaints_officer, url(one, "unmerge/")))

    answer = sent(complaints_officer, url(one, "unmerge/"), why="Mother and daughter")

    assert "two customers again" in told(answer)
    assert fresh(one).merged_into is None
    assert "not merged" in words(opened(complaints_officer, url(one, "unmerge/")))
