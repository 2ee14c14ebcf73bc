"""A figure that the words of an item repeat, held against the words and against what it is by now."""

import re
from dataclasses import dataclass

_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")


@dataclass(frozen=True)
class Repeated:
    """An indicator's figure for a period, as it stood when the words were tied to it."""

    indicator: int
    name: str
    period: int
    period_name: str
    value: str

    @property
    def key(self) -> tuple[int, int]:
        """The ids of indicator and period."""
        return self.indicator, self.period


def remarks(text: str, figure: Repeated, *, now: str) -> list[str]:
    """Where the words do not have the figure, and where it is another by now, a sentence each."""
    found = []
    if not says(text, figure.value):
        found.append(f"The words do not say {figure.value}.")
    if now and now != figure.value:
        found.append(f"Since then the figure has become {now}.")
    return found


def says(text: str, value: str) -> bool:
    """Whether a text has the number of a value, however its thousands are written; or its words, where it has none."""
    numbers = _numbers(value)
    if not numbers:
        return value.casefold() in text.casefold()
    return set(numbers) <= set(_numbers(text))


def _numbers(text: str) -> list[str]:
    plain = (each.replace(",", "") for each in _NUMBER.findall(text))
    return [each.rstrip("0").rstrip(".") if "." in each else each for each in plain]
