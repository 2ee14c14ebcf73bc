"""What somebody who tells the council something is asked, in which order, and which of it for which kind. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from complaints.choices import CaseKind

UNHAPPY_OR_ASKING = (CaseKind.REQUEST, CaseKind.COMPLAINT)


@dataclass(frozen=True)
class Question:
    """One page of the form: its place in the address, what it asks, and of which kinds it is asked."""

    slug: str
    asks: str
    kinds: tuple[CaseKind, ...] = tuple(CaseKind)


QUESTIONS: Sequence[Question] = (
    Question("kind", "What would you like to tell us?"),
    Question("what", "What happened?"),
    Question("service", "Which service is it about?"),
    Question("when", "When did it happen?"),
    Question("wants", "What would put it right?", UNHAPPY_OR_ASKING),
    Question("files", "Do you have photos or papers to show us?"),
    Question("you", "Who are you, and how do we reach you?"),
    Question("for", "Do you speak for somebody else?", UNHAPPY_OR_ASKING),
)
BY_SLUG: Mapping[str, Question] = {each.slug: each for each in QUESTIONS}

KINDS_IN_PLAIN_WORDS: Mapping[CaseKind, tuple[str, str]] = {
    CaseKind.REQUEST: ("Ask us to do something", "Something needs doing, mending or deciding."),
    CaseKind.COMPLAINT: (
        "Complain",
        "You are unhappy with what we did or did not do, or how we treated you.",
    ),
    CaseKind.COMMENT: ("Tell us what you think", "You have a view or an idea, and need nothing done."),
    CaseKind.COMPLIMENT: ("Say thank you", "A person, a team or a service did well."),
}
"""What each kind is called by whoever tells us, and what it means."""


def asked_of(kind: str) -> list[Question]:
    """The questions for a kind, in their order; while the kind is not known, all that are asked of every kind."""
    if kind not in CaseKind.values:
        return [each for each in QUESTIONS if len(each.kinds) == len(CaseKind)]
    return [each for each in QUESTIONS if kind in each.kinds]


def may_be_nameless(kind: str) -> bool:
    """Whether somebody may tell it without saying who they are: what nobody waits for a reply to."""
    return kind in (CaseKind.COMMENT, CaseKind.COMPLIMENT)


def day_is_needed(kind: str) -> bool:
    """Whether it has to be said when it happened: a complaint is looked into by its day."""
    return kind == CaseKind.COMPLAINT
