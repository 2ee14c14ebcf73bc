"""When a key decision may be taken."""

import datetime
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolios.choices import KeyProcedure
from portfolios.rules.key_decisions import Notice, NoticeTerms, timing

FULL, GENERAL, URGENT = KeyProcedure.NOTICE, KeyProcedure.GENERAL_EXCEPTION, KeyProcedure.SPECIAL_URGENCY
TERMS = NoticeTerms()
MONDAY = date(2026, 11, 2)
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1))


def fields(notice: Notice, terms: NoticeTerms = TERMS) -> list[str]:
    return [each.field for each in timing(notice, terms).problems]


@pytest.mark.parametrize(
    "procedure, told, earliest",
    [
        pytest.param(FULL, None, date(2026, 12, 1), id="28-clear-days"),
        pytest.param(GENERAL, MONDAY, date(2026, 11, 8), id="5-clear-days"),
        pytest.param(GENERAL, date(2026, 11, 4), date(2026, 11, 10), id="from-the-day-the-chair-was-told"),
        pytest.param(GENERAL, date(2026, 10, 30), date(2026, 11, 8), id="told-before-it-was-published"),
        pytest.param(URGENT, None, MONDAY, id="at-once"),
    ],
)
@pytest.mark.shows("F85")
def test_the_earliest_day_follows_from_the_procedure(procedure, told, earliest):
    found = timing(Notice(procedure, MONDAY, chair_told_on=told), TERMS)

    assert found.earliest == earliest


@pytest.mark.parametrize(
    "due, told",
    [
        pytest.param(date(2026, 11, 30), ["due_on"], id="the-28th-day"),
        pytest.param(date(2026, 12, 1), [], id="the-day-after"),
        pytest.param(None, [], id="no-day-yet"),
    ],
)
def test_a_day_that_is_too_early_is_told_with_the_day_that_is_not(due, told):
    notice = Notice(FULL, MONDAY, due_on=due)

    assert fields(notice) == told
    assert timing(notice, TERMS).has_full_notice == (not told)
    assert all("1 December 2026 or later" in each.sentence for each in timing(notice, TERMS).problems)


def test_a_decision_already_taken_too_early_stays_told():
    notice = Notice(FULL, MONDAY, due_on=date(2026, 12, 1), decided_on=date(2026, 11, 25))

    [problem] = timing(notice, TERMS).problems
    assert problem.field == "decided_on"
    assert "25 November 2026, before 1 December 2026" in problem.sentence


@pytest.mark.parametrize(
    "notice, told",
    [
        pytest.param(Notice(GENERAL, MONDAY), ["exception_reasons", "chair_told_on"], id="general"),
        pytest.param(Notice(URGENT, MONDAY), ["exception_reasons", "agreed_by"], id="urgency"),
        pytest.param(
            Notice(URGENT, MONDAY, exception_reasons="Flood", agreed_by="Chair of scrutiny"),
            [],
            id="complete",
        ),
        pytest.param(
            Notice(GENERAL, MONDAY, chair_told_on=MONDAY, exception_reasons=" \n"),
            ["exception_reasons"],
            id="spaces",
        ),
        pytest.param(
            Notice(FULL, MONDAY, due_on=date(2026, 12, 1), is_private=True), [], id="private-with-full-notice"
        ),
        pytest.param(
            Notice(
                URGENT,
                MONDAY,
                due_on=MONDAY,
                exception_reasons="Flood",
                agreed_by="Chair of scrutiny",
                is_private=True,
            ),
            ["is_private"],
            id="private-without",
        ),
    ],
)
@pytest.mark.shows("F85")
def test_what_an_exception_needs_is_asked_for(notice, told):
    assert fields(notice) == told


def test_the_working_says_what_was_counted():
    lines = [(each.days, each.why) for each in timing(Notice(FULL, MONDAY), TERMS).working]

    assert lines == [
        ("2 November 2026", "The day of the notice, not counted"),
        ("3 November 2026 to 30 November 2026", "28 clear days, weekends and holidays with them"),
        ("1 December 2026", "The first day on which it can be decided"),
    ]


@given(published=DAYS, days=st.integers(min_value=1, max_value=365))
def test_exactly_the_clear_days_lie_between_the_notice_and_the_earliest_day(published, days):
    found = timing(Notice(FULL, published), NoticeTerms(notice_days=days))

    assert (found.earliest - published).days - 1 == days
    counted = found.working[1]
    assert (counted.last - counted.first).days + 1 == days
    before = found.earliest - datetime.timedelta(days=1)
    assert timing(Notice(FULL, published, due_on=before), NoticeTerms(notice_days=days)).problems


@pytest.mark.shows("F85")
def test_under_the_general_exception_the_days_are_told_from_the_day_they_count_from():
    notice = Notice(
        GENERAL,
        MONDAY,
        due_on=date(2026, 11, 8),
        chair_told_on=date(2026, 11, 4),
        exception_reasons="A grant ends.",
    )
    found = timing(notice, TERMS)

    [problem] = found.problems
    assert (
        "5 clear days from 4 November 2026, when the chair was told, end the day before." in problem.sentence
    )
    assert found.working[0].why == "The day the chair was told, not counted"


@pytest.mark.shows("F85")
@pytest.mark.parametrize(
    "notice, short",
    [
        pytest.param(Notice(FULL, MONDAY, due_on=date(2026, 11, 28)), "too early by 3 clear days", id="due"),
        pytest.param(
            Notice(FULL, MONDAY, decided_on=date(2026, 11, 30), is_decided=True),
            "too early by 1 clear day",
            id="decided",
        ),
        pytest.param(Notice(FULL, MONDAY, due_on=date(2026, 12, 1)), "day passed, no decision", id="passed"),
    ],
)
def test_a_list_says_in_few_words_what_is_wrong(notice, short):
    on = date(2026, 12, 2) if short.startswith("day") else MONDAY

    assert [each.short for each in timing(notice, TERMS, on=on).problems] == [short]


@pytest.mark.parametrize(
    "on, is_told", [(date(2026, 12, 1), False), (date(2026, 12, 2), True), (None, False)]
)
def test_a_day_that_passed_without_a_decision_is_told_from_the_day_after(on, is_told):
    found = timing(Notice(FULL, MONDAY, due_on=date(2026, 12, 1)), TERMS, on=on).problems

    assert bool(found) == is_told
    assert all("The day has passed and no decision is recorded" in each.sentence for each in found)
