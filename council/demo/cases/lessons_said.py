"""The words of the demo council's lessons and actions: invented, and about no real place or person."""

from dataclasses import dataclass, field

from council.demo.cases.said import CONDUCT, CONTACT, INFORMATION, NOT_DONE, SHOP, SYSTEM, TAX, WASTE, WEBSITE
from council.demo.promised import SOLICITORS
from portfolios.choices import ActionStep


@dataclass(frozen=True, kw_only=True)
class DemoLesson:
    """One lesson; `ago` in working days."""

    name: str
    what: str
    cause: str
    service: str
    ago: int
    told_to: str = ""
    changed: str = ""
    by: str = "complaints"


@dataclass(frozen=True, kw_only=True)
class DemoAction:
    """One action as far as it has come; days are working days ago, below 0 ahead."""

    what: str
    lessons: tuple[str, ...]
    agreed_ago: int
    result: str = ""
    owner: str = ""
    service: str = ""
    due: str = ""
    due_ago: int | None = None
    event: str = ""
    months: int | None = None
    cost: str | None = None
    saving: str | None = None
    indicators: tuple[str, ...] = ()
    steps: tuple[tuple[ActionStep, int, str], ...] = field(default=())
    by: str = "complaints"


LESSONS = (
    DemoLesson(
        name="rounds",
        what="When a garden round is cut short, nobody at the depot knows it until customers ring.",
        cause=NOT_DONE,
        service=WASTE,
        ago=245,
        told_to="Crews at the depot meeting; Environment Scrutiny Panel in the quarterly report.",
        changed="Crews report a round that is cut short by noon, and the depot goes back the next day.",
    ),
    DemoLesson(
        name="manners",
        what="Officers who hear the same question forty times a day stop hearing who asks it.",
        cause=CONDUCT,
        service=TAX,
        ago=120,
        told_to="The team at its meeting in the week after.",
    ),
    DemoLesson(
        name="forms",
        what="A form that loses what was typed costs customers an evening and the council a call.",
        cause=SYSTEM,
        service=WEBSITE,
        ago=75,
    ),
    DemoLesson(
        name="desks",
        what="Nobody at the front desk can see which officer is on duty for what.",
        cause=INFORMATION,
        service=SHOP,
        ago=40,
    ),
)
ACTIONS = (
    DemoAction(
        what="Have every crew report a garden round that is cut short by noon, and go back the next working day",
        lessons=("rounds",),
        agreed_ago=240,
        result="At most 2 complaints a month that a garden bin was not emptied",
        owner="Waste Contracts Manager",
        service=WASTE,
        due_ago=205,
        cost="0",
        saving="4200",
        indicators=("WR3",),
        steps=(
            (ActionStep.BEGUN, 230, "Tried on two rounds first."),
            (ActionStep.DONE, 215, "All seven crews report by radio; the depot keeps the list."),
        ),
    ),
    DemoAction(
        what="Give officers ten minutes away from the phone after every ninety, and listen to calls together",
        lessons=("manners",),
        agreed_ago=110,
        result="No complaint of rudeness in a quarter",
        owner="Head of Customer Services",
        service=TAX,
        due="by the end of the year",
        cost="1500",
        steps=((ActionStep.BEGUN, 90, "The rota is changed."),),
    ),
    DemoAction(
        what="Keep what was typed when a booking form finds its date taken",
        lessons=("forms", "desks"),
        agreed_ago=70,
        result="Customers type their answers once",
        owner="Head of Customer Services",
        service=WEBSITE,
        due_ago=12,
        cost="2400",
    ),
    DemoAction(
        what="Show the duty list on a screen behind the front desk",
        lessons=("desks",),
        agreed_ago=38,
        result="Whoever stands at the desk is sent once",
        service=SHOP,
        due="Spring 03",
        steps=(
            (
                ActionStep.STOPPED,
                20,
                "The list comes with the new telephones.",
            ),
        ),
    ),
    DemoAction(
        what="Staff training",
        lessons=("manners", "desks"),
        agreed_ago=35,
        service=CONTACT,
        due="Ongoing",
    ),
    DemoAction(
        what="Have the solicitors read every letter that threatens court before it goes out",
        lessons=("manners",),
        agreed_ago=30,
        result="No reminder for a bill that was paid",
        owner="Head of Customer Services",
        service=TAX,
        event=SOLICITORS,
        months=3,
        cost="6000",
    ),
)
DEEDS = (
    "Read out at the team meeting.",
    "Kept as an example of good practice for new officers.",
    "Read out at the depot, and put on the board.",
    "The manager thanked the officer in person.",
    "Told to the whole team, and written up for the staff letter.",
)
