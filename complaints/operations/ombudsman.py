"""What is done with Ombudsman cases: entered, changed, decided, and their recommendations carried out."""

import datetime
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from complaints.choices import DECIDES, CaseStep, Code, OmbudsmanStep
from complaints.models import Case, OmbudsmanCase, OmbudsmanEntry, OmbudsmanRecommendation
from complaints.operations.steps import Stopped, begin, finish
from complaints.rules.ombudsman import (
    Ruling,
    recommendation_problems,
    referral_problems,
    ruling_problems,
    settling_problems,
)
from complaints.rules.problem import Problem
from council.audit import add_versioned, save_versioned
from council.models import User
from council.periods import local_day
from portfolios.models import Post, Service


@dataclass(frozen=True, kw_only=True)
class Referral:
    """What is known of a complaint when it comes to an Ombudsman."""

    ombudsman: str
    their_reference: str
    subject: str
    referred_on: datetime.date
    service: Service | None = None
    case: Case | None = None


_ABOUT = ("ombudsman", "their_reference", "subject", "referred_on", "service", "case")
_RULED = ("decision", "decided_on", "fault", "injustice", "is_remedied_before")


TAKEN = "That reference is entered already. Look for it in the list"


def enter_referral(
    referral: Referral, *, case_version: int | None = None, by: User, at: datetime.datetime
) -> OmbudsmanCase:
    """Enters that an Ombudsman has a complaint; on our own case, where there is one, it is noted.

    `case_version` is that of our case where the reader began from its page. Raises Stopped for a day that cannot be
    and for a reference that is entered already, and Conflict where somebody did something with our case first.
    """
    try:
        return _enter(referral, case_version=case_version, by=by, at=at)
    except IntegrityError as error:
        # Somebody entered the same reference at the same moment.
        raise Stopped.because("their_reference", TAKEN) from error


@transaction.atomic
def _enter(referral: Referral, *, case_version: int | None, by: User, at: datetime.datetime) -> OmbudsmanCase:
    row = OmbudsmanCase(**{name: getattr(referral, name) for name in _ABOUT})
    _refuse_wrong_referral(row, on=local_day(at))
    if row.case is not None:
        expected = row.case.version if case_version is None else case_version
        claimed = begin(row.case, CaseStep.NOTED, expected=expected)
        note = f"The {row.get_ombudsman_display()} has it: {row.their_reference}"
        finish(claimed, CaseStep.NOTED, by=by, at=at, note=note)
    add_versioned(row, by=by)
    _write(row, OmbudsmanStep.ENTERED, by=by, at=at)
    return row


@transaction.atomic
def change_referral(
    row: OmbudsmanCase, referral: Referral, *, expected: int, by: User, at: datetime.datetime
) -> OmbudsmanCase:
    """Puts right what was entered of it. Raises Stopped as entering does, and Conflict."""
    row = OmbudsmanCase.objects.get(pk=row.pk)
    was = {name: getattr(row, name) for name in _ABOUT}
    for name in _ABOUT:
        setattr(row, name, getattr(referral, name))
    changed = [row._meta.get_field(name) for name in _ABOUT if getattr(row, name) != was[name]]
    _refuse_wrong_referral(row, on=local_day(at))
    save_versioned(row, expected=expected, by=by, update_fields=list(_ABOUT))
    if changed:
        note = ", ".join(str(getattr(field, "verbose_name", field.name)) for field in changed)
        _write(row, OmbudsmanStep.CHANGED, by=by, at=at, note=f"Changed: {note}")
    return row


@transaction.atomic
def enter_ruling(
    row: OmbudsmanCase, ruling: Ruling, *, expected: int, by: User, at: datetime.datetime
) -> OmbudsmanCase:
    """Enters what the Ombudsman decided; entered again, it takes the place of what was entered before.

    Raises Stopped where days or decision cannot be, and Conflict.
    """
    row = OmbudsmanCase.objects.get(pk=row.pk)
    problems = ruling_problems(ruling, ombudsman=row.ombudsman, referred_on=row.referred_on, on=local_day(at))
    if problems:
        raise Stopped(problems)
    for name in _RULED:
        setattr(row, name, getattr(ruling, name))
    save_versioned(row, expected=expected, by=by, update_fields=list(_RULED))
    _write(row, OmbudsmanStep.DECIDED, by=by, at=at, note=row.get_decision_display())
    return row


@transaction.atomic
def enter_recommendation(
    row: OmbudsmanCase,
    *,
    what: str,
    owner: Post,
    due_on: datetime.date,
    expected: int,
    by: User,
    at: datetime.datetime,
) -> OmbudsmanRecommendation:
    """Enters what the council is to do, by whom and when. Raises Stopped before there is a decision, and Conflict."""
    row = OmbudsmanCase.objects.get(pk=row.pk)
    if not row.is_decided:
        raise Stopped.because("", "Enter what the Ombudsman decided first")
    if problems := recommendation_problems(due_on=due_on, decided_on=row.decided_on):
        raise Stopped(problems)
    # The version moves, so that the same page sent twice enters it once.
    save_versioned(row, expected=expected, by=by, update_fields=[])
    recommendation = OmbudsmanRecommendation(ombudsman_case=row, what=what, owner=owner, due_on=due_on)
    add_versioned(recommendation, by=by)
    _write(row, OmbudsmanStep.RECOMMENDED, by=by, at=at, note=what)
    return recommendation


@transaction.atomic
def settle_recommendation(
    row: OmbudsmanRecommendation,
    *,
    done_on: datetime.date,
    shown_by: str,
    reported_on: datetime.date | None,
    expected: int,
    by: User,
    at: datetime.datetime,
) -> OmbudsmanRecommendation:
    """Says when a recommendation was carried out, what shows it and when the Ombudsman was told; may be added to.

    Raises Stopped for days that contradict each other, and Conflict.
    """
    row = OmbudsmanRecommendation.objects.select_related("ombudsman_case").get(pk=row.pk)
    problems = settling_problems(
        done_on=done_on,
        reported_on=reported_on,
        referred_on=row.ombudsman_case.referred_on,
        on=local_day(at),
    )
    if not shown_by:
        problems.append(Problem("shown_by", "Say what shows that it was done"))
    if problems:
        raise Stopped(problems)
    row.done_on, row.shown_by, row.reported_on = done_on, shown_by, reported_on
    save_versioned(row, expected=expected, by=by, update_fields=["done_on", "shown_by", "reported_on"])
    _write(row.ombudsman_case, OmbudsmanStep.SETTLED, by=by, at=at, note=row.what)
    return row


def _refuse_wrong_referral(row: OmbudsmanCase, *, on: datetime.date) -> None:
    received_on = row.case.received_on if row.case else None
    problems = referral_problems(referred_on=row.referred_on, received_on=received_on, on=on)
    same = OmbudsmanCase.objects.filter(ombudsman=row.ombudsman, their_reference__iexact=row.their_reference)
    if same.exclude(pk=row.pk).exists():
        problems.append(Problem("their_reference", TAKEN))
    if row.decided_on is not None and row.decided_on < row.referred_on:
        problems.append(
            Problem("referred_on", "It was decided before that day. Put the decision right first")
        )
    if row.decision and row.decision not in DECIDES[Code(row.ombudsman)]:
        problems.append(Problem("ombudsman", "This Ombudsman does not make the decision that is entered"))
    if problems:
        raise Stopped(problems)


def _write(
    row: OmbudsmanCase, step: OmbudsmanStep, *, by: User, at: datetime.datetime, note: str = ""
) -> None:
    OmbudsmanEntry(ombudsman_case=row, step=step, at=at, by=by, note=note).save(force_insert=True)
