"""What the demo council learned from its cases, what it does about it, and the thanks that it passed on."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from uuid import NAMESPACE_URL, uuid5

from complaints.choices import CaseKind, CaseState
from complaints.models import Case, Cause, Lesson, ThanksNotice
from complaints.operations.lessons import add_lesson, close_lesson, follow_with, learn_from
from complaints.operations.thanks import PassedOn, pass_on
from council.demo.cases.lessons_said import ACTIONS, DEEDS, LESSONS, DemoAction, DemoLesson
from council.demo.days import moment
from council.demo.register import Register
from performance.models import Indicator
from performance.operations.action_measures import measure_by
from portfolios.choices import ActionStep, DueKind
from portfolios.figures.actions import said_of_action
from portfolios.models import Action, AwaitedEvent, Tenure
from portfolios.operations.actions import add_action, take_action_step
from portfolios.rules.promises import due_of

THANKED = 5
LESSON_CASES = 6
"""From how many cases each lesson was drawn."""


@dataclass
class Learning:
    """What is being built, and the days on which it was done."""

    register: Register

    def day(self, ago: int) -> datetime.date:
        """So many working days before today."""
        return self.register.days.working_day(self.register.days.today, -ago)

    def at(self, ago: int, part: float = 0.5) -> datetime.datetime:
        """A moment of that day."""
        return moment(self.day(ago), part)

    def add_lesson(self, said: DemoLesson) -> Lesson:
        """A lesson with some of the cases that it was drawn from."""
        by = self.register.users[said.by]
        lesson = Lesson(
            what=said.what,
            cause=Cause.objects.get(name=said.cause) if said.cause else None,
            service=self.register.services[said.service],
            told_to=said.told_to,
            learned_on=self.day(said.ago),
            sent_as=uuid5(NAMESPACE_URL, said.what),
        )
        add_lesson(lesson, by=by)
        upheld = Case.objects.filter(
            kind=CaseKind.COMPLAINT,
            state=CaseState.CLOSED,
            points__answers__cause=lesson.cause,
            closed_on__lt=self.day(2),
        )
        for case in upheld.distinct().order_by("pk")[:LESSON_CASES]:
            learn_from(case, lesson, expected=case.version, by=by, at=self.at(1))
        return lesson

    def add_action(self, said: DemoAction, lessons: dict[str, Lesson]) -> None:
        """An action as far as it has come."""
        users = self.register.users
        by = users[said.by]
        row = Action(
            what=said.what,
            result=said.result,
            owner=self.register.posts.get(said.owner),
            service=self.register.services.get(said.service),
            agreed_on=self.day(said.agreed_ago),
            due_as_written=said.due,
            due_on=self.day(said.due_ago) if said.due_ago is not None else None,
            event=AwaitedEvent.objects.get(name=said.event) if said.event else None,
            months_after=said.months,
            cost=None if said.cost is None else Decimal(said.cost),
            saving=None if said.saving is None else Decimal(said.saving),
            sent_as=uuid5(NAMESPACE_URL, said.what),
        )
        due = due_of(said_of_action(row))
        row.due_kind = DueKind.DATE if row.due_on else due.kind
        row.due_on = row.due_on or due.on
        row = add_action(row, by=by, at=self.at(said.agreed_ago))
        for lesson in said.lessons:
            kept = lessons[lesson]
            kept.refresh_from_db()
            follow_with(kept, row, expected=kept.version, by=by, at=self.at(said.agreed_ago, 0.6))
        for indicator in Indicator.objects.filter(reference__in=said.indicators):
            row.refresh_from_db()
            measure_by(row, indicator, expected=row.version, by=by, at=self.at(said.agreed_ago, 0.7))
        for step, ago, note in said.steps:
            row.refresh_from_db()
            done_on = self.day(ago) if step == ActionStep.DONE else None
            take_action_step(
                row, step, note=note, done_on=done_on, expected=row.version, by=by, at=self.at(ago, 0.8)
            )

    def pass_thanks_on(self) -> None:
        """Some compliments to the team, and one in two to somebody by name as well."""
        by = self.register.users["complaints"]
        rows = Case.objects.filter(kind=CaseKind.COMPLIMENT, state=CaseState.CLOSED).exclude(service=None)
        for number, case in enumerate(rows.order_by("-pk")[:THANKED]):
            assert case.service is not None
            held = Tenure.objects.on(self.register.days.today).filter(post=case.service.manager)
            people = [tenure.person for tenure in held.select_related("person")[: number % 2]]
            said = PassedOn(words=case.words, deed=DEEDS[number], people=people, service=case.service)
            pass_on(case, said, tell_customer=False, expected=case.version, by=by, at=self.at(1))
        # They went at once, as the messages to customers did.
        ThanksNotice.objects.update(sent_at=self.at(1), attempts=1)


def build_learning(register: Register) -> None:
    """The lessons, the actions and the thanks, by the verbs that people use themselves."""
    built = Learning(register)
    lessons = {said.name: built.add_lesson(said) for said in LESSONS}
    for action in ACTIONS:
        built.add_action(action, lessons)
    for said in LESSONS:
        if said.changed:
            row = lessons[said.name]
            row.refresh_from_db()
            close_lesson(
                row,
                changed=said.changed,
                expected=row.version,
                by=register.users[said.by],
                at=built.at(1, 0.9),
            )
    built.pass_thanks_on()
