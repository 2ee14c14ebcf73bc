import pytest
from hypothesis import given
from hypothesis import strategies as st

from complaints.rules.texts import PLACES, fill, unknown_places


@pytest.mark.parametrize(
    "text, filled",
    [
        ("Dear {name},", "Dear Ada,"),
        ("{due}", ""),
        ("{nothing} {name", "{nothing} {name"),
        ("{{name}}", "{Ada}"),
    ],
    ids=["place", "no-fact", "no-place", "brackets"],
)
def test_places_are_filled(text, filled):
    assert fill(text, {"name": "Ada"}) == filled


def test_what_is_filled_in_is_not_looked_through_again():
    assert fill("{name}", {"name": "{link}", "link": "secret"}) == "{link}"


def test_what_cannot_be_filled_is_told():
    assert unknown_places("{name} {nmae} {0} {}") == ["nmae", "0", ""]


@given(st.text(), st.dictionaries(st.sampled_from(list(PLACES)), st.text()))
def test_no_text_makes_it_fail(text, facts):
    assert isinstance(fill(text, facts), str)
