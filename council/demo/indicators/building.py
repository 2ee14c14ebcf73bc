"""Building control."""

from council.demo.plan import ANNUAL, HALF_YEARLY, Aim, Course, DemoIndicator, OwnRule, Story, Wording
from performance.choices import Direction, RuleBasis, ValueKind

PLANS_CHECKED = DemoIndicator(
    reference="BC1",
    title="Building plans checked within three weeks",
    service="Building Control",
    owner="Building Control Manager",
    definition=(
        Wording(
            says="Full plans checked and answered within 15 working days.",
            numerator="Answered in time",
            denominator="Plans received",
            source="Building control system",
        ),
    ),
    course=Course(then=93, now=96.5, swing=2.2, bumps={2: -7, 9: -12, 15: -8}),
    aim=Aim(figure="92", step="0.5", shape="{}%"),
    missed=(
        "One of four surveyors was off for most of {month}. Plans were shared with our neighbours "
        "under the agreement.",
        "Two large schemes came in the same week of {month}. They were answered in four weeks, as "
        "agreed with the builders.",
    ),
    stories={3: Story(missing=True), 18: Story(missing=True)},
)

FEES = DemoIndicator(
    reference="BC3",
    title="Building control income to cost",
    service="Building Control",
    owner="Building Control Manager",
    kind=ValueKind.RATIO,
    decimals=2,
    direction=Direction.RANGE,
    cycle=HALF_YEARLY,
    definition=(
        Wording(
            says="Fee income over the cost of the fee-earning work, on a three-year average. The law "
            "asks that it breaks even.",
            source="Trading account",
        ),
    ),
    course=Course(then=0.93, now=1.0, swing=0.035, bumps={2: -0.09}),
    aims=("between 0.95 and 1.05",) * 6,
    missed=(
        "Fewer extensions were started, so income is short by £21,000. Fees for loft work rise in {soon}.",
        "A surveyor post was filled by an agency for four months. A trainee starts in {soon}.",
    ),
    rule=OwnRule(
        name="Amber within 0.05",
        why="The three-year average evens out what is smaller.",
        basis=RuleBasis.POINTS,
        amber="0.05",
    ),
)

MARKET = DemoIndicator(
    reference="BC2",
    title="Share of building control work done by the council",
    service="Building Control",
    owner="Building Control Manager",
    decimals=0,
    direction=Direction.NEITHER,
    cycle=ANNUAL,
    definition=(
        Wording(
            says="For information: builders may choose a private inspector.", source="Register of notices"
        ),
    ),
    says=("64%", "66%", "65%", "69%", "71%", "70%"),
)

INDICATORS = (
    PLANS_CHECKED,
    FEES,
    MARKET,
)
