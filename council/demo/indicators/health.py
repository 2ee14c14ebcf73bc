"""Environmental health and licensing. No portfolio answers for licensing, and the dashboards say so."""

from council.demo.plan import (
    ANNUAL,
    HALF_YEARLY,
    Aim,
    Compared,
    Course,
    DemoIndicator,
    OwnRule,
    Story,
    Wording,
)
from performance.choices import (
    Direction,
    ReferenceKind,
    RuleBasis,
    ValueKind,
    ValueStatus,
)

HEALTH = "Environmental Health"
FOOD = "Food and Safety"
LICENSING = "Licensing"
HEAD = "Head of Environmental Health and Licensing"

COMPLIANT = DemoIndicator(
    reference="NI 184",
    title="Food businesses broadly compliant with food hygiene law",
    service=FOOD,
    owner="Food and Safety Manager",
    given_by=ReferenceKind.NATIONAL,
    definition=(
        Wording(
            says="Food businesses rated 3 or better, of all that are rated.",
            numerator="Businesses rated 3, 4 or 5",
            denominator="Businesses rated",
            source="Food hygiene rating records",
        ),
    ),
    course=Course(then=94.9, now=97.1, swing=0.5, bumps={9: -2, 10: -3.4, 16: -2.6, 17: -1.5}),
    aim=Aim(figure="96", step="0.5", shape="{}%"),
    compared=(Compared(figure="96.4%"), Compared(figure="96.0%", years_ago=2)),
    missed=(
        "More new businesses than usual, most of them run from home, and first inspections score "
        "lower. Each gets a coaching visit within a month.",
        "Twelve takeaways were rated 1 or 2 after a complaint about one supplier. All are inspected "
        "again by the end of {soon}.",
    ),
    met=("Eleven businesses went from 2 to 4 or better after coaching.",),
)

INSPECTED = DemoIndicator(
    reference="EH2",
    title="Food hygiene inspections done by their due date",
    service=FOOD,
    owner="Food and Safety Manager",
    decimals=0,
    definition=(
        Wording(
            says="Inspections of categories A to D done by the date they were due.",
            numerator="Inspections done on time",
            denominator="Inspections due",
            source="Inspection records",
        ),
    ),
    course=Course(then=88.5, now=92.5, swing=2.5, out_of=140, bumps={0: -13, 1: -3, 7: -9, 8: -12}),
    aim=Aim(figure="90", step="1", shape="{}%"),
    missed=(
        "Two of six inspectors have left since {month} and the market pays more than we do. All "
        "category A and B visits are up to date; 31 in category D are late. An agency inspector "
        "starts in {soon} and clears them by {later}.",
        "Three weeks went on an outbreak at a wedding venue in {month}. The visits put off are done by "
        "{soon}.",
        "One inspector was lent to the county for the outbreak work. She is back from {soon}.",
    ),
)

NOISE = DemoIndicator(
    reference="EH3",
    title="Noise complaints answered within five working days",
    service=HEALTH,
    owner="Environmental Protection Manager",
    decimals=0,
    definition=(
        Wording(
            says="Complaints with a first answer from an officer within five working days.",
            numerator="Answered in five working days",
            denominator="Complaints received",
            source="Case records",
        ),
    ),
    course=Course(then=94, now=96.5, season=(0, -2, 1, 1), swing=2, out_of=85, bumps={8: -6, 9: -13, 17: -7}),
    aim=Aim(figure="92", shape="{}%"),
    missed=(
        "Twice the usual complaints in {month}, most of them about one site. An evening rota starts in "
        "{soon}.",
        "A case officer post was vacant for seven weeks. It is filled.",
    ),
)

AIR_PLAN = DemoIndicator(
    reference="p41",
    title="Adopt and carry out the air quality action plan",
    service=HEALTH,
    owner=HEAD,
    given_by=ReferenceKind.PLAN,
    kind=ValueKind.MILESTONE,
    cycle=HALF_YEARLY,
    definition=(Wording(says="The plan's twelve measures, each with a date.", source="Air quality board"),),
    says=("On track", "At risk", "On track", "On track", "Done", "On track", "Behind schedule", "To do"),
    aims=(
        "All twelve measures by 31 March {next}",
        "Eight measures by 31 March {next}",
        "Five measures by 31 March {next}",
        "Adopt the plan by 31 March {next}",
    ),
    begun_years_ago=4,
    missed=(
        "The bus lane on Station Road waits for the county's traffic order. The hearing is in {soon}.",
        "Consultation took longer than planned: 640 answers. The plan goes to the Cabinet in {soon}.",
    ),
    met=("Nine of the twelve measures are in place. The taxi charging points open in {soon}.",),
)

NITROGEN = DemoIndicator(
    reference="EH5",
    title="Nitrogen dioxide at the worst monitoring site",
    service=HEALTH,
    owner="Environmental Protection Manager",
    kind=ValueKind.DECIMAL,
    unit="µg/m³",
    direction=Direction.LOWER,
    cycle=ANNUAL,
    definition=(
        Wording(
            says="Annual mean at Station Road, the worst of nineteen sites. The legal limit is 40.",
            source="Diffusion tubes, with the year's bias factor",
        ),
    ),
    says=("36.8", "38.1", "39.4", "41.7", "42.9", "45.0"),
    aims=("38", "38", "40", "40", "40", "40"),
    rule=OwnRule(
        name="Green to 40, amber to 44",
        why="The limit is set by law and does not move with our target.",
        basis=RuleBasis.THRESHOLDS,
        green_at="40",
        amber_at="44",
    ),
    missed=(
        "Still above the legal limit, and falling for the third year. The action plan's traffic "
        "measures begin in {soon}.",
    ),
    stories={
        0: Story(
            status=ValueStatus.PROVISIONAL,
            comment="Provisional until the laboratory confirms the bias factor.",
        )
    },
)

LICENCES = DemoIndicator(
    reference="LI1",
    title="Licence applications decided in time",
    service=LICENSING,
    owner="Licensing Manager",
    decimals=0,
    definition=(
        Wording(
            says="Applications of all kinds decided within the time the law or our charter gives.",
            numerator="Decided in time",
            denominator="Decided",
            source="Licensing system",
        ),
    ),
    course=Course(then=96, now=98, swing=1.6, out_of=110, bumps={5: -9, 12: -6, 13: -12}),
    aim=Aim(figure="95", shape="{}%"),
    missed=(
        "The new taxi policy brought 90 renewals in one month. An assistant is lent to us until the "
        "end of {soon}.",
    ),
)

TAXIS = DemoIndicator(
    reference="LI2",
    title="Taxis that failed a spot check",
    service=LICENSING,
    owner="Licensing Manager",
    kind=ValueKind.RATIO,
    decimals=2,
    direction=Direction.LOWER,
    cycle=HALF_YEARLY,
    definition=(
        Wording(
            says="Taxis that failed as a share of those stopped at unannounced checks with the police.",
            source="Check sheets",
        ),
    ),
    says=("1 in 8", "1 in 10", "1 in 10", "1 in 10", "1 in 8", "1 in 8", "1 in 5", "1 in 8"),
    aims=("1 in 10", "1 in 8", "1 in 8", "1 in 8"),
    stories={
        6: Story(
            comment="Eight of forty failed, most of them on lights. Each was off the road "
            "until it was mended."
        )
    },
    missed=(
        "Five of forty taxis failed, three of them on tyres. Owners with two failures in a year now "
        "come before the panel; the next check is in {soon}.",
        "The check was held at the airport rank, where older vehicles wait. Vehicles over eight years "
        "are tested twice a year from {soon}.",
    ),
)

INDICATORS = (COMPLIANT, INSPECTED, NOISE, AIR_PLAN, NITROGEN, LICENCES, TAXIS)
