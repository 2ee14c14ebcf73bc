"""The ledger across its rows: agendas, owners, what presses."""

from datetime import UTC, date, datetime

import pytest

from portfolios.choices import DueKind, Fate
from portfolios.figures.promises import due_remark, ledger, problems_of, promised
from portfolios.models import Promise, PromiseEntry
from tests.factories import BodyFactory, MeetingFactory, PostFactory, ServiceFactory
from tests.factories.promises import AwaitedEventFactory, PromiseFactory

TODAY = date(2026, 10, 12)
LATE, SOON = date(2026, 10, 1), date(2026, 12, 1)

pytestmark = pytest.mark.django_db


def heard(promise):
    PromiseEntry.objects.create(
        promise=promise, number=1, fate=Fate.PART_KEPT, at=datetime(2026, 10, 1, tzinfo=UTC), note="Half"
    )


CASES = [
    pytest.param({"due_on": LATE}, True, id="past-its-day"),
    pytest.param({"due_on": LATE, "fate": Fate.PART_KEPT}, True, id="part-kept"),
    pytest.param({"due_on": TODAY}, False, id="due-today"),
    pytest.param({"due_on": LATE, "fate": Fate.KEPT}, False, id="kept"),
    pytest.param({"due_on": LATE, "fate": Fate.MISSED}, False, id="missed"),
    pytest.param({"undated": True}, False, id="undated"),
]


@pytest.mark.parametrize("more, overdue", CASES)
def test_overdue_means_the_same_of_a_row_and_of_the_list(more, overdue):
    promise = PromiseFactory(**more)

    assert promise.is_overdue(on=TODAY) is overdue
    assert Promise.objects.overdue(on=TODAY).exists() is overdue
    assert Promise.objects.for_ledger(on=TODAY).get().now_overdue is overdue


def test_undated_is_what_waits_for_nothing_that_may_still_happen():
    undated = PromiseFactory(undated=True)
    called_off = PromiseFactory(
        due_kind=DueKind.EVENT, due_on=None, event=AwaitedEventFactory(did_not_happen=True)
    )
    PromiseFactory(due_kind=DueKind.EVENT, due_on=None, event=AwaitedEventFactory())
    PromiseFactory(undated=True, fate=Fate.RELEASED)

    assert set(Promise.objects.undated()) == {undated, called_off}


@pytest.mark.shows("S2-31", "L21", "F88")
def test_owners_are_counted_with_overload_and_silence():
    busy, quiet = PostFactory(title="CAP Manager", abbreviation="CAPM"), PostFactory(title="Head of HR")
    for number in range(14):
        promise = PromiseFactory(owner=busy, due_on=LATE if number < 2 else SOON)
    heard(promise)
    PromiseFactory.create_batch(6, owner=quiet, undated=True)
    PromiseFactory(owner=None, undated=True)
    PromiseFactory(owner=quiet, fate=Fate.KEPT)

    found = ledger(on=TODAY)

    assert (found.outstanding, found.overdue, found.undated, found.unowned) == (21, 2, 7, 1)
    assert (found.overloaded.title, found.overloaded.outstanding) == ("CAP Manager (CAPM)", 14)
    assert [(each.title, each.outstanding, each.undated) for each in found.owing] == [
        ("CAP Manager (CAPM)", 14, 0),
        ("Head of HR", 6, 6),
        ("No post", 1, 1),
    ]
    assert [each.title for each in found.phantoms] == ["Head of HR"]


def test_few_promises_are_no_overload():
    PromiseFactory(owner=PostFactory())

    assert ledger(on=TODAY).overloaded is None
    assert ledger(on=TODAY).owing[0].never_heard_from


@pytest.mark.shows("L12")
@pytest.mark.parametrize(
    "more, held_on",
    [
        pytest.param({"due_on": date(2026, 12, 1)}, date(2026, 11, 10), id="the-last-before-its-day"),
        pytest.param({"due_on": date(2026, 11, 5)}, date(2026, 10, 20), id="an-earlier-one"),
        pytest.param({"due_on": date(2026, 10, 15)}, None, id="none-before-its-day"),
        pytest.param({"due_on": LATE}, date(2026, 10, 20), id="overdue-comes-to-the-next"),
        pytest.param({"undated": True}, None, id="undated"),
        pytest.param({"due_on": LATE, "fate": Fate.KEPT}, None, id="settled"),
    ],
)
def test_a_promise_files_itself_on_the_agenda_of_the_body_it_is_owed_to(more, held_on):
    body = BodyFactory(name="Cabinet")
    for day in (date(2026, 10, 6), date(2026, 10, 20), date(2026, 11, 10), date(2026, 12, 8)):
        MeetingFactory(body=body, held_on=day)
    MeetingFactory(held_on=date(2026, 10, 14))
    PromiseFactory(to_body=body, **more)

    row = Promise.objects.with_agenda(on=TODAY).get()

    assert (row.agenda_on, row.agenda_body) == (held_on, "Cabinet" if held_on else None)


def test_the_meeting_named_goes_before_any_other():
    body = BodyFactory()
    named = MeetingFactory(body=body, held_on=date(2026, 12, 8))
    MeetingFactory(body=body, held_on=date(2026, 10, 20))
    PromiseFactory(to_body=body, due_kind=DueKind.MEETING, due_meeting=named, due_on=named.held_on)

    assert Promise.objects.with_agenda(on=TODAY).get().agenda_pk == named.pk
    assert not Promise.objects.for_next_meetings(on=TODAY).exists()


@pytest.mark.shows("F88", "L12")
def test_what_presses_is_overdue_or_comes_to_the_next_meeting():
    waste, body = PostFactory(service=ServiceFactory()), BodyFactory()
    MeetingFactory(body=body, held_on=date(2026, 10, 20))
    coming = PromiseFactory(owner=waste, to_body=body, due_on=date(2026, 10, 30))
    late = PromiseFactory(due_on=LATE)
    PromiseFactory(due_on=SOON)

    everywhere, at_waste = promised(on=TODAY), promised(on=TODAY, service_ids={waste.service_id})

    assert (everywhere.overdue, everywhere.coming) == ([late], [coming])
    assert (at_waste.overdue, at_waste.coming) == ([], [coming])
    assert not promised(on=TODAY, service_ids=set())


def test_the_list_asks_as_often_for_many_as_for_few(django_assert_num_queries):
    PromiseFactory.create_batch(5, to_body=BodyFactory())

    with django_assert_num_queries(2):
        list(Promise.objects.for_ledger(on=TODAY))
    with django_assert_num_queries(1):
        ledger(on=TODAY)


@pytest.mark.shows("X-02", "L21", "S3-15")
@pytest.mark.parametrize(
    "more, sentence",
    [
        pytest.param(
            {"due_as_written": "Spring 03", "due_on": date(2003, 5, 31)},
            "Spring is read as March to May. Taken to mean by 31 May 2003 at the latest.",
            id="as-read",
        ),
        pytest.param(
            {"due_as_written": "Spring 03", "due_on": date(2003, 3, 31)},
            "Agreed to mean by 31 March 2003.",
            id="agreed",
        ),
        pytest.param({"undated": True}, "These words name no day.", id="undated"),
    ],
)
def test_a_remark_says_how_the_words_are_meant(more, sentence):
    assert due_remark(PromiseFactory.build(owner=None, **more)) == sentence


def test_the_remark_names_the_meeting_or_the_event():
    meeting = MeetingFactory(held_on=SOON)
    at_meeting = PromiseFactory(due_meeting=meeting, due_kind=DueKind.MEETING, due_as_written="next meeting")
    waits = PromiseFactory(due_kind=DueKind.EVENT, due_on=None, event=AwaitedEventFactory(name="Contract"))

    assert due_remark(at_meeting) == "Due at the meeting on 1 December 2026."
    assert due_remark(waits) == "Waits for “Contract”."


def test_a_vacant_owner_is_a_problem():
    promise = PromiseFactory(owner__title="Head of Waste")

    assert [each.sentence for each in problems_of(promise, holders=[], on=TODAY)] == [
        "Nobody holds the post Head of Waste today."
    ]
