"""What a search by words finds."""

import pytest

from portfolios.rules.sought import Sought

REMIT = "Customer Relationship Management and One Stop Shop; parks and open spaces"


@pytest.mark.shows("F8")
@pytest.mark.parametrize(
    "text, is_found",
    [
        ("parks", True),
        ("PARKS open", True),
        ("Parks & Open Spaces", True),
        ("spaces parks", True),
        ("crm", True),
        ("CRM", True),
        ("OSS", True),
        ("cr", False),
        ("rmo", True),
        ("mana", True),
        ("pos", False),
        ("housing", False),
        ("parks housing", False),
        ("and", True),
        ("&", False),
        ("", False),
    ],
)
def test_words_and_initials_of_a_remit_are_found(text, is_found):
    assert Sought.of(text).is_in(REMIT) is is_found
