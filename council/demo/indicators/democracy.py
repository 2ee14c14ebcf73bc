"""Legal and democratic services."""

from council.demo.plan import ANNUAL, HALF_YEARLY, Aim, Course, DemoIndicator, Story, Wording
from performance.choices import Direction, ReferenceKind, ValueKind

LEGAL = "Legal and Democratic Services"
DEMOCRACY = "Democratic Services"
ELECTIONS = "Electoral Services"
MONITORING = "Head of Legal and Democratic Services"


AGENDAS = DemoIndicator(
    reference="LD1",
    title="Agendas published five clear days before the meeting",
    service=DEMOCRACY,
    owner="Democratic Services Manager",
    decimals=0,
    definition=(
        Wording(
            says="Agendas of all public meetings, with every report, published in time.",
            numerator="Agendas complete in time",
            denominator="Meetings",
            source="Committee system",
        ),
    ),
    course=Course(then=97.5, now=99, swing=2.6, out_of=24, bumps={11: -9}),
    aim=Aim(figure="96", shape="{}%"),
    missed=(
        "One agenda went out with a report to follow. The chair agreed its urgency, and it is in the "
        "minutes.",
        "Two late reports on the budget. Deadlines for authors move forward by a day from {soon}.",
    ),
)

REGISTER = DemoIndicator(
    reference="LD2",
    title="Electoral register published",
    service=ELECTIONS,
    owner="Electoral Services Manager",
    kind=ValueKind.DATE,
    decimals=0,
    direction=Direction.LOWER,
    cycle=ANNUAL,
    definition=(
        Wording(
            says="The day on which the revised register was published. The law says 1 December.",
            source="Notice of publication",
        ),
    ),
    says=(
        "28 November {year}",
        "1 December {year}",
        "1 December {year}",
        "6 December {year}",
        "30 November {year}",
        "1 December {year}",
    ),
    aims=("1 December {year}",) * 6,
    missed=("The printer's proofs had to be done twice. Proofs are asked for a week earlier from now on.",),
)

REQUESTS = DemoIndicator(
    reference="LD3",
    title="Freedom of information requests answered in 20 working days",
    service=LEGAL,
    owner=MONITORING,
    decimals=0,
    definition=(
        Wording(
            says="Requests answered within 20 working days of receipt.",
            numerator="Answered in time",
            denominator="Requests",
            source="Request log",
        ),
    ),
    course=Course(then=92, now=95.5, swing=2, out_of=165, bumps={5: -14, 6: -4, 14: -5, 20: -12}),
    aim=Aim(figure="92", step="0.5", shape="{}%"),
    missed=(
        "Forty requests about one planning site came in {month}. What is asked most often is published "
        "from {soon}.",
        "The officer was on leave and cover was thin. Each service has two trained people from {soon}.",
    ),
    stories={7: Story(late_by=14), 15: Story(late_by=11)},
)

SEARCHES = DemoIndicator(
    reference="LD5",
    title="Land searches answered within five working days",
    service=LEGAL,
    owner=MONITORING,
    decimals=0,
    definition=(
        Wording(says="Full searches answered within five working days.", source="Land charges system"),
    ),
    course=Course(then=97.5, now=99, swing=1.1, bumps={7: -16, 6: -9, 16: -8}),
    aim=Aim(figure="96", shape="{}%"),
    missed=(
        "The register was moved to the national service in {month} and searches stood still for eight days.",
        "The backlog after the move is nearly gone: 14 searches are waiting, from 90.",
    ),
    stories={
        7: Story(
            override="amber",
            override_reason="The national service set the date of the move, and every search was "
            "answered within ten working days.",
        )
    },
)

EQUALITY = DemoIndicator(
    reference="LD4",
    title="Level of the equality framework",
    service=LEGAL,
    owner=MONITORING,
    kind=ValueKind.LEVEL,
    decimals=0,
    cycle=ANNUAL,
    levels=("Level 1", "Level 2", "Level 3", "Level 4", "Level 5"),
    definition=(Wording(says="The level held on 31 March, by peer review.", source="Reviewers' letter"),),
    says=("Level 3", "Level 3", "Level 2", "Level 2", "Level 2", "Level 1"),
    aims=("Level 3", "Level 3", "Level 3", "Level 2", "Level 2", "Level 2"),
    missed=(
        "The review asks for better data on who uses leisure and housing. Both begin to ask in {soon}; "
        "the next review is in {later}.",
        "Reviewers want to see a second year of results. We hold the level until then.",
        "The peer review was put off by the reviewers until {later}.",
    ),
)

DECISIONS = DemoIndicator(
    reference="p44",
    title="Publish every decision within two working days",
    service=DEMOCRACY,
    owner="Democratic Services Manager",
    given_by=ReferenceKind.PLAN,
    kind=ValueKind.YES_NO,
    decimals=0,
    cycle=HALF_YEARLY,
    definition=(
        Wording(
            says="Yes when no decision of the Cabinet or an officer was published later in the half-year.",
            source="Decision register",
        ),
    ),
    says=("Yes", "Yes", "Yes", "No", "Yes", "Yes", "Yes", "No", "Yes", "Yes"),
    aims=("Yes",) * 6,
    missed=(
        "One officer decision was found after three weeks. Heads of service were written to in {month}.",
    ),
)

INDICATORS = (
    AGENDAS,
    REGISTER,
    REQUESTS,
    SEARCHES,
    EQUALITY,
    DECISIONS,
)
