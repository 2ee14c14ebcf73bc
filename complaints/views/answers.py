"""What somebody has answered so far: kept in their session, and carried by the page they look at, signed.

The page brings it back when the session has run out in the meantime, or when two forms are open in one browser. All
of it is thrown away once it is sent.
"""

import datetime
import uuid
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from django.core import signing
from django.http import HttpRequest

from complaints.forms.question_form import QuestionForm
from complaints.forms.questions import FORMS
from complaints.operations.attachments import WaitingFile
from complaints.rules.questions import Question, asked_of

CARRIED = "so_far"
"""The hidden box of a page with what was answered before it."""
_KEPT = "telling"
_SENT = "told"
_SALT = "complaints.answers"
_LONGEST = datetime.timedelta(days=7)
_SHOWN_FOR = datetime.timedelta(minutes=30)
_MOST_LETTERS = 20_000


@dataclass
class Answers:
    """The answers of one telling, question by question as they were typed, and the files that wait for it."""

    began: str
    sent_as: str = field(default_factory=lambda: str(uuid.uuid4()))
    said: dict[str, dict[str, str]] = field(default_factory=dict)
    files: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def beginning(cls, at: datetime.datetime) -> Self:
        """None yet."""
        return cls(began=at.isoformat())

    @property
    def kind(self) -> str:
        """What kind of thing is told; "" while that is not answered."""
        return self.said.get("kind", {}).get("kind", "")

    @property
    def began_at(self) -> datetime.datetime:
        """When the form was opened."""
        return datetime.datetime.fromisoformat(self.began)

    @property
    def waiting(self) -> list[WaitingFile]:
        """The files that were taken."""
        return [WaitingFile(**each) for each in self.files]

    def carried(self) -> str:
        """All of it as a page carries it."""
        return signing.dumps(asdict(self), salt=_SALT, compress=True)

    def form(self, slug: str, *, today: datetime.date) -> QuestionForm:
        """The form of a question with what was answered, judged."""
        return FORMS[slug](self.said.get(slug, {}), kind=self.kind, today=today)

    def forms(self, *, today: datetime.date) -> list[tuple[Question, QuestionForm]]:
        """The forms of all questions that are asked for the kind."""
        return [(each, self.form(each.slug, today=today)) for each in asked_of(self.kind)]

    def next_open(self, *, today: datetime.date) -> str:
        """The first question that has no answer, or none that will do; "" when all have one."""
        for question in asked_of(self.kind):
            if question.slug not in self.said or not self.form(question.slug, today=today).is_valid():
                return question.slug
        return ""

    def answer(self, slug: str, form: QuestionForm) -> None:
        """Takes over what was typed; what is far too long for any box is left to the page that shows it."""
        typed = {name: form.data.get(name, "") for name in form.fields if name in form.data}
        if sum(map(len, typed.values())) <= _MOST_LETTERS:
            self.said[slug] = typed


@dataclass(frozen=True)
class Found:
    """The answers that were found, and where."""

    answers: Answers
    is_new: bool = False
    """There were none, in the session or in the page."""
    ran_out: bool = False
    """The session had none, and the page brought them back."""


def answers_of(request: HttpRequest, *, at: datetime.datetime) -> Found:
    """What this visitor has answered so far. A page of another telling than the session's brings its own."""
    kept = _read(request.session.get(_KEPT))
    carried = _opened(request.POST.get(CARRIED, "")) if request.method == "POST" else None
    if carried and (kept is None or kept.sent_as != carried.sent_as):
        is_new = not carried.said
        return Found(carried, is_new=is_new, ran_out=kept is None and not is_new)
    return Found(kept) if kept else Found(Answers.beginning(at), is_new=True)


def keep_answers(request: HttpRequest, answers: Answers) -> None:
    """Keeps them for the next page."""
    request.session[_KEPT] = asdict(answers)


def forget_answers(request: HttpRequest) -> None:
    """Throws them away."""
    request.session.pop(_KEPT, None)


def remember_sent(request: HttpRequest, case_pk: int, *, at: datetime.datetime) -> None:
    """Keeps which case was sent, for the last page, and throws the answers away."""
    forget_answers(request)
    request.session[_SENT] = {"case": case_pk, "at": at.isoformat()}


def sent_case(request: HttpRequest, *, at: datetime.datetime) -> int | None:
    """The case that this visitor has just sent; None where there is none, or it is half an hour ago."""
    kept = request.session.get(_SENT)
    if kept is None or at - datetime.datetime.fromisoformat(kept["at"]) > _SHOWN_FOR:
        return None
    return int(kept["case"])


def _opened(carried: str) -> Answers | None:
    try:
        return _read(signing.loads(carried, salt=_SALT, max_age=_LONGEST))
    except signing.BadSignature:
        return None


def _read(kept: Any) -> Answers | None:
    try:
        return Answers(**kept) if kept else None
    except TypeError:
        # Kept by an older version of the product.
        return None
