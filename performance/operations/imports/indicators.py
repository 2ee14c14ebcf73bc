"""Importing indicators into the register: new ones, and changes to those that are there."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from council.audit import save_versioned
from council.models import User
from performance.choices import ReferenceKind
from performance.models import Indicator
from performance.operations.imports.history import add_all
from performance.operations.imports.indicator_cells import (
    FieldValue,
    changed_fields,
    disagreements,
    read_fields,
    shown,
)
from performance.operations.imports.planned import Brought, Planned
from performance.operations.imports.register import Register
from performance.rules.importing.kinds import FOR_INFORMATION, INDICATOR_COLUMNS
from performance.rules.importing.lines import Line, read_lines
from performance.rules.importing.matching import Match
from performance.rules.importing.plan import Change, Choice, Difference, Draft, Effect
from performance.rules.importing.words import same_reference, same_words
from performance.rules.published.references import reference_kind

NEW = "new"
NEEDED = ("service", "value_kind", "direction", "cycle")
HEADING = {column.name: column.heading for column in INDICATOR_COLUMNS}


@dataclass
class IndicatorWork:
    """The indicators to add, and those to change with the fields that change."""

    new: list[Indicator] = field(default_factory=list)
    changed: list[tuple[Indicator, list[str]]] = field(default_factory=list)

    def write(self, *, by: User | None, at: datetime.datetime, why: str) -> None:
        """Adds and changes them, each with who and why in its history."""
        add_all(self.new, Indicator, by=by, at=at, why=why)
        for row, names in self.changed:
            save_versioned(row, expected=row.version, by=by, why=why, update_fields=names)


def plan_indicators(brought: Brought) -> Planned:
    """What a file of indicators will change."""
    read = read_lines(brought.sheet, INDICATOR_COLUMNS, FOR_INFORMATION["indicators"])
    planning = _Planning(Draft(brought.answers), Register(), brought.settings.get("service"))
    planning.draft.problems += read.problems
    planning.draft.notes += read.notes
    for line in read.lines:
        planning.look_at(line)
    return Planned(planning.draft.plan(), planning.work)


@dataclass
class _Planning:
    """The lines of a file, held against the register one by one."""

    draft: Draft
    register: Register
    default_service: int | None
    work: IndicatorWork = field(default_factory=IndicatorWork)
    seen: dict[object, int] = field(default_factory=dict)

    def look_at(self, line: Line) -> None:
        if not line["title"]:
            self.draft.problems.append(line.problem("Write the name of the indicator.", "title"))
            return
        before = len(self.draft.problems)
        fields = read_fields(line, self.register, self.draft)
        if len(self.draft.problems) > before:
            return
        is_known, row = self._row(line)
        if not is_known:
            return
        self.draft.problems += disagreements(line, fields, row)
        if row is None:
            self._add(line, fields)
        else:
            self._change(line, row, fields)

    def _row(self, line: Line) -> tuple[bool, Indicator | None]:
        """Whether it is known which indicator a line is about, and which; None for a new one."""
        service = line["service"] or self._default_service_name()
        match = self.register.match_line(line, service)
        if match.sure:
            return True, self.register.indicators[match.sure.pk]
        if not match.offered or match.is_by_page:
            return True, None
        answer = self._ask(line, match)
        return bool(answer), self.register.indicators.get(int(answer)) if answer.isdecimal() else None

    def _ask(self, line: Line, match: Match) -> str:
        said = f"{line['reference']} {line['title']}".strip()
        choices = [
            Choice(str(each.pk), f"It is {each.words}, and changes as the file says")
            for each in match.offered
        ]
        choices.append(Choice(NEW, "It is a new indicator"))
        sentence = f"“{said}” is like what the register has, but not the same. Is it one of these?"
        return self.draft.ask(f"indicator-{line.number}", line.number, sentence, tuple(choices))

    def _default_service_name(self) -> str:
        service = self.register.services.get(self.default_service or 0)
        return self.register.path(service) if service else ""

    def _change(self, line: Line, row: Indicator, fields: dict[str, FieldValue]) -> None:
        if not self._is_first(line, row.pk, str(row)):
            return
        names = changed_fields(row, fields)
        found = [
            Difference(HEADING[name], shown(name, getattr(row, name)), shown(name, fields[name]))
            for name in names
        ]
        effect = Effect.CHANGED if found else Effect.UNCHANGED
        self.draft.changes.append(Change(line.number, str(row), effect, tuple(found)))
        if names:
            for name in names:
                setattr(row, name, fields[name])
            self.work.changed.append((row, names))

    def _add(self, line: Line, fields: dict[str, FieldValue]) -> None:
        service = fields.get("service") or self.register.services.get(self.default_service or 0)
        given: Mapping[str, FieldValue] = fields | ({"service": service} if service else {})
        missing = [name for name in NEEDED if name not in given]
        for name in missing:
            sentence = f"This indicator is new, so it needs “{HEADING[name]}”."
            self.draft.problems.append(line.problem(sentence, name))
        kind = reference_kind(line["reference"]) or ReferenceKind.LOCAL
        row = Indicator(**{"reference_kind": kind, **given})
        key = (service.pk if service else None, same_reference(row.reference), same_words(row.title))
        if missing or not self._is_first(line, key, str(row)):
            return
        said = tuple(Difference(HEADING[name], "", shown(name, value)) for name, value in given.items())
        self.draft.changes.append(Change(line.number, str(row), Effect.NEW, said))
        self.work.new.append(row)

    def _is_first(self, line: Line, key: object, name: str) -> bool:
        """Notes a problem where an earlier line is about the same indicator."""
        first = self.seen.setdefault(key, line.number)
        if first != line.number:
            sentence = f"Rows {first} and {line.number} are both about “{name}”. Keep one of them."
            self.draft.problems.append(line.problem(sentence))
        return first == line.number
