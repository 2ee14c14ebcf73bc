"""Lessons with their actions, causes and thanks, for the council of `scene`."""

import datetime

from complaints.models import Case, Cause
from complaints.operations.lessons import follow_with, learn_from
from complaints.operations.thanks import PassedOn, pass_on
from council.models import User
from performance.models import Indicator
from performance.operations.action_measures import measure_by
from portfolios.choices import ActionStep
from portfolios.models import Action, Service
from portfolios.operations.actions import add_action, change_action, take_action_step
from tests.factories.learning import ActionFactory, LessonFactory

AT = datetime.datetime(2026, 10, 9, 12, 0, tzinfo=datetime.UTC)


def learned(rows: int, service: Service, users: dict[str, User]) -> dict[str, object]:
    """As many lessons as rows of one cause; the first was drawn from as many cases and led to as many actions."""
    officer, cause = users["officer"], Cause.objects.first()
    lessons = [LessonFactory(service=service, cause=cause) for _ in range(rows)]
    for case in Case.objects.filter(service=service).order_by("pk")[:rows]:
        learn_from(case, lessons[0], expected=case.version, by=officer, at=AT)
        case.refresh_from_db()
        learn_from(case, lessons[-1], expected=case.version, by=officer, at=AT)
        case.refresh_from_db()
        said = PassedOn(words="They were kind", deed="Read out", service=service)
        pass_on(case, said, tell_customer=False, expected=case.version, by=officer, at=AT)
    actions = [_planned(service, officer) for _ in range(rows)]
    for action in actions:
        lessons[0].refresh_from_db()
        follow_with(lessons[0], action, expected=lessons[0].version, by=officer, at=AT)
    for lesson in lessons[1:]:
        follow_with(lesson, actions[0], expected=lesson.version, by=officer, at=AT)
    _measured(actions[0], officer)
    for number in range(rows):
        actions[0].refresh_from_db()
        actions[0].result = f"Half as many missed, {number}"
        change_action(actions[0], expected=actions[0].version, by=officer, at=AT)
    if rows > 1:
        done = {"note": "They were written", "done_on": AT.date(), "by": officer, "at": AT}
        take_action_step(actions[1], ActionStep.DONE, expected=actions[1].version, **done)
    actions[0].refresh_from_db()
    lessons[0].refresh_from_db()
    return {"lesson": lessons[0], "action": actions[0], "cause": cause}


def _planned(service: Service, officer: User) -> Action:
    owner = officer.person.tenures.get().post
    return add_action(ActionFactory.build(owner=owner, service=service), by=officer, at=AT)


def _measured(action: Action, officer: User) -> None:
    for indicator in Indicator.objects.filter(reference__startswith="BV ").order_by("pk"):
        action.refresh_from_db()
        measure_by(action, indicator, expected=action.version, by=officer, at=AT)
