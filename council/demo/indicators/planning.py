"""Planning."""

from council.demo.plan import ANNUAL, HALF_YEARLY, Aim, Compared, Course, DemoIndicator, Story, Wording
from performance.choices import Direction, ReferenceKind, ValueKind, ValueStatus, YearToDate

PLANNING = "Planning"
DECISIONS = "Development Management"
ENFORCEMENT = "Planning Enforcement"
HEAD = "Head of Planning"
MANAGER = "Development Manager"


def _decided(size: str, weeks: int) -> tuple[Wording, ...]:
    return (
        Wording(
            says=f"{size} applications decided within {weeks} weeks, or by a later day agreed with the applicant.",
            numerator="Applications decided in time",
            denominator="Applications decided",
            source="The quarterly return to the government",
        ),
    )


MAJOR = DemoIndicator(
    reference="NI 157a",
    title="Major planning applications decided in time",
    service=DECISIONS,
    owner=MANAGER,
    given_by=ReferenceKind.NATIONAL,
    decimals=0,
    definition=_decided("Major", 13),
    course=Course(then=76, now=88, swing=7, out_of=22, bumps={1: -14, 6: -19, 13: -12, 18: -9}),
    aim=Aim(figure="75", step="1", shape="{}%"),
    compared=(Compared(figure="92%"),),
    missed=(
        "Three large sites waited for highway advice and the applicants would not agree more time. The "
        "county has promised answers within 21 days from {soon}.",
        "One decision either way moves this by five points. The legal agreement for the brewery site "
        "took two weeks longer than allowed; the template for these is shorter now.",
    ),
)

MINOR = DemoIndicator(
    reference="NI 157b",
    title="Minor planning applications decided in time",
    service=DECISIONS,
    owner=MANAGER,
    given_by=ReferenceKind.NATIONAL,
    decimals=0,
    definition=_decided("Minor", 8),
    course=Course(then=80, now=89, swing=3, out_of=96, bumps={0: -7.2, 1: -3, 7: -6, 8: -8}),
    aim=Aim(figure="85", step="1", shape="{}%"),
    compared=(Compared(figure="90%"),),
    missed=(
        "Two of nine case officers left in {month}. Both posts are filled from {soon}; until then "
        "agents are asked for more time early, and the oldest cases go first.",
        "The new computer system lost four working days in {month}. All cases are moved over now.",
        "More applications than in any quarter for three years. A temporary officer is with us until "
        "{later}.",
    ),
)

OTHER = DemoIndicator(
    reference="NI 157c",
    title="Other planning applications decided in time",
    service=DECISIONS,
    owner=MANAGER,
    given_by=ReferenceKind.NATIONAL,
    decimals=0,
    definition=_decided("Other", 8),
    course=Course(then=87, now=93.5, swing=2, out_of=230, bumps={0: -5.6, 7: -5, 8: -6.5}),
    aim=Aim(figure="90", step="0.5", shape="{}%"),
    missed=("Householder cases were held up by the vacancies. They are given to one officer from {soon}.",),
    stories={0: Story(ditto="See above"), 7: Story(ditto="Ditto"), 8: Story(ditto="Ditto")},
)

APPEALS = DemoIndicator(
    reference="PL4",
    title="Planning appeals dismissed",
    service=DECISIONS,
    owner=MANAGER,
    decimals=0,
    definition=(
        Wording(
            says="Appeals against refusal that the inspector dismissed, of those decided in the quarter.",
            numerator="Appeals dismissed",
            denominator="Appeals decided",
            source="Inspectorate letters",
        ),
    ),
    course=Course(then=72, now=78, swing=9, out_of=11, bumps={4: -22}),
    aim=Aim(figure="65", shape="{}%"),
    missed=(
        "Small numbers: two more dismissals would have met the target. Two of those allowed had been "
        "refused against the officers' advice. The committee has asked for a training session in "
        "{soon}.",
        "Three appeals turned on parking. The parking standard is under review and goes to the "
        "committee in {soon}.",
    ),
    stories={
        4: Story(
            override="amber",
            override_reason="Eleven appeals only: one decision would have made it amber. The inspector "
            "upheld our reasons in two of those allowed.",
        ),
        12: Story(
            not_known=True, comment="No appeal was decided in the quarter, so there is nothing to count."
        ),
    },
)

OLD_CASES = DemoIndicator(
    reference="PL5",
    title="Enforcement cases open for more than six months",
    service=ENFORCEMENT,
    owner="Planning Enforcement Manager",
    kind=ValueKind.COUNT,
    decimals=0,
    direction=Direction.LOWER,
    definition=(
        Wording(
            says="Cases open for more than six months on the last day of the quarter, those before a "
            "court or an inspector left out.",
            source="Enforcement register",
        ),
    ),
    year_to_date=YearToDate.LATEST,
    course=Course(then=50, now=75, swing=3),
    aim=Aim(figure="60", step="0"),
    missed=(
        "Reports are up by a third in two years and the team is the same size. A triage of harm was "
        "agreed with the Planning Committee in {month}; it should close 25 old cases without "
        "action by {later}.",
        "Seven cases wait for the outcome of one appeal at the caravan site. Without them it would be amber.",
        "A second enforcement officer is in the budget from April. Until then new reports of high harm "
        "come first.",
        "Thirty-one cases were closed in the quarter, more than in any before, and 36 reached six months.",
    ),
    stories={
        2: Story(
            override="amber",
            override_reason="Seven cases wait for one appeal that only the inspector can decide. "
            "Without them the rule gives amber.",
        ),
    },
)

HOMES = DemoIndicator(
    reference="NI 154",
    title="Net additional homes built since April",
    service=PLANNING,
    owner="Planning Policy Manager",
    given_by=ReferenceKind.NATIONAL,
    kind=ValueKind.COUNT,
    decimals=0,
    adds_up=True,
    definition=(
        Wording(
            says="Homes completed since 1 April, less those lost.",
            source="Building control and the National House-Building list; site visits",
        ),
    ),
    expects=("560", "545"),
    course=Course(
        then=118, now=146, season=(-12, 4, 0, 9), swing=20, bumps={6: -30, 5: -28, 14: -42, 15: -38, 19: -32}
    ),
    aim=Aim(figure="540", step="20", shares=("0.22", "0.48", "0.72", "1")),
    missed=(
        "Two builders stopped work on the eastern extension in {month} until mortgage rates settle. "
        "Roads are in, so it can start again quickly; the next review with them is in {soon}.",
        "Handover of 60 flats slipped into the next quarter because of the lifts.",
    ),
    stories={
        0: Story(
            status=ValueStatus.ESTIMATE,
            comment="Estimate: eleven plots at Castle Fields are not visited yet.",
        )
    },
)

LAND = DemoIndicator(
    reference="PL7",
    title="Supply of land for housing",
    service=PLANNING,
    owner="Planning Policy Manager",
    kind=ValueKind.DURATION,
    unit="years",
    cycle=ANNUAL,
    definition=(
        Wording(
            says="How many years of the housing requirement the deliverable sites on 31 March cover.",
            source="Annual housing land statement",
        ),
    ),
    says=("5.4", "5.1", "4.7", "4.9", "5.6", "5.8"),
    aims=("5", "5", "5", "5", "5", "5"),
    missed=(
        "Two large sites moved beyond the five years. The Local Plan brings in three more; until then "
        "applications on other land are harder to refuse.",
        "Builders finished more than was permitted. 400 homes were permitted since, which the next "
        "statement counts.",
    ),
)

LOCAL_PLAN = DemoIndicator(
    reference="p7",
    title="Submit the Local Plan for examination",
    service=PLANNING,
    owner=HEAD,
    given_by=ReferenceKind.PLAN,
    kind=ValueKind.MILESTONE,
    cycle=HALF_YEARLY,
    definition=(Wording(says="The council plan's promise on page 7.", source="Local Plan board"),),
    says=("Delayed", "On track", "On track", "On track"),
    aims=("Submitted by 31 December {year}", "Consultation done by 31 March {next}"),
    missed=(
        "The transport evidence must be done again with the new county model. It is due in {soon}, so "
        "submission moves by about four months. The Cabinet took note in {month}.",
    ),
    met=("2,150 answers to the consultation are read and sorted. No new issue of substance.",),
    begun_years_ago=2,
)

INDICATORS = (
    MAJOR,
    MINOR,
    OTHER,
    APPEALS,
    OLD_CASES,
    HOMES,
    LAND,
    LOCAL_PLAN,
)
