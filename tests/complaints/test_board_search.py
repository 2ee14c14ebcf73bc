"""The search of the board: by reference, name and words, letter for letter."""

import re

import pytest
from django.urls import reverse

from complaints.models import Case
from tests.complaints.test_board import board, listed, words
from tests.factories.complaints import CustomerFactory, case

pytestmark = pytest.mark.usefixtures("holidays")


@pytest.fixture
def two(complaints_officer):
    """Two cases that have no word in common."""
    ada = CustomerFactory.build(name="Ada O’Quill")
    return (
        case(customer=ada, subject="Hedge", words="100% of it covers the_path at École Street"),
        case(
            customer=CustomerFactory.build(name="Bo Reed"), subject="Noise", words="Music 'at' night \\ day"
        ),
    )


@pytest.mark.shows("T37", "T39")
@pytest.mark.parametrize(
    "typed, found",
    [
        ("0001", [0]),
        ("c-2026-0002", [1]),
        ("quill", [0]),
        ("REED noise", [1]),
        ("hedge reed", []),
        ("100%", [0]),
        ("%", [0]),
        ("_", [0]),
        ("the_path", [0]),
        ("thexpath", []),
        ("école", [0]),
        ("ÉCOLE", [0]),
        ("'at'", [1]),
        ("\\", [1]),
        ('"', []),
        ("o’quill", [0]),
    ],
)
def test_what_is_typed_is_found_letter_for_letter(typed, found, two, complaints_officer, time_machine):
    time_machine.move_to("2026-10-20 09:00")
    client_answer = board(complaints_officer, "?" + _query(typed))
    rows = {row.reference for row in client_answer.context["list"].table.records()}

    assert rows == {two[each].reference for each in found}


def _query(typed):
    from urllib.parse import urlencode

    return urlencode({"search": typed})


def test_a_search_finds_what_is_over_as_well(two, complaints_officer):
    Case.objects.filter(pk=two[0].pk).update(state="closed", due_on=None, due_for="")

    assert listed(complaints_officer, "?search=hedge") == [two[0].reference]
    assert listed(complaints_officer, "?search=hedge&which=open") == []


def test_ten_thousand_letters_are_answered_in_a_sentence(two, complaints_officer):
    answer = board(complaints_officer, f"?search={'a' * 10_000}")

    assert answer.status_code == 200
    assert "use 200 characters or fewer, this has 10,000" in words(answer)


def test_what_one_reader_searched_for_is_shown_to_no_other(two, complaints_officer, officer):
    first = words(board(complaints_officer, "?search=Ada%3Cb%3E%22"))
    second = words(board(officer, "?search=mine"))

    assert 'value="Ada&lt;b&gt;&quot;"' in first
    assert 'value="mine"' in second
    assert "Ada" not in second
    assert 'name="search" value=""' in words(board(officer))


def test_the_kept_form_shows_what_is_chosen_and_who_came_new(two, complaints_officer, second_officer):
    board(complaints_officer)
    second_officer.first_name, second_officer.last_name = "Nell", "Thimble"
    second_officer.save()
    page = words(board(complaints_officer, f"?handler={second_officer.pk}"))

    assert f'<option value="{second_officer.pk}" selected>Nell Thimble</option>' in page


def test_many_cases_that_hold_a_word_are_narrowed_by_the_next(two, complaints_officer, monkeypatch):
    monkeypatch.setattr("complaints.filters.search.FEW", 0)

    assert listed(complaints_officer, "?search=reed+noise") == [two[1].reference]
    assert listed(complaints_officer, "?search=hedge+reed") == []


@pytest.mark.shows("S15")
def test_what_is_looked_for_is_kept_with_the_visit_and_never_in_an_address(client, complaints_officer, two):
    client.force_login(complaints_officer)
    board = reverse("cases")

    answer = client.post(
        board, {"look": "yes", "search": "Ada O’Quill", "kind": ["complaint", "request"], "stage": ""}
    )

    assert answer.url == f"{board}?search=~1&kind=complaint&kind=request"
    page = client.get(answer.url).text
    assert 'value="Ada O’Quill"' in page
    assert "Reference, name or words: Ada O’Quill" in page
    assert "Ada" not in "".join(re.findall(r'href="([^"]*)"', page))
    again = client.post(board, {"look": "yes", "search": "Ada O’Quill"})
    assert again.url == f"{board}?search=~1"
    client.logout()
    client.force_login(complaints_officer)
    assert "not kept any more" in client.get(again.url).text


def test_the_oldest_search_makes_room(client, complaints_officer):
    client.force_login(complaints_officer)
    for number in range(25):
        answer = client.post(reverse("cases"), {"look": "yes", "search": f"word {number}"})

    assert answer.url.endswith("?search=~25")
    assert len(client.session["sought_cases"]) == 20
