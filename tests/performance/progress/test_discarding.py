"""A draft begun by mistake is discarded by whoever writes it; that it was there stays on record."""

import pytest

from council.audit import Conflict
from performance.models import ProgressItem, ProgressReport
from performance.operations.progress.discarding import discard_report
from performance.operations.progress.reports import AlreadyPresented, begin_report
from tests.factories.progress import AT, ReportingAreaFactory, presented, written
from tests.performance.lives import quarter

pytestmark = pytest.mark.django_db
LIST = "/performance/progress/"
WHY = "Begun for the wrong quarter"


@pytest.fixture
def draft(officer):
    """The second report of an area, begun a quarter too early; one item was left open by the first."""
    area = ReportingAreaFactory(name="Clean streets", lead_post=officer.person.tenures.get().post)
    first = begin_report(area, quarter(1), by=officer, at=AT)
    written(first, "A second sweeper", by=officer, who="Directors", by_when="April 07")
    presented(first, by=officer)
    row = begin_report(area, quarter(2), by=officer, at=AT)
    written(row, "Litter on the verges", by=officer)
    row.refresh_from_db()
    return row


@pytest.fixture
def desk(client, officer):
    client.force_login(officer)
    return client


def words(answer):
    return " ".join(answer.content.decode().split())


def discarded(draft, officer):
    discard_report(draft, expected=draft.version, why=WHY, by=officer)


def send(desk, draft, **said):
    return desk.post(f"{LIST}{draft.pk}/discard/", {"version": draft.version, "why": WHY} | said, follow=True)


def test_the_page_says_what_goes_and_asks_before_anything_does(desk, draft):
    page = words(desk.get(f"{LIST}{draft.pk}/discard/"))

    assert "1 item written in it goes with it." in page
    assert "1 item that the report before left open is carried forward by the next report you begin" in page
    assert ProgressReport.objects.filter(pk=draft.pk).exists()
    assert f'href="{LIST}{draft.pk}/discard/"' in words(desk.get(f"{LIST}{draft.pk}/work/"))


def test_a_discarded_draft_is_gone_with_its_items_and_the_next_takes_up_what_was_open(desk, draft, officer):
    page = words(send(desk, draft))

    assert "The draft for Quarter 2 2026/27 is discarded." in page
    assert not ProgressItem.objects.filter(report_id=draft.pk).exists()
    again = begin_report(draft.area, quarter(3), by=officer, at=AT)
    assert [(item.text, item.times_carried) for item in again.items.all()] == [("A second sweeper", 1)]


def test_who_when_and_why_stay_on_record_of_the_draft_and_of_its_items(desk, draft, officer):
    page = words(send(desk, draft))

    assert f"Clean streets, Quarter 2 2026/27: {WHY}" in page
    gone = ProgressReport.history.get(id=draft.pk, history_type="-")
    assert (gone.history_user, gone.history_change_reason) == (officer, f"Discarded: {WHY}")
    items = ProgressItem.history.filter(report_id=draft.pk, history_type="-")
    assert {(each.history_user, each.history_change_reason) for each in items} == {
        (officer, f"Discarded: {WHY}")
    }
    assert items.count() == 2


def test_why_is_asked_for(desk, draft):
    assert "Enter why it is discarded" in words(send(desk, draft, why="  "))
    assert ProgressReport.objects.filter(pk=draft.pk).exists()


def test_a_presented_report_is_never_discarded(desk, draft, officer):
    first = draft.previous

    with pytest.raises(AlreadyPresented):
        discarded(first, officer)
    assert send(desk, first).redirect_chain[-1][0] == f"{LIST}{first.pk}/"
    assert ProgressReport.objects.filter(pk=first.pk).exists()


def test_what_somebody_wrote_meanwhile_is_read_before_it_goes(desk, draft, officer):
    old = draft.version
    written(draft, "Benches", by=officer)

    with pytest.raises(Conflict):
        discard_report(draft, expected=old, why=WHY, by=officer)
    page = words(send(desk, draft, version=old))
    assert "Somebody wrote in the draft meanwhile. Read it again, then discard it" in page
    assert f'value="{WHY}"' in page


def test_words_typed_for_a_draft_that_was_discarded_are_given_back(desk, draft, officer):
    item = draft.items.latest("number")
    discarded(draft, officer)

    answer = desk.post(f"{LIST}{draft.pk}/work/", {"text": "A new bench", "who": "HS", "add": "yes"})
    assert answer.status_code == 410
    assert "What you typed is not saved" in words(answer)
    assert "A new bench" in words(answer)
    changed = desk.post(f"{LIST}items/{item.pk}/", {"text": "More litter"})
    assert (changed.status_code, "More litter" in words(changed)) == (410, True)


def test_discarding_twice_says_who_was_first(desk, draft, officer):
    discarded(draft, officer)

    page = words(send(desk, draft))
    assert f"This draft was discarded by {officer}: {WHY}. Nothing more was done." in page


def test_another_service_neither_discards_it_nor_hears_of_it(client, draft, officer, other_officer):
    client.force_login(other_officer)
    assert client.post(f"{LIST}{draft.pk}/discard/", {"version": 1, "why": WHY}).status_code == 404
    discarded(draft, officer)

    assert client.get(f"{LIST}{draft.pk}/work/").status_code == 404
    assert WHY not in words(client.get(LIST))
