"""Customer services: the contact centre and the One Stop Shop."""

from council.demo.plan import ANNUAL, MONTHLY, Aim, Course, DemoIndicator, Story, Wording
from performance.choices import Direction, ReferenceKind, Step, ValueKind, ValueStatus

CUSTOMERS = "Customer Services"
SHOP = "One Stop Shop"
CALLS = "Contact Centre"
HEAD = "Head of Customer Services"
SHOP_MANAGER = "One Stop Shop Manager"

ANSWERED = DemoIndicator(
    reference="CS1",
    title="Calls answered within 30 seconds",
    service=CALLS,
    owner="Contact Centre Manager",
    cycle=MONTHLY,
    definition=(
        Wording(
            says="Calls to the main number answered by a person within 20 seconds.", source="Telephone system"
        ),
        Wording(
            says="Calls to the main number answered by a person within 30 seconds, those ended in the "
            "menu left out.",
            numerator="Calls answered in 30 seconds",
            denominator="Calls that asked for a person",
            source="Telephone system",
            years_ago=1,
            why="The new telephone system cannot count 20 seconds, and 30 is what others publish.",
            breaks=True,
        ),
    ),
    course=Course(
        then=78,
        now=84.5,
        season=(-1.5, 1, 1.5, -2.5),
        swing=3,
        old_definition=-9,
        bumps={5: -6, 6: -8, 7: -12.5, 19: -7},
    ),
    aims=("80%", "80%", "70%", "69%", "68%", "68%"),
    missed=(
        "Letters on the new bin days brought 9,400 calls in the second half of {month}, a fifth more "
        "than last year. Such letters go out in three batches from now on.",
        "Four of 22 advisers are new and take calls of one kind only until {soon}.",
        "The garden waste renewals fell into one week. Reminders are spread over four weeks from next year.",
        "Sickness was at nine per cent in {month}. Two advisers from the One Stop Shop took calls in "
        "the afternoons.",
        "The postal vote letter gave our main number in place of the elections team's. 2,300 calls in "
        "four days of {month}.",
    ),
    met=("Calls are down by an eighth on last year, as more people look up their bin day online.",),
)

WAIT = DemoIndicator(
    reference="CS2",
    title="Average wait at the One Stop Shop",
    service=SHOP,
    owner=SHOP_MANAGER,
    kind=ValueKind.DURATION,
    unit="minutes",
    direction=Direction.LOWER,
    definition=(Wording(says="Mean minutes from taking a ticket to being called.", source="Ticket machine"),),
    course=Course(
        then=12.8, now=8.7, season=(0.2, -0.4, -0.3, 1.0), swing=0.7, bumps={0: 2.9, 3: 1.3, 15: 3.4}
    ),
    aim=Aim(figure="10", step="-0.5"),
    missed=(
        "Housing visits doubled in {month} and take half an hour each. They have their own desk from "
        "{soon}, by appointment.",
        "One desk was closed for building work. It is open again.",
        "Benefit letters went out on one day in {month}. They are spread over two weeks from {soon}.",
    ),
    stories={
        0: Story(
            reaches=Step.SENT_BACK,
            sent_back="Please say how many of these were housing visits. Members will ask.",
        )
    },
)

FIRST_TIME = DemoIndicator(
    reference="CS3",
    title="Enquiries settled at the first contact",
    service=CUSTOMERS,
    owner=HEAD,
    decimals=0,
    definition=(
        Wording(
            says="Enquiries closed without being passed on, from a sample of 400.",
            numerator="Closed at first contact",
            denominator="Sampled",
            source="Quality sample",
        ),
    ),
    course=Course(then=70.5, now=83.5, swing=2.6, bumps={4: -5, 10: -4, 11: -8.5}),
    aim=Aim(figure="80", step="2", shape="{}%"),
    missed=(
        "Planning questions are still passed on: six in ten. Two advisers sit with the planners for a "
        "week in {soon}.",
        "New advisers pass on more than others. Each has a partner with two years "
        "or more at the desk until {soon}.",
    ),
)

COMPLAINTS = DemoIndicator(
    reference="CS4",
    title="Complaints answered at stage 1 within ten working days",
    service=CUSTOMERS,
    owner=HEAD,
    decimals=0,
    definition=(
        Wording(
            says="Complaints answered in ten working days of being acknowledged, extensions counted as late.",
            numerator="Answered in ten working days",
            denominator="Answered",
            source="Complaints register",
        ),
    ),
    expects=("88%", "90%"),
    course=Course(then=86.5, now=93.5, swing=3, out_of=52, bumps={0: -9, 1: -4.5, 9: -9}),
    aim=Aim(figure="90", step="1", shape="{}%"),
    missed=(
        "Housing answered four of nine in time; all others were above 90%. The head of service now "
        "sees every answer that is older than seven days.",
        "Missed-bin complaints after the new rounds: 19 in {month} alone. They are answered by the "
        "depot from {soon}.",
        "Two complaints reached us after eight days, from other inboxes. Services were reminded of the "
        "address in {month}.",
    ),
    stories={
        0: Story(reaches=Step.SUBMITTED),
        2: Story(
            first_said="47 of 50",
            reopened="Three answers were counted although they went to the wrong address. Internal "
            "audit found it.",
            reaches=Step.SUBMITTED,
            comment="Corrected after the internal audit: three answers had gone to the wrong address. "
            "The address is now checked before an answer is closed.",
            says="44 of 50",
        ),
    },
)

ONLINE = DemoIndicator(
    reference="CS6",
    title="Requests made online",
    service=CUSTOMERS,
    owner=HEAD,
    decimals=0,
    definition=(
        Wording(
            says="Requests through the website, as a share of all requests recorded.",
            numerator="Made online",
            denominator="All requests",
            source="Customer records",
        ),
    ),
    course=Course(then=43, now=71, swing=1.2, bumps={0: 1.6, 8: -3}),
    aim=Aim(change="+3 points"),
    missed=(
        "The new forms for housing and licensing were put off until {soon}. Without them the share "
        "grows more slowly.",
        "The website was down for two days in {month}, and some who telephoned "
        "then have not come back to it.",
        "Bulky waste is booked by telephone again while its form is rewritten. It is back in {soon}.",
    ),
    met=("Bulky waste booking went online in {month}: 61% used it in its first month.",),
    stories={0: Story(missing=True)},
)

SATISFIED = DemoIndicator(
    reference="CS5",
    title="Customers satisfied with how they were dealt with",
    service=CUSTOMERS,
    owner=HEAD,
    decimals=0,
    cycle=ANNUAL,
    definition=(
        Wording(
            says="Callers and visitors very or fairly satisfied. Asked every second spring.",
            source="Survey of 600 customers",
        ),
    ),
    says=("84%", "82%", "82%", "79%", "79%", "80%"),
    aims=("83%", "82%", "82%", "80%", "80%", "80%"),
    missed=("Waiting times bring it down: of those who waited under ten minutes, 91% were satisfied.",),
    stories={
        2: Story(status=ValueStatus.CARRIED_FORWARD, carried_from="Spring {last_year}"),
        4: Story(
            status=ValueStatus.CARRIED_FORWARD,
            carried_from="Spring {last_year}",
            comment="No survey this year. Waiting times were what people liked least; a ticket machine "
            "is in use since {soon}.",
        ),
    },
)

STANDARD = DemoIndicator(
    reference="p12",
    title="Hold the customer service standard",
    service=CUSTOMERS,
    owner=HEAD,
    given_by=ReferenceKind.PLAN,
    kind=ValueKind.YES_NO,
    decimals=0,
    cycle=ANNUAL,
    definition=(
        Wording(
            says="Whether the council held the standard's certificate on 31 March.", source="Certificate"
        ),
    ),
    says=("Yes", "Yes", "No", "Yes", "Yes", "No"),
    aims=("Yes",) * 6,
    missed=(
        "The certificate lapsed while the standard was being rewritten. The assessor comes in {soon}.",
        "The first assessment found two gaps, in complaints and in letters. Both are closed.",
    ),
)

INDICATORS = (ANSWERED, WAIT, FIRST_TIME, COMPLAINTS, ONLINE, SATISFIED, STANDARD)
