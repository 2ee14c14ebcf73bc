"""The items of a draft: added, changed, taken out, and what became of those carried forward.

Each verb works in one transaction and raises AlreadyPresented where the report is fixed; each that changes an item
raises Conflict where somebody else saved it first.
"""

import uuid
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Max

from council.audit import Conflict, add_versioned, claim_version, remember, save_versioned
from council.dates import read_vague_date
from council.models import User
from performance.choices import ItemKind, ItemUpdate
from performance.figures.progress.figures import newest_figure
from performance.figures.progress.posts import posts_by_words
from performance.models import Indicator, ItemOwner, ProgressHeading, ProgressItem, ProgressReport
from performance.operations.progress.reports import hold_draft
from performance.rules.progress.owners import MOST_OWNERS, OwnerRead, read_owners
from portfolios.models import AwaitedEvent
from portfolios.operations.sent import key_of


class StaysInTheReport(Exception):
    """What the report before left open is not taken out: it is done, dropped with a reason, or still open."""

    def __init__(self) -> None:
        super().__init__("The report before left this open, so it stays. Say that it was dropped, and why.")


class NoFigureStands(Exception):
    """No figure of the indicator is signed off that the words could repeat."""

    def __init__(self, indicator: Indicator) -> None:
        super().__init__(f"No figure of {indicator} was signed off by the end of the period. Choose another")


@dataclass(frozen=True, kw_only=True)
class Duty:
    """Who and by when, as written, and what it is subject to ("" for nothing)."""

    who: str = ""
    owners_of_heading: bool = False
    by_when: str = ""
    waits_for: str = ""


@dataclass(frozen=True, kw_only=True)
class ItemWords:
    """All that an officer writes of an item of their own."""

    heading: ProgressHeading
    kind: ItemKind
    text: str = ""
    duty: Duty = Duty()
    correction: str = ""
    figure_of: Indicator | None = None
    """The indicator whose newest figure by then the words repeat."""


@transaction.atomic
def add_item(
    report: ProgressReport, words: ItemWords, *, sent_as: uuid.UUID | None = None, by: User
) -> ProgressItem:
    """Adds an item to a draft; answers the one that is there where this form was sent before."""
    key = key_of(sent_as or uuid.uuid4(), by.pk, report.pk, words)
    sent = ProgressItem.objects.filter(sent_as=key).first()
    if sent is not None:
        return sent
    hold_draft(report)
    item = ProgressItem(report=report, sent_as=key, number=_next_number(report))
    _write(item, words)
    owners = _set_duty(item, words.duty, by=by)
    try:
        with transaction.atomic():
            add_versioned(item, by=by)
    except (IntegrityError, ValidationError):
        sent = ProgressItem.objects.filter(sent_as=key).first()
        if sent is None:
            raise
        return sent
    _keep_owners(item, owners)
    return item


@transaction.atomic
def change_item(item: ProgressItem, words: ItemWords, *, expected: int, by: User) -> ProgressItem:
    """Changes an item of a draft. Of one carried forward, heading, kind and words stay as they were presented."""
    row = _held(item)
    if row.carried_from_id is None:
        _write(row, words)
    row.correction = words.correction
    owners = _set_duty(row, words.duty, by=by)
    save_versioned(row, expected=expected, by=by)
    _keep_owners(row, owners)
    return row


@transaction.atomic
def remove_item(item: ProgressItem, *, expected: int, by: User) -> None:
    """Takes an item out of a draft; its history stays. Raises StaysInTheReport for one carried forward."""
    row = _held(item)
    if row.carried_from_id is not None:
        raise StaysInTheReport
    claim_version(row, expected=expected)
    remember(row, by=by, why="Taken out of the draft")
    row.delete()


@transaction.atomic
def update_item(
    item: ProgressItem, *, expected: int, update: ItemUpdate | None, note: str, by_when: str, by: User
) -> ProgressItem:
    """Says what became of an item carried forward, and by when it is meant now. What is the same is not saved."""
    row = _held(item)
    said = (update or "", note, by_when)
    if said == (row.update, row.update_note, row.by_when_as_written):
        return row
    row.update, row.update_note = update or "", note
    _set_time(row, by_when)
    save_versioned(row, expected=expected, by=by)
    return row


def _held(item: ProgressItem) -> ProgressItem:
    """The item as it stands, in a draft that cannot be presented meanwhile; Conflict where it was taken out."""
    row = ProgressItem.objects.select_related("report").filter(pk=item.pk).first()
    if row is None:
        raise Conflict(None)
    hold_draft(row.report)
    row.refresh_from_db()
    return row


def _next_number(report: ProgressReport) -> int:
    """The number after the highest that was ever given, so that none names two items."""
    used = ProgressItem.history.filter(report=report).aggregate(last=Max("number"))["last"]
    return int(used or 0) + 1


def _write(item: ProgressItem, words: ItemWords) -> None:
    item.heading, item.kind, item.text = words.heading, words.kind, words.text
    item.correction = words.correction
    _tie(item, words.figure_of)


def _tie(item: ProgressItem, indicator: Indicator | None) -> None:
    """Ties the words to the figure they repeat, as it stands now; one that is tied already stays as it was."""
    if indicator is not None and item.figure_of_id == indicator.pk:
        return
    figure = newest_figure(indicator, until=item.report.period.ends_on) if indicator else None
    if indicator is not None and figure is None:
        raise NoFigureStands(indicator)
    item.figure_of = indicator
    item.figure_period, item.figure_words = (figure.period, figure.words) if figure else (None, "")


def _set_duty(item: ProgressItem, duty: Duty, *, by: User) -> list[OwnerRead]:
    """Sets who, by when and what it waits for; answers the owners that the words name."""
    item.who_as_written, item.owners_of_heading = duty.who, duty.owners_of_heading
    _set_time(item, duty.by_when)
    item.event = _event_named(duty.waits_for, by=by) if duty.waits_for else None
    return read_owners(duty.who, posts_by_words())[:MOST_OWNERS] if duty.who else []


def _set_time(item: ProgressItem, by_when: str) -> None:
    read = read_vague_date(by_when)
    item.by_when_as_written, item.precision = by_when, read.precision.value
    item.earliest, item.latest = read.earliest, read.latest


def _event_named(name: str, *, by: User) -> AwaitedEvent:
    """The event of that name; a new one where nothing is called so."""
    event = AwaitedEvent.objects.filter(name__iexact=name).first()
    if event is None:
        event = AwaitedEvent(name=name)
        add_versioned(event, by=by, why="Named in a progress report")
    return event


def _keep_owners(item: ProgressItem, owners: list[OwnerRead]) -> None:
    item.owners.all().delete()
    ItemOwner.objects.bulk_create(
        ItemOwner(item=item, number=number, words=each.words, post_id=each.post)
        for number, each in enumerate(owners, start=1)
    )
