"""Indicators whose values say something else than their rating does."""

from council.demo.plan import Aim, Course, DemoIndicator, Wording
from performance.choices import Direction, ValueKind, YearToDate

OFFICE = "Customer records"

GATES = DemoIndicator(
    reference="PK6",
    title="Park gates opened by eight o'clock",
    service="Parks and Open Spaces",
    owner="Grounds Manager",
    definition=(
        Wording(
            says="Mornings on which a gate was open by eight, as a share of all mornings and gates.",
            source="Wardens' devices",
        ),
    ),
    course=Course(then=97.2, now=97.2, swing=0.7, bumps={0: -3.1, 1: -2.4}),
    aim=Aim(figure="92", shape="{}%"),
    missed=("A warden's post was vacant in {month}. It is filled from {soon}.",),
)

DAMP = DemoIndicator(
    reference="HO8",
    title="Reports of damp looked at within ten working days",
    service="Housing Options",
    owner="Private Sector Housing Manager",
    definition=(Wording(says="First visits within ten working days of the report.", source="Case records"),),
    course=Course(then=63.5, now=64.5, swing=2.2, bumps={0: 8.5, 1: 6}),
    aim=Aim(figure="85", shape="{}%"),
    missed=(
        "Two officers do the work of three. The third post is advertised in {soon}.",
        "Tenants could not be reached for a third of the visits in {month}. Evening visits start in {soon}.",
        "A surveyor was away for most of {month}. The county lends us one until {later}.",
        "Reports doubled after the wet weeks of {month}. Visits are booked by telephone from {soon}.",
        "Landlords asked for another day in one case of five. They are offered one only, from {soon}.",
    ),
)

LIGHTS = DemoIndicator(
    reference="PK7",
    title="Footpath lamps that work",
    service="Parks and Open Spaces",
    owner="Grounds Manager",
    definition=(Wording(says="Lamps found lit on the monthly round, of all lamps.", source="Rounds"),),
    course=Course(then=98.6, now=98.6, swing=0.6),
    aim=Aim(figure="94", shape="{}%"),
)

REGISTERED = DemoIndicator(
    reference="HO9",
    title="Households on the housing register",
    service="Housing Options",
    owner="Private Sector Housing Manager",
    kind=ValueKind.COUNT,
    decimals=0,
    direction=Direction.NEITHER,
    definition=(Wording(says="For information: households registered on the last day.", source=OFFICE),),
    year_to_date=YearToDate.LATEST,
    course=Course(then=905, now=1_180, swing=22),
)

INDICATORS = (GATES, DAMP, LIGHTS, REGISTERED)
