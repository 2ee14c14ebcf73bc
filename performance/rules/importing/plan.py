"""The plan of an import: what each row will change, what stops it, and what only a person can decide."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cached_property

from council.rag import Rag
from council.spreadsheets import cell_name


class Effect(StrEnum):
    """What a row will do."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    KEPT = "kept"

    @property
    def label(self) -> str:
        """As a page says it."""
        return _LABELS[self]


_LABELS = {
    Effect.NEW: "New",
    Effect.CHANGED: "Changed",
    Effect.UNCHANGED: "No change",
    Effect.KEPT: "Left as it is",
}


@dataclass(frozen=True)
class Difference:
    """One thing that will be another: its name, what it is now ("" for nothing), what it will be."""

    what: str
    old: str
    new: str


@dataclass(frozen=True)
class Change:
    """What one row of the file will do to what it is about."""

    row: int
    subject: str
    effect: Effect
    differences: tuple[Difference, ...] = ()
    notices: tuple[str, ...] = ()
    """How it was read, where a person should know."""
    remarks: tuple[str, ...] = ()
    """What is odd about this row alone, as it is written."""
    rating: Rag | None = None
    """The rating that a return would get."""
    has_comment: bool = True
    """Whether a return comes with a comment."""


@dataclass(frozen=True)
class Problem:
    """What has to be put right in the file before any of it can go in. Row and column count from 1."""

    sentence: str
    row: int | None = None
    column: int | None = None
    text: str = ""
    """The cell as it is."""

    @property
    def where(self) -> str:
        """The cell, else the row, else the file."""
        if self.row is None:
            return "The file"
        return f"Cell {cell_name(self.row, self.column)}" if self.column else f"Row {self.row}"


@dataclass(frozen=True)
class Choice:
    """One of the answers to a question."""

    value: str
    label: str


@dataclass(frozen=True)
class Question:
    """What the file leaves open. `default` is what counts unless a person says otherwise; "" lets nothing go ahead."""

    key: str
    row: int
    sentence: str
    choices: tuple[Choice, ...]
    default: str = ""
    answer: str = ""

    @property
    def is_open(self) -> bool:
        """Whether a person has yet to answer."""
        return not (self.answer or self.default)

    @property
    def chosen(self) -> str:
        """The answer that counts."""
        return self.answer or self.default


@dataclass(frozen=True)
class Plan:
    """Everything that an import would do, in the order of the file."""

    changes: tuple[Change, ...]
    problems: tuple[Problem, ...] = ()
    questions: tuple[Question, ...] = ()
    notes: tuple[str, ...] = ()
    """What holds for the whole file."""

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many rows have each effect."""
        counted = Counter(change.effect for change in self.changes)
        return {effect: counted[effect] for effect in Effect}

    @property
    def number(self) -> int:
        """How many rows will change something."""
        return self.counts[Effect.NEW] + self.counts[Effect.CHANGED]

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """Those that a person has yet to answer."""
        return tuple(question for question in self.questions if question.is_open)

    @property
    def is_ready(self) -> bool:
        """Whether nothing stands in its way and there is something to do."""
        return not self.problems and not self.open_questions and self.number > 0

    @cached_property
    def fingerprint(self) -> str:
        """The same for two plans that do the same, and for no others: what a person saw and agreed to."""
        said = [asdict(change) for change in self.changes]
        chosen = [(question.key, question.chosen) for question in self.questions]
        whole = json.dumps([said, chosen, [asdict(each) for each in self.problems]], sort_keys=True)
        return hashlib.sha256(whole.encode()).hexdigest()


class Draft:
    """A plan in the making."""

    def __init__(self, answers: Mapping[str, str]) -> None:
        self._answers = answers
        self.changes: list[Change] = []
        self.problems: list[Problem] = []
        self.questions: list[Question] = []
        self.notes: list[str] = []

    def ask(
        self, key: str, row: int, sentence: str, choices: tuple[Choice, ...], *, default: str = ""
    ) -> str:
        """Puts a question; gives the answer that a person gave, else the default, else ""."""
        given = self._answers.get(key, "")
        answer = given if given in {choice.value for choice in choices} else ""
        question = Question(key, row, sentence, choices, default, answer)
        self.questions.append(question)
        return question.chosen

    def plan(self) -> Plan:
        """The plan as it stands, its problems in the order of the file."""
        problems = sorted(self.problems, key=lambda each: (each.row or 0, each.column or 0))
        changes = sorted(self.changes, key=lambda change: change.row)
        return Plan(tuple(changes), tuple(problems), tuple(self.questions), tuple(self.notes))
