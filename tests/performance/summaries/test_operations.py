"""A summary is drafted, edited, looked at again, drafted again and presented; nothing of a person's is lost."""

from uuid import uuid4

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
from performance.operations.returns import reopen, sign_off
from performance.operations.summaries import drafts, presenting, sentences
from performance.rules.summary.figure import fingerprint
from performance.rules.summary.redrafting import Turn
from tests.factories import ServiceFactory
from tests.factories.summaries import AT, DAY, begun, presented, sentence_of
from tests.performance import lives

WELL, RISK, FURTHER = SummarySection.WELL, SummarySection.RISK, SummarySection.FURTHER
pytestmark = pytest.mark.django_db


@pytest.fixture
def lead():
    return lives.somebody("writes summaries")


@pytest.fixture
def bins():
    """Waste, whose one indicator is red at 60 against 80, after two green quarters."""
    return measured_service("Waste", "60")


def measured_service(name, *values, earlier=("85", "86")):
    service = ServiceFactory(name=name)
    for value in values:
        indicator = lives.measured(service, title=f"{name} done on time")
        for number, before in ((4, earlier[0]), (1, earlier[1])):
            lives.signed_off(indicator, lives.quarter(number, 2025 if number == 4 else 2026), before)
        lives.signed_off(indicator, lives.quarter(2), value)
    return service


def corrected(service, value):
    """The service's newest figure, corrected."""
    indicator = service.indicators.first()
    row = indicator.returns.get(period=lives.quarter(2))
    reopen(row, expected=row.version, by=lives.somebody("signs"), at=AT, reason="Counted twice")
    row = lives.submitted(
        indicator, row.period, value, by=lives.somebody("enters"), expected=row.version, at=AT
    )
    sign_off(row, expected=row.version, by=lives.somebody("signs"), at=AT)


def now_of(sentence):
    summary = sentence.summary
    keys = [each.key for each in sentences.figures_of(sentence)]
    return sentences.figures_now(keys, until=summary.ends_on, today=DAY)


def changes_of(summary):
    found = changed_since(summary, draft_of(summary, rows_of(summary)), today=DAY)
    return [each.words for changes in found.values() for each in changes]


def edited(row, lead, **more):
    said = {
        "text": "Two lorries broke down.",
        "section": SummarySection(row.section),
        "rests_on": [each.indicator_id for each in row.figures.all()],
    }
    return sentences.change_sentence(row, **{"expected": row.version, "by": lead, "on": DAY} | said | more)


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


def test_nothing_is_claimed_of_change_from_few_figures(lead, bins):
    assert sentence_of(begun(by=lead), bins).figures.get().variation == ""


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


@pytest.mark.shows("F50")
def test_a_sentence_warns_when_its_figure_changes_until_somebody_looks_again(lead, bins):
    summary = begun(by=lead)
    corrected(bins, "75")
    assert changes_of(summary) == ["was 60%, red; now 75%, amber"]

    row = sentence_of(summary, bins)
    seen = fingerprint(now_of(row).values())
    sentences.look_again(row, expected=row.version, seen=seen, by=lead, on=DAY)
    assert changes_of(summary) == []
    assert sentence_of(summary, bins).text == row.text


def test_editing_words_alone_does_not_hide_the_warning(lead, bins):
    summary = begun(by=lead)
    corrected(bins, "75")
    edited(sentence_of(summary, bins), lead)

    assert changes_of(summary) == ["was 60%, red; now 75%, amber"]


def test_nobody_confirms_figures_that_they_have_not_seen(lead, bins):
    summary = begun(by=lead)
    corrected(bins, "75")
    row = sentence_of(summary, bins)
    seen = fingerprint(now_of(row).values())
    corrected(bins, "79")

    with pytest.raises(sentences.FiguresMoved):
        edited(row, lead, seen=seen)
    assert sentence_of(summary, bins).text == row.text
    assert changes_of(summary) == ["was 60%, red; now 79%, amber"]


def test_of_two_people_the_second_changes_nothing(lead, bins):
    row = sentence_of(begun(by=lead), bins)
    edited(row, lead)

    with pytest.raises(Conflict):
        edited(row, lead, text="No, three.", expected=row.version)
    assert sentence_of(row.summary, bins).text == "Two lorries broke down."


def test_a_sentence_rests_on_what_its_writer_says(lead, bins):
    summary = begun(by=lead)
    more = lives.measured(bins, title="Tips open")
    row = edited(sentence_of(summary, bins), lead, rests_on=[more.pk], section=FURTHER)

    assert row.section == FURTHER
    assert [each.indicator for each in sentence_of(summary, bins).figures.all()] == [more]


def test_an_own_sentence_sent_twice_is_one(lead, bins):
    summary, key = begun(by=lead), uuid4()
    said = {"section": WELL, "text": "Well done.", "sent_as": key, "by": lead}

    assert sentences.add_sentence(summary, **said) == sentences.add_sentence(summary, **said)


def test_sentences_move_past_their_neighbours_and_stay_at_the_ends(lead, bins):
    summary = begun(by=lead)
    own = [
        sentences.add_sentence(summary, section=RISK, text=f"Beware {number}.", by=lead)
        for number in range(2)
    ]

    def order():
        return [row.text[:8] for row in rows_of(summary) if row.section == RISK]

    sentences.move_sentence(own[1], up=True)
    assert order() == ["Waste: i", "Beware 1", "Beware 0"]
    sentences.move_sentence(own[0], up=False)
    assert order() == ["Waste: i", "Beware 1", "Beware 0"]


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
