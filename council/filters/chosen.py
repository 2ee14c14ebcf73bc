"""The chosen filters in words, each with the address of the list without it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django import forms
from django.http import HttpRequest, QueryDict

from council.dates import long_date
from council.filters.sets import UNREADABLE, FilterSet

LONGEST_WORD = 60
"""Letters of a chosen value that are shown; the form beside shows it all."""


class ChosenWord(NamedTuple):
    """A chosen filter in words, such as "Service: Planning", and the address of the list without it."""

    label: str
    url: str


def chosen_words(filterset: FilterSet, request: HttpRequest) -> list[ChosenWord]:
    """The filters in force, in the order of the form; several values of one filter are several words."""
    form = filterset.form
    chosen: dict[str, Any] = form.cleaned_data if form.is_valid() or form.is_bound else {}
    words = []
    for name, field in form.fields.items():
        for said, raw in _said(field, chosen.get(name)):
            url = address(request, without=form.names_of(name), only=raw)
            shortened = said if len(said) <= LONGEST_WORD else f"{said[: LONGEST_WORD - 1]}…"
            words.append(ChosenWord(f"{field.label}: {shortened}", url))
    return words


def _said(field: forms.Field, value: Any) -> Iterator[tuple[str, str | None]]:
    """Each chosen value in words, with its text in the address where others of the same filter may stay."""
    if value is None or value == "" or value is False:
        return
    if isinstance(field, forms.ModelMultipleChoiceField):
        yield from ((field.label_from_instance(each), str(field.prepare_value(each))) for each in value)
    elif isinstance(field, forms.MultipleChoiceField):
        yield from ((_choice(field, each), str(each)) for each in value)
    elif isinstance(field, forms.ModelChoiceField) and not isinstance(value, str):
        yield field.label_from_instance(value), None
    elif isinstance(field, forms.ChoiceField):
        yield _choice(field, value), None
    else:
        yield _plain(value), None


def _choice(field: forms.ChoiceField, value: object) -> str:
    choices: Iterable[tuple[Any, Any]] = field.choices  # type: ignore[assignment]
    groups = [label if isinstance(label, list | tuple) else [(key, label)] for key, label in choices]
    return next(
        (str(label) for group in groups for key, label in group if str(key) == str(value)), str(value)
    )


def _plain(value: Any) -> str:
    if isinstance(value, slice):
        return " to ".join(_plain(end) if end is not None else "any" for end in (value.start, value.stop))
    if isinstance(value, dt.date):
        return long_date(value)
    return "Yes" if value is True else str(value)


def address(
    request: HttpRequest, *, without: Iterable[str] = (), only: str | None = None, **changes: str
) -> str:
    """The list's address with `changes`, and without the names in `without` (or just their value `only`)."""
    gone = set(without)
    kept = [(name, value) for name, value in pairs(request, "page", "export", *changes)]
    kept = [each for each in kept if each[0] not in gone or (only is not None and each[1] != only)]
    query = QueryDict(mutable=True)
    for name, value in [*kept, *changes.items()]:
        query.appendlist(name, value)
    return f"?{query.urlencode()}"


def pairs(request: HttpRequest, *without: str) -> list[tuple[str, str]]:
    """The names and values of the address that say something and can be read."""
    return [
        (name, value)
        for name, values in request.GET.lists()
        for value in values
        if value and name not in without and not UNREADABLE.search(name + value)
    ]
