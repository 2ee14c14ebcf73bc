"""What customers said of how their cases went: asked two days after each ending, and a third of them answered."""

import datetime
from dataclasses import dataclass, field

from complaints.choices import (
    ENDINGS,
    KINDS_ASKED_ABOUT,
    CaseKind,
    CaseState,
    CaseStep,
    Channel,
    ContactWay,
    Fixed,
    MessageKind,
    NotAsked,
    Satisfaction,
    SurveyQuestion,
)
from complaints.models import CaseEntry, Message, Survey, SurveyAnswer, SurveyRequest
from complaints.operations.links import sum_of, token_of
from complaints.operations.messages import filled
from complaints.operations.surveys import NOT_FIXED
from complaints.rules.surveys import ending_of, questions_of
from council.demo.cases.life import REPLY, Life
from council.demo.chance import one_of, share
from council.demo.days import ONE_DAY, moment
from council.demo.register import Register
from council.demo.rows import add
from council.periods import local_day

ANSWERED = 0.37
WAIT = datetime.timedelta(days=2)
LATE = datetime.timedelta(days=28)
TAKEN_UP_AGAIN = 0.7
DONE_NOW = "We are sorry that it was not put right the first time. Somebody went back, and it is done now."
HANDLING = (
    *((Satisfaction.VERY_SATISFIED,) * 5),
    *((Satisfaction.SATISFIED,) * 8),
    *((Satisfaction.NEITHER,) * 3),
    *((Satisfaction.DISSATISFIED,) * 3),
    Satisfaction.VERY_DISSATISFIED,
)
OUTCOME = (
    *((Satisfaction.VERY_SATISFIED,) * 3),
    *((Satisfaction.SATISFIED,) * 6),
    *((Satisfaction.NEITHER,) * 3),
    *((Satisfaction.DISSATISFIED,) * 5),
    *((Satisfaction.VERY_DISSATISFIED,) * 3),
)
WORDS = (
    "Thank you, it was quick.",
    "Nobody told me what was happening for a week.",
    "The officer who rang was very kind.",
    "I should not have had to ask twice.",
    "Fine in the end.",
)


@dataclass
class Surveyed:
    """The rows that surveys leave, and the surveys themselves."""

    register: Register
    surveys: list[Survey] = field(default_factory=list)
    requests: list[SurveyRequest] = field(default_factory=list)
    answers: list[SurveyAnswer] = field(default_factory=list)

    def begin(self) -> None:
        """One survey that is over and one that is live since the financial year began."""
        days = self.register.days
        began = datetime.date(days.years[-1], 4, 1)
        old = Survey(
            name="Up to March", starts_on=began - datetime.timedelta(days=730), ends_on=began - ONE_DAY
        )
        live = Survey(name="How did we do?", starts_on=began)
        self.surveys = add([old, live], by=self.register.admin, at=self.register.set_up_at)

    def ask(self, life: Life) -> None:
        """Asks about each ending that the case stood at two days later; adds the messages to its life."""
        if life.case.kind not in KINDS_ASKED_ABOUT:
            return
        # What is taken up again and replied to once more is met further on, and asked about as well.
        for entry in life.entries:
            asked_on = local_day(entry.at) + WAIT
            if (
                entry.step in ENDINGS
                and asked_on < self.register.days.today
                and not _went_on(life, entry, asked_on)
            ):
                self._ask(life, entry, asked_on)

    def _ask(self, life: Life, entry: CaseEntry, asked_on: datetime.date) -> None:
        case = life.case
        nonce = f"survey{case.link_nonce[:20]}{entry.number}"
        request = SurveyRequest(case=case, entry=entry, asked_on=asked_on, answer_by=asked_on + LATE)
        request.survey = next(each for each in self.surveys if each.is_live(on=asked_on))
        request.link_nonce, request.link_hash = nonce, sum_of(token_of(nonce))
        self.requests.append(request)
        if case.customer.no_surveys:
            request.not_asked = NotAsked.OPTED_OUT
            return
        if case.customer.way == ContactWay.NONE:
            request.not_asked = NotAsked.HEARS_NOTHING
            return
        request.message = _message(life, request, moment(asked_on, 0.1))
        life.messages.append(request.message)
        if share("answered", case.reference, entry.number) < ANSWERED:
            self._answer(life, request)

    def _answer(self, life: Life, request: SurveyRequest) -> None:
        """One click a question, a few days later."""
        case, number = life.case, request.entry.number
        day = request.asked_on + datetime.timedelta(days=int(1 + 6 * share("when", case.reference, number)))
        if day >= self.register.days.today:
            return
        at = moment(day, share("time", case.reference, number))
        request.channel = Channel.WEB if case.customer.way == ContactWay.EMAIL else Channel.PHONE
        request.taken_by = None if request.channel == Channel.WEB else case.handler
        request.answered_at = at
        ending = ending_of(case.kind, request.entry.step, request.entry.stage)
        refused = request.entry.step == CaseStep.REFUSED
        for place, question in enumerate(questions_of(ending)):
            said = self._said(life, request, question, is_harsh=refused)
            setattr(request, question.value, said)
            self._keep(request, question, said, at + datetime.timedelta(seconds=20 * place))
        if share("words", case.reference, number) < 0.25:
            request.words = one_of(WORDS, "which", case.reference, number)
            self._keep(request, SurveyQuestion.WORDS, "", at + datetime.timedelta(minutes=2))
        if request.fixed == Fixed.NO:
            self._not_fixed(life, at + datetime.timedelta(minutes=3))

    def _said(self, life: Life, request: SurveyRequest, question: SurveyQuestion, *, is_harsh: bool) -> str:
        part = share(question, life.case.reference, request.entry.number)
        if question == SurveyQuestion.FIXED:
            return Fixed.YES if part < 0.68 else Fixed.PARTLY if part < 0.84 else Fixed.NO
        scale = HANDLING if question == SurveyQuestion.HANDLING else OUTCOME
        part = 0.4 + 0.6 * part if is_harsh else part
        return scale[int(part * len(scale))]

    def _keep(
        self, request: SurveyRequest, question: SurveyQuestion, said: str, at: datetime.datetime
    ) -> None:
        words = request.words if question == SurveyQuestion.WORDS else ""
        answer = SurveyAnswer(request=request, question=question, said=said, words=words, at=at)
        answer.channel, answer.taken_by = request.channel, request.taken_by
        self.answers.append(answer)

    def _not_fixed(self, life: Life, at: datetime.datetime) -> None:
        """A step of the case; and some of those said lately are taken up again."""
        case = life.case
        at = max(at, life.entries[-1].at + datetime.timedelta(minutes=7))
        today = self.register.days.today
        if local_day(at) >= today:
            return
        life.step(CaseStep.HEARD, None, at, NOT_FIXED)
        may = case.kind == CaseKind.REQUEST and case.state in (CaseState.REPLIED, CaseState.CLOSED)
        if may and case.procedure is not None and share("again", case.reference) < TAKEN_UP_AGAIN:
            life.start_clock(case.procedure, REPLY, local_day(at))
            case.closed_on = None
            life.step(CaseStep.REOPENED, None, at + datetime.timedelta(minutes=1), NOT_FIXED)
            self._done_again(life, local_day(at))

    def _done_again(self, life: Life, day: datetime.date) -> None:
        """Replied to once more some days later, and closed."""
        case, days = life.case, self.register.days
        if (day := days.working_day(day, 4)) >= days.today:
            return
        life.stop(day, REPLY)
        case.replied_on = day
        life.step(CaseStep.REPLIED, case.handler, moment(day, 0.5), DONE_NOW)
        life.write(MessageKind.REPLIED, reply=DONE_NOW)
        if (day := days.working_day(day, 2)) < days.today:
            case.closed_on = day
            life.step(CaseStep.CLOSED, case.handler, moment(day, 0.5))


def _went_on(life: Life, entry: CaseEntry, asked_on: datetime.date) -> bool:
    """Whether something else began before the customer was asked."""
    on = (CaseStep.ESCALATED, CaseStep.REOPENED)
    later = life.entries[entry.number :]
    return any(each.step in on and local_day(each.at) <= asked_on for each in later)


def _message(life: Life, request: SurveyRequest, at: datetime.datetime) -> Message:
    case, number = life.case, request.entry.number
    facts: dict[str, str] = {"survey": f"/how-did-we-do/{token_of(request.link_nonce)}/"}
    subject, body = filled(life.texts[MessageKind.SURVEY], case, **facts)
    return Message(
        case=case,
        kind=MessageKind.SURVEY,
        to=case.customer.email,
        subject=subject,
        body=body,
        written_at=at,
        key=f"{case.reference}:{number}:{MessageKind.SURVEY}",
        sent_at=at,
        attempts=1,
    )
