"""Two executive summaries: the last quarter's as presented, and this quarter's draft with a figure corrected since."""

import datetime
from dataclasses import replace

from council.demo.days import moment
from council.demo.register import Register
from council.demo.timeline import hands
from council.models import User
from council.periods import Span
from council.rag import Rag
from performance.choices import SummarySection, ValueKind
from performance.figures.assessment import Entry, assess, entry_of
from performance.figures.context import rating_contexts
from performance.models import ExecutiveSummary, Return, SummarySentence
from performance.operations.returns import reopen, sign_off, submit
from performance.operations.summaries.drafts import begin_summary
from performance.operations.summaries.presenting import add_summary_erratum, present_summary
from performance.operations.summaries.sentences import add_sentence, change_sentence, leave_out

DRAFTED, PRESENTED, CORRECTED = 24, 28, 31
"""So many working days after its quarter a summary is drafted, presented and corrected; returns are due before."""
OPENING = "Overall: most services are where they should be. Members may wish to ask first about those named as risks."
NEXT_YEAR = "Next year’s report will show what customers say beside each service’s figures."
ERRATUM = "“Customers” means those who answered the survey, not all who called."
WORDED = "{} The service has written down what it will do, and members will see it in the next report."
WHY = "Cases were counted twice; the list was checked against the register."


def build_summaries(register: Register) -> None:
    """The summaries of the two newest quarters, of the whole council."""
    before, newest = register.days.quarters[-2:]
    lead = register.users["lead"]
    _present(register, _begin(register, before), before, by=lead)
    draft = _begin(register, newest)
    _edit(draft, by=lead, on=_yesterday(register))
    _correct_a_figure(register, draft)


def _day(register: Register, quarter: Span, number: int) -> datetime.date:
    """So many working days after the quarter, but always before today."""
    return min(register.days.working_day(quarter.end, number), _yesterday(register))


def _yesterday(register: Register) -> datetime.date:
    return register.days.working_day(register.days.today, -1)


def _begin(register: Register, quarter: Span) -> ExecutiveSummary:
    day = _day(register, quarter, DRAFTED)
    number = (quarter.start.month - 4) % 12 // 3 + 1
    at = moment(day, 0.3)
    return begin_summary(None, year=quarter.year, quarter=number, by=register.users["lead"], at=at, on=day)


def _present(register: Register, row: ExecutiveSummary, quarter: Span, *, by: User) -> None:
    day = _day(register, quarter, PRESENTED)
    _edit(row, by=by, on=day)
    add_sentence(row, section=SummarySection.FURTHER, text=NEXT_YEAR, by=by)
    row.refresh_from_db()
    present_summary(row, expected=row.version, dated_on=day, by=by, at=moment(day, 0.5))
    at = moment(_day(register, quarter, CORRECTED), 0.4)
    last = len(SummarySentence.objects.filter(summary=row, is_left_out=False))
    add_summary_erratum(row, words=ERRATUM, sentence_number=last, by=by, at=at)


def _edit(row: ExecutiveSummary, *, by: User, on: datetime.date) -> None:
    """One sentence worded by a person, one left out, and one of their own."""
    risks, wells = (
        list(SummarySentence.objects.filter(summary=row, section=section).with_figures())
        for section in (SummarySection.RISK, SummarySection.WELL)
    )
    for each in risks[:1]:
        change_sentence(
            each,
            expected=each.version,
            text=WORDED.format(each.text),
            section=SummarySection.RISK,
            rests_on=[figure.indicator_id for figure in each.figures.all()],
            by=by,
            on=on,
        )
    for each in wells[-1:]:
        leave_out(each, expected=each.version, out=True, by=by)
    add_sentence(row, section=SummarySection.WELL, text=OPENING, by=by)


def _correct_a_figure(register: Register, draft: ExecutiveSummary) -> None:
    """A red share of the quarter turns out to be halfway to its target: its sentence warns."""
    day = _yesterday(register)
    red = Return.objects.filter(
        indicator__summary_figures__sentence__summary=draft,
        indicator__value_kind=ValueKind.PERCENTAGE,
        indicator__takes_monthly_values=False,
        indicator__computed_from="",
        period__ends_on=draft.ends_on,
        standing__rating=Rag.RED,
        standing__target_value__isnull=False,
        published=None,
        standing__challenges=None,
    )
    rows = red.select_related("standing", "indicator__service", "period")
    for row in rows.distinct().order_by("indicator__reference", "pk")[:1]:
        officer, lead = (
            register.users[name] for name in hands(register.days, row.indicator.service.name, day)
        )
        reopen(row, expected=row.version, by=lead, at=moment(day, 0.7), reason=WHY)
        context = rating_contexts([row.indicator], row.period)[row.indicator_id]
        fresh = submit(
            assess(context, _corrected(row)), expected=row.version, by=officer, at=moment(day, 0.8)
        )
        sign_off(fresh, expected=fresh.version, by=lead, at=moment(day, 0.9))


def _corrected(row: Return) -> Entry:
    """The entry with a value halfway to its target, as an officer would write it."""
    stood = row.standing
    assert stood is not None
    assert stood.value is not None
    assert stood.target_value is not None
    return replace(entry_of(stood), as_written=f"{(stood.value + stood.target_value) / 2:.1f}%")
