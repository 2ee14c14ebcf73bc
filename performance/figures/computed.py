"""Which questions the product can answer itself. They are offered from above, when the product starts."""

from collections.abc import Iterable

from council.dates import long_date
from council.periods import local_day
from performance.choices import EDITABLE, Step
from performance.models import Indicator, Period, Recount, Return, Revision
from performance.rules.computed import Over, Source, gives_the_same, what_to_do

_OFFERED: dict[str, Source] = {}


def offer(source: Source) -> None:
    """Lets indicators be computed from a source. Offered twice, the later counts."""
    _OFFERED[source.key] = source


def offered() -> list[Source]:
    """The sources to choose from, by title."""
    return sorted(_OFFERED.values(), key=lambda each: each.title)


def source_of(indicator: Indicator) -> Source | None:
    """What the indicator is computed from; None where people enter it, or the source is offered no more."""
    return _OFFERED.get(indicator.computed_from)


def counted_over(indicator: Indicator, period: Period) -> Over:
    """Over which days, and over whom, the indicator is counted in a period."""
    if indicator.is_council_wide:
        return Over(period.starts_on, period.ends_on, "the whole council")
    whose = f"{indicator.service} and all below it"
    return Over(period.starts_on, period.ends_on, whose, indicator.service_id)


def records_url(indicator: Indicator, period: Period) -> str:
    """Where the records behind a computed figure are listed; "" where no list holds just them."""
    source = source_of(indicator)
    return source.records(counted_over(indicator, period)) if source else ""


def instead_of_computed(indicator: Indicator, revisions: Iterable[Revision]) -> str:
    """Why a person gave another figure than the computed one, of revisions newest first; "" if nobody did."""
    if not indicator.computed_from:
        return ""
    typed = (each.reason for each in revisions if each.step == Step.DRAFTED and not each.computed_words)
    return next((reason for reason in typed if reason), "")


def recount_remark(row: Return) -> str:
    """What the newest recount says against what the return says; "" where they agree; one query."""
    newest = Recount.objects.filter(indicator_return=row).first()
    latest = row.latest
    if newest is None or latest is None or row.indicator.computed_from == "":
        return ""
    if gives_the_same(
        newest.counted, known=latest.known, numerator=latest.numerator, denominator=latest.denominator
    ):
        return ""
    day, words = long_date(local_day(newest.at)), newest.counted.words
    said = f"On {day} the product’s own records gave another figure: {words}."
    return f"{said} {what_to_do(row.step in EDITABLE, stood=row.standing_id is not None)}"
