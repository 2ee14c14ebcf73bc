"""What a body is told of, and annual figures that papers printed, for the council of `scene`."""

from datetime import date
from typing import Any

from council.models import User
from performance.choices import ReportLevel
from performance.models import AnnualFigure, Indicator, IndicatorSet
from performance.operations.annual_figures import Printed, record_figures
from performance.operations.sets import NO_ENTRY, Choice, adopt, decide, draft_set
from portfolios.models import Body
from tests.performance import lives

LEVELS = (ReportLevel.COMMITTEE, ReportLevel.TEAM, ReportLevel.NONE)


def told(body: Body, indicators: list[Indicator], users: dict[str, User]) -> dict[str, Any]:
    """The rows that a scene names, and the municipal year that a set belongs to."""
    adopted, draft = reported(body, indicators, users)
    return {
        "indicator_set": adopted,
        "draft_set": draft,
        "changed_figure": printed(indicators, users),
    }


def reported(
    body: Body, indicators: list[Indicator], users: dict[str, User]
) -> tuple[IndicatorSet, IndicatorSet]:
    """A set that was adopted, and a draft for the year after in which every other indicator moves."""
    lead = users["lead officer"]
    said = {"by": lead, "at": lives.AT}
    old = draft_set(body, year=2025, consulted="The steering group", **said)
    decide(
        old,
        [
            Choice(each, NO_ENTRY, LEVELS[number % 3], "Reviewed")
            for number, each in enumerate(Indicator.objects.order_by("pk"))
        ],
        **said,
    )
    old.refresh_from_db()
    adopt(old, expected=old.version, on=date(2025, 5, 21), by=lead)
    draft = draft_set(body, year=2026, **said)
    decide(draft, [Choice(each, 1, ReportLevel.NONE, "Nobody asks") for each in indicators[::2]], **said)
    return old, draft


def printed(indicators: list[Indicator], users: dict[str, User]) -> AnnualFigure:
    """Two documents for each indicator, the second with another figure that nobody declared."""
    figures = []
    for document, value in (("Annual report", 80), ("Budget report", 82)):
        figures = record_figures(
            [Printed(each, 2025, f"{value}%", value, document) for each in indicators],
            by=users["administrator"],
            at=lives.AT,
        )
    return figures[0]
