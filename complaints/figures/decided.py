"""What was decided of a case at triage, and whether the customer came back after it was found to be no complaint."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from complaints.choices import CaseKind, CaseStep
from complaints.figures.timeline import Shown
from complaints.models import Case, Triage
from council.dates import long_date
from council.periods import local_day

RETURNED = (CaseStep.REOPENED, CaseStep.ESCALATED)
"""The steps that show that a customer was not content."""


@dataclass(frozen=True)
class Decision:
    """One decision at triage; of one that it is no complaint, whether the customer came back."""

    triage: Triage
    is_no_complaint: bool
    came_back: str = ""
    """In a sentence; "" where it was taken on as a complaint."""


def decisions_of(case: Case, timeline: Sequence[Shown], led_to: Sequence[Case]) -> list[Decision]:
    """Every decision, the newest first; two queries."""
    rows = list(case.triages.select_related("line__definition", "by"))
    contacts = list(case.contacts.order_by("at").values_list("at", flat=True))
    found = []
    for each in rows:
        is_no_complaint = not each.is_accepted or (
            case.asked_as == CaseKind.COMPLAINT and each.kind != CaseKind.COMPLAINT
        )
        said = _came_back(each, contacts, timeline, led_to) if is_no_complaint else ""
        found.append(Decision(each, is_no_complaint, said))
    return found


def _came_back(
    triage: Triage,
    contacts: Sequence[datetime.datetime],
    timeline: Sequence[Shown],
    led_to: Sequence[Case],
) -> str:
    """What the customer did after the decision, in a sentence."""
    told = []
    if later := [at for at in contacts if at > triage.at]:
        times = "once" if len(later) == 1 else f"{len(later)} times"
        told.append(f"got in touch {times}, first on {long_date(local_day(later[0]))}")
    told += [
        f"complained on {long_date(each.received_on)} ({each.reference})"
        for each in led_to
        if each.received_at > triage.at
    ]
    told += [
        f"had it {each.entry.get_step_display().lower()} on {long_date(local_day(each.at))}"
        for each in reversed(timeline)
        if each.entry and each.entry.step in RETURNED and each.at > triage.at
    ]
    return f"They came back: {'; '.join(told)}." if told else "They did not come back."
