"""Sentences are worded, moved, left out, added, and looked at again when a figure has changed."""

from uuid import uuid4

import pytest

from council.audit import Conflict
from performance.choices import SummarySection
from performance.figures.summary.paper import rows_of
from performance.operations.summaries import sentences
from performance.rules.summary.figure import fingerprint
from tests.factories.summaries import DAY, begun, sentence_of
from tests.performance import lives
from tests.performance.summaries.rows import changes_of, corrected, edited, measured_service, now_of

WELL, RISK, FURTHER = SummarySection.WELL, SummarySection.RISK, SummarySection.FURTHER
pytestmark = pytest.mark.django_db


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


@pytest.mark.shows("F50")
def test_a_sentence_warns_when_an_earlier_figure_ends_the_run_it_speaks_of(lead):
    bins = measured_service("Waste", "60", earlier=("85", "62"))
    summary = begun(by=lead)
    assert "red for 2 quarters running" in sentence_of(summary, bins).text

    corrected(bins, "90", quarter=1)

    assert changes_of(summary) == ["was 60%, red, red for 2 quarters running; now 60%, red, no exception"]


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
