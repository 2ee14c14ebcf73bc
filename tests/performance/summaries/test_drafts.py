"""A summary is drafted, drafted again and presented; nothing of a person's is lost, nothing presented moves."""

import pytest

from council.audit import Conflict
from performance.choices import SummarySection
from performance.figures.summary.paper import changed_since, draft_of, paper_of, rows_of
from performance.models import (
    Cycle,
    ExecutiveSummary,
    SummaryFigure,
    SummaryHeading,
    SummarySentence,
    Target,
)
from performance.operations.summaries import drafts, presenting, sentences
from performance.rules.summary.redrafting import Turn
from tests.factories import ServiceFactory
from tests.factories.summaries import AT, DAY, begun, presented, sentence_of
from tests.performance import lives
from tests.performance.histories import STEADY, with_history
from tests.performance.summaries.rows import changes_of, corrected, edited, measured_service

WELL, RISK, FURTHER = SummarySection.WELL, SummarySection.RISK, SummarySection.FURTHER
pytestmark = pytest.mark.django_db


@pytest.mark.shows("S1-12", "S1-20", "F50")
def test_each_service_stands_once_with_its_figures_as_they_stood(lead, bins):
    good = measured_service("Benefits service", "85")
    summary = begun(by=lead)

    risk, well = sentence_of(summary, bins), sentence_of(summary, good)
    assert (risk.section, well.section) == (RISK, WELL)
    assert risk.text == risk.drafted
    assert "“Waste done on time”, 60% against a target of 80%: red" in risk.text
    pin = risk.figures.get()
    assert (pin.value_words, pin.target_words, pin.rating) == ("60%", "80%", "red")


def test_a_late_indicator_is_further_work(lead):
    service = ServiceFactory(name="Land Charges")
    lives.measured(service, title="Searches answered")
    lives.quarter(2)

    row = sentence_of(begun(by=lead), service)
    assert (row.section, row.text) == (FURTHER, "Land Charges: late: “Searches answered”.")


@pytest.mark.parametrize(
    ("values", "variation"),
    [
        pytest.param([*STEADY[:2], 95], "", id="three figures"),
        pytest.param([*STEADY[:10], 95], "", id="limits on trial"),
        pytest.param([*STEADY, 95], "Special cause: improvement, high", id="firm limits"),
    ],
)
def test_nothing_is_claimed_of_change_from_few_figures(lead, values, variation):
    service = ServiceFactory(name="Waste")
    with_history(lives.measured(service, title="Bins"), values)

    row = sentence_of(begun(by=lead), service)
    assert row.figures.get().variation == variation
    assert ("a real change" in row.text) is bool(variation)


@pytest.mark.shows("F46")
@pytest.mark.parametrize(("after", "said"), [(2, True), (4, False)])
def test_an_exception_is_called_out_by_the_cycles_own_number(lead, after, said):
    service = measured_service("Homelessness", "79", earlier=("78", "77"))
    Cycle.objects.update(exception_after=after)

    row = sentence_of(begun(by=lead), service)
    assert ("amber for 3 quarters running" in row.text) is said
    assert row.section == (RISK if said else FURTHER)


def test_a_second_beginning_answers_the_draft_there_is(lead, bins):
    assert begun(by=lead) == begun(by=lead)
    assert SummarySentence.objects.filter(service=bins).count() == 1


def test_a_quarter_that_no_indicator_speaks_of_is_not_begun(lead):
    with pytest.raises(drafts.NothingToSay):
        begun(by=lead)
    assert not ExecutiveSummary.objects.exists()


def test_drafting_again_writes_only_what_nobody_worked_on(lead, bins):
    good = measured_service("Benefits", "85")
    summary = begun(by=lead)
    edited(sentence_of(summary, bins), lead)
    corrected(bins, "85")
    corrected(good, "60")
    new = measured_service("Contracts", "85")
    summary.refresh_from_db()

    turns = drafts.draft_again(summary, expected=summary.version, by=lead, on=DAY)
    assert {each.turn for each in turns} == {Turn.KEPT, Turn.REWRITTEN, Turn.ADDED}
    kept = sentence_of(summary, bins)
    assert (kept.text, kept.section) == ("Two lorries broke down.", RISK)
    assert kept.drafted.startswith("Waste: its one rated indicator is green.")
    assert sentence_of(summary, good).section == RISK
    assert sentence_of(summary, new).section == WELL
    assert changes_of(summary) == ["was 60%, red; now 85%, green"]


def test_what_was_left_out_stays_out_when_drafted_again_and_can_be_put_back(lead, bins):
    summary = begun(by=lead)
    row = sentence_of(summary, bins)
    sentences.leave_out(row, expected=row.version, out=True, by=lead)
    corrected(bins, "85")
    summary.refresh_from_db()
    drafts.draft_again(summary, expected=summary.version, by=lead, on=DAY)

    row = sentence_of(summary, bins)
    assert row.is_left_out
    sentences.leave_out(row, expected=row.version, out=False, by=lead)
    assert [each.text for each in draft_of(summary, rows_of(summary)).sentences] == [row.text]


def test_drafting_again_from_a_page_that_is_out_of_date_changes_nothing(lead, bins):
    summary = begun(by=lead)
    edited(sentence_of(summary, bins), lead)

    with pytest.raises(Conflict):
        drafts.draft_again(summary, expected=summary.version, by=lead, on=DAY)


@pytest.mark.shows("F51")
def test_a_presented_summary_stays_whatever_changes_later(lead, bins):
    summary = presented(begun(by=lead), by=lead)
    before = paper_of(ExecutiveSummary.objects.get(pk=summary.pk))
    corrected(bins, "85")
    bins.name = "Streets"
    bins.save()
    Target.objects.update(as_written="50", value=50)
    SummaryHeading.objects.update(words="Other words")
    SummaryFigure.objects.update(value_words="1%")

    paper = paper_of(ExecutiveSummary.objects.get(pk=summary.pk))
    assert paper == before
    [[changed]] = changed_since(summary, paper, today=DAY).values()
    assert changed.words == "was 60%, red; now 85%, green"


def test_what_was_presented_is_not_written_in(lead, bins):
    summary = begun(by=lead)
    row = sentence_of(summary, bins)
    presented(summary, by=lead)

    for write in (
        lambda: edited(row, lead),
        lambda: sentences.move_sentence(row, up=True),
        lambda: sentences.leave_out(row, expected=row.version, out=True, by=lead),
        lambda: sentences.add_sentence(summary, section=WELL, text="Late.", by=lead),
        lambda: presented(summary, by=lead),
    ):
        with pytest.raises(drafts.AlreadyPresented):
            write()


def test_an_empty_summary_is_not_presented(lead, bins):
    summary = begun(by=lead)
    row = sentence_of(summary, bins)
    sentences.leave_out(row, expected=row.version, out=True, by=lead)

    with pytest.raises(presenting.EmptySummary):
        presented(summary, by=lead)
    assert not ExecutiveSummary.objects.presented().exists()


@pytest.mark.shows("F52")
def test_errata_are_numbered_and_the_same_words_sent_twice_are_one(lead, bins):
    summary = presented(begun(by=lead), by=lead)
    said = {"by": lead, "at": AT}
    first, again, other = (
        presenting.add_summary_erratum(summary, words=words, **said)
        for words in ("Read 61", "Read 61", "And")
    )

    assert first == again
    assert (first.number, other.number) == (1, 2)


def test_a_councils_own_heading_is_what_a_draft_says(lead, bins):
    SummaryHeading.objects.filter(section=RISK).update(words="What worries us")
    summary = begun(by=lead)

    assert [each.heading for each in draft_of(summary, rows_of(summary)).sections][1] == "What worries us"
