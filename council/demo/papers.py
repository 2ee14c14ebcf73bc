"""The papers before the demo council's bodies now, and the meetings they go to."""

from council.demo.paper import (
    DemoDecision,
    DemoImplication,
    DemoPaper,
    DemoRecommendation,
    DemoStop,
)
from portfolios.choices import (
    AskedTo,
    ImplicationAnswer,
    ImplicationHead,
    Verb,
)

SOME, IF = ImplicationAnswer.SOME, ImplicationAnswer.CONDITIONAL
LAST_CABINET, NEXT_CABINET, LAST_SCRUTINY = -4, 16, -18
MEETINGS: tuple[tuple[str, int], ...] = (
    ("Cabinet", -48),
    ("Cabinet", -26),
    ("Cabinet", LAST_CABINET),
    ("Cabinet", NEXT_CABINET),
    ("Cabinet", 38),
    ("Overview and Scrutiny Committee", -60),
    ("Overview and Scrutiny Committee", LAST_SCRUTINY),
    ("Overview and Scrutiny Committee", 4),
    ("Overview and Scrutiny Committee", 26),
    ("Audit and Governance Committee", -34),
    ("Council", -42),
)
"""Body and day; others come with the papers."""

WON, SHARED, OFFERED, DEPOT = (
    "Funding for the single non-emergency number is granted",
    "The shared building control service is decided",
    "The county offers to run the payroll",
    "The new depot opens",
)
EVENTS: tuple[tuple[str, str, int | None, bool], ...] = (
    # what, expected as written, happened so many working days ago, will never happen
    (WON, "early in the New Year", -3, False),
    (SHARED, "spring", None, False),
    (OFFERED, "", None, True),
    (DEPOT, "when the lease is signed", None, False),
)

PARTNERSHIP = DemoPaper(
    subject="Customer partnership: where it stands",
    reference="CAB 41",
    dated=-34,
    author="Head of Customer Services",
    lead_portfolio="Customers and Digital",
    agenda_words="To receive a report on the work of the customer partnership.",
    text="""Two large projects are under way. The first is a single number for what is less urgent than \
999. It will give the public action and advice on community safety, and make communities safer places to \
live and work. A bid has been made for about £2m of funding; if it is won, the police will lead the project.

The second is sharing services. A contract for outside solicitors has been agreed, which should lead to \
savings. The building control teams have found that they could merge; a review will make recommendations in \
the New Year. The county may offer to run the payroll.""",
    stops=(
        DemoStop(
            "Wexcombe Partnership Board",
            AskedTo.COMMENT,
            on=-40,
            outcome="Asked that the bid be given first place.",
        ),
        DemoStop("Cabinet", AskedTo.DECIDE, on=-26),
    ),
    recommendations=(
        DemoRecommendation("i", "note progress;", verb=Verb.NOTE),
        DemoRecommendation("ii", "agree to consider the partnership further next year;", verb=Verb.AGREE),
        DemoRecommendation(
            "iii",
            "recognise the contribution of the Head of Legal and Democratic Services in concluding the "
            "call-off contract and "
            "invite a report 6 months into the contract to review its effectiveness and likely savings.",
            verb=Verb.RECOGNISE,
            second_verb=Verb.INVITE,
        ),
    ),
    decisions=(
        DemoDecision(
            "Customer partnership: progress and further reports",
            "RESOLVED to note progress, to agree to consider the partnership further next year, to "
            "recognise the contribution "
            "of the Head of Legal and Democratic Services, and to invite a report 6 months into the "
            "contract on its "
            "effectiveness and likely savings.",
            body="Cabinet",
            on=-26,
            published_after=1,
            reasons="The projects are large enough for the Cabinet to follow them.",
            interests="None were declared.",
        ),
    ),
    implications=(
        *(
            DemoImplication(
                head, IF, "None at this stage, although there will be some if the bid is won.", event=WON
            )
            for head in (ImplicationHead.FINANCIAL, ImplicationHead.ICT)
        ),
        DemoImplication(
            ImplicationHead.LEGAL,
            IF,
            "None at this stage, although there will be some if teams merge.",
            event=SHARED,
        ),
        DemoImplication(
            ImplicationHead.PERSONNEL, IF, "Some if the payroll moves to the county.", event=OFFERED
        ),
        DemoImplication(ImplicationHead.COMMUNITY_SAFETY),
        DemoImplication(ImplicationHead.ENVIRONMENTAL, why_none="Nothing is built, moved or bought."),
    ),
)

COLLECTIONS = DemoPaper(
    subject="Food waste: a trial of weekly collections",
    reference="CAB 47",
    dated=-24,
    author="Head of Waste and Recycling",
    lead_portfolio="Environment and Waste",
    agenda_words="To decide on a trial of weekly food waste collections in two wards.",
    text="""Food is a third of what the bins hold. A trial in two wards over six months would show how \
much of it households would keep apart, at a cost of £84,000. The lorries are hired. Scrutiny asked for a \
report on noise before the trial is made longer. It is proposed that the trial begin only when every \
household has been written to.""",
    stops=(
        DemoStop("Corporate Management Team", AskedTo.CONSIDER, on=-25, outcome="Content."),
        DemoStop(
            "Overview and Scrutiny Committee",
            AskedTo.COMMENT,
            on=LAST_SCRUTINY,
            outcome="Supports the trial, and asks that early collections be no louder than now.",
            answer="Agreed: rounds start at 7 and noise is measured in the first month.",
        ),
        DemoStop("Cabinet", AskedTo.DECIDE, on=LAST_CABINET),
    ),
    recommendations=(
        DemoRecommendation(
            "1",
            "That a trial of weekly food waste collections in two wards for six months be approved.",
            body_words="a trial in two wards over six months, beginning only when every household has been "
            "written to",
            portfolio="Environment and Waste",
        ),
        DemoRecommendation(
            "2", "That the comments of scrutiny be noted and a report on noise be invited.", verb=Verb.NOTE
        ),
    ),
    decisions=(
        DemoDecision(
            "Trial of weekly food waste collections",
            "RESOLVED that a trial of weekly food waste collections in two wards for six months be approved.",
            body="Cabinet",
            on=LAST_CABINET,
            published_after=1,
            recommendation="1",
            reasons="It shows at small cost what a change for the whole borough would bring.",
            options_rejected="To begin in all wards at once; to wait for a national scheme.",
            interests="None were declared.",
            comments="Members stressed that it is important to get it right the first time and learn from "
            "mistakes.",
        ),
    ),
    implications=(
        DemoImplication(ImplicationHead.FINANCIAL, SOME, "£84,000 from the waste reserve."),
        DemoImplication(ImplicationHead.LEGAL, why_none="The duty to collect is met either way."),
        DemoImplication(ImplicationHead.PERSONNEL),
        DemoImplication(ImplicationHead.ENVIRONMENTAL, SOME, "Less waste in landfill, more lorry miles."),
        DemoImplication(ImplicationHead.COMMUNITY_SAFETY, why_none="No effect is foreseen."),
        DemoImplication(
            ImplicationHead.ICT, IF, "New rounds software once the depot has moved.", event=DEPOT
        ),
    ),
)

DRAFT = DemoPaper(
    subject="Opening hours of the One Stop Shop",
    author="Head of Customer Services",
    lead_portfolio="Customers and Digital",
    text="Half of those who come before nine find the doors shut. Opening at eight on two days would cost "
    "one post of 12 hours.",
    stops=(DemoStop("Cabinet", AskedTo.DECIDE, on=NEXT_CABINET),),
    recommendations=(
        DemoRecommendation("1", "That the One Stop Shop open at eight on Mondays and Fridays."),
    ),
    is_presented=False,
)
