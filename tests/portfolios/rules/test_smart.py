"""The five tests of an action, each by itself."""

import datetime

import pytest

from portfolios.choices import SmartTest
from portfolios.rules.smart import ActionFacts, passed, smart

FIT = {
    "what": "Have every crew report a short round",
    "result": "At most 2 complaints a month",
    "has_owner": True,
    "cost_is_said": True,
    "due_on": datetime.date(2026, 12, 1),
    "serves": 1,
}


def missing(test, **stated):
    """What the test says of a fit action with the stated differences."""
    return {each.test: each.missing for each in smart(ActionFacts(**(FIT | stated)))}[test]


@pytest.mark.shows("F75", "S1-24")
def test_a_fit_action_passes_all_five_in_the_order_of_the_letters():
    tests = smart(ActionFacts(**FIT))

    assert passed(tests) == 5
    assert "".join(each.test.label[0] for each in tests) == "SMART"


@pytest.mark.shows("F75", "S1-24")
@pytest.mark.parametrize(
    "test, stated, says",
    [
        pytest.param("specific", {"what": "Staff training"}, "at least 3 words", id="two-words"),
        pytest.param("specific", {"what": "  !? -- "}, "at least 3 words", id="no-words"),
        pytest.param("specific", {"result": ""}, "what will be different", id="no-result"),
        pytest.param(
            "specific", {"result": "have every crew report a SHORT round."}, "repeats", id="repeated"
        ),
        pytest.param("specific", {"what": "Train all staff"}, "", id="three-words"),
        pytest.param("measurable", {"result": "Customers are happier"}, "Link an indicator", id="no-number"),
        pytest.param("measurable", {"result": ""}, "Link an indicator", id="nothing-said"),
        pytest.param("measurable", {"result": "Better", "indicators_linked": 1}, "", id="an-indicator"),
        pytest.param("measurable", {"result": "Half as many missed bins"}, "", id="a-number-in-words"),
        pytest.param(
            "measurable", {"result": "Someone phones often"}, "Link an indicator", id="one-inside-a-word"
        ),
        pytest.param("achievable", {"has_owner": False}, "Name the post", id="no-owner"),
        pytest.param("achievable", {"cost_is_said": False}, "what it costs", id="no-cost"),
        pytest.param(
            "achievable", {"has_owner": False, "cost_is_said": False}, "and say what it costs", id="neither"
        ),
        pytest.param("relevant", {"serves": 0}, "which lesson", id="from-nothing"),
        pytest.param("relevant", {"serves": 3}, "", id="from-three"),
        pytest.param("time_bound", {"due_on": None}, "Give a day", id="no-day"),
        pytest.param(
            "time_bound", {"due_on": None, "waits_for": "The bid"}, "waits for “The bid”", id="waits"
        ),
    ],
)
def test_each_test_says_what_is_missing(test, stated, says):
    found = missing(SmartTest(test), **stated)

    assert bool(found) is bool(says)
    assert says in found


def test_what_is_missing_tells_what_to_do_in_one_sentence():
    for each in smart(ActionFacts(what="")):
        assert each.missing.endswith(".")
        assert not each.is_passed
