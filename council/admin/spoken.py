"""Values of the register as a person says them."""

import datetime
from decimal import Decimal
from typing import Any

from django.db.models import Field

from council.dates import long_date
from council.numbers import plain_number
from council.periods import year_name

BLANK = "(blank)"


def spoken(field: Field, value: Any) -> str:
    """The value of a model's field in words: "Yes", "7 April 2026", "2026/27", the label of a choice."""
    if value is None or value == "":
        return BLANK
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if field.flatchoices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, int) and field.name == "year":
        return year_name(value)
    if isinstance(value, datetime.date):
        return long_date(value)
    if isinstance(value, Decimal):
        return plain_number(value.normalize())
    return str(value)


def named(field: Field) -> str:
    """The field's name as the form writes it."""
    name = str(field.verbose_name)
    return name[:1].upper() + name[1:]
