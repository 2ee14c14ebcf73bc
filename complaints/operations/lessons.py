"""The life of a lesson: drawn from a case or written by itself, changed, led to actions, closed with what changed."""

import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from complaints.choices import CaseStep
from complaints.models import Case, Lesson, LessonAction, LessonCase
from complaints.operations.steps import Stopped, begin, finish
from council.audit import add_versioned, claim_version, save_versioned
from council.models import User
from council.periods import local_day
from portfolios.models import Action
from portfolios.operations.sent import key_of

CHANGEABLE = ("what", "cause", "service", "told_to")


@transaction.atomic
def add_lesson(lesson: Lesson, *, by: User) -> Lesson:
    """Writes a lesson down; answers the one that is there where this form was sent before."""
    lesson.sent_as = key_of(lesson.sent_as, by.pk, *(str(getattr(lesson, name)) for name in CHANGEABLE))
    try:
        with transaction.atomic():
            add_versioned(lesson, by=by)
    except (IntegrityError, ValidationError):
        sent = Lesson.objects.filter(sent_as=lesson.sent_as).first()
        if sent is None:
            raise
        return sent
    return lesson


@transaction.atomic
def learn_from(case: Case, lesson: Lesson, *, expected: int, by: User, at: datetime.datetime) -> Lesson:
    """Keeps that a lesson was learned from a case; a lesson that is not saved yet is written down with it.

    `expected` is the version of the case. Raises Stopped where it was drawn from the case already.
    """
    row = begin(case, CaseStep.LEARNED, expected=expected)
    kept = add_lesson(lesson, by=by) if lesson._state.adding else lesson
    if kept.learned_from.filter(case=row).exists():
        raise Stopped.because("lesson", "This lesson was drawn from the case already. Choose another.")
    LessonCase.objects.create(lesson=kept, case=row, at=at, by=by)
    finish(row, CaseStep.LEARNED, by=by, at=at, note=kept.what)
    return kept


def change_lesson(lesson: Lesson, *, expected: int, by: User) -> Lesson:
    """Saves what was changed of a lesson. Raises Conflict when somebody else saved first."""
    save_versioned(lesson, expected=expected, by=by, update_fields=list(CHANGEABLE))
    return lesson


@transaction.atomic
def follow_with(
    lesson: Lesson, action: Action, *, expected: int, by: User, at: datetime.datetime
) -> LessonAction:
    """Keeps that an action follows from a lesson; one that does already is answered as it is.

    Raises Conflict when somebody else saved the lesson first.
    """
    if found := LessonAction.objects.filter(lesson=lesson, action=action).first():
        return found
    claim_version(lesson, expected=expected)
    return LessonAction.objects.create(lesson=lesson, action=action, at=at, by=by)


@transaction.atomic
def unfollow(link: LessonAction, *, expected: int, by: User) -> None:
    """Takes an action off a lesson that it does not follow from after all; the action itself stays."""
    claim_version(link.lesson, expected=expected)
    LessonAction.objects.filter(pk=link.pk).delete()


def close_lesson(lesson: Lesson, *, changed: str, expected: int, by: User, at: datetime.datetime) -> Lesson:
    """Closes a lesson with what changed. Raises Stopped without that, or where it is closed already."""
    if lesson.closed_on is not None:
        raise Stopped.because("", "This lesson is closed already. Read what changed below.")
    if not changed:
        raise Stopped.because("changed", "Say what changed, so that others can tell whether it helped.")
    lesson.changed, lesson.closed_on = changed, local_day(at)
    save_versioned(lesson, expected=expected, by=by, update_fields=["changed", "closed_on"])
    return lesson


def reopen_lesson(lesson: Lesson, *, why: str, expected: int, by: User) -> Lesson:
    """Opens a closed lesson again, because it was not learned after all; what was said to have changed stays."""
    if lesson.closed_on is None:
        raise Stopped.because("", "This lesson is open already.")
    if not why:
        raise Stopped.because("why", "Say why it is opened again.")
    lesson.closed_on = None
    save_versioned(lesson, expected=expected, by=by, why=why, update_fields=["closed_on"])
    return lesson
