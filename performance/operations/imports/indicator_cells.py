"""The cells of a file of indicators: each read as its field of the register, or refused by name."""

import datetime
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django.db.models import CharField

from council.dates import DateProblem, long_date, read_date
from council.numbers import NumberProblem, Quantity, plain_number, read_number
from council.periods import Frequency
from performance.choices import Direction, ReferenceKind, ValueKind, YearToDate
from performance.models import Cycle, Indicator
from performance.operations.imports.register import Register
from performance.rules.importing.lines import Line
from performance.rules.importing.plan import Draft, Problem
from performance.rules.importing.words import (
    DIRECTIONS,
    KINDS,
    REFERENCE_KINDS,
    YEAR_TO_DATE,
    WordProblem,
    read_choice,
    read_yes_or_no,
)
from performance.rules.spc.months import why_no_months
from portfolios.models import Post, Service

NO_END = Decimal("Infinity")
MOST_DECIMALS = Decimal(4)
MOST_TEXT = {
    field.name: field.max_length
    for field in Indicator._meta.concrete_fields
    if isinstance(field, CharField) and field.max_length
}
"""Characters that each line of text may have."""
FieldValue = Any
"""What a field of an indicator holds: a text, a number, a day, yes or no, or a row it points to."""

CHOICES: Mapping[str, tuple[list[tuple[Any, Any]], Mapping[str, str]]] = {
    "reference_kind": (ReferenceKind.choices, REFERENCE_KINDS),
    "value_kind": (ValueKind.choices, KINDS),
    "direction": (Direction.choices, DIRECTIONS),
    "year_to_date": ([("", "As is usual for its kind"), *YearToDate.choices], YEAR_TO_DATE),
}


def read_fields(line: Line, register: Register, draft: Draft) -> dict[str, FieldValue]:
    """The fields that a line gives, by name; a blank cell gives none, and one that cannot be read is a problem."""
    fields = {}
    for name in line.places:
        if not line[name]:
            continue
        try:
            fields[name] = _read(name, line[name], register)
        except (WordProblem, NumberProblem, DateProblem) as problem:
            draft.problems.append(line.problem(_with_stop(problem.sentence), name))
    return fields


def _read(name: str, text: str, register: Register) -> FieldValue:
    if name in CHOICES:
        return read_choice(text, *CHOICES[name])
    if name in _READERS:
        return _READERS[name](text)
    rows: dict[str, Callable[[str], object]] = {
        "service": register.service,
        "owner": register.owner,
        "cycle": register.cycle,
    }
    return rows[name](text) if name in rows else _line_of_text(text, name)


def _line_of_text(text: str, name: str) -> str:
    """A text that fits its field, on one line."""
    most = MOST_TEXT[name]
    if "\n" in text:
        raise WordProblem("Write this on one line: take out the line break.")
    if len(text) > most:
        raise WordProblem(f"This has {len(text):,} characters. The most is {most}.")
    return text


def _figure(text: str) -> Decimal:
    return read_number(text.rstrip("% "), quantity=Quantity.DECIMAL, minimum=-NO_END, maximum=NO_END).value


def _decimals(text: str) -> int:
    return int(read_number(text, quantity=Quantity.COUNT, maximum=MOST_DECIMALS).value)


def _levels(text: str) -> str:
    """Levels one a line, as the register keeps them; a file may put semicolons between them."""
    return "\n".join(level.strip() for level in text.replace(";", "\n").splitlines() if level.strip())


_READERS: Mapping[str, Callable[[str], FieldValue]] = {
    "decimals": _decimals,
    "levels": _levels,
    "minimum": _figure,
    "maximum": _figure,
    "is_cumulative": read_yes_or_no,
    "takes_monthly_values": read_yes_or_no,
    "starts_on": read_date,
    "ends_on": read_date,
}


def shown(name: str, value: FieldValue) -> str:
    """A field's value as a person reads it, and as a file can be read again."""
    if value is None or value == "":
        return ""
    if name in CHOICES:
        return str(dict(CHOICES[name][0])[value])
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, Decimal):
        return plain_number(value)
    if isinstance(value, datetime.date):
        return long_date(value)
    if isinstance(value, Service | Cycle):
        return value.name
    if isinstance(value, Post):
        return value.title
    return "; ".join(str(value).splitlines())


def changed_fields(row: Indicator, fields: Mapping[str, FieldValue]) -> list[str]:
    """The names of the fields that would be another."""
    return [name for name, value in fields.items() if _kept(getattr(row, name)) != _kept(value)]


def _kept(value: FieldValue) -> FieldValue:
    return "\n".join(value.splitlines()) if isinstance(value, str) else value


def disagreements(line: Line, fields: Mapping[str, FieldValue], row: Indicator | None) -> list[Problem]:
    """What does not go together once the line has had its say: a first and a last, or months of what has none."""

    def now(name: str) -> FieldValue:
        return fields.get(name, getattr(row, name, None))

    problems = []
    if now("starts_on") and now("ends_on") and now("ends_on") < now("starts_on"):
        problems.append(line.problem("The last day is before the first. Check both.", "ends_on"))
    if now("minimum") is not None and now("maximum") is not None and now("maximum") < now("minimum"):
        problems.append(line.problem("The maximum is below the minimum. Check both.", "maximum"))
    if now("takes_monthly_values") and now("cycle") and now("value_kind"):
        why_not = why_no_months(ValueKind(now("value_kind")), Frequency(now("cycle").frequency))
        if why_not:
            problems.append(line.problem(f"{why_not}. Write No.", "takes_monthly_values"))
    return problems


def _with_stop(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?")) else f"{sentence}."
