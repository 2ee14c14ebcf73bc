"""Two papers of old in the demo: one whose recommendations lost words, one whose agenda named less than "
"was decided."""

import datetime

from council.demo.paper import DemoDecision, DemoPaper, DemoRecommendation, DemoStop
from council.demo.remits_2005 import CABINET_2005, DEVELOPMENT, E_GOVERNMENT, REPORT_2005
from portfolios.choices import AskedTo, DecisionKind, Verb

PORTFOLIOS_PAPER = DemoPaper(
    subject=REPORT_2005,
    dated=CABINET_2005,
    dated_as_written="7th April 2005",
    author="Chief Executive",
    text="""The appointments to portfolios are confirmed at the annual meeting of the Council. Before then \
two matters would be better for being named in a portfolio.

Inspectors have looked at the planning service and given us their findings in draft. They saw some confusion \
about whether the service and how it performs, as opposed to decisions on single applications, are the \
executive's or the Planning Committee's. Their final report is still awaited and will come to a future \
meeting of the Cabinet; on this one finding it would be opportune to act now. The Development and Economic \
Regeneration portfolio names only planning policy. It would be appropriate to include within its remit all \
executive responsibilities with regard to the delivery and improvement of the planning and building control \
service.

The other matter is customer relationship management. It began with the One Stop Shop and with equipment and \
software, and has turned out to be a way of working for the whole council. Up to now it has been led by the \
holder of the E-Government and Member Services portfolio, largely because it was seen at first as a matter \
of electronic government. It is suggested that the remit of the E-Government and Member Service Portfolio be \
amended by the addition of the words “Customer Relationship Management and” before “One Stop Shop”.""",
    stops=(DemoStop("Cabinet", AskedTo.DECIDE, on=CABINET_2005),),
    recommendations=(
        DemoRecommendation(
            "1",
            "That the remit of the Development and Economic Regeneration Portfolio be amended to include "
            "responsibility for "
            "the delivery and improvement of planning and building control services.",
            body_words="all executive responsibilities with regard to the delivery and improvement of the "
            "planning and "
            "building control service",
            portfolio=DEVELOPMENT,
        ),
        DemoRecommendation(
            "2",
            "That the remit of the E-Government and Member Services Portfolio be amended to include "
            "customer relationship "
            "management.",
            body_words="amended by the addition of the words “Customer Relationship Management and” before "
            "“One Stop Shop”",
            portfolio=E_GOVERNMENT,
        ),
    ),
    decisions=(
        DemoDecision(
            "Remit of the Development and Economic Regeneration portfolio",
            "RESOLVED that from the annual meeting the remit of the Development and Economic Regeneration "
            "Portfolio be "
            "amended by adding “all executive responsibilities with regard to the delivery and improvement "
            "of the planning "
            "and building control service”.",
            body="Cabinet",
            on=CABINET_2005,
            published_after=2,
            kind=DecisionKind.AMENDED,
            recommendation="1",
            reasons="Inspectors could not tell who answers for how the planning service performs.",
            options_rejected="To wait for the inspectors' final report.",
        ),
        DemoDecision(
            "Remit of the E-Government and Member Services portfolio",
            "RESOLVED that from the annual meeting the remit of the E-Government and Member Services "
            "Portfolio be amended by "
            "the addition of the words “Customer Relationship Management and” before “One Stop Shop”.",
            body="Cabinet",
            on=CABINET_2005,
            published_after=2,
            kind=DecisionKind.AMENDED,
            recommendation="2",
            reasons="It concerns every service, and somebody should answer for it by name.",
        ),
    ),
)

STRATEGIES = "Customer Service, Communications and Marketing and Consultation and Engagement Strategies"
STRATEGIES_PAPER = DemoPaper(
    subject="Three strategies for how we deal with the public",
    dated_as_written="February 2008",
    author="Chief Executive",
    agenda_words="To consider a report by the Corporate Management Team seeking approval for the "
    "Consultation and Engagement "
    "Strategy.",
    text=f"""The {STRATEGIES} have been brought into line with the new corporate plan. They support one \
another, will be reviewed every three years, and their action plans every year. The action plan for customer \
service is still to be finished.""",
    stops=(
        DemoStop(
            "Overview and Scrutiny Committee",
            AskedTo.ENDORSE,
            on=datetime.date(2008, 2, 6),
            outcome="Endorsed for submission to the Cabinet. Asked whether the strategies are for the public.",
            answer="They are for our own use; an executive summary of each will be on the website.",
        ),
        DemoStop("Cabinet", AskedTo.DECIDE, as_written="February 2008"),
    ),
    recommendations=(DemoRecommendation("1", f"That the {STRATEGIES} be approved.", verb=Verb.APPROVE),),
    decisions=(
        DemoDecision(
            "Strategies for customers, communications and consultation",
            f"that the contents of the {STRATEGIES} be approved and a further report submitted as and when "
            f"the supporting "
            "action plans are developed.",
            summary=f"Approved the contents of the {STRATEGIES} and requested that a further report be "
            f"submitted as and when "
            "the supporting action plans are developed.",
            body="Cabinet",
            as_written="February 2008",
            kind=DecisionKind.AMENDED,
            recommendation="1",
            reasons="The strategies follow the corporate plan as it was revised.",
            comments="A member asked why each strategy needs an action plan of its own. The Head of Policy "
            "acknowledged that "
            "some actions are related; inspection and audit ask for separate plans. Savings are to be named "
            "in them.",
        ),
    ),
)
