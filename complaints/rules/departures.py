"""Where a procedure departs from the code that it is of: what a council has to give its reason for."""

from collections.abc import Mapping
from dataclasses import dataclass

from complaints.choices import CaseKind, Code, CountedFrom


@dataclass(frozen=True, kw_only=True)
class Times:
    """The times of a procedure, in working days; and what else the codes say of it."""

    acknowledge: int | None
    reply: int
    extension: int
    acknowledge_two: int
    reply_two: int
    extension_two: int
    accept_months: int
    counted_from: str = CountedFrom.ACKNOWLEDGEMENT
    has_stage_two: bool = True
    may_pause: bool = False


_BOTH = Times(
    acknowledge=5,
    reply=10,
    extension=10,
    acknowledge_two=5,
    reply_two=20,
    extension_two=20,
    accept_months=12,
)
CODES: Mapping[str, Times] = {Code.OMBUDSMAN: _BOTH, Code.HOUSING: _BOTH}
"""The times of the codes; both ombudsmen's are the same."""
_COUNTED = (
    ("acknowledge", "Acknowledges within {} working days; the code says {}."),
    ("reply", "Replies within {} working days; the code says {}."),
    ("extension", "Extends by up to {} working days; the code says {}."),
    ("acknowledge_two", "Acknowledges stage 2 within {} working days; the code says {}."),
    ("reply_two", "Replies at stage 2 within {} working days; the code says {}."),
    ("extension_two", "Extends stage 2 by up to {} working days; the code says {}."),
    ("accept_months", "Accepts what happened up to {} months ago; the code says {}."),
)


def departures(kind: str, code: str, times: Times) -> list[str]:
    """Each difference from the code in a sentence; nothing for what is no complaint or the council's own."""
    return [sentence for _, sentence in departures_named(kind, code, times)]


def departures_named(kind: str, code: str, times: Times) -> list[tuple[str, str]]:
    """The same, each with the name of the time (or of what else `Times` holds) in which it differs."""
    laid_down = CODES.get(code)
    if laid_down is None or kind != CaseKind.COMPLAINT:
        return []
    told = []
    for name, words in _COUNTED:
        own, theirs = getattr(times, name), getattr(laid_down, name)
        is_of_stage_two = name.endswith("_two")
        if own != theirs and own is not None and (times.has_stage_two or not is_of_stage_two):
            told.append((name, words.format(own, theirs)))
    if times.acknowledge is None:
        told.append(("acknowledge", "Acknowledges nothing apart from the reply; the code asks for it."))
    if times.counted_from != laid_down.counted_from:
        sentence = "Counts the reply from the day of receipt; the code counts from the acknowledgement."
        told.append(("counted_from", sentence))
    if not times.has_stage_two:
        told.append(("has_stage_two", "Has no second stage; the code has two."))
    if times.may_pause:
        told.append(("may_pause", "Lets clocks be paused; the code allows no pause."))
    return told
