"""Parks and open spaces, which two portfolios share."""

from council.demo.plan import ANNUAL, MONTHLY, Aim, Course, DemoIndicator, OwnRule, Story, Wording
from performance.choices import ReferenceKind, RuleBasis, ValueKind, YearToDate

PARKS = "Parks and Open Spaces"
HEAD = "Head of Parks and Leisure"
GROUNDS = "Grounds Manager"

GREEN_FLAGS = DemoIndicator(
    reference="PK1",
    title="Parks that hold the Green Flag Award",
    service=PARKS,
    owner=HEAD,
    kind=ValueKind.COUNT,
    decimals=0,
    cycle=ANNUAL,
    definition=(
        Wording(says="Parks and cemeteries that hold the award on 31 March.", source="The award's own list"),
    ),
    year_to_date=YearToDate.LATEST,
    says=("6", "6", "5", "4", "4", "3"),
    aims=("6", "5", "5", "5", "4", "3"),
    missed=(
        "Millbrook Park missed the mark for its paths. They are resurfaced in {soon} and we enter it again.",
        "One entry was withdrawn while the bandstand was closed. It is entered again next year.",
    ),
    met=("Castle Meadow won it for the first time; the friends' group wrote most of the entry.",),
)

PLAY_AREAS = DemoIndicator(
    reference="PK2",
    title="Play areas inspected every week",
    service=PARKS,
    owner=GROUNDS,
    definition=(
        Wording(
            says="Weekly inspections done as a share of those due, for all 43 play areas.",
            numerator="Inspections done",
            denominator="Inspections due",
            source="Inspectors' devices",
        ),
    ),
    course=Course(then=97.6, now=99.6, swing=0.9, bumps={2: -3.4, 8: -2.6, 11: -6.9}),
    aim=Aim(figure="100", shape="{}%"),
    rule=OwnRule(
        name="Green from 98%, amber from 95%",
        why="Safety: ten per cent short would be four play areas nobody looked at.",
        basis=RuleBasis.THRESHOLDS,
        green_at="98",
        amber_at="95",
    ),
    missed=(
        "One of three inspectors was on long leave in {month} and cover came from the tree team. A "
        "fourth inspector qualifies in {soon}.",
        "The inspectors' devices lost a weekend of records in {month}, so those visits cannot be "
        "counted. Paper sheets are kept beside them until {soon}.",
        "Four play areas in the north were left out for two weeks when rounds were changed in {month}. "
        "The list is checked against the map each month from {soon}.",
    ),
)

GRASS = DemoIndicator(
    reference="PK3",
    title="Grass cut on schedule",
    service=PARKS,
    owner=GROUNDS,
    decimals=0,
    cycle=MONTHLY,
    definition=(
        Wording(
            says="Sites cut within three days of the date in the schedule. Not due from December to "
            "February.",
            source="Work sheets",
        ),
    ),
    course=Course(then=93, now=96, season=(-3, 1, 2, 0), swing=4, bumps={6: -12, 29: -11, 30: -9}),
    aim=Aim(figure="92", shape="{}%"),
    no_return_in=(12, 1, 2),
    not_due_because="No grass is cut from December to February. The next figure is that of March.",
    missed=(
        "Wet ground in {month} kept the large mowers off the sports fields. They were done by hand or "
        "a week late.",
        "Two mowers waited for parts. The hire contract now names a replacement within 48 hours.",
        "Cutting was put off at six sites at the request of residents, for the meadow flowers. The "
        "schedule is changed for them from {later}.",
        "Four of sixteen seasonal staff did not come in {month}. The agency has sent three since.",
        "Two events on the meadows held up the rounds. Organisers are given the cutting dates from {soon}.",
    ),
)

TREES = DemoIndicator(
    reference="p18",
    title="Trees planted, less trees lost",
    service=PARKS,
    owner=HEAD,
    given_by=ReferenceKind.PLAN,
    kind=ValueKind.COUNT,
    decimals=0,
    adds_up=True,
    lowest="-1000",
    definition=(
        Wording(
            says="Trees planted on council land since April, less those felled or lost. Planting is from "
            "November to March.",
            source="Tree register",
        ),
    ),
    expects=("690", "700"),
    course=Course(then=108, now=205, season=(-105, -110, 40, 215), swing=12, bumps={3: -75}),
    aim=Aim(figure="700", step="90", shares=("0.05", "0.12", "0.45", "1")),
    missed=(
        "The nursery delivered late in {month}. 160 trees are heeled in and planted by the end of {soon}.",
        "Nineteen ash trees along the canal had to come down. Replacements are ordered for {later}.",
    ),
    met=("Volunteers planted 240 of these on two Sundays in {month}.",),
    stories={
        14: Story(
            not_known=True,
            comment="The tree register was being moved to the new system and could not be read. "
            "The count is back with the next quarter.",
        )
    },
)

INDICATORS = (GREEN_FLAGS, PLAY_AREAS, GRASS, TREES)
