"""The pages on which an officer does something with a case, by the last word of their address."""

from enum import StrEnum


class CasePage(StrEnum):
    """One page for each thing that is done with a case."""

    TRIAGE = "triage"
    REFUSE = "refuse"
    ASSIGN = "assign"
    MOVE = "move"
    POINTS = "points"
    ACKNOWLEDGE = "acknowledge"
    EXTEND = "extend"
    PAUSE = "pause"
    RESUME = "resume"
    ANSWER = "answer"
    REPLY = "reply"
    ESCALATE = "escalate"
    COMPLAIN = "complain"
    WITHDRAW = "withdraw"
    CLOSE = "close"
    REOPEN = "reopen"
    NOTE = "note"
    PROMISE = "promise"
    SETTLE = "settle"
    CONCERN = "concern"
    RELEASE = "release"
    OMBUDSMAN = "ombudsman"
