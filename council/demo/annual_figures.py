"""Annual figures of the demo council: those of its publications, and what its papers printed besides."""

from decimal import Decimal
from itertools import groupby

from council.demo.days import moment
from council.demo.register import Register
from performance.choices import NUMERIC_KINDS, Step
from performance.models import AnnualFigure, Indicator, Revision
from performance.operations.annual_figures import Declared, Printed, record_figures
from performance.operations.annual_sources import record_publication

PAPERS = (
    # document, times what was published, who changed it, why
    ("Annual report, page 12", "1", "", ""),
    (
        "Service plan, table 3",
        "1.02",
        "Performance Officer",
        "December was counted twice in one return and left out of another; the plan has both put right.",
    ),
    ("Efficiency statement", "1.05", "", ""),
)
"""With what was published, four totals of one year: the figure, one changed with a word, and one without."""


def build_annual_figures(register: Register) -> None:
    """What was published year by year, and for one indicator what three papers printed of the same year."""
    published = Revision.objects.filter(step=Step.PUBLISHED).select_related(
        "by", "indicator_return__indicator", "indicator_return__period__cycle"
    )
    rows = published.order_by("indicator_return__period", "at", "pk")
    for period, revisions in groupby(rows, key=lambda row: row.indicator_return.period):
        for (by, at), together in groupby(revisions, key=lambda row: (row.by, row.at)):
            returns = []
            for revision in together:
                revision.indicator_return.latest = revision
                returns.append(revision.indicator_return)
            record_publication(period, returns, by=by or register.admin, at=at)
    _print(register)


def _print(register: Register) -> None:
    """Four totals of one year of the first indicator that counts from April and has been published for it."""
    year = register.days.year - 1
    totals = AnnualFigure.objects.filter(
        year=year, indicator__is_cumulative=True, indicator__value_kind__in=NUMERIC_KINDS, value__gt=100
    )
    figure = totals.select_related("indicator").order_by("indicator__reference", "pk").first()
    assert figure is not None
    assert figure.value is not None
    for number, (document, times, who, why) in enumerate(PAPERS):
        value = (figure.value * Decimal(times)).quantize(Decimal(1))
        day = register.days.working_day(register.days.today, 12 * (number - len(PAPERS)))
        printed = Printed(
            Indicator.objects.get(pk=figure.indicator_id),
            year,
            f"{value}",
            value,
            document,
            document_on=day,
            declared=Declared(who, why) if who else None,
        )
        record_figures([printed], by=register.admin, at=moment(day, 0.5))
