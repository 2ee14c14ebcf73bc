"""What people are told beforehand of how long the council takes, from the procedures in force."""

import datetime
from dataclasses import dataclass

from complaints.choices import STAGE_ONE, STAGE_TWO, CaseKind, ClockKind, CountedFrom
from complaints.models import CaseProcedure


@dataclass(frozen=True)
class ToldTimes:
    """The times of one kind of case, in working days; None where nothing of the kind is promised."""

    acknowledged_in: int | None
    replied_in: int | None
    after_acknowledgement: bool
    """Whether the reply is counted from the acknowledgement, not from the day it came in."""
    replied_in_two: int | None
    ombudsman: str
    ombudsman_contact: str


def told_times(kind: CaseKind, *, on: datetime.date) -> ToldTimes | None:
    """The times of the usual procedure for a kind; None where there is none. One query."""
    usual = CaseProcedure.objects.usual(kind, day=on)
    if usual is None:
        return None
    acknowledged_in = usual.working_days(STAGE_ONE, ClockKind.ACKNOWLEDGEMENT)
    return ToldTimes(
        acknowledged_in=acknowledged_in,
        replied_in=usual.working_days(STAGE_ONE, ClockKind.REPLY),
        after_acknowledgement=acknowledged_in is not None
        and usual.counted_from == CountedFrom.ACKNOWLEDGEMENT,
        replied_in_two=usual.working_days(STAGE_TWO, ClockKind.REPLY) if usual.has_stage_two else None,
        ombudsman=usual.ombudsman,
        ombudsman_contact=usual.ombudsman_contact,
    )
