"""An amendment with its life, what it rests on, and what was still awaited when it was made."""

import datetime
from dataclasses import dataclass

from django.utils import timezone

from portfolios.choices import SETTLED, AmendmentStage, AmendmentStep, FindingStatus
from portfolios.figures.operative import words_not_resolved
from portfolios.figures.remit_changes import AmendmentCard, EffectShown, card, heading_of
from portfolios.figures.remit_items import decider_words
from portfolios.figures.remits import RemitRegister
from portfolios.figures.resting import Resting, handed_on, resting_on
from portfolios.models import Amendment, AmendmentEntry, Decision, Finding, Responsibility
from portfolios.rules.redline import redline
from portfolios.rules.wordings import NotResolved

UNDONE = {
    AmendmentStep.DRAFTED: "Proposal taken back: it is a draft again",
    AmendmentStep.PROPOSED: "Decision taken back: it is proposed again",
    AmendmentStep.DECIDED: "Day of effect taken back",
}
"""What undoing did, by the step that it went back to."""


@dataclass(frozen=True)
class Moment:
    """One thing on the way: of the amendment itself, or of the finding it rests on."""

    day: datetime.date | None
    said: str
    why: str = ""
    by: str = ""
    is_ahead: bool = False


def awaited_when_made(amendment: Amendment) -> bool:
    """Whether the finding it rests on was not final on the day of decision; or still is not, while undecided."""
    finding, decision = amendment.finding, amendment.decision
    if finding is None:
        return False
    if finding.final_on is None:
        return finding.status == FindingStatus.DRAFT
    return bool(decision and decision.decided_on and decision.decided_on < finding.final_on)


@dataclass(frozen=True)
class AmendmentPage:
    """What the page of an amendment shows of it."""

    card: AmendmentCard
    entries: list[AmendmentEntry]
    moments: list[Moment]
    was_awaited: bool
    """Whether it was acted on while the final finding was awaited."""
    resting: list[Resting]
    """Who answers for a service by words that it takes away."""
    handed_on: list[Responsibility]
    """Who answers since for the services that went along with its words."""
    not_resolved: list[NotResolved]
    """Its operative words that the resolution does not have."""


def amendment_page(register: RemitRegister, amendment: Amendment, *, on: datetime.date) -> AmendmentPage:
    """Everything about one amendment; three queries beside the register's own."""
    entries = list(amendment.entries.select_related("by"))
    live = register.amendments.get(amendment.pk)
    return AmendmentPage(
        card=card(register, live, on=on, today=on) if live else _withdrawn(amendment, entries, on),
        entries=entries,
        moments=_moments(amendment, entries, on, register.stage_of(amendment, on=on)),
        was_awaited=awaited_when_made(amendment),
        resting=resting_on(register, live, on=on) if live else [],
        handed_on=handed_on(amendment),
        not_resolved=words_not_resolved(register, amendment, amendment.decision),
    )


def last_forward(entries: list[AmendmentEntry]) -> AmendmentEntry:
    """The newest step that took an amendment further; of entries with the newest first."""
    return next(each for each in entries if not each.is_back)


def _withdrawn(amendment: Amendment, entries: list[AmendmentEntry], on: datetime.date) -> AmendmentCard:
    """What it would have done, as its last step forward has it: others may have changed the words since."""
    last = last_forward(entries)
    changes = redline(last.words_before, last.words_after)
    effect = EffectShown(amendment.portfolio_id, str(amendment.portfolio), "Words", changes)
    return AmendmentCard(
        amendment=amendment,
        stage=AmendmentStage.WITHDRAWN,
        heading=heading_of(amendment, AmendmentStage.WITHDRAWN, today=on),
        clause=last.clause,
        effects=[effect] if changes else [],
    )


def _moments(
    amendment: Amendment, entries: list[AmendmentEntry], on: datetime.date, stage: AmendmentStage
) -> list[Moment]:
    """By day, the first on top; what has no day comes last."""
    found = [*_of_finding(amendment.finding), *_of_decision(amendment.decision)]
    found += [*map(_of_entry, entries[::-1]), *_of_effect(amendment, on, stage)]
    return sorted(found, key=lambda each: each.day or datetime.date.max)


def _of_finding(finding: Finding | None) -> list[Moment]:
    if finding is None:
        return []
    received = Moment(finding.received_on, f"{finding.made_by} reported as a draft", finding.title)
    if finding.final_on:
        return [received, Moment(finding.final_on, f"The final report of {finding.made_by} came")]
    if finding.status == FindingStatus.FINAL:
        return [Moment(finding.received_on, f"{finding.made_by} reported", finding.title)]
    return [received, Moment(None, "The final report is still awaited", is_ahead=True)]


def _of_entry(entry: AmendmentEntry) -> Moment:
    step = AmendmentStep(entry.step)
    said = UNDONE.get(step, "A step was taken back") if entry.is_undoing else str(step.label)
    if entry.step == AmendmentStep.DECIDED and not entry.is_undoing:
        said = "Decision entered"
    return Moment(timezone.localdate(entry.at), said, entry.why, str(entry.by or ""))


def _of_decision(decision: Decision | None) -> list[Moment]:
    if decision is None:
        return []
    as_written = "" if decision.decided_on else decision.decided_as_written
    return [Moment(decision.decided_on, f"Decided by {decider_words(decision.decider)}", as_written)]


def _of_effect(amendment: Amendment, on: datetime.date, stage: AmendmentStage) -> list[Moment]:
    """The day of effect, on which nobody has to do anything."""
    day = amendment.effective_on
    if amendment.step not in SETTLED or day is None:
        return []
    is_ahead = day > on
    if stage == AmendmentStage.HELD:
        said = "Held by call-in: does not come into force" if is_ahead else "Held by call-in"
        return [Moment(day, said, is_ahead=is_ahead)]
    if stage == AmendmentStage.WITHOUT_EFFECT:
        return [Moment(day, "Cannot take effect" if is_ahead else "Could not take effect", is_ahead=is_ahead)]
    return [Moment(day, "Comes into force" if is_ahead else "Came into force", is_ahead=is_ahead)]
