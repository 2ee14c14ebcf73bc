"""Where a procedure departs from the code that it says it keeps to: a council may, with its reason on record."""

from collections.abc import Mapping
from dataclasses import dataclass

from complaints.choices import Code, CountedFrom


@dataclass(frozen=True, kw_only=True)
class Terms:
    """The times of a procedure in working days, and what else codes lay down. None: nothing is acknowledged."""

    acknowledge_days: int | None
    reply_days: int
    longest_extension: int
    acknowledge_days_two: int
    reply_days_two: int
    longest_extension_two: int
    counted_from: str = CountedFrom.ACKNOWLEDGEMENT
    has_stage_two: bool = True
    may_pause: bool = False
    accept_months: int = 12


TERMS: Mapping[str, Terms] = dict.fromkeys(
    (Code.OMBUDSMAN, Code.HOUSING),
    Terms(
        acknowledge_days=5,
        reply_days=10,
        longest_extension=10,
        acknowledge_days_two=5,
        reply_days_two=20,
        longest_extension_two=20,
    ),
)
"""What both codes say alike (Complaint Handling Codes of 2024; the extension of stage 2 as councils practise it)."""
WORDS: Mapping[str, str] = {
    "acknowledge_days": "working days to acknowledge",
    "reply_days": "working days to reply",
    "longest_extension": "working days of extension",
    "acknowledge_days_two": "working days to acknowledge stage 2",
    "reply_days_two": "working days to reply at stage 2",
    "longest_extension_two": "working days of extension at stage 2",
    "accept_months": "months in which a complaint is accepted",
}
_SHORTER_IS_WITHIN = frozenset(WORDS) - {"accept_months"}


def departures(terms: Terms, code: str) -> list[str]:
    """Where the terms fall short of the code, a sentence each; what is quicker departs from nothing."""
    laid_down = TERMS.get(code)
    if laid_down is None:
        return []
    found = []
    for name, words in WORDS.items():
        own, theirs = getattr(terms, name), getattr(laid_down, name)
        if own is None:
            found.append("Nothing is acknowledged apart from the reply; the code asks for it.")
        elif own > theirs if name in _SHORTER_IS_WITHIN else own < theirs:
            found.append(f"{own} {words}; the code says {theirs}.")
    if terms.may_pause:
        found.append("Clocks may be paused; the code knows no pause.")
    if not terms.has_stage_two:
        found.append("There is no second stage; the code has two.")
    return found
