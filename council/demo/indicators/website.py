"""The council's website and what people may ask to know: a team of customer services that is yet to begin a quarter."""

from council.demo.plan import Aim, Course, DemoIndicator, Story, Wording
from performance.choices import Direction, ReferenceKind, ValueKind, YearToDate

WEBSITE = "Council Website"
HEAD = "Head of Customer Services"
NOT_BEGUN = {0: Story(missing=True)}

FOUND = DemoIndicator(
    reference="CW1",
    title="Visitors who found what they came for",
    service=WEBSITE,
    owner=HEAD,
    decimals=0,
    definition=(
        Wording(
            says="Visitors who answered yes to “Did you find what you came for?”, asked of one in fifty.",
            source="Question on the website",
        ),
    ),
    course=Course(then=61, now=72.5, swing=2, bumps={5: -5, 14: -4}),
    aim=Aim(figure="70", step="2", shape="{}%"),
    missed=(
        "Two in three who found nothing looked for bin days. The postcode search leads every page from {soon}.",
        "The planning pages moved in {month} and old links led nowhere for ten days. All now lead on.",
    ),
    stories=NOT_BEGUN,
)

FINISHED = DemoIndicator(
    reference="CW2",
    title="Online forms finished once begun",
    service=WEBSITE,
    owner=HEAD,
    decimals=0,
    by_month=True,
    definition=(
        Wording(
            says="Forms sent in, as a share of forms on which the first question was answered.",
            numerator="Forms sent in",
            denominator="Forms begun",
            source="Website records",
        ),
    ),
    course=Course(then=68, now=79, swing=1.6, bumps={3: -6, 11: -4}),
    aim=Aim(figure="76", step="1.5", shape="{}%"),
    missed=(
        "People stop where they are asked for an account. Bulky waste and missed bins need none from {soon}.",
        "The form for a parking permit asked for a photograph that phones could not send. It was mended in {month}.",
    ),
    stories=NOT_BEGUN,
)

BROKEN_LINKS = DemoIndicator(
    reference="CW3",
    title="Links on the website that lead nowhere",
    service=WEBSITE,
    owner=HEAD,
    kind=ValueKind.COUNT,
    unit="links",
    decimals=0,
    direction=Direction.LOWER,
    definition=(
        Wording(says="Links that answer with an error on the last day of the quarter.", source="Link check"),
    ),
    year_to_date=YearToDate.LATEST,
    course=Course(then=240, now=96, swing=18, bumps={2: 40, 9: 70}),
    aim=Aim(figure="110", step="-25"),
    missed=(
        "A supplier took down its old leisure pages in {month}. Their links are replaced by {soon}.",
        "Documents of former committees were moved. The links in old minutes are being corrected until {later}.",
    ),
    stories=NOT_BEGUN,
)

INFORMATION = DemoIndicator(
    reference="CW4",
    title="Freedom of information requests answered within 20 working days",
    service=WEBSITE,
    owner=HEAD,
    given_by=ReferenceKind.NATIONAL,
    decimals=0,
    definition=(
        Wording(
            says="Requests answered within 20 working days of coming in, extensions allowed by law counted as in time.",
            numerator="Answered within 20 working days",
            denominator="Answered",
            source="Information requests register",
        ),
    ),
    course=Course(then=88, now=95, swing=2.5, out_of=160, bumps={7: -7}),
    aim=Aim(figure="90", shape="{}%"),
    missed=(
        "Nine of the late ones waited for one service, which now has a second person to answer them.",
        "Requests rose by a third in {month}. What is asked most often is published from {soon}.",
    ),
    stories=NOT_BEGUN,
)

ANSWERS = DemoIndicator(
    reference="CW5",
    title="Average time to answer a message sent through the website",
    service=WEBSITE,
    owner=HEAD,
    kind=ValueKind.DURATION,
    unit="hours",
    direction=Direction.LOWER,
    definition=(
        Wording(says="Mean office hours from a message to its first full answer.", source="Customer records"),
    ),
    course=Course(then=17, now=9.2, swing=0.9, bumps={4: 4, 12: 5}),
    aim=Aim(figure="11", step="-1.5"),
    missed=(
        "Messages after the new rounds waited over two weekends in {month}. Advisers answer on Saturdays until {soon}.",
        "The mailbox was read by one person, who was away. Three read it now.",
    ),
    stories=NOT_BEGUN,
)

INDICATORS = (FOUND, FINISHED, BROKEN_LINKS, INFORMATION, ANSWERS)
