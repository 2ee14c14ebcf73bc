"""The pages of executive summaries: who sees what, what is said, and what two people at once get."""

import re

import pytest
from django.urls import reverse

from council.access import Role
from performance.choices import SummarySection
from performance.models import ExecutiveSummary, SummarySentence
from performance.operations.summaries.sentences import add_sentence
from tests.factories.summaries import begun, presented, sentence_of
from tests.performance import lives
from tests.performance.summaries.rows import corrected, edited, measured_service

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(time_machine):
    time_machine.move_to("2026-10-26 10:00")


@pytest.fixture
def desk(client, lead):
    """The lead officer's browser."""
    client.force_login(lead)
    return client


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def work(summary):
    return reverse("summary_work", args=[summary.pk])


def step(row, what, **more):
    return {"sentence": row.pk, "version": row.version, "step": what, "seen": ""} | more


def test_beginning_drafts_and_leads_to_the_working_page(desk, bins):
    answer = desk.post(reverse("summary_begin"), {"quarter": "2026-q2", "body": ""}, follow=True)

    assert "This is what the rules say." in words(answer)
    assert "Waste: its one rated indicator is red." in words(answer)


def test_a_quarter_without_figures_says_what_to_do(desk):
    answer = desk.post(reverse("summary_begin"), {"quarter": "2026-q2", "body": ""})

    assert "No indicator says anything of that quarter yet" in words(answer)


@pytest.mark.parametrize(
    ("role", "codes"),
    [(Role.MEMBER, (404, 200)), (Role.OFFICER, (404, 200)), (Role.LEAD_OFFICER, (200, 200))],
)
def test_drafts_are_for_those_who_write_and_what_was_presented_for_all(client, lead, bins, role, codes):
    draft, done = begun(by=lead), presented(begun(by=lead, quarter=1), by=lead)
    client.force_login(lives.somebody("reads", role))

    assert tuple(client.get(each.get_absolute_url()).status_code for each in (draft, done)) == codes
    listed = words(client.get(reverse("summaries")))
    assert ("Quarter 2 2026/27" in listed) is (codes[0] == 200)
    assert "Quarter 1 2026/27" in listed


@pytest.mark.shows("F50")
def test_a_changed_figure_warns_on_the_working_page_and_goes_when_it_still_holds(desk, lead, bins):
    summary = begun(by=lead)
    corrected(bins, "75")
    page = desk.get(work(summary))
    assert "was 60%, red; now 75%, amber" in words(page)

    row = sentence_of(summary, bins)
    [seen] = re.findall(r'name="seen" value="([^"]+)"', page.content.decode())
    answer = desk.post(work(summary), step(row, "holds", seen=seen), follow=True)
    assert "The sentence now rests on the figures as they stand." in words(answer)
    assert "was 60%" not in words(answer)


def test_a_figure_that_changes_once_more_asks_to_look_again(desk, lead, bins):
    summary = begun(by=lead)
    corrected(bins, "75")
    page = desk.get(work(summary))
    [seen] = re.findall(r'name="seen" value="([^"]+)"', page.content.decode())
    corrected(bins, "79")

    answer = desk.post(work(summary), step(sentence_of(summary, bins), "holds", seen=seen), follow=True)
    assert "The figures have changed once more" in words(answer)
    assert "was 60%, red; now 79%, amber" in words(answer)


def test_a_sentence_is_edited_beside_its_figures_then_and_now(desk, lead, bins):
    row = sentence_of(begun(by=lead), bins)
    corrected(bins, "75")
    page = desk.get(row.get_absolute_url())
    assert "60% against a target of 80%, red" in words(page)
    [seen] = re.findall(r'name="seen" value="([^"]+)"', page.content.decode())

    said = {
        "text": "Waste is nearly there.",
        "section": "further",
        "rests_on": [row.figures.get().indicator_id],
        "version": row.version,
        "looked_again": "on",
        "seen": seen,
    }
    answer = desk.post(row.get_absolute_url(), said, follow=True)
    assert "The sentence is saved." in words(answer)
    assert "Waste is nearly there." in words(answer)
    assert "was 60%" not in words(answer)


def test_the_second_of_two_gets_both_wordings_and_loses_nothing(desk, lead, bins):
    row = sentence_of(begun(by=lead), bins)
    said = {"text": "Mine.", "section": "risk", "version": row.version}
    edited(row, lives.somebody("another"))

    answer = desk.post(row.get_absolute_url(), said)
    assert "Two lorries broke down." in words(answer)
    assert ">\nMine.</textarea>" in answer.content.decode()
    version = sentence_of(row.summary, bins).version
    desk.post(row.get_absolute_url(), said | {"version": version})
    assert sentence_of(row.summary, bins).text == "Mine."


def test_a_step_on_a_sentence_that_somebody_changed_says_so(desk, lead, bins):
    row = sentence_of(begun(by=lead), bins)
    edited(row, lives.somebody("another"))

    answer = desk.post(work(row.summary), step(row, "leave_out"), follow=True)
    assert "Somebody else changed this sentence meanwhile." in words(answer)
    assert not sentence_of(row.summary, bins).is_left_out


@pytest.mark.parametrize("bad", [{"step": "fly"}, {"version": "x"}, {"sentence": "9" * 30}, {"sentence": ""}])
def test_a_step_that_no_page_offers_is_refused(desk, lead, bins, bad):
    row = sentence_of(begun(by=lead), bins)

    assert desk.post(work(row.summary), step(row, "up") | bad).status_code == 400


def test_a_sentence_of_another_summary_is_not_there(desk, lead, bins):
    here, there = begun(by=lead), begun(by=lead, quarter=1)

    assert desk.post(work(here), step(sentence_of(there, bins), "up")).status_code == 404


def test_adding_needs_words_and_keeps_what_was_chosen(desk, lead, bins):
    summary = begun(by=lead)

    answer = desk.post(work(summary), {"add": "yes", "section": "well", "service": "", "text": ""})
    assert "Enter sentence" in words(answer)
    answer = desk.post(work(summary), {"add": "yes", "section": "well", "service": bins.pk, "text": "Fine."})
    assert answer.url == SummarySentence.objects.get(text="Fine.").get_absolute_url()


def test_drafting_again_shows_both_and_keeps_what_people_wrote(desk, lead, bins):
    summary = begun(by=lead)
    edited(sentence_of(summary, bins), lead)
    corrected(bins, "85")
    url = reverse("summary_draft_again", args=[summary.pk])
    page = words(desk.get(url))
    assert "Worked on by a person, so it stays" in page
    assert "Waste: its one rated indicator is green." in page

    summary.refresh_from_db()
    desk.post(url, {"version": summary.version})
    assert sentence_of(summary, bins).text == "Two lorries broke down."


@pytest.mark.shows("F51", "F50")
def test_presenting_lists_what_warns_and_fixes_the_words(desk, lead, bins):
    summary = begun(by=lead)
    corrected(bins, "75")
    url = reverse("summary_present", args=[summary.pk])
    assert "was 60%, red; now 75%, amber" in words(desk.get(url))

    summary.refresh_from_db()
    answer = desk.post(url, {"version": summary.version, "dated_on": "26 October 2026"}, follow=True)
    assert "The summary is presented." in words(answer)
    assert "Since then:" in words(answer)
    assert desk.get(work(summary)).url == summary.get_absolute_url()


def test_presenting_a_draft_that_somebody_wrote_in_asks_to_read_again(desk, lead, bins):
    summary = begun(by=lead)
    add_sentence(summary, section=SummarySection.WELL, text="More.", by=lives.somebody("another"))

    url = reverse("summary_present", args=[summary.pk])
    answer = desk.post(url, {"version": summary.version, "dated_on": "26 October 2026"})
    assert "Somebody wrote in the draft meanwhile." in words(answer)
    assert not ExecutiveSummary.objects.presented().exists()


@pytest.mark.shows("F52")
def test_an_erratum_stands_above_the_words(desk, lead, bins):
    summary = presented(begun(by=lead), by=lead)

    url = reverse("summary_erratum", args=[summary.pk])
    answer = desk.post(url, {"sentence_number": "1", "words": "Read 61."}, follow=True)
    assert "Sentence 1 : Read 61." in words(answer)


@pytest.mark.shows("F46")
def test_an_exception_is_called_out_on_the_indicators_page(desk):
    service = measured_service("Homelessness", "70", earlier=("85", "75"))

    page = words(desk.get(service.indicators.get().get_absolute_url()))
    assert "red or amber for 2 quarters running" in page


def unfolded(answer):
    """Of each section with sentences, whether it is open."""
    return [
        mark == " open" for mark in re.findall(r'<details class="fold"( open)?>', answer.content.decode())
    ]


def test_the_working_page_unfolds_what_was_worked_on_and_what_changed(desk, lead, bins):
    summary = begun(by=lead)
    add_sentence(
        summary, section=SummarySection.WELL, service=None, text="All is well.", sent_as=None, by=lead
    )
    row = sentence_of(summary, bins)
    assert unfolded(desk.get(work(summary))) == [True, False]

    moved = desk.post(work(summary), step(row, "down"), follow=True)
    assert moved.redirect_chain[-1][0] == f"{work(summary)}?at={row.section}#sentence-{row.pk}"
    assert unfolded(moved) == [False, True]

    corrected(bins, "75")
    page = desk.get(work(summary))
    assert unfolded(page) == [False, True]
    assert "1 sentence under Risk to performance or delivery 1 to look at again" in words(page)
