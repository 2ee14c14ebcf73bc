"""What changed from one indicator set to the next: what left, what came, why, who was asked; and how it does anyway."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import OuterRef, Q, Subquery

from council.dates import long_date
from council.rag import Rag
from performance.choices import ReportLevel
from performance.figures.indicator import shown_of
from performance.figures.sets import newest_entries, services_of_body
from performance.models import Indicator, IndicatorSet, Return, SetEntry

NOTHING_YET = "Nothing signed off yet"
NOT_IN_SET = "Not in the set"


class Happening(StrEnum):
    """What happened to an indicator between two sets, in the order in which the page tells it."""

    LEFT = "Left the members' report"
    CAME = "Came into the members' report"
    MOVED = "Changed its level"
    AFTERWARDS = "Changed after the set was adopted"
    NEW = "New in the register"
    ENDED = "Ended in the register"


@dataclass(frozen=True)
class ChangeLine:
    """One change with its reason, who was consulted, and the newest figure that was signed off."""

    happening: Happening
    indicator: Indicator
    before: str
    now: str
    reason: str
    consulted: str
    consulted_on_it: str
    """Who was consulted on this indicator in particular; "" where that is the whole set's."""
    said_by: str
    value: str
    target: str
    rating: Rag
    period: str

    def get_absolute_url(self) -> str:
        """The indicator's own page."""
        return self.indicator.get_absolute_url()

    @property
    def title(self) -> str:
        return str(self.indicator)

    @property
    def service(self) -> str:
        return self.indicator.service.name


def set_changes(row: IndicatorSet, before: IndicatorSet | None) -> list[ChangeLine]:
    """The changes since the set before, or since the set was adopted; six queries at most."""
    now, then = newest_entries(row), newest_entries(before) if before else {}
    told = [] if before is None else list(_between(now, then))
    told += _afterwards(row, now) + list(_in_register(row, before))
    newest = newest_returns({indicator.pk for _, indicator, *_ in told})
    return [_line(row, *each, newest.get(each[1].pk)) for each in told]


Told = tuple[Happening, Indicator, SetEntry | None, SetEntry | None]
"""What happened, to which indicator, its entry before and the one that says so."""


def _between(now: dict[int, SetEntry], then: dict[int, SetEntry]) -> Iterable[Told]:
    for pk in {**then, **now}:
        was, is_now = then.get(pk), now.get(pk)
        happening = _happening(was.level if was else None, is_now.level if is_now else None)
        either = is_now or was
        if happening and either:
            yield happening, either.indicator, was, is_now


def _happening(was: str | None, is_now: str | None) -> Happening | None:
    if was == is_now:
        return None
    if was == ReportLevel.COMMITTEE:
        return Happening.LEFT
    if (was is None and is_now != ReportLevel.COMMITTEE) or is_now is None:
        return None
    return Happening.CAME if is_now == ReportLevel.COMMITTEE else Happening.MOVED


def _afterwards(row: IndicatorSet, now: dict[int, SetEntry]) -> list[Told]:
    """What was decided once the set was adopted, each step of it."""
    if not any(each.is_after_adoption for each in now.values()):
        return []
    steps: dict[int, SetEntry] = {}
    found: list[Told] = []
    entries = row.entries.select_related("indicator__service", "by").order_by("indicator", "number")
    for entry in entries:
        if entry.is_after_adoption:
            found.append((Happening.AFTERWARDS, entry.indicator, steps.get(entry.indicator_id), entry))
        steps[entry.indicator_id] = entry
    return found


def _in_register(row: IndicatorSet, before: IndicatorSet | None) -> Iterable[Told]:
    """What the register gained and lost, of the body's services, since the set before was first used."""
    if before is None:
        return
    first, last = before.used_from.start, row.used_from.start
    services = services_of_body(row.body, day=last)
    scope = Indicator.objects.select_related("service")
    scope = scope if services is None else scope.filter(service__in=services)
    new = Q(starts_on__gt=first, starts_on__lte=last)
    gone = Q(ends_on__gte=first, ends_on__lt=last)
    for each in scope.filter(new | gone).order_by("reference", "title", "pk"):
        is_gone = each.ends_on is not None and first <= each.ends_on < last
        yield (Happening.ENDED if is_gone else Happening.NEW), each, None, None


def newest_returns(indicator_ids: set[int]) -> dict[int, Return]:
    """Of each indicator the return of its newest period that was signed off; one query."""
    of_same = Return.objects.filter(indicator=OuterRef("indicator"), standing__isnull=False)
    newest = Subquery(of_same.order_by("-period__ends_on", "-pk").values("pk")[:1])
    rows = Return.objects.filter(indicator__in=indicator_ids, pk=newest)
    return {each.indicator_id: each for each in rows.select_related("standing", "period")}


def _line(
    row: IndicatorSet,
    happening: Happening,
    indicator: Indicator,
    was: SetEntry | None,
    entry: SetEntry | None,
    newest: Return | None,
) -> ChangeLine:
    value, target = shown_of(indicator, newest.standing) if newest else (NOTHING_YET, "No target")
    in_register = happening in (Happening.NEW, Happening.ENDED)
    return ChangeLine(
        happening=happening,
        indicator=indicator,
        before="" if in_register else _level(was),
        now=_days(indicator) if in_register else _level(entry),
        reason="" if in_register else _reason(row, entry),
        consulted="" if in_register else consulted_words(row, entry),
        consulted_on_it=own_consultation(entry),
        said_by=str(entry.by or "") if entry else "",
        value=value,
        target=target,
        rating=Rag(newest.standing.rating) if newest and newest.standing else Rag.NOT_DUE,
        period=newest.period.name if newest else "",
    )


def _level(entry: SetEntry | None) -> str:
    return str(entry.get_level_display()) if entry else NOT_IN_SET


def _reason(row: IndicatorSet, entry: SetEntry | None) -> str:
    if entry is None:
        return "It is no longer in the register."
    return entry.reason or ("" if row.is_adopted else "No reason given yet")


def _days(indicator: Indicator) -> str:
    start = f"reported from {long_date(indicator.starts_on)}" if indicator.starts_on else ""
    end = f"reported until {long_date(indicator.ends_on)}" if indicator.ends_on else ""
    return (end or start).capitalize()


def consulted_words(row: IndicatorSet, entry: SetEntry | None) -> str:
    """Who was consulted on an indicator, else on the whole set, and when."""
    return own_consultation(entry) or _asked(row.consulted, row.consulted_on) or "Nobody is named"


def own_consultation(entry: SetEntry | None) -> str:
    """Who was consulted on an indicator in particular, and when; "" for nobody."""
    return _asked(entry.consulted, entry.consulted_on) if entry else ""


def _asked(who: str, on: datetime.date | None) -> str:
    return ", ".join(filter(None, [who, long_date(on) if on else ""]))


def counted(lines: Sequence[ChangeLine]) -> str:
    """Such as "12 left the members' report, 2 came into it"; "nothing changed" for none."""
    numbers = {each: sum(line.happening is each for line in lines) for each in Happening}
    parts = [
        (numbers[Happening.LEFT], "left the members' report"),
        (numbers[Happening.CAME], "came into it"),
        (numbers[Happening.MOVED], "changed their level otherwise"),
        (numbers[Happening.AFTERWARDS], "changed after the set was adopted"),
    ]
    return ", ".join(f"{number} {words}" for number, words in parts if number) or "nothing changed"
