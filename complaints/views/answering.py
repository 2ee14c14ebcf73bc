"""Answering a case: its points, the acknowledgement, each answer, and the reply."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.http import Http404, HttpResponse, QueryDict

from complaints.choices import OPEN_STATES, CasePage, CaseState, CaseStep, ClockKind, Finding, MessageKind
from complaints.figures.answers import shown_points
from complaints.figures.clock_page import due_if_acknowledged
from complaints.figures.drafts import draft_reply
from complaints.forms.answering import AcknowledgeForm, AnswerForm, PointsForm, ReplyForm
from complaints.forms.steps import StepForm
from complaints.models import Case, Point
from complaints.operations.answering import acknowledge, answer_point, list_points, reply, reply_facts
from complaints.operations.clocks import running
from complaints.operations.steps import NotNow
from complaints.rules.answers import another_person_is_needed, reply_problems
from complaints.rules.problem import Problem
from complaints.views.page_urls import with_addresses
from complaints.views.stepping import StepPage, in_days, step_page
from council.access import Permission, SignedInRequest, allow


class PointsPage(StepPage):
    """What the customer complains of, one box a point."""

    step, title, submit, form = CaseStep.NOTED, "List the points complained of", "Save the points", PointsForm
    template = "complaints/points.html"
    hint = "One point a box, in the customer’s words. Each is answered in the reply. Clear a box to take a point out."

    def make_form(self, data: QueryDict | None) -> StepForm:
        more = data is not None and "more" in data
        return self.form(data, page=self, version=self.version, more=more)

    def blocked(self) -> Sequence[Problem]:
        if self.case.state in OPEN_STATES:
            return []
        follows = "so its points stay as they are. Reopen it to change them."
        return [Problem("", str(NotNow(self.case, self.step, follows)), CasePage.REOPEN)]

    def take(self, form: StepForm) -> Case:
        assert isinstance(form, PointsForm)
        return list_points(self.case, form.words, expected=form.expected_version, by=self.user, at=self.now)

    def done(self, case: Case) -> str:
        number = case.points.count()
        points = "1 point is" if number == 1 else f"{number} points are"
        return f"{points} listed. Each is answered before the reply is sent."


class AcknowledgePage(PointsPage):
    """Telling the customer what is looked into, by whom and by when."""

    step, title, submit, form = CaseStep.ACKNOWLEDGED, "Acknowledge", "Acknowledge it", AcknowledgeForm
    template = "complaints/acknowledge.html"
    hint = ""

    def blocked(self) -> Sequence[Problem]:
        if found := StepPage.blocked(self):
            mend = CasePage.TRIAGE if self.case.state == CaseState.WAITING else None
            return [Problem("", each.sentence, mend) for each in found]
        if running(self.case, ClockKind.ACKNOWLEDGEMENT) is None:
            sentence = "This case was acknowledged already, or is not acknowledged apart from the reply."
            return [Problem("", sentence)]
        return []

    def take(self, form: StepForm) -> Case:
        assert isinstance(form, AcknowledgeForm)
        case, expected = self.case, form.expected_version
        with transaction.atomic():
            if form.is_changed:
                case = list_points(case, form.words, expected=expected, by=self.user, at=self.now)
                expected = case.version
            on = form.cleaned_data["on"]
            return acknowledge(case, expected=expected, on=on, by=self.user, at=self.now)

    def done(self, case: Case) -> str:
        due = f" The reply is due by {in_days(case.due_on)}." if case.due_on else ""
        return f"The customer is told what you look into.{due} Answer each point next."

    def shown(self, form: StepForm) -> dict[str, Any]:
        days = due_if_acknowledged(self.case, on=self.day)
        return {"days": days, "due": in_days(days[-1].date if days else None)}


class AnswerPage(StepPage):
    """What was found of one point, why, and the cause."""

    step, submit, form = CaseStep.NOTED, "Save the answer", AnswerForm
    template = "complaints/answer.html"

    def __init__(self, request: SignedInRequest, case: Case, *, number: int) -> None:
        super().__init__(request, case)
        self.points = shown_points(case)
        found = next((each for each in self.points if each.point.number == number), None)
        if found is None:
            raise Http404("There is no such point.")
        self.point: Point = found.point
        self.answers = found.answers
        self.title = f"Answer point {number} of {len(self.points)}"  # type: ignore[misc]

    def make_form(self, data: QueryDict | None) -> StepForm:
        said = next((each for each in self.answers if each.stage == self.case.stage), None)
        initial = {"finding": said.finding, "words": said.words, "cause": said.cause_id} if said else {}
        return AnswerForm(data, page=self, version=self.version, initial=initial)

    def blocked(self) -> Sequence[Problem]:
        if self.case.state != CaseState.IN_HAND:
            is_waiting = self.case.state == CaseState.WAITING
            mend = CasePage.TRIAGE if is_waiting else CasePage.REOPEN
            do = "Decide first what it is." if is_waiting else "Reopen it to answer again."
            follows = f"so its points are not answered now. {do}"
            return [Problem("", str(NotNow(self.case, self.step, follows)), mend)]
        before = reply_facts(self.case, None, replier=self.user).answered_before
        other = another_person_is_needed(self.case.stage, self.user.pk, before)
        return [Problem("", other, CasePage.ASSIGN)] if other else []

    def take(self, form: StepForm) -> Case:
        said = form.cleaned_data
        self.point.case = self.case
        answer = answer_point(
            self.point,
            expected=form.expected_version,
            finding=Finding(said["finding"]),
            words=said["words"],
            cause=said["cause"],
            by=self.user,
            at=self.now,
        )
        return answer.point.case

    def done(self, case: Case) -> str:
        facts = reply_facts(case, None, replier=self.user)
        left = [each.number for each in facts.points if not each.finding]
        follows = f"Answer point {left[0]} next." if left else "Every point is answered: send the reply next."
        return f"Point {self.point.number} is answered. {follows}"

    def shown(self, form: StepForm) -> dict[str, Any]:
        return {"point": self.point, "answers": self.answers}


class ReplyPage(StepPage):
    """The reply of the stage; what is still missing is listed first."""

    step, title, submit, form = CaseStep.REPLIED, "Reply", "Send the reply", ReplyForm
    template = "complaints/reply.html"

    def __init__(self, request: SignedInRequest, case: Case) -> None:
        super().__init__(request, case)
        self.facts = reply_facts(case, running(case, ClockKind.REPLY), replier=self.user)
        self.points = shown_points(case)

    def make_form(self, data: QueryDict | None) -> StepForm:
        due = self.facts.due_on
        draft = draft_reply(self.points, stage=self.case.stage)
        is_late = due is not None and self.day > due
        return ReplyForm(data, page=self, version=self.version, is_late=is_late, draft=draft)

    def blocked(self) -> Sequence[Problem]:
        if found := super().blocked():
            mend = CasePage.TRIAGE if self.case.state == CaseState.WAITING else None
            return [Problem("", each.sentence, mend) for each in found]
        other = another_person_is_needed(self.case.stage, self.user.pk, self.facts.answered_before)
        return [Problem("", other, CasePage.ASSIGN)] if other else []

    def take(self, form: StepForm) -> Case:
        said = form.cleaned_data
        return reply(
            self.case,
            said["words"],
            expected=form.expected_version,
            on=said["on"],
            late_why=said.get("late_why", ""),
            by=self.user,
            at=self.now,
        )

    def done(self, case: Case) -> str:
        return (
            "The reply is with the customer’s messages. Promise what is still to be put right, then close the "
            "case; a customer who is not content may come back."
        )

    def shown(self, form: StepForm) -> dict[str, Any]:
        problems = reply_problems(self.facts, on=self.facts.waited_from, today=self.day)
        due = self.facts.due_on
        return {
            "missing": with_addresses(self.case, [each for each in problems if each.mend]),
            "due": in_days(due),
            "is_late": due is not None and self.day > due,
            "points": self.points,
            "kind": MessageKind.REPLIED,
            "hears": self.case.representative or self.case.customer,
        }


@allow(Permission.HANDLE_CASES)
def case_points(request: SignedInRequest, reference: str) -> HttpResponse:
    """Lists what a customer complains of."""
    return step_page(request, reference, PointsPage)


@allow(Permission.HANDLE_CASES)
def case_acknowledge(request: SignedInRequest, reference: str) -> HttpResponse:
    """Acknowledges a case."""
    return step_page(request, reference, AcknowledgePage)


@allow(Permission.HANDLE_CASES)
def case_answer(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Answers one point."""
    return step_page(request, reference, AnswerPage, number=number)


@allow(Permission.HANDLE_CASES)
def case_reply(request: SignedInRequest, reference: str) -> HttpResponse:
    """Sends the reply."""
    return step_page(request, reference, ReplyPage)
