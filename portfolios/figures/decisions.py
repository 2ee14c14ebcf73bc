"""Where a decision stands: its notice, its call-in, and its words beside those that were recommended."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from council.models import WorkingCalendar, working_calendar
from portfolios.choices import NOTHING_TO_CARRY_OUT, CallInOutcome
from portfolios.models import CallIn, Decision, KeyDecisionNotice, Procedure, Recommendation
from portfolios.rules.call_in import Called, CallInTerms, Taken, Window, window
from portfolios.rules.key_decisions import Notice, NoticeTerms, Timing, timing
from portfolios.rules.wordings import WordingStep, not_on_the_agenda, steps, summary_step, whole_step

LOOK_BACK = datetime.timedelta(days=60)
"""A window longer ago than this is surely over, whatever the procedure and the holidays."""


@dataclass(frozen=True)
class DecisionPage:
    """What the page of a decision shows of it."""

    decision: Decision
    window: Window
    procedure: Procedure
    warning: str
    """The word that days were counted beyond the bank holidays on record; "" where none were."""
    timing: Timing | None
    """Of a key decision: when it could be taken, as its notice has it."""
    call_ins: list[CallIn]
    steps: list[WordingStep]
    not_on_agenda: list[str]


def decision_page(decision: Decision, *, on: datetime.date, may_load: bool = False) -> DecisionPage:
    """Everything about one decision that has to be worked out; five queries.

    `may_load` is whether the reader can load bank holidays, for the sentence that says they are running out.
    """
    procedures = list(Procedure.objects.order_by("-starts_on"))
    procedure = _in_force(procedures, decision.decided_on or decision.published_on or on)
    calendar = working_calendar(procedure.division)
    call_ins = list(decision.call_ins.all())
    notice = decision.notice
    stands = standing(decision, call_ins, on=on, procedure=procedure, calendar=calendar)
    return DecisionPage(
        decision,
        stands,
        procedure,
        calendar.warning(since=stands.first_counted, until=stands.last_counted, may_load=may_load),
        notice_timing(notice, decision, _in_force(procedures, notice.published_on)) if notice else None,
        call_ins,
        _steps(decision),
        not_on_the_agenda(
            agenda=decision.report.agenda_words if decision.report else "", resolution=decision.resolution
        ),
    )


def standing(
    decision: Decision,
    call_ins: Iterable[CallIn],
    *,
    on: datetime.date,
    procedure: Procedure,
    calendar: WorkingCalendar,
) -> Window:
    """Whether a decision may be carried out, and if not, what it waits for."""
    taken = taken_of(decision, call_ins)
    return window(taken, on=on, terms=call_in_terms(procedure), holidays=calendar.holidays)


def taken_of(decision: Decision, call_ins: Iterable[CallIn]) -> Taken:
    """A decision with its call-ins as plain values."""
    return Taken(
        decided_on=decision.decided_on,
        published_on=decision.published_on,
        is_urgent=decision.is_urgent,
        can_be_called_in=decision.is_executive,
        has_effect=decision.kind not in NOTHING_TO_CARRY_OUT,
        call_ins=[Called(each.called_in_on, each.outcome, each.heard_on) for each in call_ins],
    )


def window_of(decision: Decision, *, on: datetime.date, call_ins: Iterable[CallIn] | None = None) -> Window:
    """Whether the decision may be carried out, by the procedure of its day; three queries.

    `call_ins` are others than those on record, to see what would follow from them.
    """
    procedure = Procedure.objects.in_force(decision.decided_on or decision.published_on or on)
    calendar = working_calendar(procedure.division)
    counted = decision.call_ins.all() if call_ins is None else call_ins
    return standing(decision, counted, on=on, procedure=procedure, calendar=calendar)


def warned_window_of(decision: Decision, *, on: datetime.date, may_load: bool) -> tuple[Window, str]:
    """`window_of`, and the sentence where its days were counted beyond the bank holidays on record."""
    procedure = Procedure.objects.in_force(decision.decided_on or decision.published_on or on)
    calendar = working_calendar(procedure.division)
    stands = standing(decision, decision.call_ins.all(), on=on, procedure=procedure, calendar=calendar)
    warning = calendar.warning(since=stands.first_counted, until=stands.last_counted, may_load=may_load)
    return stands, warning


def notice_timing(
    notice: KeyDecisionNotice,
    decision: Decision | None,
    procedure: Procedure,
    *,
    on: datetime.date | None = None,
) -> Timing:
    """When the decision that a notice announces may be taken, and what its procedure still needs.

    With the day on which somebody looks, also whether its day has passed without a decision.
    """
    said = Notice(
        procedure=notice.procedure,
        published_on=notice.published_on,
        due_on=notice.due_on,
        decided_on=decision.decided_on if decision else None,
        is_decided=decision is not None,
        chair_told_on=notice.chair_told_on,
        exception_reasons=notice.exception_reasons,
        agreed_by=notice.agreed_by,
        is_private=notice.is_private,
    )
    return timing(said, NoticeTerms(procedure.notice_days, procedure.exception_days), on=on)


def call_in_terms(procedure: Procedure) -> CallInTerms:
    """The council's procedure as the rules of call-in take it."""
    return CallInTerms(
        procedure.publish_days,
        procedure.call_in_days,
        procedure.hearing_days,
        procedure.call_in_callers,
        procedure.source,
    )


def wording_steps(decision: Decision, recommendation: Recommendation | None) -> list[WordingStep]:
    """The three wordings of a decision against each other, and its published summary against its minute."""
    told = steps(
        report=recommendation.body_words if recommendation else "",
        recommendation=recommendation.words if recommendation else "",
        resolution=decision.resolution,
    )
    short = summary_step(summary=decision.summary, minute=decision.resolution)
    return [*told, short] if short else told


def open_to_call_in(*, on: datetime.date) -> list[tuple[Decision, Window]]:
    """Decisions that can be called in today or that wait for a hearing, those that run out first on top.

    Four queries.
    """
    recent = Decision.objects.filter(published_on__gte=on - LOOK_BACK, published_on__lte=on)
    waiting = CallIn.objects.filter(outcome__in=[CallInOutcome.WAITING, CallInOutcome.REFERRED_BACK])
    rows = (
        (recent | Decision.objects.filter(pk__in=waiting.values("decision")))
        .select_related("body")
        .prefetch_related("call_ins")
    )
    procedures = list(Procedure.objects.order_by("-starts_on"))
    calendar = working_calendar(_in_force(procedures, on).division)
    found = []
    for row in rows:
        procedure = _in_force(procedures, row.decided_on or on)
        stands = standing(row, row.call_ins.all(), on=on, procedure=procedure, calendar=calendar)
        if stands.standing.is_unsettled:
            found.append((row, stands))
    return sorted(found, key=lambda pair: (pair[1].ends_on or on, pair[0].pk))


def _in_force(procedures: list[Procedure], day: datetime.date) -> Procedure:
    """The newest that began by the day, from rows already read; the product's own where there is none."""
    return next((each for each in procedures if each.starts_on <= day), None) or Procedure.of_the_product()


def _steps(decision: Decision) -> list[WordingStep]:
    """Against the recommendation named, or the only one of its report; else against all of them together."""
    if decision.recommendation is not None or decision.report is None:
        return wording_steps(decision, decision.recommendation)
    made = list(decision.report.recommendations.all())
    if len(made) == 1:
        return wording_steps(decision, made[0])
    whole = whole_step(recommendations=[each.words for each in made], resolution=decision.resolution)
    return [*([whole] if whole else []), *wording_steps(decision, None)]
