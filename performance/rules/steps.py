"""What may follow what in the life of a return."""

from performance.choices import Step

NEXT: dict[str | None, frozenset[Step]] = {
    None: frozenset({Step.DRAFTED, Step.SUBMITTED}),
    Step.DRAFTED: frozenset({Step.DRAFTED, Step.SUBMITTED}),
    Step.SUBMITTED: frozenset({Step.SIGNED_OFF, Step.SENT_BACK}),
    Step.SENT_BACK: frozenset({Step.DRAFTED, Step.SUBMITTED}),
    Step.SIGNED_OFF: frozenset({Step.SIGNED_OFF, Step.PUBLISHED, Step.REOPENED}),
    Step.PUBLISHED: frozenset({Step.SIGNED_OFF, Step.REOPENED}),
    Step.REOPENED: frozenset({Step.DRAFTED, Step.SUBMITTED}),
}


def may_follow(step: str | None, following: Step) -> bool:
    """Whether a return at this step may take the following one; None is a return not yet begun."""
    return following in NEXT[step]
