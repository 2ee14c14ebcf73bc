"""Waste and recycling, where the demo's officer and lead officer work."""

from council.demo.plan import HALF_YEARLY, Aim, Compared, Course, DemoIndicator, Story, Wording
from performance.choices import BenchmarkKind, Direction, ReferenceKind, Step, ValueKind, YearToDate

WASTE = "Waste and Recycling"
HEAD = "Head of Waste and Recycling"
CONTRACTS = "Waste Contracts Manager"
TABLES = "the national tables of waste statistics"

RECYCLED = DemoIndicator(
    reference="NI 192",
    title="Household waste sent for reuse, recycling or composting",
    service=WASTE,
    owner=HEAD,
    given_by=ReferenceKind.NATIONAL,
    definition=(
        Wording(
            says="The share by weight of all household waste that was sent for reuse, recycling, "
            "composting or anaerobic digestion. Rejected loads count as not recycled.",
            numerator="Tonnes of household waste sent for reuse, recycling or composting",
            denominator="Tonnes of household waste collected",
            source="Weighbridge returns, agreed with the county's waste team each month",
        ),
    ),
    expects=("51%", "51.5%"),
    course=Course(
        then=46.9,
        now=51.2,
        season=(2.1, 1.4, -0.5, -2.9),
        swing=0.9,
        bumps={3: -2.4, 7: -2.1, 12: -2.5, 13: -3.1, 17: -2.4},
    ),
    aim=Aim(figure="50.5", step="1", shape="{}%", points=("2", "1.5", "-0.5", "-3")),
    compared=(
        Compared(figure="53.1%", method="four groups of equal count", source=TABLES),
        Compared(figure="46.0%", kind=BenchmarkKind.MEDIAN, label="Median", source=TABLES),
        Compared(figure="37.8%", kind=BenchmarkKind.BOTTOM_QUARTER, label="Bottom 25%", source=TABLES),
        Compared(figure="41 of 181", kind=BenchmarkKind.RANK, label="Our rank", source=TABLES),
        *(
            Compared(figure=figure, kind=BenchmarkKind.NEIGHBOUR, label=name, group="Neighbouring councils")
            for name, figure in (("Tolverstoke", "54.2%"), ("Harrowmere", "47.7%"), ("Nether Vale", "44.1%"))
        ),
        Compared(figure="52.4%", years_ago=2),
    ),
    missed=(
        "Garden waste was down by a fifth in {month}, which takes about a point off the rate. Food "
        "waste is up 4% on last year, and a second caddy is offered to every house from {soon}.",
        "Rejected loads at the sorting plant rose to 9% in {month}. Crews now tag bins with the wrong "
        "things in them, and the forty worst streets are visited again by the end of {soon}.",
        "Less paper and card by weight than a year ago: people buy fewer newspapers and packaging is "
        "lighter. Small electrical goods are collected at the kerb from {soon}.",
    ),
    met=(
        "Food waste caddies went to 3,100 flats in {month}, and two thirds of them were put out in the "
        "first week.",
        "More garden waste than usual, and fewer rejected loads since crews began to tag bins.",
    ),
    stories={
        5: Story(
            first_more="3.1",
            reopened="The weighbridge counted street sweepings twice in August. The county has agreed "
            "the new tonnage.",
            comment="Corrected after publication: sweepings had been counted twice.",
        )
    },
)

RESIDUAL = DemoIndicator(
    reference="NI 191",
    title="Residual household waste per household",
    service=WASTE,
    owner=HEAD,
    given_by=ReferenceKind.NATIONAL,
    kind=ValueKind.DECIMAL,
    unit="kg",
    direction=Direction.LOWER,
    definition=(
        Wording(
            says="Household waste that was not reused, recycled or composted, for each household, in "
            "the quarter.",
            source="Weighbridge returns; council tax list on 1 April for the number of households",
        ),
    ),
    course=Course(
        then=121.5,
        now=106.6,
        season=(-1.5, -2.5, 1.8, 3.0),
        swing=2.6,
        bumps={0: 5.1, 12: 13.5, 13: 15.5, 18: 6},
    ),
    aim=Aim(figure="109", step="-3"),
    compared=(Compared(figure="112", group="English district councils"),),
    missed=(
        "People threw away more in {month}, as in most of the county: the strike at the sorting plant "
        "sent two weeks of recycling to disposal. It is settled. We expect to be back below 109 kg "
        "in the next quarter.",
        "More clear-outs and house moves than usual. Leaflets on the bulky waste service go to every "
        "house in {soon}.",
        "Three weeks of recycling were lost to breakdowns of the older vehicles. Two of them are "
        "replaced in {soon}.",
    ),
    met=(
        "Lowest for this quarter since we began to measure. Smaller bins for new homes are beginning "
        "to show.",
    ),
)

FLATS = DemoIndicator(
    reference="p32",
    title="Offer food waste collection to every flat",
    service=WASTE,
    owner=HEAD,
    given_by=ReferenceKind.PLAN,
    kind=ValueKind.MILESTONE,
    cycle=HALF_YEARLY,
    definition=(
        Wording(
            says="The council plan promises it on page 32: every block with a bin store has caddies and a "
            "weekly collection.",
            source="Project board",
        ),
    ),
    says=("On track", "On track", "Behind schedule", "Delayed", "On track"),
    aims=("Done by 31 March {next}", "Done by 31 March {next}", "Half of all flats by 31 March {next}"),
    missed=(
        "Bin stores in eleven blocks are too small. Landlords of seven have agreed to enlarge them, "
        "and the other four get shared caddies at the gate from {soon}.",
        "Delivery of caddies slipped by four months. The blocks are done in a new order so that the "
        "year's total holds.",
    ),
    met=("Forty-one of 56 blocks are served. The rest have dates, the last one in {later}.",),
    begun_years_ago=2,
)

RECYCLING_POINTS = DemoIndicator(
    reference="p32",
    title="Recycling points for textiles and small electricals",
    service=WASTE,
    owner=CONTRACTS,
    given_by=ReferenceKind.PLAN,
    kind=ValueKind.COUNT,
    decimals=0,
    cycle=HALF_YEARLY,
    definition=(
        Wording(says="Points open to the public on the last day of the half-year.", source="Site list"),
    ),
    year_to_date=YearToDate.LATEST,
    course=Course(then=13.6, now=24.9, swing=1.2),
    aim=Aim(figure="24", step="2"),
    missed=(
        "Two supermarkets closed their car-park points for building work. Both have agreed a date in "
        "{soon} to reopen.",
        "Planning permission for the railway station point took longer than thought. It opens in {soon}.",
    ),
    stories={0: Story(reaches=Step.DRAFTED)},
)

INDICATORS = (
    RECYCLED,
    RESIDUAL,
    FLATS,
    RECYCLING_POINTS,
)
