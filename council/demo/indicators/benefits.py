"""Benefits."""

from council.demo.plan import MONTHLY, Aim, Compared, Course, DemoIndicator, Story, Wording
from performance.choices import Direction, ReferenceKind, ValueKind, YearToDate

BENEFITS = "Benefits"


NEW_CLAIMS = DemoIndicator(
    reference="BV78a",
    title="Average time to decide a new claim",
    service=BENEFITS,
    owner="Benefits Manager",
    given_by=ReferenceKind.NATIONAL,
    kind=ValueKind.DURATION,
    unit="days",
    direction=Direction.LOWER,
    cycle=MONTHLY,
    definition=(
        Wording(
            says="Mean calendar days from receipt to decision of new claims for housing benefit and "
            "council tax support.",
            source="Benefits system, monthly extract",
        ),
    ),
    course=Course(
        then=26.3,
        now=18.9,
        season=(0.6, -0.6, -0.4, 0.5),
        swing=1.4,
        bumps={4: 3.2, 5: 4.1, 27: 5.0, 28: 6.2, 29: 3},
    ),
    aim=Aim(figure="21", step="-1"),
    compared=(Compared(figure="20.5"), Compared(figure="21.0", years_ago=2)),
    missed=(
        "Two assessors were lent to billing for three weeks of {month}. They are back, and claims "
        "waiting fell from 410 to 290.",
        "A fifth of claims came without proof of rent. The form now asks for a photograph of it.",
        "The system was down for two days in {month}, and the backlog took until {soon} to clear.",
        "Forms from one large landlord came without signatures for weeks. He sends them online from {soon}.",
        "Two assessors were in training in {month}; both decide claims of their own now.",
        "More claims than in any month since 2020. Simple ones are decided within two days, and that "
        "frees time for the rest from {soon}.",
    ),
    met=("Fastest month since the new form: most people upload their proofs at once.",),
)

CHANGES = DemoIndicator(
    reference="BV78b",
    title="Average time to decide a change of circumstances",
    service=BENEFITS,
    owner="Benefits Manager",
    given_by=ReferenceKind.NATIONAL,
    kind=ValueKind.DURATION,
    unit="days",
    direction=Direction.LOWER,
    cycle=MONTHLY,
    definition=(
        Wording(
            says="Mean calendar days from notice to decision.", source="Benefits system, monthly extract"
        ),
    ),
    course=Course(then=11.2, now=6.9, season=(0.8, 0, 0, -1.8), swing=0.9, bumps={4: 1.9, 5: 2.2, 28: 2.9}),
    aim=Aim(figure="8.5", step="-0.6"),
    compared=(Compared(figure="7.0"),),
    missed=(
        "More changes than usual in {month}, when a large employer changed its hours. Simple ones are "
        "decided by rule from {soon}.",
        "Notices of rent rises came in {month}, 900 in one week. They are loaded from landlords' files "
        "next time.",
        "Overtime stopped in {month} for lack of money. A third of the changes now need no assessor.",
    ),
    stories={4: Story(ditto="See above"), 5: Story(ditto="Ditto"), 28: Story(ditto="Ditto.")},
)

OVERPAID = DemoIndicator(
    reference="BN3",
    title="Overpaid benefit recovered",
    service=BENEFITS,
    owner="Benefits Manager",
    definition=(
        Wording(
            says="Recovered in the quarter, as a share of debt found in the quarter.",
            numerator="£ recovered",
            denominator="£ found",
            source="Debt ledger",
        ),
    ),
    course=Course(then=66, now=81.5, swing=1.3, bumps={0: -1.2, 1: -2.5, 12: -6, 13: -4}),
    aim=Aim(change="+2 points"),
    missed=(
        "Fewer debtors are in work, so less is taken from pay. The debt team writes to the 200 largest "
        "debtors by the end of {soon}.",
        "Recovery was paused for people who wait for a first payment of Universal Credit.",
        "Less was found than usual, and what was found is hard to collect. Old debts go to the shared "
        "team from {soon}.",
        "The bank changed its files in {month}, and two weeks of payments were booked late. They count "
        "in the next quarter.",
    ),
)

WAITING = DemoIndicator(
    reference="BN4",
    title="Claims waiting on the last day of the month",
    service=BENEFITS,
    owner="Benefits Manager",
    kind=ValueKind.COUNT,
    decimals=0,
    direction=Direction.NEITHER,
    cycle=MONTHLY,
    definition=(Wording(says="For information: how much work is waiting.", source="Benefits system"),),
    year_to_date=YearToDate.LATEST,
    course=Course(then=520, now=300, season=(60, -10, -20, 90), swing=45),
)

INDICATORS = (
    NEW_CLAIMS,
    CHANGES,
    OVERPAID,
    WAITING,
)
