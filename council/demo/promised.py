"""What was undertaken in the demo council and what members asked: four kinds of promise, and every fate."""

from dataclasses import dataclass

from council.demo.papers import NEXT_CABINET, OFFERED
from council.demo.remits_2005 import CABINET_2005, REPORT_2005
from portfolios.choices import Fate, PromiseVerb

REPORT_BACK, LOOK_INTO = PromiseVerb.REPORT_BACK, PromiseVerb.LOOK_INTO
BRING, ARRANGE = PromiseVerb.BRING, PromiseVerb.ARRANGE
CABINET, SCRUTINY, AUDIT = "Cabinet", "Overview and Scrutiny Committee", "Audit and Governance Committee"
CUSTOMERS = "Head of Customer Services"

SOLICITORS = "The contract with outside solicitors starts"
SOLICITORS_EXPECTED = "in the New Year"
STRATEGIES = "Three strategies for how we deal with the public"
PARTNERSHIP = "Customer partnership: where it stands"
NEXT_SCRUTINY = 4
LAST_CABINET, LAST_SCRUTINY = -4, -18


@dataclass(frozen=True)
class DemoFate:
    """What became of a promise: so many working days ago, and what shows it."""

    ago: int
    fate: Fate
    note: str


@dataclass(frozen=True)
class DemoPromise:
    """One promise. Days are working days from today."""

    verb: PromiseVerb
    what: str
    owner: str = ""
    to: str = CABINET
    made: int | None = None
    at: str = ""
    """The body at whose last meeting it was made; the day is that meeting's."""
    as_written: str = ""
    due: str = ""
    """The words for its time."""
    day: int | None = None
    meeting: int | None = None
    """The meeting of the body that it must come to."""
    event: str = ""
    months: int | None = None
    report: str = ""
    became: tuple[DemoFate, ...] = ()


PROMISES = (
    DemoPromise(
        REPORT_BACK,
        "Report the final inspection of the planning service",
        owner="Chief Executive",
        as_written="The final report is still awaited, and will be the subject of a report to a future meeting.",
        due="a future meeting",
        report=REPORT_2005,
    ),
    DemoPromise(
        REPORT_BACK,
        "Report on how the new complaints procedure works",
        owner=CUSTOMERS,
        to=AUDIT,
        made=-240,
        due="the June committee",
        became=(DemoFate(90, Fate.KEPT, "The report was brought, with the first quarter’s figures."),),
    ),
    DemoPromise(
        BRING,
        "Review how well the solicitors’ contract works and what it saves",
        made=-26,
        at=CABINET,
        as_written="invite a report 6 months into the contract to review its effectiveness and likely savings",
        due="contract start + 6 months",
        event=SOLICITORS,
        months=6,
        report=PARTNERSHIP,
    ),
    DemoPromise(
        REPORT_BACK,
        "Bring the action plans of the strategies",
        owner=CUSTOMERS,
        as_written="a further report be made as and when the supporting action plans are developed",
        due="as and when the supporting action plans are developed",
        report=STRATEGIES,
    ),
    DemoPromise(
        LOOK_INTO,
        "Look into the number of missed calls and gain a response",
        owner="Chief Executive",
        to=SCRUTINY,
        made=LAST_SCRUTINY,
        at=SCRUTINY,
    ),
    DemoPromise(
        ARRANGE,
        "Hold a workshop with the parish councils on the complaints procedure",
        owner=CUSTOMERS,
        to=SCRUTINY,
        made=-200,
        became=(
            DemoFate(60, Fate.PART_KEPT, "Held with the four northern parishes; the rest were written to."),
        ),
    ),
    DemoPromise(
        BRING,
        "Present the customer service action plan",
        owner=CUSTOMERS,
        made=-180,
        due="Cabinet at its February meeting",
        became=(
            DemoFate(
                40, Fate.PART_KEPT, "It came without measures or targets; a further report was asked for."
            ),
        ),
    ),
    DemoPromise(
        REPORT_BACK,
        "Report on the noise of early collections",
        owner="Head of Waste and Recycling",
        made=LAST_SCRUTINY,
        at=SCRUTINY,
        due="before the trial is made longer",
        day=-6,
    ),
    DemoPromise(
        BRING,
        "Bring the cost of opening the One Stop Shop at eight",
        owner=CUSTOMERS,
        made=LAST_CABINET,
        at=CABINET,
        due="next meeting",
        meeting=NEXT_CABINET,
    ),
    DemoPromise(
        REPORT_BACK,
        "Report on the backlog in benefits and when it will be gone",
        owner="Benefits Manager",
        to=SCRUTINY,
        made=LAST_SCRUTINY,
        at=SCRUTINY,
        due="next meeting",
        meeting=NEXT_SCRUTINY,
    ),
    DemoPromise(
        LOOK_INTO,
        "Look into charging for the second garden bin",
        owner="Head of Waste and Recycling",
        made=-220,
        due="within six months",
        became=(DemoFate(30, Fate.MISSED, "Nothing was brought. The fees were set without it."),),
    ),
    DemoPromise(
        BRING,
        "Set out what moving the payroll to the county would mean",
        owner="Head of Human Resources",
        made=-150,
        due="if the county offers",
        event=OFFERED,
        report=PARTNERSHIP,
    ),
    DemoPromise(
        ARRANGE,
        "Find the money for two more self-service kiosks",
        owner=CUSTOMERS,
        made=-150,
        due="??",
    ),
    DemoPromise(
        LOOK_INTO,
        "Look into a shared depot with the next borough",
        owner="Head of Waste and Recycling",
        made=-160,
        due="Ongoing",
        became=(DemoFate(25, Fate.RELEASED, "The Cabinet no longer wants it: a new depot is agreed."),),
    ),
    DemoPromise(
        REPORT_BACK,
        "Report on the first year of the customer service standard",
        owner=CUSTOMERS,
        made=-100,
        due="Spring {next_year:02}",
    ),
)

MADE_LONG_AGO = {REPORT_2005: CABINET_2005}
"""Days of promises that are as old as their paper."""


@dataclass(frozen=True)
class DemoQuery:
    """One question, about the newest figure of an indicator, a report or a service."""

    question: str
    ago: int
    figure: str = ""
    report: str = ""
    service: str = ""
    answers: tuple[tuple[int, str, str], ...] = ()
    """So many working days ago, by whom, and the words."""


QUERIES = (
    DemoQuery(
        "How many calls were not answered at all, as against late?",
        ago=21,
        figure="CS1",
        answers=(
            (
                14,
                "officer",
                "412 of 9,860 calls ended before anybody answered. Most rang in the first hour of a Monday; from next "
                "month two more people are on duty then.",
            ),
        ),
    ),
    DemoQuery(
        "The report says the bid may bring £2m. How much must the council find itself?",
        ago=3,
        report=PARTNERSHIP,
    ),
    DemoQuery(
        "Why do the litter bins on the river walk stay full over a weekend?",
        ago=16,
        service="Street Cleansing",
    ),
)
