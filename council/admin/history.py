"""The history of a register row: every change to it and to the rows that belong to it, in words."""

import datetime
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import DateField, Field, ForeignKey, Model
from django.forms.models import _get_foreign_key

from council.admin.spoken import BLANK, named, spoken

NOT_TOLD = {"id", "version", "password"}
VERBS = {"+": "Added", "~": "Changed", "-": "Removed"}


@dataclass(frozen=True)
class Change:
    """One field: what it said before, and what it says since."""

    field: str
    old: str
    new: str


@dataclass(frozen=True)
class Entry:
    """One save: when, by whom, what it did to which row, and why."""

    at: datetime.datetime
    by: str
    what: str
    verb: str
    changes: tuple[Change, ...]
    why: str

    @property
    def is_new(self) -> bool:
        """Whether the row began with it, so that there is nothing before."""
        return self.verb == VERBS["+"]


@dataclass(frozen=True)
class Part:
    """Rows that belong to another: what each is called there, and the link by which it belongs."""

    model: type[Model]
    name: str
    link: ForeignKey

    @classmethod
    def of(cls, inline: Any) -> "Part":
        """The rows that an inline of the admin edits."""
        link = _get_foreign_key(inline.parent_model, inline.model, inline.fk_name)
        return cls(inline.model, _capital(inline.verbose_name), link)


def history_of(row: Model, parts: Iterable[Part], *, also: Iterable[Entry] = ()) -> list[Entry]:
    """Every change of the row and of its parts, newest first, with what other rows keep of it.

    The number of queries does not grow with the number of changes.
    """
    entries = [*_logged(row), *also]
    if hasattr(type(row), "history"):
        entries += _tracked(type(row), {"id": row.pk})
    for part in parts:
        if hasattr(part.model, "history"):
            entries += _tracked(part.model, {part.link.attname: row.pk}, part)
    return sorted(entries, key=lambda entry: entry.at, reverse=True)


def was_once(model: type[Model], pk: str) -> Model | None:
    """The row as it last was before somebody removed it; None when there never was one, or no history is kept."""
    if not hasattr(model, "history") or not pk.isdecimal():
        return None
    last = model.history.filter(id=pk).order_by("-history_date", "-history_id").first()
    row: Model | None = last.instance if last else None
    return row


def _tracked(model: type[Any], where: dict[str, Any], part: Part | None = None) -> list[Entry]:
    """What django-simple-history kept of the rows of one model."""
    records = list(
        model.history.filter(**where)
        .select_related("history_user")
        .order_by("id", "history_date", "history_id")
    )
    untold = {*NOT_TOLD, part.link.name} if part else NOT_TOLD
    fields = [each for each in model.history.model.tracked_fields if each.name not in untold]
    saying = _Saying(fields, records)
    entries = []
    for _, of_one_row in groupby(records, key=lambda record: record.id):
        before = None
        for record in of_one_row:
            entry = _entry(saying, before, record, part)
            if entry.changes or entry.verb == VERBS["-"]:
                entries.append(entry)
            before = record
    return entries


def _entry(saying: "_Saying", before: Any, record: Any, part: Part | None) -> Entry:
    return Entry(
        at=record.history_date,
        by=str(record.history_user or "The system"),
        what=f"{part.name} “{saying.name_of(record)}”" if part else "",
        verb=VERBS[record.history_type],
        changes=saying.changes(before, record) if record.history_type != "-" else (),
        why=record.history_change_reason or "",
    )


def _capital(name: Any) -> str:
    return str(name)[:1].upper() + str(name)[1:]


class _Saying:
    """Puts the values of records into words; each related model is asked once."""

    def __init__(self, fields: list[Field], records: list[Any]) -> None:
        self.fields = sorted(fields, key=lambda field: isinstance(field, DateField))
        self.related = {
            field.name: field.related_model._base_manager.in_bulk(
                {getattr(r, field.attname) for r in records}
            )
            for field in fields
            if field.is_relation
        }

    def value(self, field: Field, record: Any) -> str:
        value = getattr(record, field.attname)
        if value is not None and field.is_relation:
            return str(self.related[field.name].get(value, f"number {value}, since removed"))
        return spoken(field, value)

    def changes(self, before: Any, record: Any) -> tuple[Change, ...]:
        """What differs from the record before; of the first record, whatever it says."""
        pairs = [
            (field, self.value(field, before) if before else BLANK, self.value(field, record))
            for field in self.fields
        ]
        return tuple(Change(named(field), old, new) for field, old, new in pairs if old != new)

    def name_of(self, record: Any) -> str:
        """What tells the row from its neighbours: the first thing that it says."""
        told = (self.value(field, record) for field in self.fields)
        return next((words for words in told if words != BLANK), BLANK)


def _logged(row: Model) -> Iterator[Entry]:
    """What Django's own log kept of rows without a history table."""
    log = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(type(row)), object_id=str(row.pk)
    )
    for line in log.select_related("user"):
        for told in _told(line):
            changes = tuple(Change(*change) for change in told["changes"])
            yield Entry(line.action_time, str(line.user), told["what"], told["verb"], changes, told["why"])


def _told(line: LogEntry) -> list[dict[str, Any]]:
    """The part of a log line that `words_for_log` wrote; nothing where it did not."""
    if not line.change_message.startswith("["):
        return []
    found: list[dict[str, Any]] = []
    for part in json.loads(line.change_message):
        found += part.get("register", [])
    return found
