"""What a year comes to in words: findings, evidence, comparisons, and numbers that tell of nobody."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from complaints.choices import Code, Compliance
from complaints.figures.annual_report import masked
from complaints.rules.annual_report import PARTS, missing_parts
from complaints.rules.code_paragraphs import CODES, MEASURES, paragraph_of
from complaints.rules.compared import compared, part_of
from complaints.rules.letter import letter_differences, read_topics, topics_as_typed
from complaints.rules.self_assessment import Measured, evidence_sentence, found_by_records
from complaints.rules.small_numbers import hidden_beside

ACKNOWLEDGED = paragraph_of(Code.OMBUDSMAN, "6-2")
FOR_PEOPLE = paragraph_of(Code.OMBUDSMAN, "1-8")
WORDS = {name: "Written" for name, _, _ in PARTS}


@pytest.mark.shows("F78")
@pytest.mark.parametrize(
    "paragraph, met, of, departures, found",
    [
        pytest.param(ACKNOWLEDGED, 230, 230, [], Compliance.COMPLIES, id="all-in-time"),
        pytest.param(ACKNOWLEDGED, 212, 230, [], Compliance.DOES_NOT, id="some-late"),
        pytest.param(ACKNOWLEDGED, 0, 0, [], Compliance.ASK, id="nothing-to-go-by"),
        pytest.param(ACKNOWLEDGED, 230, 230, ["7 days"], Compliance.DOES_NOT, id="procedure-departs"),
        pytest.param(FOR_PEOPLE, 9, 9, [], Compliance.ASK, id="for-people"),
    ],
)
def test_what_the_records_find_of_a_paragraph(paragraph, met, of, departures, found):
    counts = dict.fromkeys(paragraph.counted, Measured(met, of))

    assert found_by_records(paragraph, counts, departures) == found


@pytest.mark.shows("F78", "F81")
@pytest.mark.parametrize(
    "met, of, hide, told",
    [
        (212, 230, True, "In time: 212 of 230."),
        (228, 230, False, "In time: 228 of 230."),
        (228, 230, True, "In time: all but fewer than 5 of 230."),
        (3, 230, True, "In time: fewer than 5 of 230."),
        (3, 4, True, "In time: fewer than 5 in the year."),
        (0, 0, True, "In time: none in the year."),
        (8, 8, True, "In time: 8 of 8."),
    ],
)
def test_evidence_is_a_sentence_with_numbers(met, of, hide, told):
    assert evidence_sentence("In time", Measured(met, of), hide=hide) == told


def test_every_paragraph_has_a_key_of_its_own_and_counts_what_is_counted():
    for code, paragraphs in CODES.items():
        keys = [each.key for each in paragraphs]
        assert len(set(keys)) == len(keys), code
        assert {name for each in paragraphs for name in each.counted} <= set(MEASURES)
    used = {name for paragraphs in CODES.values() for each in paragraphs for name in each.counted}
    assert set(MEASURES) == used


@pytest.mark.shows("F78")
@pytest.mark.parametrize(
    "now, before, told",
    [
        (
            4,
            2,
            "X: fewer than 5, after fewer than 5 the year before. Numbers this small go up and down by chance.",
        ),
        (12, 9, "X: 12, after 9 the year before. Numbers this small go up and down by chance."),
        (30, 3, "X: 30, after fewer than 5 the year before."),
        (30, 30, "X: 30, after 30 the year before: as many."),
        (45, 30, "X: 45, after 30 the year before: 15 more."),
        (132, 120, "X: 132, after 120 the year before: 12 more (10%)."),
        (90, 120, "X: 90, after 120 the year before: 30 fewer (25%)."),
    ],
)
def test_two_years_are_compared_without_misleading(now, before, told):
    assert compared("X", now, before, is_on_record=True) == told


def test_nothing_is_compared_with_a_year_that_is_not_on_record():
    assert compared("X", 30, 0, is_on_record=False) == "X: 30. Nothing is on record for the year before."


@pytest.mark.parametrize(
    "met, of, told",
    [
        (0, 0, "None due yet"),
        (2, 4, "fewer than 5 due"),
        (2, 30, "fewer than 5 of 30"),
        (28, 30, "all but fewer than 5 of 30"),
        (20, 30, "20 of 30 (67%)"),
        (30, 30, "30 of 30 (100%)"),
    ],
)
def test_a_part_tells_neither_the_few_that_were_nor_those_that_were_not(met, of, told):
    assert part_of(met, of) == told


COUNTS = st.lists(st.integers(0, 30), max_size=8)


@pytest.mark.shows("F81")
@given(COUNTS)
def test_no_small_number_is_shown_or_can_be_worked_out_from_the_total(numbers):
    found = masked([(str(at), number) for at, number in enumerate(numbers)])
    shown = [value for _, value in found["lines"]]

    assert not any(value in (1, 2, 3, 4) for value in [*shown, found["total"]])
    assert not (isinstance(found["total"], int) and sum(isinstance(value, str) for value in shown) == 1)
    # Nothing is called small that is not.
    told = zip(shown, numbers, strict=True)
    assert all(number < 5 for value, number in told if value == "fewer than 5")


@given(st.lists(st.integers(0, 30), min_size=6, max_size=6))
def test_what_other_tables_tell_gives_no_hidden_count_away(numbers):
    names = ("upheld", "partly", "refused", "withdrawn", "not upheld", "open")
    counts = dict(zip(names, numbers, strict=True))
    told = hidden_beside(counts, told_elsewhere=["refused"], pair=("upheld", "partly"))

    assert all(name in told for name, number in counts.items() if 0 < number < 5)
    pair = [name for name in ("upheld", "partly") if counts[name]]
    assert len(told & set(pair)) in (0, len(pair))
    others = {"withdrawn", "not upheld", "open"}
    if len(told & others) == 1:
        assert not [name for name in others - told if counts[name]]


@pytest.mark.shows("F78")
def test_a_draft_says_all_that_it_lacks():
    empty = dict.fromkeys(WORDS, "")

    assert missing_parts(is_over=True, words=WORDS, unanswered=0, complies=True, letters=0) == []
    assert missing_parts(is_over=False, words=empty, unanswered=2, complies=False, letters=0) == [
        "The year is not over yet: present the report once all that came in can be counted",
        "Say of 2 paragraphs of the self-assessment whether the council complies",
        "Write what the figures mean",
        "Write what is done where the council does not comply",
        "Write what was made better from what was learned",
        "Enter the Ombudsman’s annual letter, or write why it is not there",
        "Write which other reports of an Ombudsman there were, or that there was none",
    ]


def test_topics_are_read_as_typed():
    typed = "Housing: 12\n\n Benefits and tax:3 \nWaste: refuse: 1,204"

    assert read_topics(typed) == [("Housing", 12), ("Benefits and tax", 3), ("Waste: refuse", 1204)]
    assert read_topics(topics_as_typed(read_topics(typed))) == read_topics(typed)


@pytest.mark.parametrize(
    "typed", ["Housing", "Housing 12", ": 12", "Housing: many", "Housing: 12345678", "Housing: ٣"]
)
def test_what_is_no_topic_is_told(typed):
    with pytest.raises(ValueError, match="with a colon between"):
        read_topics(typed)


@pytest.mark.shows("F77")
def test_where_a_letter_differs_is_told_in_sentences():
    printed = {
        "received": Decimal(22),
        "investigated": Decimal(20),
        "upheld": Decimal(12),
        "upheld_share": Decimal(70),
        "remedied": Decimal(0),
    }
    own = {"received": 22, "upheld": 11, "remedied": 3}

    assert letter_differences(printed, [("Housing", 21)], own, hide=True) == [
        "The topics add up to 21, the letter says 22 were received.",
        "12 of 20 is 60%, the letter says 70%.",
        "Complaints upheld: the letter says 12, our records say 11.",
        "Satisfactorily remedied before: the letter says 0, our records say fewer than 5.",
    ]
    assert letter_differences(printed, [], own, hide=False)[-1].endswith("our records say 3.")


def test_a_letter_that_agrees_says_nothing():
    printed = {
        "received": Decimal(22),
        "investigated": Decimal(3),
        "upheld": Decimal(2),
        "upheld_share": Decimal(67),
    }

    assert letter_differences(printed, [("Housing", 22)], {"received": 22}, hide=False) == []
