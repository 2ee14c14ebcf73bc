"""Reports are begun, written, presented and corrected; nothing typed is lost, and nothing presented is touched."""

import datetime
from uuid import uuid4

import pytest
from django.db.models import ProtectedError

from council.audit import Conflict
from council.models import HistoryFixedError
from performance.choices import ItemKind, ItemUpdate
from performance.figures.progress.paper import happened_since, paper_of
from performance.models import Erratum, ProgressHeading, ProgressItem, ProgressReport
from performance.operations.progress.items import (
    StaysInTheReport,
    add_item,
    change_item,
    remove_item,
    update_item,
)
from performance.operations.progress.reports import (
    AlreadyPresented,
    CannotBegin,
    NotReadyToPresent,
    add_erratum,
    begin_report,
    present_report,
)
from portfolios.models import AwaitedEvent
from tests.factories import PostFactory
from tests.factories.progress import AT, ReportingAreaFactory, presented, words, written
from tests.performance.lives import quarter

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 10, 12)


@pytest.fixture
def area(officer):
    return ReportingAreaFactory(name="Clean streets", lead_post=officer.person.tenures.get().post)


@pytest.fixture
def draft(area, officer):
    return begin_report(area, quarter(1), by=officer, at=AT)


def following(report, officer):
    """The draft after a report, which is presented as it stands."""
    presented(report, by=officer)
    return begin_report(report.area, quarter(2), by=officer, at=AT)


def said(item, update, officer, note="So it was", by_when=None):
    when = item.by_when_as_written if by_when is None else by_when
    return update_item(item, expected=item.version, update=update, note=note, by_when=when, by=officer)


@pytest.mark.shows("S2-04", "F49")
def test_what_is_open_is_carried_forward_with_its_owners_and_its_time(draft, officer):
    post = PostFactory(title="Head of streets", abbreviation="HS")
    written(draft, "Done", kind=ItemKind.PROGRESS, by=officer)
    written(draft, "A second sweeper", by=officer, who="HS/ Directors", by_when="Spring 27")

    item = following(draft, officer).items.get()

    assert (item.text, item.who_as_written, item.by_when_as_written) == (
        "A second sweeper",
        "HS/ Directors",
        "Spring 27",
    )
    assert [(each.words, each.post) for each in item.owners.all()] == [("HS", post), ("Directors", None)]
    assert (item.times_carried, item.update) == (1, "")


def test_a_draft_with_updates_missing_says_which_and_stays_a_draft(draft, officer):
    written(draft, "A second sweeper", by=officer)
    written(draft, "Verges", by=officer)
    after = following(draft, officer)
    said(after.items.get(text="Verges"), ItemUpdate.DONE, officer)

    with pytest.raises(NotReadyToPresent) as refused:
        presented(after, by=officer)

    assert [each.sentence for each in refused.value.problems] == [
        "Say what became of item 1, “A second sweeper”."
    ]
    assert not ProgressReport.objects.get(pk=after.pk).is_presented


def test_what_is_done_or_dropped_is_not_carried_further(draft, officer):
    for text in ("Done later", "Dropped later", "Open"):
        written(draft, text, by=officer)
    after = following(draft, officer)
    for text, update in (("Done later", "done"), ("Dropped later", "dropped"), ("Open", "still_open")):
        said(after.items.get(text=text), ItemUpdate(update), officer)
    presented(after, by=officer)

    third = begin_report(after.area, quarter(3), by=officer, at=AT)

    assert [(item.text, item.times_carried) for item in third.items.all()] == [("Open", 2)]


def test_a_report_is_not_begun_over_a_draft_nor_for_a_time_before_the_last(draft, officer):
    with pytest.raises(CannotBegin, match="Quarter 1 2026/27 is not presented yet"):
        begin_report(draft.area, quarter(2), by=officer, at=AT)
    written(draft, by=officer)
    presented(draft, by=officer)
    with pytest.raises(CannotBegin, match="Choose a later period"):
        begin_report(draft.area, quarter(4, 2025), by=officer, at=AT)


def test_a_report_begun_twice_is_one_draft(draft, officer):
    assert begin_report(draft.area, draft.period, by=officer, at=AT) == draft


def test_an_item_sent_twice_is_one_item_and_other_words_are_another(draft, officer):
    key = uuid4()
    first = add_item(draft, words("Once"), sent_as=key, by=officer)

    assert add_item(draft, words("Once"), sent_as=key, by=officer) == first
    assert add_item(draft, words("Twice"), sent_as=key, by=officer) != first


def test_the_second_of_two_saves_of_an_item_is_told_of_the_first(draft, officer, lead_officer):
    item = written(draft, "First", by=officer)
    change_item(item, words("By one"), expected=item.version, by=officer)

    with pytest.raises(Conflict) as told:
        change_item(item, words("By another"), expected=item.version, by=lead_officer)

    assert told.value.current.text == "By one"


def test_the_words_of_an_item_carried_forward_stay_while_who_and_when_may_change(draft, officer):
    written(draft, "As presented", by=officer, by_when="Jan 27")
    item = following(draft, officer).items.get()

    row = change_item(
        item, words("Rewritten", heading="Process", by_when="Jun 27"), expected=item.version, by=officer
    )

    assert (row.text, row.heading.name, row.by_when_as_written) == ("As presented", "Leadership", "Jun 27")


def test_what_was_carried_forward_cannot_be_taken_out(draft, officer):
    written(draft, by=officer)
    item = following(draft, officer).items.get()

    with pytest.raises(StaysInTheReport):
        remove_item(item, expected=item.version, by=officer)


def test_what_was_taken_out_keeps_its_history_and_its_number_is_not_given_again(draft, officer):
    item = written(draft, "Taken out", by=officer)
    remove_item(item, expected=item.version, by=officer)

    assert written(draft, "Next", by=officer).number == 2
    assert ProgressItem.history.filter(text="Taken out", history_type="-").count() == 1


def test_nothing_of_a_presented_report_can_be_written(draft, officer):
    item = written(draft, by=officer)
    presented(draft, by=officer)

    for write in (
        lambda: written(draft, "Late", by=officer),
        lambda: change_item(item, words("Late"), expected=item.version, by=officer),
        lambda: remove_item(item, expected=item.version, by=officer),
        lambda: presented(draft, by=officer),
    ):
        with pytest.raises(AlreadyPresented):
            write()
    with pytest.raises(HistoryFixedError):
        ProgressReport.objects.get(pk=draft.pk).paper.save()


def test_whoever_presents_has_read_what_they_present(draft, officer, lead_officer):
    read = ProgressReport.objects.get(pk=draft.pk)
    written(draft, "Meanwhile", by=officer)

    with pytest.raises(Conflict):
        present_report(read, expected=read.version, dated_on=TODAY, by=lead_officer, at=AT)


@pytest.mark.shows("S2-04")
def test_a_presented_report_reads_the_same_after_posts_headings_and_areas_are_renamed(draft, officer):
    written(draft, by=officer, who=str(draft.area.lead_post))
    before = paper_of(presented(draft, by=officer), on=TODAY)
    draft.area.lead_post.title = "Another title"
    draft.area.lead_post.save()
    ProgressHeading.objects.filter(name="Leadership").update(name="Direction")

    report = ProgressReport.objects.with_named().get(pk=draft.pk)

    assert paper_of(report, on=TODAY + datetime.timedelta(days=400)) == before


@pytest.mark.shows("S2-16")
def test_an_item_wakes_when_what_it_waits_for_happens(draft, officer):
    written(draft, "Detailed plan", by=officer, by_when="??", waits_for="The bid is decided")
    report = presented(draft, by=officer)
    [item] = paper_of(report, on=TODAY).items
    assert (item.is_waiting, item.is_undated, happened_since(paper_of(report, on=TODAY))) == (True, False, [])
    AwaitedEvent.objects.filter(name="The bid is decided").update(happened_on=TODAY)

    [(event, items)] = happened_since(paper_of(report, on=TODAY))
    [next_item] = paper_of(begin_report(draft.area, quarter(2), by=officer, at=AT), on=TODAY).items

    assert (event.happened_on, [each.number for each in items]) == (TODAY, [1])
    assert (next_item.is_awake, next_item.is_waiting, next_item.is_undated) == (True, False, True)


def test_the_same_event_named_twice_is_one_event(draft, officer):
    written(draft, "One", by=officer, waits_for="The bid is decided")
    written(draft, "Two", by=officer, waits_for="the Bid is decided")

    assert AwaitedEvent.objects.count() == 1


def test_an_erratum_stands_beside_the_words_and_sent_twice_is_one(draft, officer):
    written(draft, by=officer)
    report = presented(draft, by=officer)
    before = paper_of(report, on=TODAY)
    for _ in range(2):
        add_erratum(report, words="Read 639", item_number=1, by=officer, at=AT)
    add_erratum(report, words="Read 640", by=officer, at=AT)

    assert list(Erratum.objects.values_list("number", "item_number")) == [(1, 1), (2, None)]
    assert paper_of(report, on=TODAY) == before
    with pytest.raises(HistoryFixedError):
        Erratum.objects.first().delete()


def test_a_heading_in_use_cannot_be_removed(draft, officer):
    item = written(draft, by=officer)

    with pytest.raises(ProtectedError):
        item.heading.delete()


@pytest.mark.shows("S2-33")
def test_a_misprint_stays_as_written_with_its_note_of_correction(draft, officer):
    written(draft, "Updates on Pervious report", by=officer, correction="“Pervious” should read “Previous”.")
    [item] = paper_of(presented(draft, by=officer), on=TODAY).items

    assert (item.text, item.correction) == (
        "Updates on Pervious report",
        "“Pervious” should read “Previous”.",
    )
