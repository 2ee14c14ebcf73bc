"""The targets of a whole year set at once: that of the year, and one for each period where it is profiled."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from council.audit import Conflict, add_versioned, claim_version, remember, save_versioned
from council.models import User
from performance.models import Indicator, Period, Target
from performance.rules.target import Target as ReadTarget

READ = ("as_written", "basis", "change", "base", "value", "low", "high", "words")


@dataclass(frozen=True)
class Wanted:
    """What one target is to say from now on; `read` None takes it away."""

    period: Period | None
    """None for the target of the year."""
    read: ReadTarget | None
    there: Target | None
    """The target that the person saw."""


@transaction.atomic
def set_profile(
    indicator: Indicator, year: int, wanted: Iterable[Wanted], *, expected: dict[int, int], by: User, why: str
) -> int:
    """Sets, changes and takes away the targets that are wanted otherwise, all or none; answers how many.

    `expected` are the versions that the person saw, by target id. Raises Conflict when somebody else was first,
    ValidationError for a target that does not hold what it is given.
    """
    number = 0
    for each in wanted:
        if each.there is not None:
            _change(each.there, each.read, expected=expected[each.there.pk], by=by, why=why)
        elif each.read is not None:
            _add(
                Target(indicator=indicator, year=year, period=each.period, **_fields(each.read)),
                by=by,
                why=why,
            )
        number += 1
    return number


def _add(target: Target, *, by: User, why: str) -> None:
    try:
        with transaction.atomic():
            add_versioned(target, by=by, why=why)
    except IntegrityError:
        raise Conflict(None) from None


def _change(target: Target, read: ReadTarget | None, *, expected: int, by: User, why: str) -> None:
    if read is None:
        claim_version(target, expected=expected)
        remember(target, by=by, why=why)
        target.delete()
        return
    for name, value in _fields(read).items():
        setattr(target, name, value)
    save_versioned(target, expected=expected, by=by, why=why)


def _fields(read: ReadTarget) -> dict[str, object]:
    return {name: getattr(read, name) for name in READ}
