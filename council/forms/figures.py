"""Boxes for one figure or one date."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from council.dates import DateProblem, long_date, read_date
from council.numbers import NumberProblem, NumberRead, Quantity, plain_number, read_number
from council.text import plain_figures

# Text longer than this is not looked at for being empty.
_LONGEST = 100
# What only a return can answer.
_CHOICE = re.compile(r', or choose "Not (?:known|due)"')


class NumberField(forms.Field):
    """A box for one figure; its value is a `NumberRead`, or None where nothing was typed.

    The error has the code "blank" when a word for having no figure was typed, so that "Not known" can be offered.
    """

    def __init__(
        self,
        *,
        quantity: Quantity | str,
        decimals: int | None = None,
        minimum: Decimal | None = None,
        maximum: Decimal | None = None,
        usual: Sequence[Decimal] = (),
        unit: str = "",
        **kwargs: Any,
    ) -> None:
        self.quantity = Quantity(str(quantity))
        self.decimals, self.minimum, self.maximum = decimals, minimum, maximum
        self.usual, self.unit = usual, unit
        super().__init__(**kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        # The decimal keyboard of some phones has no minus sign.
        negative = self.minimum is not None and self.minimum < 0
        return {"autocomplete": "off"} | ({} if negative else {"inputmode": "decimal"})

    def read(self, value: Any) -> NumberRead | None:
        """What was typed as a figure; None for nothing."""
        if _is_empty(value):
            return None
        try:
            return read_number(
                str(value),
                quantity=self.quantity,
                decimals=self.decimals,
                minimum=self.minimum,
                maximum=self.maximum,
                usual=self.usual,
                unit=self.unit,
            )
        except NumberProblem as problem:
            code = "blank" if problem.looks_blank else "number"
            raise ValidationError(problem.sentence, code=code) from problem

    def to_python(self, value: Any) -> Any:
        return self.read(value)

    def prepare_value(self, value: Any) -> Any:
        value = value.value if isinstance(value, NumberRead) else value
        return plain_number(value) if isinstance(value, Decimal) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            now = self.read(data)
        except ValidationError:
            return True
        was = initial.value if isinstance(initial, NumberRead) else initial
        return bool((now.value if now else None) != was)


class FigureField(NumberField):
    """A box for one figure of a register row: its value is a Decimal, or None. There is no "Not known" to choose."""

    def __init__(self, *, quantity: Quantity | str = Quantity.DECIMAL, **kwargs: Any) -> None:
        # What a model's field hands to Django's own boxes.
        for name in ("max_digits", "decimal_places"):
            kwargs.pop(name, None)
        for name, end in (("min_value", "minimum"), ("max_value", "maximum")):
            if (value := kwargs.pop(name, None)) is not None:
                kwargs[end] = Decimal(value)
        super().__init__(quantity=quantity, **kwargs)

    def to_python(self, value: Any) -> Any:
        try:
            read = self.read(value)
        except ValidationError as error:
            instead = "" if self.required else ", or leave this empty"
            sentence = _CHOICE.sub(instead, error.message)
            raise ValidationError(sentence, code=error.code) from error
        return read.value if read else None


class WholeNumberField(FigureField):
    """A box for a whole number of a register row: its value is an int, or None; below 0 unless `min_value` is 0."""

    def __init__(self, **kwargs: Any) -> None:
        ends = {"minimum": Decimal("-Infinity")}
        super().__init__(**({"quantity": Quantity.COUNT} | ends | kwargs))

    def to_python(self, value: Any) -> Any:
        read = super().to_python(value)
        return None if read is None else int(read)


class DateField(forms.Field):
    """A box for one date, day first; shown again as it was typed, and at first as "7 April 2026"."""

    def __init__(self, *, help_text: str = "", **kwargs: Any) -> None:
        super().__init__(help_text=f"{help_text} For example, 7 April 2026".strip(), **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"autocomplete": "off"}

    def to_python(self, value: Any) -> date | None:
        if isinstance(value, date):
            return value
        if _is_empty(value):
            return None
        try:
            return read_date(str(value))
        except DateProblem as problem:
            raise ValidationError(problem.sentence, code="date") from problem

    def prepare_value(self, value: Any) -> Any:
        return long_date(value) if isinstance(value, date) else value


def _is_empty(value: Any) -> bool:
    """Nothing, or nothing that can be seen."""
    text = "" if value is None else str(value)
    return len(text) <= _LONGEST and not plain_figures(text).plain
