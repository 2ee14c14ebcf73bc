"""A report with what follows from it: its recommendations beside their decisions, and its implications."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from portfolios.choices import Verb
from portfolios.figures.decisions import wording_steps
from portfolios.models import Decision, Implication, Recommendation, Report
from portfolios.rules.implications import Event, Said, State, problems, sentence, state, unanswered
from portfolios.rules.problem import Problem
from portfolios.rules.verbs import unkept_verbs
from portfolios.rules.wordings import WordingStep, not_on_the_agenda, steps


@dataclass(frozen=True)
class RecommendationLine:
    """One recommendation: its verbs, how far it is, and its wordings compared."""

    row: Recommendation
    verbs: tuple[str, ...]
    unkept: tuple[str, ...]
    """Verbs that its words hold and that it is not kept under."""
    decisions: list[Decision]
    effective_on: datetime.date | None
    """The day from which an amendment that it recommended takes effect, once that is given."""
    steps: list[WordingStep]

    @property
    def has_losses(self) -> bool:
        """Whether anything got lost between its wordings."""
        return any(step.lost for step in self.steps)


@dataclass(frozen=True)
class ImplicationLine:
    """What the report says under one head, how that stands today, and what is wrong with it."""

    row: Implication
    state: State
    sentence: str
    problems: list[Problem]

    @property
    def is_awake(self) -> bool:
        """Whether somebody is to look at it again."""
        return self.state == State.AWAKE


@dataclass(frozen=True)
class ReportPage:
    """What the page of a report shows beside its own words."""

    recommendations: list[RecommendationLine]
    implications: list[ImplicationLine]
    unanswered: list[Problem]
    """Heads of which the report says nothing; none of a report that has no implications at all."""
    decisions: list[Decision]
    not_on_agenda: list[str]


def report_page(report: Report, *, on: datetime.date) -> ReportPage:
    """Everything about one report that has to be worked out; four queries."""
    decisions = list(
        report.decisions.select_related("body", "portfolio", "post").order_by("decided_on", "pk")
    )
    rows = list(report.recommendations.select_related("portfolio").prefetch_related("amendments"))
    lines = [implication_line(each, report, on=on) for each in report.implications.select_related("event")]
    heads = {each.row.head for each in lines}
    return ReportPage(
        [_recommendation(row, decisions, is_only=len(rows) == 1) for row in rows],
        lines,
        unanswered(heads) if heads else [],
        decisions,
        list(dict.fromkeys(_not_announced(report, decisions))),
    )


def implication_line(row: Implication, report: Report, *, on: datetime.date) -> ImplicationLine:
    """How one implication stands on a day."""
    event = row.event
    said = Said(
        head=row.head,
        answer=row.answer,
        words=row.words,
        why_none=row.why_none,
        event=Event(event.name, event.happened_on, event.did_not_happen) if event else None,
        reviewed_on=row.reviewed_on,
    )
    whole = f"{report.subject}\n{report.text}"
    return ImplicationLine(row, state(said, on=on), sentence(said, on=on), problems(said, report=whole))


def _recommendation(row: Recommendation, decisions: list[Decision], *, is_only: bool) -> RecommendationLine:
    whole = [each for each in decisions if each.recommendation_id is None]
    own = [each for each in decisions if each.recommendation_id == row.pk] + (whole if is_only else [])
    kept = tuple(each for each in (row.verb, row.second_verb) if each)
    effective = [each.effective_on for each in row.amendments.all() if each.effective_on]
    compared = (
        [step for decision in own for step in wording_steps(decision, row)]
        if own
        else steps(report=row.body_words, recommendation=row.words, resolution="")
    )
    return RecommendationLine(
        row=row,
        verbs=tuple(str(Verb(each).label) for each in kept),
        unkept=tuple(str(each.label) for each in unkept_verbs(row.words, kept)),
        decisions=own or whole,
        effective_on=min(effective, default=None),
        steps=compared,
    )


def _not_announced(report: Report, decisions: Iterable[Decision]) -> list[str]:
    return [
        each
        for decision in decisions
        for each in not_on_the_agenda(agenda=report.agenda_words, resolution=decision.resolution)
    ]
