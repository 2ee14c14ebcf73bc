"""The life of a case as a table: which step may be taken from which state, and where it leads."""

from collections.abc import Mapping
from dataclasses import dataclass

from complaints.choices import CAME_BACK, OPEN_STATES, OVER, CaseState, CaseStep

_OPEN_OR_REPLIED = (*OPEN_STATES, CaseState.REPLIED)
_ANY = tuple(CaseState)


@dataclass(frozen=True)
class Turn:
    """The states from which a step may be taken, and the state that follows; None where it stays as it is."""

    states: tuple[CaseState, ...]
    then: CaseState | None = None


LIFE: Mapping[CaseStep, Turn] = {
    CaseStep.TRIAGED: Turn(OPEN_STATES, CaseState.IN_HAND),
    CaseStep.REFUSED: Turn(OPEN_STATES, CaseState.REFUSED),
    CaseStep.ASSIGNED: Turn(_OPEN_OR_REPLIED),
    CaseStep.MOVED: Turn(OPEN_STATES),
    CaseStep.ACKNOWLEDGED: Turn((CaseState.IN_HAND,)),
    CaseStep.EXTENDED: Turn((CaseState.IN_HAND,)),
    CaseStep.PAUSED: Turn((CaseState.IN_HAND,)),
    CaseStep.RESUMED: Turn((CaseState.IN_HAND,)),
    CaseStep.REPLIED: Turn((CaseState.IN_HAND,), CaseState.REPLIED),
    CaseStep.ESCALATED: Turn((CaseState.REPLIED, CaseState.CLOSED), CaseState.IN_HAND),
    CaseStep.CLOSED: Turn((CaseState.REPLIED,), CaseState.CLOSED),
    CaseStep.WITHDRAWN: Turn(OPEN_STATES, CaseState.WITHDRAWN),
    CaseStep.REOPENED: Turn(CAME_BACK, CaseState.IN_HAND),
    CaseStep.COMPLAINED: Turn(_ANY),
    CaseStep.NOTED: Turn(_ANY),
    CaseStep.LEARNED: Turn(_ANY),
    CaseStep.PASSED_ON: Turn(_ANY),
    CaseStep.HEARD: Turn(_ANY),
    CaseStep.ANONYMISED: Turn(OVER),
}
"""A case is received once, which is the only step with no state before it."""


def may_take(step: CaseStep, state: str) -> bool:
    """Whether a case of that state may take the step."""
    return CaseState(state) in LIFE[step].states


def state_after(step: CaseStep, state: str) -> CaseState:
    """The state that a step leads to. ValueError where it may not be taken."""
    if not may_take(step, state):
        raise ValueError(f"A case that is “{CaseState(state).label}” cannot be “{step.label}”.")
    return LIFE[step].then or CaseState(state)
