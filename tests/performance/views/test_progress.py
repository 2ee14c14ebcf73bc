"""The pages of progress reports: who reads and writes what, and what each says."""

import csv
import io

import pytest

from performance.choices import ItemKind
from performance.models import ProgressItem, ProgressReport
from performance.operations.progress.items import change_item
from performance.operations.progress.reports import add_erratum, begin_report
from portfolios.models import AwaitedEvent
from tests.factories import PostFactory
from tests.factories.progress import AT, ReportingAreaFactory, presented, words, written
from tests.factories.promises import PromiseFactory
from tests.performance.lives import quarter

pytestmark = pytest.mark.django_db
LIST = "/performance/progress/"


@pytest.fixture
def draft(officer):
    """The second report of an area: one item was left open by the first."""
    area = ReportingAreaFactory(name="Clean streets", lead_post=officer.person.tenures.get().post)
    first = begin_report(area, quarter(1), by=officer, at=AT)
    written(first, "A second sweeper", by=officer, who="Directors", by_when="April o7")
    presented(first, by=officer)
    return begin_report(area, quarter(2), by=officer, at=AT)


@pytest.fixture
def at_desk(browser_of, officer):
    return browser_of(officer)


def page(client, url):
    answer = client.get(url)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def work(draft):
    return f"{LIST}{draft.pk}/work/"


def update(item, **said):
    """The table of updates with one row, as a browser sends it."""
    usual = {"version": item.version, "update": item.update, "note": "", "by_when": item.by_when_as_written}
    return {f"item{item.pk}-{name}": value for name, value in (usual | said).items()} | {"updates": "yes"}


def new_item(draft, **more):
    heading = draft.items.first().heading
    usual = {"heading": heading.pk, "kind": ItemKind.ISSUE, "text": "Litter on the verges", "add": "yes"}
    return usual | more


def test_a_member_reads_presented_reports_and_no_drafts(browser_of, member, draft):
    client = browser_of(member)

    assert client.get(f"{LIST}{draft.pk}/").status_code == 404
    assert client.get(f"{LIST}{draft.previous_id}/").status_code == 200
    assert "Draft" not in page(client, LIST).replace('value="draft">Draft', "")
    assert "Go on writing" not in page(client, f"{LIST}{draft.previous_id}/")


def test_an_officer_of_another_service_reads_the_draft_and_writes_nothing(browser_of, other_officer, draft):
    client = browser_of(other_officer)

    assert "A draft: its words can still change" in page(client, f"{LIST}{draft.pk}/")
    assert client.post(work(draft), new_item(draft)).status_code == 404
    assert draft.items.count() == 1


@pytest.mark.shows("S2-12", "F49")
def test_a_report_says_how_a_time_was_read_and_who_is_meant(at_desk, draft):
    text = page(at_desk, f"{LIST}{draft.previous_id}/")

    assert "April o7" in text
    assert "The letter o is read as the figure 0." in text
    assert "no post of the register" in text


def test_an_item_is_added_with_its_owners_and_what_it_is_subject_to(at_desk, draft):
    PostFactory(title="Head of streets", abbreviation="HS")
    sent = new_item(draft, who="HS/ Directors", by_when="Spring 27", waits_for="The lease is signed")

    answer = at_desk.post(work(draft), sent, follow=True)

    item = draft.items.get(text="Litter on the verges")
    assert item.event.name == "The lease is signed"
    assert [each.words for each in item.owners.all()] == ["HS", "Directors"]
    assert "“Directors” is no post of the register; kept in words." in answer.content.decode()


def test_the_next_item_begins_with_the_heading_of_the_one_before(at_desk, draft):
    answer = at_desk.post(work(draft), new_item(draft))

    heading = draft.items.first().heading_id
    assert answer.url == f"{work(draft)}?heading={heading}&kind=issue#add"
    assert f'<option value="{heading}" selected>' in page(at_desk, answer.url.partition("#")[0])


@pytest.mark.parametrize(
    "more, sentence",
    [
        pytest.param({"text": ""}, "Enter what was done, or what is to be addressed", id="no-words"),
        pytest.param({"heading": ""}, "Choose heading", id="no-heading"),
        pytest.param({"kind": "unmatched", "text": ""}, "Enter who, or by when", id="nothing-at-all"),
        pytest.param({"by_when": "x" * 61}, "You have 1 character too many", id="long-time"),
    ],
)
def test_what_cannot_be_added_is_shown_again_with_a_sentence(at_desk, draft, more, sentence):
    answer = at_desk.post(work(draft), new_item(draft, who="" if "kind" in more else "My words", **more))

    assert sentence in answer.content.decode()
    assert draft.items.count() == 1


@pytest.mark.shows("S2-30")
def test_who_and_by_when_may_stand_beside_no_issue(at_desk, draft):
    at_desk.post(work(draft), new_item(draft, kind="unmatched", text="", who="Directors", by_when="Jan 27"))

    assert "No issue stands beside this owner and time." in page(at_desk, f"{LIST}{draft.pk}/")


def test_updates_are_saved_in_one_table(at_desk, draft):
    item = draft.items.get()

    at_desk.post(work(draft), update(item, update="still_open", note="In the bids", by_when="Jun 27"))

    item.refresh_from_db()
    assert (item.update, item.update_note, item.by_when_as_written) == ("still_open", "In the bids", "Jun 27")
    assert "was “April o7”" in page(at_desk, f"{LIST}{draft.pk}/")


def test_what_is_dropped_without_a_reason_is_asked_for_one(at_desk, draft):
    answer = at_desk.post(work(draft), update(draft.items.get(), update="dropped"))

    assert "Say why it was dropped" in answer.content.decode()
    assert draft.items.get().update == ""


def test_an_update_over_somebody_elses_shows_both(at_desk, draft, lead_officer):
    item = draft.items.get()
    change_item(item, words(by_when="Dec 26"), expected=item.version, by=lead_officer)

    answer = at_desk.post(work(draft), update(item, update="done", note="My words"))

    text = answer.content.decode()
    assert "Somebody else saved this first" in text
    assert "by Dec 26" in text
    assert "My words" in text
    assert draft.items.get().update == ""
    again = update(draft.items.get(), update="done", note="My words")
    at_desk.post(work(draft), again)
    assert draft.items.get().update == "done"


def test_an_item_changed_over_somebody_elses_shows_both(at_desk, draft, officer, lead_officer):
    item = written(draft, "First", by=officer)
    change_item(item, words("Theirs"), expected=item.version, by=lead_officer)
    sent = new_item(draft, text="Mine", version=item.version)

    text = at_desk.post(f"{LIST}items/{item.pk}/", sent).content.decode()

    assert "Theirs" in text
    assert "Mine" in text
    assert ProgressItem.objects.get(pk=item.pk).text == "Theirs"


def test_an_item_is_taken_out(at_desk, draft, officer):
    item = written(draft, "First", by=officer)

    at_desk.post(f"{LIST}items/{item.pk}/", new_item(draft, version=item.version, remove="yes"))

    assert not ProgressItem.objects.filter(pk=item.pk).exists()


def test_presenting_says_what_is_missing_and_keeps_the_draft(at_desk, draft):
    url = f"{LIST}{draft.pk}/present/"

    answer = at_desk.post(url, {"version": draft.version, "dated_on": "12 October 2026"})

    assert "It cannot be presented yet" in answer.content.decode()
    assert "Say what became of item 1, “A second sweeper”." in answer.content.decode()
    assert not ProgressReport.objects.get(pk=draft.pk).is_presented


def test_what_is_typed_into_a_report_presented_meanwhile_is_not_saved_and_says_so(at_desk, draft):
    report = draft.previous

    answer = at_desk.post(work(report), new_item(draft), follow=True)

    assert answer.redirect_chain[0][0] == report.get_absolute_url()
    assert report.items.count() == 1


def test_errata_and_what_happened_since_stand_above_the_words(at_desk, draft, officer):
    written(draft, "Waits", by=officer, waits_for="The lease is signed")
    at_desk.post(work(draft), update(draft.items.get(number=1), update="done"))
    presented(draft, by=officer)
    AwaitedEvent.objects.update(happened_on=AT.date())
    add_erratum(draft, words="Read “three”", item_number=2, by=officer, at=AT)

    text = page(at_desk, f"{LIST}{draft.pk}/")

    assert "“The lease is signed” happened on 5 October 2026." in text
    assert "Read “three”" in text


def test_the_items_are_a_file_with_the_words_as_written(at_desk, draft):
    answer = at_desk.get(f"{LIST}{draft.previous_id}/?export=csv")

    rows = list(csv.DictReader(io.StringIO(b"".join(answer).decode("utf-8-sig"))))
    assert [(row["Item"], row["Words"], row["By when, as written"]) for row in rows] == [
        ("1", "A second sweeper", "April o7")
    ]
    assert at_desk.get(f"{LIST}{draft.previous_id}/?export=xlsx")["Content-Disposition"].endswith('.xlsx"')


@pytest.mark.shows("S2-31", "L21")
def test_owners_stand_over_all_areas_beside_their_promises(at_desk, draft, officer):
    post = officer.person.tenures.get().post
    PromiseFactory(owner=post)
    for number in range(5):
        area = ReportingAreaFactory(lead_post=post)
        report = begin_report(area, quarter(1), by=officer, at=AT)
        written(report, f"Item {number}", by=officer, who=post.title, by_when="??")
        presented(report, by=officer)

    answer = at_desk.get(f"{LIST}owners/")

    line = next(each for each in answer.context["owed"].owners if each.post == post.pk)
    assert (line.items, line.undated, line.promises) == (5, 5, 1)
    assert f"{post.title} owns or co-owns 5 of the 6 that say who" in " ".join(
        answer.content.decode().split()
    )


def test_a_draft_counts_for_nobody_until_it_is_presented(at_desk, draft, officer):
    written(draft, "Only drafted", by=officer, who="Somebody new")

    assert "Somebody new" not in page(at_desk, f"{LIST}owners/")
