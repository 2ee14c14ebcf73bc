"""Housing options."""

from council.demo.plan import ANNUAL, Aim, Compared, Course, DemoIndicator, OwnRule, Story, Wording
from performance.choices import (
    Direction,
    ReferenceKind,
    RuleBasis,
    TravelEffect,
    ValueKind,
    YearToDate,
    ZeroTarget,
)

HOUSING = "Housing Options"
HEAD = "Head of Housing Options"
PRIVATE = "Private Sector Housing Manager"

TEMPORARY = DemoIndicator(
    reference="NI 156",
    title="Households in temporary accommodation",
    service=HOUSING,
    owner=HEAD,
    given_by=ReferenceKind.NATIONAL,
    kind=ValueKind.COUNT,
    decimals=0,
    direction=Direction.LOWER,
    definition=(
        Wording(
            says="Households in temporary accommodation on the last day of the quarter.",
            source="Housing system; the return to the government",
        ),
    ),
    year_to_date=YearToDate.LATEST,
    expects=("118", "114"),
    course=Course(then=84, now=131, swing=3, bumps={0: 5, 7: 13, 8: 15, 9: 14, 10: 12, 11: 9, 15: 7, 16: 9}),
    aim=Aim(figure="110", step="9"),
    compared=(Compared(figure="64", group="Councils of our size"),),
    rule=OwnRule(
        name="Ten per cent, travel counts",
        why="The numbers rise everywhere. The question is whether we hold them.",
        green="10",
        amber="10",
        travel=TravelEffect.HELD_IS_AMBER,
    ),
    missed=(
        "Twelve households moved on in {month}, and eighteen came. Two more officers work on "
        "prevention from {soon}.",
        "Two blocks of private lets changed hands in {month}, and 14 households were given notice. We "
        "talk to the new owner in {soon}.",
        "Stays are longer: 34 weeks on average, from 27 a year ago. Move-on homes are the first charge "
        "on the new programme.",
        "The pilot with private landlords found nine homes, against eleven hoped for. It goes on until "
        "{later}.",
        "Three families came back from lets that had been found for them. Each new let is "
        "visited after a month from {soon}.",
        "The women's refuge was full in {month}, so five families were placed with us. The county adds "
        "six places in {later}.",
        "Fewer council homes came free than in any quarter of the last ten. Offers to move to a "
        "smaller home are renewed in {soon}.",
    ),
    stories={
        0: Story(
            comment="Evictions from private lets are the cause of half of the new cases. Eighteen "
            "flats at the former school open in {later}; a landlord officer starts in {soon} and is to "
            "find 30 lettings in her first year."
        ),
        1: Story(
            comment="Forty-two households wait for a home of three bedrooms or more, of which "
            "only six came free in the quarter. Two large homes are bought under the acquisition "
            "scheme by {soon}."
        ),
        2: Story(
            comment="More families than in any quarter since 2009, and longer stays. The "
            "homelessness review reports to the Cabinet in {soon}."
        ),
    },
)

BED_AND_BREAKFAST = DemoIndicator(
    reference="HO2",
    title="Families in bed and breakfast for more than six weeks",
    year_to_date=YearToDate.LATEST,
    service=HOUSING,
    owner=HEAD,
    kind=ValueKind.COUNT,
    decimals=0,
    direction=Direction.LOWER,
    definition=(
        Wording(
            says="Families with children over the six weeks of the law, on the last day of the quarter.",
            source="Housing system",
        ),
    ),
    says=("3", "2", "0", "0", "1", "0", "0", "0", "0", "0", "2", "0", "0", "0", "0", "0", "0", "0"),
    aims=("0",) * 6,
    stories={
        4: Story(comment="One family, placed for its safety; a move was agreed with the police."),
        10: Story(comment="Both families have been offered a home by a housing association since."),
    },
    missed=(
        "Three families, all needing four bedrooms. One moves on the 14th of {soon}, one is offered a "
        "home out of the borough, and the third is in our purchase list.",
        "Both families have moved since, after eight and nine weeks.",
        "One family, placed for its safety; a move was agreed with the police.",
    ),
)

PREVENTED = DemoIndicator(
    reference="HO3",
    title="Homelessness prevented or relieved",
    service=HOUSING,
    owner=HEAD,
    decimals=0,
    definition=(
        Wording(
            says="Cases closed with a home for at least six months, of all cases closed.",
            numerator="Closed with a home",
            denominator="Closed",
            source="The return to the government",
        ),
    ),
    course=Course(then=49, now=58, swing=3, out_of=160, bumps={0: -11.5, 6: -7, 13: -6, 14: -8, 19: -9}),
    aim=Aim(figure="54", step="1.5", shape="{}%"),
    compared=(Compared(figure="58%"),),
    missed=(
        "Fewer landlords accept our deposit bond: the sum has not changed in six years. A higher one "
        "goes to the Cabinet in {soon}.",
        "Two advisers were new in {month}. Cases are reviewed weekly until they are settled in.",
        "More cases came when the notice had already run out. A leaflet goes out with benefit letters "
        "from {soon}, so that people come earlier.",
    ),
    stories={
        0: Story(
            override="amber",
            override_reason="The return shows 54% for the last two months; the first was before the "
            "new advisers could take cases. The shortfall is closing.",
        )
    },
)

ROUGH_SLEEPERS = DemoIndicator(
    reference="HO4",
    title="People sleeping rough on one night",
    service=HOUSING,
    owner=HEAD,
    kind=ValueKind.COUNT,
    decimals=0,
    direction=Direction.LOWER,
    cycle=ANNUAL,
    definition=(
        Wording(
            says="Counted on one night in November with the churches and the police, checked independently.",
            source="Annual count",
        ),
    ),
    year_to_date=YearToDate.LATEST,
    says=("2", "0", "4", "3", "5", "6"),
    stories={3: Story(comment="All were offered a bed that night, and one took it.")},
    aims=("0",) * 6,
    rule=OwnRule(
        name="Any rough sleeper is amber",
        why="Nought is what we want; red would say nothing about the way there.",
        zero_target=ZeroTarget.ANY_MISS_AMBER,
    ),
    missed=(
        "Both people are known to the outreach worker and have been offered a room; one has taken it since.",
        "All were offered a bed that night. The winter shelter opens in November again.",
        "Two had come to the borough that week. A navigator post shared with two councils starts in {soon}.",
    ),
)

EMPTY_HOMES = DemoIndicator(
    reference="HO5",
    title="Empty homes brought back into use since April",
    service=HOUSING,
    owner=PRIVATE,
    kind=ValueKind.COUNT,
    decimals=0,
    adds_up=True,
    definition=(
        Wording(
            says="Homes empty for six months or more that are lived in again after our help.",
            source="Empty homes register",
        ),
    ),
    expects=("68", "60"),
    rule=OwnRule(
        name="Forecast: amber down to 90% of the year’s target",
        why="Homes come back in lumps: what counts is the year.",
        basis=RuleBasis.FORECAST,
        years_ago=0,
    ),
    course=Course(then=11, now=17.4, swing=3, bumps={9: -7, 8: -5}),
    aim=Aim(figure="60", step="4", shares=("0.2", "0.45", "0.7", "1")),
    missed=(
        "The empty homes officer was lent to the homelessness team in {month}. She is back from "
        "{soon}, and two compulsory purchases are under way.",
        "Grants were used up by {month}. New money comes in {later}; until then owners are offered "
        "advice and loans.",
    ),
    met=("Grants helped with nine of these. Three had been empty for over ten years.",),
    stories={11: Story(missing=True)},
)

GRANTS = DemoIndicator(
    reference="HO6",
    title="Time from application to approval of a disabled facilities grant",
    service=HOUSING,
    owner=PRIVATE,
    kind=ValueKind.DURATION,
    unit="days",
    decimals=0,
    direction=Direction.LOWER,
    definition=(
        Wording(says="Mean calendar days from a valid application to approval.", source="Grants register"),
    ),
    course=Course(then=131, now=74, swing=7, bumps={3: 16, 14: 22}),
    aim=Aim(figure="90", step="-7"),
    missed=(
        "Occupational therapists were short in {month}, and seven reports came late. The county lends "
        "us one day a week from {soon}.",
        "Three large extensions, which take months to design, were approved in {month}. Without them "
        "it would be on target.",
        "Two builders on the list stopped trading. Four new ones were accepted in {month}.",
        "Landlords took long to agree to the work. A standard letter of consent is used from {soon}.",
    ),
    met=("Stairlifts no longer need three quotations, which saves about three weeks each.",),
)

ACCREDITED = DemoIndicator(
    reference="HO7",
    title="Accreditation for help with domestic abuse",
    service=HOUSING,
    owner=HEAD,
    kind=ValueKind.LEVEL,
    decimals=0,
    cycle=ANNUAL,
    levels=("Not held", "Working towards", "Bronze", "Silver", "Gold"),
    definition=(Wording(says="The level held on 31 March.", source="Assessor's letter"),),
    says=("Silver", "Bronze", "Bronze", "Working towards", "Not held", "Not held"),
    aims=("Silver", "Silver", "Bronze", "Bronze", "", ""),
    missed=(
        "The assessor wants every front-line officer trained; 31 of 44 are. The rest are booked until "
        "{soon}.",
        "The visit was put off twice by the assessor. It is now in {soon}.",
        "Five front-line officers joined after the last course. The next one is in {soon}.",
    ),
)

INDICATORS = (TEMPORARY, BED_AND_BREAKFAST, PREVENTED, ROUGH_SLEEPERS, EMPTY_HOMES, GRANTS, ACCREDITED)
