"""Who answers for what in the demo council, in which words: portfolios, bodies and posts, and what others observed."""

from council.demo.scheme import BUDGET_ITEM, WASTE_ITEM
from portfolios.choices import Aspect

POLICY, DELIVERY, REGULATORY, SCRUTINY = Aspect

PORTFOLIOS_ANSWER_FOR: tuple[tuple[str, str, int, int | None], ...] = (
    # service, portfolio, from and until how many annual meetings ago
    ("Human Resources", "Leader and Strategy", 6, None),
    ("Legal and Democratic Services", "Leader and Strategy", 6, None),
    ("Finance", "Finance and Resources", 6, None),
    ("Council Tax and Business Rates", "Finance and Resources", 6, None),
    ("Benefits", "Finance and Resources", 6, 2),
    ("Benefits", "Health and Welfare", 2, None),
    ("Environmental Health", "Health and Welfare", 6, None),
    ("Waste and Recycling", "Environment and Waste", 6, None),
    ("Parks and Open Spaces", "Environment and Waste", 6, None),
    ("Parks and Open Spaces", "Leisure, Parks and Culture", 4, None),
    ("Leisure and Culture", "Leisure, Parks and Culture", 6, None),
    ("Planning", "Planning and Regeneration", 6, None),
    ("Building Control", "Planning and Regeneration", 6, None),
    ("Housing Options", "Housing and Homelessness", 6, None),
    ("Customer Services", "Customers and Digital", 4, None),
    ("Customer Relationship Management", "Customers and Digital", 2, None),
    # Nobody answers for licensing.
)

IN_WORDS: dict[str, str] = {
    # the service, and the words of a remit that give it
    "Human Resources": "staff, and support for councillors",
    "Finance": BUDGET_ITEM,
    "Council Tax and Business Rates": "council tax and business rates",
    "Environmental Health": "safe food and clean air",
    "Waste and Recycling": WASTE_ITEM,
    "Leisure and Culture": "the theatre, the museum and events in public places",
    "Housing Options": "advice and a home for people who have none",
    "Customer Services": "the contact centre and how complaints are dealt with",
    "Customer Relationship Management": "responsibility for Customer Relationship Management",
}
POLICY_IN_WORDS: dict[str, str] = {"Planning": "planning policy and the local plan"}
DELIVERY_IN_WORDS: dict[str, str] = dict.fromkeys(
    ("Planning", "Building Control"), "the delivery and improvement of planning and building control"
)
WITHOUT_WORDS = ("Legal and Democratic Services", DELIVERY)
"""An express responsibility whose words nobody has recorded."""


def words_for(service: str, aspect: Aspect) -> str:
    """The words that give a portfolio the aspect of a service: those of a remit, or of the leader's scheme."""
    own = (POLICY_IN_WORDS if aspect == POLICY else DELIVERY_IN_WORDS) | IN_WORDS
    if (service, aspect) == WITHOUT_WORDS:
        return ""
    return f"Remit: “{own[service]}”." if service in own else f"The leader's scheme: “{service}”."


BY_BODIES: tuple[tuple[str, Aspect, str, str], ...] = (
    # service, aspect, body, words
    ("Planning", REGULATORY, "Planning Committee", "Constitution, part 3: planning applications."),
    ("Licensing", REGULATORY, "Licensing Committee", "Constitution, part 3: licences of every kind."),
    ("Environmental Health", REGULATORY, "Licensing Committee", "Constitution, part 3: registrations."),
    ("Chief Executive's Office", SCRUTINY, "Overview and Scrutiny Committee", "Constitution, part 4."),
    ("Environment and Communities", SCRUTINY, "Overview and Scrutiny Committee", "Constitution, part 4."),
    ("Planning and Housing", SCRUTINY, "Overview and Scrutiny Committee", "Constitution, part 4."),
    ("Customers and Resources", SCRUTINY, "Overview and Scrutiny Committee", "Constitution, part 4."),
    (
        "Customer Services",
        SCRUTINY,
        "Customer Service Panel",
        "Set up by the committee to follow the service.",
    ),
)

BY_POSTS: tuple[tuple[str, Aspect, str, str], ...] = (
    # service, aspect, post, words
    (
        "Development Management",
        REGULATORY,
        "Development Manager",
        "Scheme of delegation: applications that no member has called in.",
    ),
)

CUSTOMERS, EQUALITY = "Customer Relationship Management", "Equality and Inclusion"
"""Functions across the council: no one service's."""

INFORMAL_LEAD = (
    EQUALITY,
    "Leader and Strategy",
    2,
    "Led at Cabinet level largely because the first action plan stood in the council's plan; no remit names it.",
)
"""A function, who leads it in practice, since how many annual meetings, and how that came about."""

CONFUSION = (
    "Inspection of the planning service",
    "Inspectorate of Local Services",
    "There is confusion among members and staff about who is responsible for improving the planning service: "
    "its policy is in a portfolio, its decisions are a committee's, and nobody could tell us whose its delays are.",
    "Planning",
)
ADVICE = (
    "Review of customer access",
    "Shire Improvement Partnership",
    "Managing customer relationships is a matter for the whole council and should have one lead in the Cabinet.",
    CUSTOMERS,
)

DELIVERY_2005 = (
    "Remit: “all executive responsibilities with regard to the delivery and improvement of the planning and "
    "building control service”."
)
CUSTOM_2005 = "Led at Cabinet level, largely on the basis that it was a matter of electronic government."
CUSTOMERS_2005 = "Remit: “responsibility for the Customer Relationship Management and One Stop Shop”."
"""What gave the portfolios of 2005 the delivery of planning, and of managing customer relationships."""
