"""Street cleansing, a team of waste and recycling."""

from council.demo.plan import FOUR_MONTHLY, Aim, Course, DemoIndicator, OwnRule, Story, Wording
from performance.choices import Direction, ReferenceKind, RuleBasis, Step, ValueStatus

STREETS = "Street Cleansing"
CONTRACTS = "Waste Contracts Manager"


FLY_TIPS = DemoIndicator(
    reference="WR5",
    title="Fly-tips removed within two working days",
    service=STREETS,
    owner=CONTRACTS,
    decimals=0,
    definition=(
        Wording(
            says="Fly-tips on council land removed within two working days of the report.",
            numerator="Fly-tips removed in two working days",
            denominator="Fly-tips reported",
            source="Customer records",
        ),
    ),
    course=Course(then=95.5, now=97.6, swing=1.8, out_of=190, bumps={3: -12.4, 4: -8.0, 12: -5}),
    aim=Aim(figure="95", shape="{}%"),
    missed=(
        "Twice as many builders' tips as usual, and asbestos at three sites that only a contractor may "
        "lift. The contract for hazardous waste is shared with our neighbours from {soon}.",
        "Tips on the ring road need a lane closure, which took nine days to book in {month}. The "
        "highways team now books one night a week for us.",
    ),
    met=("Two prosecutions in {month}, both after camera evidence.",),
    stories={0: Story(reaches=Step.SUBMITTED)},
)

LITTER = DemoIndicator(
    reference="NI 195a",
    title="Streets and open spaces with more litter than the standard allows",
    service=STREETS,
    owner=CONTRACTS,
    given_by=ReferenceKind.NATIONAL,
    direction=Direction.LOWER,
    cycle=FOUR_MONTHLY,
    definition=(
        Wording(
            says="The share of inspected places graded below the national standard for litter. 300 "
            "places are drawn for each of the year's three surveys.",
            source="Own survey, checked by a neighbouring council",
        ),
    ),
    course=Course(then=7.6, now=4.3, season=(0, 0.9, 0.2, -0.2), swing=0.8, bumps={2: 1.9, 7: 2.3}),
    aim=Aim(figure="6", step="-0.5", shape="{}%"),
    rule=OwnRule(
        name="Amber up to one point over",
        why="A survey of 300 places cannot tell smaller differences.",
        basis=RuleBasis.POINTS,
        amber="1",
    ),
    missed=(
        "The market square and the river walk bring the figure down: both were surveyed the day after "
        "a fair. Evening emptying of bins there goes on until {soon}.",
        "Fewer sweepers in {month} because of sickness. The two vacant posts are filled from {soon}.",
    ),
    stories={1: Story(status=ValueStatus.PROVISIONAL)},
)

INDICATORS = (
    FLY_TIPS,
    LITTER,
)
