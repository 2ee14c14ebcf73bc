"""What becomes of each case: by whom, after how many working days, and how it ends. All by chance that repeats."""

import datetime
from dataclasses import dataclass, field

from complaints.choices import CaseKind, Channel
from council.demo.cases.asked import COMMENTS, COMPLIMENTS, REQUESTS
from council.demo.cases.said import GRIEVANCES, Grievance
from council.demo.chance import share
from council.demo.days import DemoDays
from council.demo.people import HANDS

CASES = 380
MONTHS_BACK = 18
WORKING_DAYS_BACK = 21 * MONTHS_BACK
CHANNELS = (
    *((Channel.WEB,) * 9),
    *((Channel.PHONE,) * 6),
    *((Channel.EMAIL,) * 5),
    *((Channel.COUNTER,) * 3),
    *(Channel.LETTER, Channel.LETTER, Channel.KIOSK, Channel.SOCIAL_MEDIA, Channel.COUNCILLOR),
)
FELL, FELL_AGO = "Garden bin missed three times", 215
"""What complaints were about that fell, and so many working days ago."""
LATE_BY_NOW = 40
"""Working days within which a case may still lie unanswered: older ones were all seen to."""


@dataclass(frozen=True)
class PlannedCase:
    """One case before its life: what was said, when it came, and how it goes."""

    number: int
    kind: CaseKind
    channel: Channel
    service: str
    subject: str
    words: str
    received_on: datetime.date
    grievance: Grievance | None = None
    acknowledged_after: int = 2
    """Working days from receipt to the acknowledgement."""
    replied_after: int = 6
    """Working days from there to the reply."""
    extended_by: int = 0
    goes_on: bool = False
    """Whether the customer takes it to stage 2."""
    ends: str = ""
    """"refused", "withdrawn" or "stalled"; "" where it is replied to and closed."""
    chance: tuple[object, ...] = field(default=())

    def share(self, *words: object) -> float:
        """A number from 0 up to 1 of this case's own."""
        return share(*self.chance, *words)


def planned(days: DemoDays) -> list[PlannedCase]:
    """Every case but those of the incident, in the order in which they came."""
    cases = [_planned(days, number) for number in range(CASES)]
    return sorted(cases, key=lambda each: (each.received_on, each.number))


def _planned(days: DemoDays, number: int) -> PlannedCase:
    chance: tuple[object, ...] = ("case", number)
    # A few more in the last days, so that there is something to do.
    reach = 9 if share("recent", *chance) < 0.08 else WORKING_DAYS_BACK
    ago = 1 + int(share("ago", *chance) * reach)
    service, subject, words, kind, grievance = _said(number, chance, ago)
    return PlannedCase(
        number=number,
        kind=kind,
        channel=CHANNELS[int(share("channel", *chance) * len(CHANNELS))],
        service=service,
        subject=subject,
        words=words,
        received_on=days.working_day(days.today, -ago),
        grievance=grievance,
        acknowledged_after=_slow(share("acknowledged", *chance), usual=4, late=8),
        replied_after=_slow(share("replied", *chance), usual=9, late=15),
        extended_by=5 + int(5 * share("how long", *chance)) if share("extended", *chance) < 0.09 else 0,
        goes_on=grievance is not None and share("stage two", *chance) < 0.14,
        ends=_end(ago, kind, chance),
        chance=chance,
    )


def _weight(grievance: Grievance, ago: int) -> int:
    """How often it comes up: missed garden bins seldom, since an action that followed from a lesson was done."""
    if grievance.subject != FELL:
        return grievance.weight
    return 40 if ago > FELL_AGO else 1


def _slow(part: float, *, usual: int, late: int) -> int:
    """Working days taken: mostly as they should be, one in ten late."""
    return (
        1 + int(part / 0.9 * usual) if part < 0.9 else usual + 2 + int((part - 0.9) * 10 * (late - usual - 1))
    )


def _end(ago: int, kind: CaseKind, chance: tuple[object, ...]) -> str:
    part = share("ends", *chance)
    if kind in (CaseKind.COMPLAINT, CaseKind.REQUEST) and ago < LATE_BY_NOW and part > 0.78:
        return "stalled"
    if kind == CaseKind.COMPLAINT and part < 0.05:
        return "refused"
    return "withdrawn" if part < 0.09 and kind != CaseKind.COMPLIMENT else ""


def _said(
    number: int, chance: tuple[object, ...], ago: int
) -> tuple[str, str, str, CaseKind, Grievance | None]:
    part, which = share("kind", *chance), share("which", *chance)
    if part < 0.48:
        heap = [each for each in GRIEVANCES for _ in range(_weight(each, ago))]
        one = heap[int(which * len(heap))]
        return one.service, one.subject, one.words, CaseKind.COMPLAINT, one
    if part < 0.84:
        return *REQUESTS[int(which * len(REQUESTS))], CaseKind.REQUEST, None
    if part < 0.92:
        return *COMMENTS[int(which * len(COMMENTS))], CaseKind.COMMENT, None
    return *COMPLIMENTS[int(which * len(COMPLIMENTS))], CaseKind.COMPLIMENT, None


def hands_of(service: str) -> tuple[str, str]:
    """The accounts of who handles a service's cases, and of who looks at them again."""
    return next((officer, lead) for services, officer, lead in HANDS if service in services)
