"""Services with returns, corrected and looked at, by the verbs that officers use themselves."""

from performance.choices import SummarySection
from performance.figures.summary.paper import changed_since, draft_of, rows_of
from performance.operations.returns import reopen, sign_off
from performance.operations.summaries import sentences
from tests.factories import ServiceFactory
from tests.factories.summaries import AT, DAY
from tests.performance import lives


def measured_service(name, *values, earlier=("85", "86")):
    service = ServiceFactory(name=name)
    for value in values:
        indicator = lives.measured(service, title=f"{name} done on time")
        for number, before in ((4, earlier[0]), (1, earlier[1])):
            lives.signed_off(indicator, lives.quarter(number, 2025 if number == 4 else 2026), before)
        lives.signed_off(indicator, lives.quarter(2), value)
    return service


def corrected(service, value, *, quarter=2):
    """The service's figure of this quarter, the newest unless told, corrected."""
    indicator = service.indicators.first()
    row = indicator.returns.get(period=lives.quarter(quarter))
    reopen(row, expected=row.version, by=lives.somebody("signs"), at=AT, reason="Counted twice")
    row = lives.submitted(
        indicator, row.period, value, by=lives.somebody("enters"), expected=row.version, at=AT
    )
    sign_off(row, expected=row.version, by=lives.somebody("signs"), at=AT)


def now_of(sentence):
    summary = sentence.summary
    keys = [each.key for each in sentences.figures_of(sentence)]
    return sentences.figures_now(keys, until=summary.ends_on, today=DAY)


def changes_of(summary):
    found = changed_since(summary, draft_of(summary, rows_of(summary)), today=DAY)
    return [each.words for changes in found.values() for each in changes]


def edited(row, lead, **more):
    said = {
        "text": "Two lorries broke down.",
        "section": SummarySection(row.section),
        "rests_on": [each.indicator_id for each in row.figures.all()],
    }
    return sentences.change_sentence(row, **{"expected": row.version, "by": lead, "on": DAY} | said | more)
