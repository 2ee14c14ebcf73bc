import pytest

from complaints.rules.matching import email_key, phone_key, place_key


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
