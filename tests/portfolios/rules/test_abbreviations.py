import pytest

from portfolios.rules.abbreviations import explained

KNOWN = {
    "CRM": "customer relationship management",
    "CP": "corporate plan",
    "CP Team": "",
    "O&S": "overview and scrutiny",
}


@pytest.mark.parametrize(
    "text, found",
    [
        pytest.param("The CRM, and again CRM.", ["CRM: customer relationship management"], id="once"),
        pytest.param(
            "O&S/ CRM",
            ["O&S: overview and scrutiny", "CRM: customer relationship management"],
            id="in-their-order",
        ),
        pytest.param(
            "the CP Team", ["CP Team: nobody knows any more what it stood for"], id="the-longer-one"
        ),
        pytest.param("CRMs, crm and aCRM", [], id="words-of-their-own"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_abbreviations_of_a_text_are_explained(text, found):
    assert explained(text, KNOWN) == found


def test_nothing_is_explained_where_nothing_is_known():
    assert explained("CRM", {}) == []
