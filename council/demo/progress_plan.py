"""What two areas of the demo council say of their progress in three reports running."""

from dataclasses import dataclass

from performance.choices import ItemKind, ItemUpdate

PROGRESS, ISSUE, UNMATCHED = ItemKind.PROGRESS, ItemKind.ISSUE, ItemKind.UNMATCHED
DONE, DROPPED, STILL_OPEN = ItemUpdate.DONE, ItemUpdate.DROPPED, ItemUpdate.STILL_OPEN
LEADERSHIP, PEOPLE, POLICY = "Leadership", "People Management", "Policy and Strategy"
RESOURCES, PROCESS = "Resources", "Process"

REVIEW, TELEPHONES = "The review of how people reach us reports", "The new telephone system is bought"


@dataclass(frozen=True)
class DemoItem:
    """One item. Its time is in words, or "month 4": so many months after the period ends, written as people do."""

    heading: str
    kind: ItemKind
    text: str
    who: str = ""
    by_when: str = ""
    waits_for: str = ""
    of_heading: bool = False
    correction: str = ""


@dataclass(frozen=True)
class DemoUpdate:
    """What became of the item that begins with these words."""

    begins: str
    update: ItemUpdate
    note: str = ""
    by_when: str = ""


@dataclass(frozen=True)
class DemoReport:
    """One report: how many periods ago, what became of what was open, what is new, and what was found wrong later."""

    age: int
    items: tuple[DemoItem, ...]
    updates: tuple[DemoUpdate, ...] = ()
    is_presented: bool = True
    erratum: tuple[str, str] | None = None
    """The beginning of the item, and what should be read."""
    happened: str = ""
    """What happened after it was presented."""


@dataclass(frozen=True)
class DemoArea:
    """A reporting area with its reports, the oldest first."""

    name: str
    lead: str
    scope: str
    targets_from: str
    reports: tuple[DemoReport, ...]


CUSTOMERS = DemoArea(
    "Customer Service",
    "Head of Customer Services",
    "How people reach the council and find what they need: access, standards of service, what customers say, and how "
    "complaints are handled. Seen from the whole council, not from one service.",
    "The council plan, mostly for the whole council. Targets of single services are in their own reports.",
    (
        DemoReport(
            2,
            (
                DemoItem(LEADERSHIP, PROGRESS, "The Customer Service Panel met for the first time."),
                DemoItem(LEADERSHIP, PROGRESS, "Heads of service are briefed every fortnight."),
                DemoItem(
                    LEADERSHIP,
                    ISSUE,
                    "Members must hear of changes before the public does.",
                    "(HCS)",
                    "Ongoing",
                    of_heading=True,
                ),
                DemoItem(
                    LEADERSHIP,
                    ISSUE,
                    "The action plan for the next two years must take up what the review finds.",
                    "CE/HCS",
                    "month 6",
                    REVIEW,
                    of_heading=True,
                ),
                DemoItem(LEADERSHIP, UNMATCHED, "", "HCS/ Directors", "Quarterly"),
                DemoItem(PEOPLE, PROGRESS, "Four customer advisers were recruited for the One Stop Shop."),
                DemoItem(
                    PEOPLE,
                    ISSUE,
                    "Plan the training of advisers for benefits.",
                    "HCS/ HR Training",
                    "month 8",
                ),
                DemoItem(
                    PEOPLE, ISSUE, "Brief all team leaders on the new opening hours.", "HCS/HHR", "season 5"
                ),
                DemoItem(POLICY, PROGRESS, "The standard for answering letters was agreed."),
                DemoItem(
                    POLICY, ISSUE, "A business case for one telephone number.", "HCS", "month 4", TELEPHONES
                ),
                DemoItem(
                    RESOURCES, ISSUE, "How the One Stop Shop is paid for next year.", "HoF/HCS", "misprint 7"
                ),
                DemoItem(PROCESS, PROGRESS, "The complaints form works on a telephone."),
                DemoItem(PROCESS, ISSUE, "Open day at the One Stop Shop.", "OSSM", "day 1"),
                DemoItem(
                    PROCESS,
                    ISSUE,
                    "The evaluation goes to the Exec.early next year.",
                    "CCM",
                    "??",
                    correction="“Exec.early” should read “Cabinet early”.",
                ),
            ),
            erratum=("The standard for", "It was agreed by the Customer Service Panel, not by the Cabinet."),
            happened=TELEPHONES,
        ),
        DemoReport(
            1,
            (
                DemoItem(PEOPLE, PROGRESS, "All advisers can answer questions about council tax."),
                DemoItem(
                    POLICY, ISSUE, "Say how long people wait, on the website, each week.", "HCS", "season 5"
                ),
                DemoItem(PROCESS, ISSUE, "One form for a change of address.", "HCS/ RM", "month 5"),
                DemoItem(PROCESS, ISSUE, "Counters that stay open must be named.", "", ""),
            ),
            (
                DemoUpdate("Members must", STILL_OPEN, "A note went round before each change."),
                DemoUpdate("The action plan", STILL_OPEN, "Nothing to take up before the review reports."),
                DemoUpdate("", STILL_OPEN, "Nobody remembers which issue this belongs to."),
                DemoUpdate(
                    "Plan the training", STILL_OPEN, "The trainer left; a new one starts soon.", "month 6"
                ),
                DemoUpdate("Brief all", DONE, "All forty were briefed in six sessions."),
                DemoUpdate("A business case", STILL_OPEN, "The system is bought; the case can be written."),
                DemoUpdate("How the One Stop", STILL_OPEN, "", "month 3"),
                DemoUpdate("Open day", DONE, "Three hundred people came."),
                DemoUpdate("The evaluation", STILL_OPEN, "Still no date."),
            ),
        ),
        DemoReport(
            0,
            (
                DemoItem(LEADERSHIP, PROGRESS, "The panel saw the waiting times for the first time."),
                DemoItem(
                    POLICY, ISSUE, "Write down what customers may expect when we are late.", "HCS", "month 4"
                ),
            ),
            (
                DemoUpdate("Members must", STILL_OPEN, "The same note, now each month."),
                DemoUpdate("The action plan", STILL_OPEN, "The review is late."),
                DemoUpdate("", DROPPED, "It belonged to the briefings, which are done."),
                DemoUpdate("Plan the training", DONE, "The course is written and has been held twice."),
                DemoUpdate("A business case", STILL_OPEN, "Half written.", "month 2"),
                DemoUpdate("How the One Stop", DONE, "In the budget."),
                DemoUpdate("The evaluation", DROPPED, "Overtaken by the review."),
                DemoUpdate("Say how long", DONE, "Since last month."),
                DemoUpdate("One form", STILL_OPEN, "The county must agree."),
                DemoUpdate("Counters", STILL_OPEN, "Not begun."),
            ),
        ),
    ),
)

STREETS = DemoArea(
    "Clean Streets",
    "Head of Waste and Recycling",
    "Litter, fly-tipping, bins in the street and the sweeping of town and villages.",
    "The council plan and the contract for street cleansing.",
    (
        DemoReport(
            2,
            (
                DemoItem(LEADERSHIP, PROGRESS, "Two walkabouts with parish councils."),
                DemoItem(POLICY, ISSUE, "Agree with the county who clears which verges.", "HWR", "season 6"),
                DemoItem(RESOURCES, ISSUE, "A second sweeper for the villages.", "HWR/ HoF", "month 9"),
                DemoItem(PROCESS, ISSUE, "Fly-tips cleared in two days.", "WCM", "Ongoing"),
            ),
        ),
        DemoReport(
            1,
            (
                DemoItem(PEOPLE, PROGRESS, "All crews carry a tablet."),
                DemoItem(PROCESS, ISSUE, "Report litter with a photograph.", "WCM/ HCS", "month 3"),
            ),
            (
                DemoUpdate("Agree with", STILL_OPEN, "Two letters, no answer."),
                DemoUpdate("A second sweeper", STILL_OPEN, "In the bids for the budget."),
                DemoUpdate("Fly-tips", STILL_OPEN, "Nine in ten."),
            ),
        ),
        DemoReport(
            0,
            (DemoItem(LEADERSHIP, PROGRESS, "Three more walkabouts, one with the school council."),),
            (DemoUpdate("Fly-tips", STILL_OPEN, "Nineteen in twenty."),),
            is_presented=False,
        ),
    ),
)
AREAS = (CUSTOMERS, STREETS)
