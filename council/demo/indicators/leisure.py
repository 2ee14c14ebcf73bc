"""Leisure and culture."""

from council.demo.plan import (
    ANNUAL,
    MONTHLY,
    TERMS,
    Aim,
    Compared,
    Course,
    DemoIndicator,
    OwnRule,
    Story,
    Wording,
)
from performance.choices import Direction, RuleBasis, ValueKind, ValueStatus, YearToDate

LEISURE = "Leisure and Culture"
HEAD = "Head of Parks and Leisure"
CENTRES = "Leisure Contracts Manager"

VISITS = DemoIndicator(
    reference="LC1",
    title="Visits to leisure centres",
    service=LEISURE,
    owner=CENTRES,
    kind=ValueKind.COUNT,
    decimals=0,
    by_month=True,
    definition=(
        Wording(
            says="Visits to the three leisure centres in the quarter, counted at the gates.",
            source="The operator's monthly return",
        ),
    ),
    expects=("745,000", "735,000"),
    course=Course(
        then=149_000,
        now=186_500,
        season=(2_000, -9_000, -6_000, 14_000),
        swing=4_500,
        bumps={5: -17_000, 9: -28_000, 10: -15_000},
    ),
    aim=Aim(figure="720,000", step="28,000", shares=("0.253", "0.239", "0.242", "0.266")),
    missed=(
        "The main pool was closed for eleven days in {month} for new filters. Gym and class visits held up.",
        "A private gym opened next to the station. The operator starts an off-peak membership in {soon}.",
        "Swimming lessons are full, with 210 children waiting. Two more teachers qualify in {soon}.",
    ),
    met=("Best quarter since the new studio opened. Classes for over-60s account for half of the growth.",),
    stories={
        9: Story(
            override="amber",
            override_reason="The pool was closed for repairs that the Cabinet itself had put in that "
            "quarter.",
        )
    },
)

SUBSIDY = DemoIndicator(
    reference="LC2",
    title="Subsidy for each leisure centre visit",
    service=LEISURE,
    owner=CENTRES,
    kind=ValueKind.MONEY,
    decimals=2,
    direction=Direction.LOWER,
    definition=(
        Wording(
            says="What the council pays the operator in the quarter, divided by visits.",
            source="Contract payments; gate counts",
        ),
    ),
    year_to_date=YearToDate.MEAN,
    course=Course(then=1.62, now=1.18, season=(0, 0.06, 0.04, -0.05), swing=0.05, bumps={2: 0.24, 9: 0.31}),
    aim=Aim(figure="1.30", step="-0.09", shape="£{}"),
    compared=(Compared(figure="£1.41", group="Councils of our size"),),
    missed=(
        "Energy at the main pool cost £38,000 more than in the same quarter last year. The heat pump "
        "is in from {later} and should save two thirds of that.",
        "Fewer visits while the pool was closed, at the same fixed payment.",
    ),
)

POOL = DemoIndicator(
    reference="LC5",
    title="Water temperature of the main pool",
    service=LEISURE,
    owner=CENTRES,
    kind=ValueKind.DECIMAL,
    unit="°C",
    direction=Direction.RANGE,
    cycle=MONTHLY,
    definition=(
        Wording(
            says="Mean of the daily readings at noon. Cooler drives swimmers away, warmer spoils the "
            "water and costs money.",
            source="Plant log",
        ),
    ),
    course=Course(then=28.9, now=28.7, swing=0.55, bumps={3: -1.6, 15: 1.4, 40: -2.2}),
    aims=("28 to 29.5", "28 to 29.5", "28 to 29.5", "28 to 29.5", "28 to 30"),
    rule=OwnRule(
        name="Amber within half a degree",
        why="The governing body's limits for lessons.",
        basis=RuleBasis.POINTS,
        amber="0.5",
    ),
    missed=(
        "A boiler failed on the 9th and took six days to mend. Lessons for under-fives moved to the "
        "small pool.",
        "The controls overshot after the service in {month}. The engineer has reset them.",
    ),
    begun_years_ago=4,
)

LESSONS = DemoIndicator(
    reference="LC3",
    title="Children in swimming lessons",
    service=LEISURE,
    owner=CENTRES,
    kind=ValueKind.COUNT,
    decimals=0,
    cycle=TERMS,
    definition=(
        Wording(
            says="Children on the register in the last week of term, private lessons left out.",
            source="Booking system",
        ),
    ),
    year_to_date=YearToDate.LATEST,
    course=Course(then=1_650, now=2_290, season=(60, 40, 0, -30), swing=55, bumps={3: -160}),
    aim=Aim(figure="2,200", step="120"),
    missed=(
        "Two teachers left in {month}, so eleven classes did not run. Both places are filled for next term.",
        "Fewer beginners than planned. Schools offer a free first lesson next term.",
    ),
)

THEATRE = DemoIndicator(
    reference="LC4",
    title="Theatre seats sold",
    service=LEISURE,
    owner="Arts and Events Manager",
    definition=(
        Wording(
            says="Seats sold as a share of seats on sale, hires left out.",
            numerator="Seats sold",
            denominator="Seats on sale",
            source="Box office",
        ),
    ),
    course=Course(
        then=55, now=66.5, season=(-3, -6, 10, -1), swing=3.4, bumps={1: -7.5, 6: -6, 10: -13, 17: -9}
    ),
    aim=Aim(figure="62", step="2", points=("-3", "-6", "10", "-1"), shape="{}%"),
    missed=(
        "Two touring shows cancelled in {month} and their replacements were announced too late to "
        "sell. The new contract asks for twelve weeks' notice.",
        "Two new plays sold slowly. A mid-week offer for schools starts in {soon}.",
        "The box office system failed on the first day of sales in {month}. Those sales came later "
        "than usual, at a lower price.",
    ),
    met=("The touring musical sold 94% of its seats, our best yet.",),
)

SATISFIED = DemoIndicator(
    reference="LC6",
    title="Residents satisfied with parks, sport and culture",
    service=LEISURE,
    owner=HEAD,
    decimals=0,
    cycle=ANNUAL,
    definition=(
        Wording(
            says="Residents very or fairly satisfied, from the residents' survey held every second autumn.",
            source="Residents' survey, about 1,100 answers",
        ),
    ),
    says=("71%", "71%", "68%", "68%", "64%", "64%"),
    aims=("70%", "70%", "68%", "68%", "66%", "66%"),
    missed=(
        "Parks are well liked; the museum's opening hours are not. Sunday opening is tried from {soon}.",
    ),
    stories={
        0: Story(
            status=ValueStatus.CARRIED_FORWARD,
            carried_from="Autumn {before_last}",
            comment="The survey is held every second year; this is the last one's figure.",
        ),
        2: Story(status=ValueStatus.CARRIED_FORWARD, carried_from="Autumn {before_last}"),
        4: Story(status=ValueStatus.CARRIED_FORWARD, carried_from="Autumn {before_last}"),
    },
)

INDICATORS = (VISITS, SUBSIDY, POOL, LESSONS, THEATRE, SATISFIED)
