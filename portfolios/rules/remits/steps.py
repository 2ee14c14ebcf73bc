"""What may follow what in the life of an amendment, and which step an undoing goes back to."""

from portfolios.choices import AmendmentStep

NEXT: dict[AmendmentStep | None, frozenset[AmendmentStep]] = {
    None: frozenset({AmendmentStep.DRAFTED, AmendmentStep.RECORDED}),
    AmendmentStep.DRAFTED: frozenset(
        {AmendmentStep.DRAFTED, AmendmentStep.PROPOSED, AmendmentStep.WITHDRAWN}
    ),
    AmendmentStep.PROPOSED: frozenset({AmendmentStep.DECIDED, AmendmentStep.WITHDRAWN}),
    AmendmentStep.DECIDED: frozenset({AmendmentStep.COMMENCED, AmendmentStep.WITHDRAWN}),
    AmendmentStep.COMMENCED: frozenset({AmendmentStep.WITHDRAWN}),
    AmendmentStep.RECORDED: frozenset({AmendmentStep.WITHDRAWN}),
    AmendmentStep.WITHDRAWN: frozenset(),
}

BEFORE: dict[AmendmentStep, AmendmentStep] = {
    AmendmentStep.PROPOSED: AmendmentStep.DRAFTED,
    AmendmentStep.DECIDED: AmendmentStep.PROPOSED,
    AmendmentStep.COMMENCED: AmendmentStep.DECIDED,
}
"""The step that undoing goes back to. A draft has none: it is withdrawn."""


def may_follow(step: AmendmentStep | None, following: AmendmentStep) -> bool:
    """Whether an amendment at this step may take the following one; None is one not yet begun."""
    return following in NEXT[step]
