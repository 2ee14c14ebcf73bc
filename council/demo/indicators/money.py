"""Council tax, business rates and finance."""

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
from performance.choices import Direction, ReferenceKind, RuleBasis, ValueKind, YearToDate

TAX = "Council Tax and Business Rates"
FINANCE = "Finance"


TAX_COLLECTED = DemoIndicator(
    reference="BV9",
    title="Council tax collected since April",
    service=TAX,
    owner="Revenues Manager",
    given_by=ReferenceKind.NATIONAL,
    decimals=2,
    adds_up=True,
    definition=(
        Wording(
            says="Council tax received for the year, as a share of what was due for the whole year.",
            numerator="£ received",
            denominator="£ due for the year",
            source="The quarterly return",
        ),
    ),
    expects=("98.3%", "98.5%"),
    course=Course(
        then=98.05, now=98.62, season=(-69.2, -41.7, -14.2, 0), swing=0.22, bumps={3: -0.25, 10: -0.9}
    ),
    aim=Aim(figure="98.3", step="0.1", points=("-69.2", "-41.7", "-14.2", "0"), shape="{}%"),
    compared=(Compared(figure="98.40%"),),
    missed=(
        "A tenth of a point is about £95,000. Twelve-month instalments were chosen by 2,000 more "
        "homes, which moves payments to February and March. The year's target is still in reach.",
        "Summonses went out four weeks late in {month} because of the court's dates.",
    ),
)

RATES_COLLECTED = DemoIndicator(
    reference="BV10",
    title="Business rates collected since April",
    service=TAX,
    owner="Revenues Manager",
    given_by=ReferenceKind.NATIONAL,
    decimals=2,
    adds_up=True,
    definition=(
        Wording(
            says="Business rates received for the year, as a share of what was due for the whole year.",
            source="The quarterly return",
        ),
    ),
    course=Course(
        then=98.3,
        now=99.0,
        season=(-68.5, -41.0, -14.8, 0),
        swing=0.35,
        bumps={5: -1.3, 11: -9.2, 12: -4, 20: -2},
    ),
    aim=Aim(figure="98.5", step="0.1", points=("-68.5", "-41", "-14.8", "0"), shape="{}%"),
    missed=(
        "The department store closed owing £210,000. A claim is lodged with the administrator.",
        "Payments of two supermarkets came a day after the month ended. They are in the next figure.",
    ),
)

ARREARS = DemoIndicator(
    reference="CT3",
    title="Council tax arrears of earlier years",
    service=TAX,
    owner="Revenues Manager",
    kind=ValueKind.MONEY,
    unit="£000",
    decimals=0,
    direction=Direction.LOWER,
    cycle=ANNUAL,
    definition=(Wording(says="Unpaid council tax of all earlier years on 31 March.", source="Ledger"),),
    year_to_date=YearToDate.LATEST,
    says=("3,402", "3,512", "3,655", "3,940", "4,015", "4,210"),
    aim=Aim(change="-3 per cent"),
    missed=(
        "Paid down by less than hoped because bailiff visits were stopped for four months. Attachments "
        "of earnings doubled from {soon}.",
    ),
    stories={1: Story(late_by=9)},
)

DIRECT_DEBIT = DemoIndicator(
    reference="CT4",
    title="Council tax payers on direct debit",
    service=TAX,
    owner="Revenues Manager",
    cycle=HALF_YEARLY,
    definition=(
        Wording(
            says="Accounts on direct debit, of all accounts with something to pay.",
            source="Council tax system",
        ),
    ),
    course=Course(then=69.0, now=82.0, swing=0.3, bumps={1: -1.2, 2: -2.9}),
    aim=Aim(change="+2 per cent"),
    missed=(
        "New accounts on the large estate pay by card. The moving-in pack asks for direct debit from {soon}.",
        "The bank stopped 400 instructions of closed accounts in {month}. Their owners are written to "
        "in {soon}.",
    ),
)

BUDGET = DemoIndicator(
    reference="FN1",
    title="Net spending, forecast for the year end",
    service=FINANCE,
    owner="Head of Finance",
    kind=ValueKind.MONEY,
    unit="£000",
    decimals=0,
    direction=Direction.LOWER,
    definition=(
        Wording(says="What the year is expected to end at, against the budget.", source="Budget monitoring"),
    ),
    year_to_date=YearToDate.LATEST,
    course=Course(
        then=14_800, now=17_860, season=(120, 60, 30, -60), swing=60, bumps={1: 380, 9: 560, 10: 690}
    ),
    aims=("18,050", "17,500", "16,900", "16,250", "15,700", "15,200"),
    rule=OwnRule(
        name="Forecast: amber up to 2% over",
        why="Two per cent is what balances can carry.",
        basis=RuleBasis.FORECAST,
        amber="2",
    ),
    forecast_until_year_end=True,
    missed=(
        "Temporary accommodation is £310,000 over and planning fees £90,000 under. Vacant posts are "
        "held until {later} and the reserve for homelessness is drawn on.",
        "Energy and the pay award together cost £420,000 more than budgeted. A list of savings goes to "
        "the Cabinet in {soon}.",
    ),
)

INVOICES = DemoIndicator(
    reference="BV8",
    title="Invoices paid within 30 days",
    service=FINANCE,
    owner="Head of Finance",
    given_by=ReferenceKind.NATIONAL,
    definition=(
        Wording(
            says="Undisputed invoices paid within 30 days of receipt.",
            numerator="Invoices paid in 30 days",
            denominator="Invoices paid",
            source="Finance system",
        ),
    ),
    course=Course(then=93.1, now=97.4, swing=1.1, bumps={8: -5.4, 9: -11.5, 17: -3}),
    aim=Aim(figure="96", step="0.5", shape="{}%"),
    missed=(
        "The new finance system went live in {month}, and 300 invoices waited for supplier codes. All "
        "are paid.",
        "Three services sent invoices in bundles. They are returned unless they come "
        "within five days, from {soon}.",
        "A supplier disputed its own invoices in {month}, 41 of them. They are settled.",
    ),
    stories={
        9: Story(
            override="amber",
            override_reason="Paid in 34 days on average during the change of systems; no supplier "
            "complained.",
        )
    },
)

RESERVES = DemoIndicator(
    reference="FN3",
    title="General reserve as a share of net spending",
    service=FINANCE,
    owner="Head of Finance",
    direction=Direction.RANGE,
    cycle=ANNUAL,
    definition=(
        Wording(
            says="The general reserve on 31 March. Less is not safe, more is money that could be spent.",
            source="Statement of accounts",
        ),
    ),
    says=("9.2%", "8.7%", "7.4%", "8.1%", "11.6%", "12.9%"),
    aims=("8% to 12%",) * 6,
    missed=(
        "Used for the pay award. The medium-term plan brings it back to 8% within a year.",
        "Grants for the emergency were received early and are spent this year.",
    ),
)

INDICATORS = (
    TAX_COLLECTED,
    RATES_COLLECTED,
    ARREARS,
    DIRECT_DEBIT,
    BUDGET,
    INVOICES,
    RESERVES,
)
