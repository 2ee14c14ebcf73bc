"""What stops a return being submitted or signed off, as sentences a person can act on."""

from dataclasses import dataclass

from council.rag import Rag
from performance.choices import Known, ValueStatus

OFF_TARGET = (Rag.RED, Rag.AMBER)


@dataclass(frozen=True)
class Problem:
    """One thing to put right: the field it belongs to and what to do."""

    field: str
    sentence: str


def submission_problems(
    *, known: str, as_written: str, comment: str, rating: str, value_status: str = "", carried_from: str = ""
) -> list[Problem]:
    """What keeps a return from being submitted; an empty list when nothing does.

    Members ask "what happens next" of every indicator off target, so a comment is compulsory there; a value that
    is not known needs its reason, and one that is carried forward the day of its measurement.
    """
    problems = []
    if known == Known.KNOWN and not as_written:
        problems.append(
            Problem("as_written", "Enter the value, or choose “Not known” and say why in the comment.")
        )
    if known == Known.KNOWN and value_status == ValueStatus.CARRIED_FORWARD and not carried_from:
        problems.append(Problem("carried_from", "Say when this value was last measured, such as March 2026."))
    if known == Known.NOT_KNOWN and not comment:
        problems.append(
            Problem("comment", "Say in the comment why the value is not known and when it will be.")
        )
    if known == Known.KNOWN and rating in OFF_TARGET and not comment:
        problems.append(
            Problem("comment", "This is off target. Say in the comment why, and what happens next.")
        )
    return problems


def sign_off_problems(*, step_by: int | None, signer: int) -> list[Problem]:
    """Four eyes: whoever entered or submitted a return does not sign it off."""
    if step_by == signer:
        return [
            Problem("sign_off", "You submitted this return yourself. Another lead officer must sign it off.")
        ]
    return []
