"""Annual case figures as documents printed them, beside each other and beside the records."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Count, Exists, Min, OuterRef, Q

from complaints.choices import FOUND_FOR_THE_CUSTOMER, STAGE_TWO, CaseFigureKind, CaseKind, CaseState
from complaints.models import AnnualCaseFigure, Case, PointAnswer
from complaints.rules.compared import in_words
from council.periods import financial_year, year_name

_COMPLAINT = Q(kind=CaseKind.COMPLAINT)
FOUND = PointAnswer.objects.filter(point__case=OuterRef("pk"), finding__in=FOUND_FOR_THE_CUSTOMER)
COUNTED = {
    CaseFigureKind.RECEIVED: _COMPLAINT,
    CaseFigureKind.JUSTIFIED: _COMPLAINT & Q(Exists(FOUND)),
    CaseFigureKind.STAGE_TWO: _COMPLAINT & Q(stage=STAGE_TWO),
    CaseFigureKind.NOT_ACCEPTED: _COMPLAINT & Q(state=CaseState.REFUSED),
    CaseFigureKind.REQUESTS: Q(kind=CaseKind.REQUEST),
    CaseFigureKind.COMPLIMENTS: Q(kind=CaseKind.COMPLIMENT),
}


@dataclass(frozen=True)
class FigureOfYear:
    """The newest printed figure of a year and kind, with where others or the records differ."""

    pk: int
    year: int
    kind: str
    what: str
    value: int
    as_written: str
    share: str
    """Of justified complaints, their share of those received, such as "85.5%"; "" else."""
    document: str
    page: str
    document_on: datetime.date | None
    status: str
    differences: tuple[str, ...]

    @property
    def year_name(self) -> str:
        """The year in words."""
        return year_name(self.year)

    @property
    def differs(self) -> str:
        """The differences in one."""
        return " ".join(self.differences)


def figures_of_years() -> list[FigureOfYear]:
    """The newest of each year and kind, the newest year first; three queries."""
    kept: dict[tuple[int, str], list[AnnualCaseFigure]] = {}
    for row in AnnualCaseFigure.objects.order_by("-year", "kind", "-number"):
        kept.setdefault((row.year, row.kind), []).append(row)
    own = _on_record({year for year, _ in kept})
    received = {year: rows[0].value for (year, kind), rows in kept.items() if kind == CaseFigureKind.RECEIVED}
    order = list(CaseFigureKind)
    keys = sorted(kept, key=lambda key: (-key[0], order.index(CaseFigureKind(key[1]))))
    return [_figure(kept[key], received.get(key[0]), own.get(key[0], {}).get(key[1])) for key in keys]


def share_of(part: int, whole: int | None) -> str:
    """Such as "85.5%"; halves rounded up. "" of nothing."""
    if not whole or part > whole:
        return ""
    return f"{(Decimal(100) * part / whole).quantize(Decimal('0.1'), rounding=ROUND_HALF_UP)}%"


def _figure(rows: Sequence[AnnualCaseFigure], received: int | None, own: int | None) -> FigureOfYear:
    newest = rows[0]
    told = [
        f"{each.document} printed {each.as_written}."
        for each in reversed(rows[1:])
        if each.value != newest.value
    ]
    if newest.why:
        told.append(f"Corrected: {newest.why}")
    if own is not None and own != newest.value:
        told.append(f"Our records say {in_words(own)}.")
    return FigureOfYear(
        pk=newest.pk,
        year=newest.year,
        kind=newest.kind,
        what=newest.get_kind_display(),
        value=newest.value,
        as_written=newest.as_written,
        share=share_of(newest.value, received) if newest.kind == CaseFigureKind.JUSTIFIED else "",
        document=newest.document,
        page=newest.page,
        document_on=newest.document_on,
        status=newest.get_change_display(),
        differences=tuple(told),
    )


def _on_record(years: set[int]) -> dict[int, dict[str, int]]:
    """What the records count of those years that they hold in full; two queries."""
    first: datetime.date | None = Case.objects.aggregate(first=Min("received_on"))["first"]
    if first is None:
        return {}
    # A year in which the records begin is not whole.
    begun = financial_year(first)
    whole = {year for year in years if year > begun}
    if not whole:
        return {}
    counted = {
        f"{kind}_{year}": Count("pk", filter=which & _in(year))
        for year in sorted(whole)
        for kind, which in COUNTED.items()
    }
    found = Case.objects.order_by().aggregate(**counted)
    return {year: {kind: found[f"{kind}_{year}"] for kind in COUNTED} for year in whole}


def _in(year: int) -> Q:
    return Q(received_on__gte=datetime.date(year, 4, 1), received_on__lte=datetime.date(year + 1, 3, 31))
