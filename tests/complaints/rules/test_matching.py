import pytest

from complaints.rules.matching import email_key, pairs_to_compare, phone_key, place_key, side_by_side


@pytest.mark.parametrize(
    "one, other, alike",
    [
        ("020 7946 0001", "+44 (0)20 7946 0001".replace("(0)", ""), True),
        ("0044 20 7946 0001", "02079460001", True),
        ("020 7946 0001", "020 7946 0002", False),
    ],
)
def test_a_phone_number_is_one_however_it_is_written(one, other, alike):
    assert (phone_key(one) == phone_key(other)) is alike


def test_too_little_tells_nobody_by():
    assert phone_key("1234") == place_key("Ada", "") == place_key("", "AB1 2CD") == email_key(" ") == ""


def test_names_are_compared_without_capitals_accents_and_spaces():
    assert place_key("  Zoë   Quill", "ab1 2cd") == place_key("ZOE QUILL", "AB12CD")


@pytest.mark.parametrize(
    "group, pairs",
    [
        pytest.param([], [], id="nobody"),
        pytest.param([4], [], id="one"),
        pytest.param([4, 2, 4], [(2, 4)], id="two-of-which-one-twice"),
        pytest.param([3, 1, 2], [(1, 2), (1, 3), (2, 3)], id="three"),
        pytest.param(list(range(9, 0, -1)), [(1, other) for other in range(2, 10)], id="too-many-for-each"),
    ],
)
def test_each_is_compared_with_each_unless_they_are_hardly_one_person(group, pairs):
    assert pairs_to_compare(group) == pairs


@pytest.mark.parametrize(
    "one, other, differs",
    [
        ("Ada Quill", "ada  quill", False),
        ("", "", False),
        ("1 Mill Lane", "2 Mill Lane", True),
        ("", "x", True),
    ],
)
def test_spaces_and_capitals_alone_are_no_difference(one, other, differs):
    assert side_by_side([("Name", one)], [("Name", other)]) == [("Name", one, other, differs)]
