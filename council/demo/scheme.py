"""The scheme of portfolios of the demo council: the items of each remit, and what changes them."""

from portfolios.choices import ItemKind

EXECUTIVE, REGULATORY, SHARED = ItemKind.EXECUTIVE, ItemKind.REGULATORY, ItemKind.SHARED

SOURCE = "Constitution, part 3"
WASTE_ITEM = "the collection of waste and recycling"
CARBON_ITEM = "the council's own carbon footprint"
LETS_ITEM = "the standard of homes let by private landlords"
BUDGET_ITEM = "the budget, borrowing and investments, and the council's accounts"

ITEMS: tuple[tuple[str, str, ItemKind, str], ...] = (
    # portfolio, words, kind, body
    ("Leader and Strategy", "the council's plan, and whether it is kept", EXECUTIVE, ""),
    ("Leader and Strategy", "staff, and support for councillors", EXECUTIVE, ""),
    ("Leader and Strategy", "work with other public bodies", SHARED, "Wexcombe Partnership Board"),
    ("Finance and Resources", BUDGET_ITEM, EXECUTIVE, ""),
    ("Finance and Resources", "council tax and business rates", EXECUTIVE, ""),
    ("Finance and Resources", "the council's land and buildings", EXECUTIVE, ""),
    ("Environment and Waste", WASTE_ITEM, EXECUTIVE, ""),
    ("Environment and Waste", "clean streets, litter and fly-tipping", EXECUTIVE, ""),
    ("Environment and Waste", CARBON_ITEM, EXECUTIVE, ""),
    ("Planning and Regeneration", "planning policy and the local plan", EXECUTIVE, ""),
    (
        "Planning and Regeneration",
        "all executive responsibilities with regard to the delivery and improvement of planning and building control",
        EXECUTIVE,
        "",
    ),
    ("Planning and Regeneration", "decisions on single applications", REGULATORY, "Planning Committee"),
    ("Planning and Regeneration", "the town centre", EXECUTIVE, ""),
    ("Housing and Homelessness", "advice and a home for people who have none", EXECUTIVE, ""),
    ("Housing and Homelessness", LETS_ITEM, EXECUTIVE, ""),
    (
        "Customers and Digital",
        "responsibility for Customer Relationship Management and the One Stop Shop",
        EXECUTIVE,
        "",
    ),
    ("Customers and Digital", "the contact centre and how complaints are dealt with", EXECUTIVE, ""),
    ("Customers and Digital", "the website and services online", EXECUTIVE, ""),
    ("Leisure, Parks and Culture", "sport, parks and play", EXECUTIVE, ""),
    ("Leisure, Parks and Culture", "the theatre, the museum and events in public places", EXECUTIVE, ""),
    ("Health and Welfare", "safe food and clean air", EXECUTIVE, ""),
    ("Health and Welfare", "help with rent and council tax", EXECUTIVE, ""),
)

PARTIAL = ("Health and Welfare",)
"""Portfolios of which only part of the remit is recorded."""

OTHER_SPELLING = "E-Government and Member Service"
SEEN_IN = "once in the report of 7 April 2005"

INSPECTORATE = "Planning Inspection Service"
INSPECTION = "Inspection of the planning service, 2005"
QUOTATION = (
    "although accountabilities and responsibilities for planning are clearly outlined in the constitution, there is "
    "a lack of clear leadership, challenge and drive for service improvement from the Cabinet for the full range of "
    "planning services."
)
