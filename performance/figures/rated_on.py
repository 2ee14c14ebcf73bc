"""The forecast for the year end that a rating rests on, in words: how much, whose, and by which rule."""

from collections.abc import Iterable
from itertools import takewhile

from council.rag import RATED, Rag
from performance.choices import RuleBasis, ValueStatus
from performance.figures.forecasts import ends_the_year
from performance.figures.indicator import shown_of
from performance.figures.shown import shown_forecast
from performance.models import Return, Revision


def rated_on(row: Return, revision: Revision | None, steps: Iterable[Revision] = ()) -> str:
    """Such as "9.5 days, which Waste and Recycling expects (entered by J Smith), by the rule “On the forecast”".

    "" where the value itself is rated, or the outturn of the year. `steps` are the return's revisions, newest first,
    where the reader may know who entered it. Reads `revision.rule` and the service.
    """
    if revision is None or revision.rule is None or revision.rule.basis != RuleBasis.FORECAST:
        return ""
    if Rag(revision.rule_rating) not in RATED or ends_the_year(row.period):
        return ""
    figure, _ = shown_of(row.indicator, revision)
    if revision.forecast_as_written:
        figure = shown_forecast(row.indicator, revision)
    elif revision.value_status not in (ValueStatus.FORECAST, ValueStatus.ESTIMATE):
        return ""
    entered = _entered_by(revision, steps)
    who = f" (entered by {entered})" if entered else ""
    return f"{figure}, which {row.indicator.service} expects{who}, by the rule “{revision.rule.name}”"


def _entered_by(revision: Revision, steps: Iterable[Revision]) -> str:
    """Who first wrote this forecast, however often it was handed on since; "" where it is not known."""
    until = [each for each in steps if each.number <= revision.number]
    same = list(takewhile(lambda each: _said(each) == _said(revision), until))
    return str(same[-1].by) if same and same[-1].by else ""


def _said(revision: Revision) -> tuple[str, str]:
    return revision.forecast_as_written, "" if revision.forecast_as_written else revision.as_written
