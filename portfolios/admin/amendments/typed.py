"""Between the boxes of a form and an amendment."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from portfolios.choices import AmendmentKind, Placing
from portfolios.models import Amendment
from portfolios.rules.remits.fields import FIELDS

KEYS = ("item", "to_portfolio")
TEXTS = ("anchor", "words", "item_kind", "source")
ROWS = ("body", "finding", "recommendation")


def read_or(field: forms.Field, typed: str | None, otherwise: Any) -> Any:
    """What was typed, as far as it can be read; the other where the box was not sent at all."""
    if typed is None:
        return otherwise
    try:
        return field.clean(typed)
    except ValidationError:
        return None


def values_of(row: Amendment) -> dict[str, Any]:
    """What a saved draft has in its boxes."""
    columns = {
        name: f"{name}_id" if name in (*KEYS, *ROWS) else name for name in FIELDS[AmendmentKind(row.kind)].all
    }
    values = {name: getattr(row, column) for name, column in columns.items() if name != "items"}
    return values | {"items": [str(pk) for pk in row.items.values_list("pk", flat=True)]}


def write_into(amendment: Amendment, typed: Mapping[str, Any]) -> None:
    """Gives the amendment what was typed; what its kind does not ask is blank."""
    for name in KEYS:
        setattr(amendment, f"{name}_id", typed.get(name))
    for name in TEXTS:
        setattr(amendment, name, typed.get(name) or "")
    for name in (*ROWS, "effective_on"):
        setattr(amendment, name, typed.get(name))
    amendment.placing = typed.get("placing") or Placing.END
    amendment.place = typed.get("place") or 1
