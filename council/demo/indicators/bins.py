"""The emptying and delivery of bins, a part of waste and recycling."""

from council.demo.plan import MONTHLY, Aim, Course, DemoIndicator, Story, Wording
from performance.choices import Direction, Step, ValueKind

WASTE = "Waste and Recycling"
CONTRACTS = "Waste Contracts Manager"

MISSED = DemoIndicator(
    reference="WR3",
    title="Missed bins for every 100,000 collections",
    service=WASTE,
    owner=CONTRACTS,
    kind=ValueKind.DECIMAL,
    direction=Direction.LOWER,
    cycle=MONTHLY,
    definition=(
        Wording(
            says="Bins and caddies reported by residents as not emptied on the day, less those that "
            "were not out by 7 am, for every 100,000 collections due.",
            source="Customer records and the crews' cab devices",
        ),
    ),
    course=Course(
        then=56.0,
        now=41.5,
        season=(0, 1.0, 0, 2.0),
        swing=4.5,
        bumps={1: 4.0, 2: 7.2, 3: 13.5, 17: 9.0, 34: 13, 35: 7},
    ),
    aim=Aim(figure="48", step="-3"),
    missed=(
        "New rounds began in {month} and crews do not know all the back lanes yet. The count falls "
        "every week; the round sheets with photographs are finished in {soon}.",
        "Three crews were short of a loader for most of {month}. Four loaders have been taken on and "
        "start in {soon}.",
        "Road works closed two of the hill estates on three mornings in {month}. Missed streets were "
        "done on the Saturday.",
        "Parked cars kept the large vehicle out of the terraces. A narrow vehicle is on trial until {later}.",
    ),
    met=("Fewest missed bins since the cab devices came in.",),
    stories={0: Story(reaches=Step.SUBMITTED)},
)

PUT_RIGHT = DemoIndicator(
    reference="WR4",
    title="Missed bins emptied by the end of the next working day",
    service=WASTE,
    owner=CONTRACTS,
    cycle=MONTHLY,
    decimals=0,
    definition=(
        Wording(
            says="Of the missed bins reported by 4 pm, the share emptied by the end of the next working day.",
            numerator="Missed bins emptied by the end of the next working day",
            denominator="Missed bins reported by 4 pm",
            source="Customer records",
        ),
    ),
    course=Course(then=95.6, now=97.6, swing=1.8, out_of=130, bumps={2: -5.5, 3: -9.5, 17: -6, 34: -6}),
    aim=Aim(figure="95", shape="{}%"),
    missed=(
        "With the new rounds the return crew had twice its usual list. A second return crew worked "
        "until the end of {soon} and stays if it is still needed then.",
        "The return crew's vehicle was off the road for six days in {month}. There is now a spare for it.",
        "Reports on Fridays are the trouble: Monday's list was too long. From {soon} one crew returns "
        "on Saturdays.",
        "Sickness in the return crew in {month}: two of four were away for most of "
        "it. Drivers from the garden rounds filled in.",
        "Two of the estates were missed as a whole in one week, which is more than the return crew can "
        "do in a day. Supervisors now see each missed street by noon.",
    ),
    stories={0: Story(missing=True), 9: Story(late_by=6)},
)

NEW_BINS = DemoIndicator(
    reference="WR6",
    title="Average time to deliver a bin",
    service=WASTE,
    owner=CONTRACTS,
    kind=ValueKind.DURATION,
    unit="days",
    direction=Direction.LOWER,
    by_month=True,
    definition=(
        Wording(
            says="Calendar days from the request to delivery of a new or replacement bin.",
            source="Customer records",
        ),
    ),
    course=Course(then=10.4, now=6.4, season=(0.5, 0, 0, 0.3), swing=0.8, bumps={0: 3.1, 8: 2.6}),
    aim=Aim(figure="8", step="-0.5"),
    missed=(
        "The maker ran out of 240-litre bins in {month}. Stock for three months is now held at the "
        "depot, so this should not happen again.",
        "Orders for the new estates came all at once. Developers are asked to order eight weeks ahead "
        "from {soon}.",
        "The delivery van was in the workshop for three weeks in {month}. A hired one "
        "comes within two days from now on.",
    ),
    stories={12: Story(sent_back="The figure is in working days. Please give calendar days.")},
)

INDICATORS = (
    MISSED,
    PUT_RIGHT,
    NEW_BINS,
)
