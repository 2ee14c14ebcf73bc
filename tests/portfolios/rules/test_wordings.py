"""What gets lost between a report, its recommendation and the decision."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolios.rules.wordings import not_on_the_agenda, operative_words, steps, summary_step
from portfolios.rules.words_compared import compare, missing_from, stem

PLANNING = (
    "all executive responsibilities with regard to the delivery and improvement of the planning and building "
    "control service"
)
TO_PLANNING = (
    "That the remit of the Development and Economic Regeneration Portfolio be amended to include responsibility for "
    "the delivery and improvement of planning and building control services."
)
CUSTOMERS = 'the addition of the words "Customer Relationship Management and" before "One Stop Shop"'
TO_CUSTOMERS = (
    "That the remit of the E-Government and Member Services Portfolio be amended to include customer relationship "
    "management."
)
AGENDA = (
    "To consider a report by the Chief Officers’ Management Team seeking approval for the Consultation and "
    "Engagement Strategy."
)
SUMMARY = (
    "Approved the contents of the Customer Service, Communications and Marketing and Consultation and Engagement "
    "Strategies and requested that a further report be submitted as and when the supporting action plans are "
    "developed."
)
MINUTE = (
    "that the contents of the Customer Service, Communications and Marketing and Consultation and Engagement "
    "Strategies be approved and a further report submitted as and when the supporting action plans are developed."
)


@pytest.mark.shows("S0-18", "L2", "F87")
def test_the_word_executive_is_lost_between_report_and_recommendation():
    [step] = steps(report=PLANNING, recommendation=TO_PLANNING, resolution="")

    assert step.lost == (
        "The word “all” is in the report’s text and not in the recommendation.",
        "The word “executive” is in the report’s text and not in the recommendation.",
    )
    assert step.compared.slight == (("responsibilities", "responsibility"), ("service", "services"))
    assert "A slight difference: “service” became “services”." in step.said
    assert step.title == "From the report’s text to the recommendation"


@pytest.mark.shows("S0-19", "F87")
def test_a_recommendation_without_operative_words_is_flagged():
    [step] = steps(report=CUSTOMERS, recommendation=TO_CUSTOMERS, resolution="")

    assert step.lost[0] == (
        "The recommendation has no operative words: it says what is wanted and not which words go where. "
        "The report’s text has them: “Customer Relationship Management and”, “One Stop Shop”."
    )
    assert "The words “One Stop Shop” are in the report’s text and not in the recommendation." in step.lost


@pytest.mark.shows("S0-19")
def test_a_decision_that_takes_the_operative_words_from_the_report_is_not_flagged():
    resolved = (
        f"RESOLVED that the remit be amended by {CUSTOMERS.replace(chr(34), '“', 1).replace(chr(34), '”', 1)}"
    )
    into, out = steps(report=CUSTOMERS, recommendation=TO_CUSTOMERS, resolution=resolved)

    assert any("operative" in each for each in into.lost)
    assert not any("operative" in each for each in out.lost)


def test_a_decision_with_other_operative_words_is_told():
    resolved = "that the remit be amended by the addition of “Customer Service and” before “One Stop Shop”"
    [step] = steps(report=CUSTOMERS, recommendation="", resolution=resolved)

    assert step.lost[0] == (
        "The decision has other operative words than the report’s text, which has "
        "“Customer Relationship Management and”."
    )


@pytest.mark.shows("S4-17", "F87")
def test_names_in_a_decision_that_were_not_on_the_agenda_are_told():
    assert not_on_the_agenda(agenda=AGENDA, resolution=MINUTE) == [
        "“Customer Service” is in the decision and was not on the agenda.",
        "“Communications and Marketing” is in the decision and was not on the agenda.",
    ]
    assert not_on_the_agenda(agenda="", resolution=MINUTE) == []


@pytest.mark.shows("S4-19")
def test_a_summary_and_its_minute_are_compared():
    step = summary_step(summary=SUMMARY, minute=MINUTE)

    assert step.lost == ("The word “requested” is in the decision summary and not in the minute.",)
    assert summary_step(summary=" ", minute=MINUTE) is None


@pytest.mark.shows("S4-20")
def test_a_lost_resolved_makes_no_difference():
    told = [
        [step.lost for step in steps(report="", recommendation=SUMMARY, resolution=resolution)]
        for resolution in (MINUTE, f"RESOLVED {MINUTE}")
    ]

    assert told[0] == told[1]


def test_each_wording_is_compared_with_the_one_before_it():
    into, out = steps(
        report="executive leadership", recommendation="leadership", resolution="Executive leadership"
    )

    assert into.lost
    assert not out.lost
    assert out.said == ("New in the decision: “Executive”.",)
    assert steps(report="", recommendation="alone", resolution=" ") == []


@pytest.mark.parametrize(
    "old, new, lost",
    [
        pytest.param("services", "service", [], id="number"),
        pytest.param("policies", "policy", [], id="ies"),
        pytest.param("the report submitted", "to submit a report", [], id="past"),
        pytest.param("agreed", "agree", [], id="agreed"),
        pytest.param("the council’s plan", "a plan of the council", [], id="possessive"),
        pytest.param("planning", "plans", ["planning"], id="a-service-is-no-verb"),
        pytest.param("all services", "services", ["all"], id="all"),
        pytest.param("may not", "may", ["not"], id="not"),
        pytest.param("£150,000 a year", "£15,000 a year", ["£150,000"], id="figures"),
        pytest.param("One Stop Shop and planning", "planning", ["One Stop Shop"], id="a-name-is-one"),
        pytest.param("Waste, Parks", "", ["Waste", "Parks"], id="two-names"),
        pytest.param("waste waste Waste", "", ["waste"], id="once"),
        pytest.param(
            "a trial, beginning only when every household has been written to",
            "a trial",
            ["beginning only when every household has been written"],
            id="a-passage-is-one",
        ),
        pytest.param("all executive powers", "powers", ["all", "executive"], id="two-words-are-two"),
        pytest.param("of the and", "", [], id="nothing-that-bears-meaning"),
        pytest.param("<b>executive</b> .*", "b", ["executive"], id="markup-is-text"),
    ],
)
def test_what_bears_meaning_is_missed_and_endings_are_not(old, new, lost):
    assert missing_from(new, words=old) == lost


@given(old=st.text(), new=st.text())
def test_nothing_is_missing_from_a_text_that_holds_the_whole_other(old, new):
    assert missing_from(f"{new}\n{old}", words=old) == []
    assert compare(old, old).lost == compare(old, old).slight == ()


@pytest.mark.parametrize(
    "word, root",
    [
        ("needs", "need"),
        ("services", "servic"),
        ("submitted", "submit"),
        ("access", "access"),
        ("bus", "bus"),
    ],
)
def test_two_forms_have_one_root(word, root):
    assert stem(word) == root


def test_operative_words_are_those_in_quotation_marks():
    assert operative_words('add “A and” before "B"; the council\'s') == ["A and", "B"]
