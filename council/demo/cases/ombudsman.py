"""What the Ombudsmen had of the demo council in three years, and the letter about the last year that is over."""

import datetime
from dataclasses import dataclass

from complaints.choices import CaseState, Code, LetterFigure, OmbudsmanDecision
from complaints.models import Case, OmbudsmanCase
from complaints.operations.letters import LetterSaid, enter_letter
from complaints.operations.ombudsman import (
    Referral,
    enter_recommendation,
    enter_referral,
    enter_ruling,
    settle_recommendation,
)
from complaints.rules.ombudsman import Ruling
from council.demo.days import moment
from council.demo.register import Register
from council.models import User

D = OmbudsmanDecision
FOLLOWS_AFTER = 20
"""Working days from the end of our own case to the Ombudsman's letter, at least."""


@dataclass(frozen=True, kw_only=True)
class Went:
    """One complaint that went to an Ombudsman, in working days."""

    ago: int
    service: str
    subject: str
    ombudsman: Code = Code.OMBUDSMAN
    after: int = 0
    """From there to the decision; 0 where they have not decided."""
    decision: OmbudsmanDecision = D.CLOSED
    fault: str = ""
    injustice: str = ""
    before: bool = False
    recommends: tuple[tuple[str, str, int, int], ...] = ()
    """What, which post, due and done so many working days after the decision; done 0 where it is not."""
    follows: bool = False
    """Whether it follows a case of our own."""


WENT = (
    Went(
        ago=690,
        service="Waste and Recycling",
        subject="Assisted collections missed for months",
        after=95,
        decision=D.UPHELD,
        fault="Collections were missed eleven times, and crews were not told of the arrangement.",
        injustice="A disabled resident had to move her bins herself, and lost trust in the service.",
        recommends=(
            ("Apologise and pay £150", "Head of Waste and Recycling", 20, 12),
            ("Show crews assisted collections on their round sheets", "Waste Contracts Manager", 60, 58),
        ),
    ),
    Went(ago=610, service="Planning", subject="How a neighbour’s extension was approved", after=60),
    Went(
        ago=470,
        service="Council Tax and Business Rates",
        subject="Bailiffs sent while a payment plan was kept",
        after=80,
        decision=D.UPHELD,
        fault="The plan was not entered, so that the account was passed to enforcement agents.",
        injustice="Distress, and fees of £310.",
        before=True,
        recommends=(("Remind staff to enter payment plans the same day", "Revenues Manager", 40, 35),),
    ),
    Went(
        ago=390,
        service="Housing Options",
        subject="Damp in temporary accommodation",
        ombudsman=Code.HOUSING,
        after=110,
        decision=D.SERVICE_FAILURE,
        fault="Two inspections were not followed up.",
        injustice="The family lived with damp for five months.",
        recommends=(("Pay £400 and inspect again", "Head of Housing Options", 30, 41),),
    ),
    Went(
        ago=300,
        service="Environmental Health",
        subject="No action on noise at night",
        after=70,
        decision=D.NOT_UPHELD,
        follows=True,
    ),
    Went(
        ago=230,
        service="Benefits",
        subject="Complaint not yet answered by the council",
        after=8,
        decision=D.REFERRED_BACK,
    ),
    Went(
        ago=130,
        service="Waste and Recycling",
        subject="Garden waste paid for and not collected",
        after=70,
        decision=D.UPHELD,
        fault="The address was left off the round for a season.",
        injustice="The resident paid for a service that was not given.",
        follows=True,
        recommends=(
            ("Pay the season’s fee back and apologise", "Head of Waste and Recycling", 20, 15),
            ("Check that every paid address is on a round", "Waste Contracts Manager", 45, 0),
        ),
    ),
    Went(
        ago=25,
        service="Development Management",
        subject="How objections were summed up for the committee",
        follows=True,
    ),
)
PRINTED = (
    (LetterFigure.RECEIVED, "14"),
    (LetterFigure.DECIDED, "13"),
    (LetterFigure.INVESTIGATED, "3"),
    (LetterFigure.UPHELD, "2"),
    (LetterFigure.UPHELD_SHARE, "67%"),
    (LetterFigure.REMEDIED, "0"),
    (LetterFigure.COMPLIED_SHARE, "100%"),
)
TOPICS = [("Benefits and tax", 4), ("Environmental services", 5), ("Housing", 2), ("Planning", 3)]
LETTER = (
    "The Ombudsman thanks the council for answering its enquiries in time, and encourages it to learn from the "
    "complaints that were upheld, which are few but alike."
)


def build_ombudsman(register: Register) -> None:
    """Eight cases with what was decided and recommended."""
    by, taken = register.users["complaints"], set[int]()
    for number, each in enumerate(WENT, start=1):
        _follow(register, each, _refer(register, each, number, taken, by), by)


def _refer(register: Register, each: Went, number: int, taken: set[int], by: User) -> OmbudsmanCase:
    day = register.days.working_day(register.days.today, -each.ago)
    case = _own_case(register, each.service, day, taken) if each.follows else None
    referral = Referral(
        ombudsman=each.ombudsman,
        their_reference=f"{day:%y} {number:03} {417 + 83 * number:03}",
        subject=each.subject,
        referred_on=day,
        service=case.service if case else register.services[each.service],
        case=case,
    )
    return enter_referral(referral, by=by, at=moment(day, 0.3))


def _own_case(register: Register, service: str, day: datetime.date, taken: set[int]) -> Case | None:
    """A closed complaint that somebody could have gone on with; none where the demo has no such case."""
    last = register.days.working_day(day, -FOLLOWS_AFTER)
    closed = Case.objects.filter(state=CaseState.CLOSED, kind="complaint", closed_on__lte=last)
    closed = closed.filter(service=register.services[service])
    found = (
        closed.exclude(pk__in=taken).select_related("service").order_by("-stage", "-closed_on", "pk").first()
    )
    if found is not None:
        taken.add(found.pk)
    return found


def _follow(register: Register, each: Went, row: OmbudsmanCase, by: User) -> None:
    if not each.after:
        return
    days = register.days
    decided = days.working_day(row.referred_on, each.after)
    ruling = Ruling(
        decision=each.decision,
        decided_on=decided,
        fault=each.fault,
        injustice=each.injustice,
        is_remedied_before=each.before,
    )
    row = enter_ruling(row, ruling, expected=row.version, by=by, at=moment(decided, 0.5))
    for what, post, due, done in each.recommends:
        agreed = enter_recommendation(
            row,
            what=what,
            owner=register.posts[post],
            due_on=days.working_day(decided, due),
            expected=row.version,
            by=by,
            at=moment(decided, 0.6),
        )
        row.refresh_from_db()
        if done:
            day = days.working_day(decided, done)
            settle_recommendation(
                agreed,
                done_on=day,
                shown_by="Letter and note on the Ombudsman’s file",
                reported_on=day,
                expected=agreed.version,
                by=by,
                at=moment(day, 0.8),
            )


def build_letter(register: Register, year: int, *, dated_on: datetime.date) -> None:
    """The letter about a year, as printed."""
    said = LetterSaid(
        ombudsman=Code.OMBUDSMAN,
        year=year,
        dated_on=dated_on,
        source="www.lgo.org.uk/your-councils-performance",
        words=LETTER,
        printed={figure.value: [words, words.rstrip("%")] for figure, words in PRINTED},
        topics=TOPICS,
    )
    enter_letter(said, by=register.users["complaints"])
