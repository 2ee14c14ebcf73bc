"""Somebody else was quicker: both sides are shown, and what was typed stays."""

import datetime
from typing import Any

from django import forms
from django.http import QueryDict

from council.admin.row_forms import OVERTAKEN
from council.admin.spoken import BLANK
from council.dates import long_date
from portfolios.admin.amendments.forms import AmendmentForm
from portfolios.admin.amendments.wording import LABELS
from portfolios.models import Amendment, AmendmentEntry
from portfolios.rules.remits.fields import FIELDS


def show_both(form: AmendmentForm, row: Amendment) -> None:
    """Puts what the other saved beside each box; saving again from there is a choice, not an accident."""
    last = row.entries.select_related("by").first()
    who = str(last.by) if last and last.by else "Somebody else"
    differing = [name for name in FIELDS[form.kind].all if _differs(form, row, name)]
    sent: Any = form.data
    form.data = sent.copy()
    form.data["version"] = str(row.version)
    for name in differing:
        form.add_error(name, f"Now saved as “{_said(form.fields[name], row, name)}”.")
    form.add_error(None, OVERTAKEN % {"who": who})
    if row.kind != form.kind:
        form.add_error(None, f"What it does was changed to “{row.get_kind_display()}”.")


def _differs(form: AmendmentForm, row: Amendment, name: str) -> bool:
    typed = form.cleaned_data.get(name)
    if name == "items":
        return {*(typed or [])} != {*row.items.values_list("pk", flat=True)}
    if isinstance(typed, int | None) and name in ("item", "to_portfolio"):
        return bool(typed != getattr(row, f"{name}_id"))
    return (typed or None) != (getattr(row, name) or None)


def _said(field: forms.Field, row: Amendment, name: str) -> str:
    """What the row holds, as the box would show it."""
    if name == "items":
        labels = dict(getattr(field, "choices", ()))
        return ", ".join(labels.get(str(each.pk), str(each)) for each in row.items.order_by("pk")) or BLANK
    value = getattr(row, name)
    if isinstance(value, datetime.date):
        return long_date(value)
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        key = getattr(value, "pk", value)
        return str(dict(field.choices).get(str(key), value or BLANK)) if key else BLANK  # type: ignore[arg-type]
    return str(value) if value else BLANK


def typed_words(sent: QueryDict) -> list[tuple[str, str]]:
    """What somebody had typed into a draft that is none any more: to be copied, not saved."""
    return [(LABELS[name], sent[name]) for name in ("words", "anchor", "source") if sent.get(name)]


def steps_since(row: Amendment, version: int) -> list[AmendmentEntry]:
    """What was done with the amendment since that version was read, newest first."""
    return list(row.entries.filter(number__gt=version).select_related("by"))
