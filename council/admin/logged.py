"""Old and new words for Django's own log, of rows that have no history table of their own."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model

from council.admin.history import NOT_TOLD, VERBS
from council.admin.spoken import BLANK, named, spoken

Told = dict[str, Any]


def words_for_log(form: Any, formsets: Iterable[Any], *, add: bool) -> list[Told]:
    """What was done to the row and to the rows that belong to it, as far as no history table keeps it."""
    row, why = form.instance if hasattr(form, "instance") else form.user, form.cleaned_data.get("why", "")
    told = [] if _is_tracked(row) else _changed(form, "+" if add else "~", why)
    for formset in formsets:
        if not _is_tracked(formset.model):
            told += _rows(formset, why)
    return told


def _is_tracked(model: Any) -> bool:
    return hasattr(model, "history")


def _rows(formset: Any, why: str) -> list[Told]:
    kind = str(formset.part_name)
    told = []
    for form in formset.forms:
        row = form.instance
        name = f"{kind} “{row}”"
        if row in formset.deleted_objects:
            told.append(_line("-", name, [], why))
        elif row in formset.new_objects or row in [changed for changed, _ in formset.changed_objects]:
            told += _changed(form, "+" if row in formset.new_objects else "~", why, name)
    return told


def _changed(form: Any, kind: str, why: str, name: str = "") -> list[Told]:
    """The fields that the form changed; a password is only ever said to have been set."""
    row = form.instance if hasattr(form, "instance") else form.user
    if {"password1", "set_usable_password"} & set(form.changed_data) and kind == "~":
        return [_line(kind, name, [["Password", "(hidden)", "(hidden)"]], why)]
    changes = []
    for field_name in form.changed_data:
        field = _field(row, field_name)
        if field is not None:
            old = BLANK if kind == "+" else spoken(field, form.initial.get(field_name))
            changes.append([named(field), old, spoken(field, form.cleaned_data.get(field_name))])
    return [_line(kind, name, changes, why)] if changes else []


def _field(row: Model, name: str) -> Any:
    if name in NOT_TOLD:
        return None
    try:
        return row._meta.get_field(name)
    except FieldDoesNotExist:
        return None


def _line(kind: str, what: str, changes: list[list[str]], why: str) -> Told:
    return {"verb": VERBS[kind], "what": what, "changes": changes, "why": why}
