"""The people of the demo council. Nobody in it is real: the names are made up of plants, weather and woodwork."""

from dataclasses import dataclass

from council.access import Role


@dataclass(frozen=True)
class Account:
    """Somebody who signs in."""

    username: str
    person: str
    role: Role
    has_left: bool = False


ACCOUNTS = (
    Account("officer", "Juniper Millrace", Role.OFFICER),
    Account("lead", "Tobias Quillfeather", Role.LEAD_OFFICER),
    Account("member", "Primrose Underbough", Role.MEMBER),
    Account("admin", "Winifred Larkspur", Role.ADMINISTRATOR),
    Account("complaints", "Sorrel Tidebrook", Role.COMPLAINTS_OFFICER),
    Account("officer.environment", "Fennel Oatcastle", Role.OFFICER),
    Account("officer.planning", "Ambrose Tallowdown", Role.OFFICER),
    Account("officer.resources", "Hester Willowmarsh", Role.OFFICER),
    Account("officer.before", "Lucan Driftwood", Role.OFFICER, has_left=True),
    Account("lead.environment", "Peregrine Mossbank", Role.LEAD_OFFICER),
    Account("lead.planning", "Clementine Brackenshaw", Role.LEAD_OFFICER),
    Account("lead.resources", "Odette Lanternwick", Role.LEAD_OFFICER),
    Account("lead.chief", "Larkin Thistledown", Role.LEAD_OFFICER),
    Account("member.housing", "Jasper Windlestraw", Role.MEMBER),
    Account("member.scrutiny", "Delphine Ashwillow", Role.MEMBER),
)
DEMO_USERNAMES = ("officer", "lead", "complaints", "member", "admin")

COUNCILLORS = (
    "Cordelia Brightwater",
    "Jasper Windlestraw",
    "Primrose Underbough",
    "Linus Hobbletoft",
    "Saffron Tidewell",
    "Basil Elderbourne",
    "Octavia Stonecrop",
    "Rufus Meadowsweet",
    "Delphine Ashwillow",
    "Gideon Marlpit",
    "Hugo Barleymow",
    "Mabel Rushlight",
    "Conrad Weathervane",
    "Verity Honeysuckle",
)

TENURES: tuple[tuple[str, str, int, int | None], ...] = (
    # who, which post, from and until how many annual meetings ago
    ("Larkin Thistledown", "Chief Executive", 6, None),
    ("Winifred Larkspur", "Policy and Performance Manager", 4, None),
    ("Peregrine Mossbank", "Director of Environment and Communities", 5, None),
    ("Clementine Brackenshaw", "Director of Planning and Housing", 3, None),
    ("Odette Lanternwick", "Director of Customers and Resources", 6, None),
    ("Tobias Quillfeather", "Head of Waste and Recycling", 5, None),
    ("Tobias Quillfeather", "Head of Customer Services", 1, None),
    ("Araminta Foxglove", "Head of Customer Services", 6, 1),
    ("Juniper Millrace", "Waste Data Officer", 3, None),
    ("Juniper Millrace", "Customer Insight Officer", 3, None),
    ("Lucan Driftwood", "Waste Data Officer", 6, 3),
    ("Lucan Driftwood", "Customer Insight Officer", 6, 3),
    ("Fennel Oatcastle", "Performance Officer, Environment and Communities", 5, None),
    ("Ambrose Tallowdown", "Performance Officer, Planning and Housing", 5, None),
    ("Hester Willowmarsh", "Performance Officer, Customers and Resources", 6, None),
    ("Sorrel Tidebrook", "Complaints Officer", 2, None),
    ("Silas Cobblewick", "Waste Contracts Manager", 4, None),
    ("Beatrix Honeyfold", "Head of Parks and Leisure", 5, None),
    ("Caspian Thornapple", "Head of Environmental Health and Licensing", 4, None),
    ("Bartholomew Pebblesworth", "Head of Planning", 6, None),
    ("Dorian Saltmeadow", "Development Manager", 2, None),
    ("Edith Brindlecroft", "Head of Human Resources", 4, None),
    ("Jonas Kettlewick", "Democratic Services Manager", 6, None),
    ("Philippa Snowfeather", "Electoral Services Manager", 2, None),
    ("Maurice Tarnbridge", "Grounds Manager", 6, None),
    ("Agnes Cloverlea", "Leisure Contracts Manager", 3, None),
    ("Felix Ravenstitch", "Arts and Events Manager", 1, None),
    ("Nell Thimbleworth", "Food and Safety Manager", 5, None),
    ("Oswin Barkwater", "Environmental Protection Manager", 6, None),
    ("Roland Figtree", "Licensing Manager", 3, None),
    ("Sylvie Hazelgrove", "Planning Policy Manager", 4, None),
    ("Barnabas Wickerby", "Building Control Manager", 6, None),
    ("Imogen Starlington", "Private Sector Housing Manager", 2, None),
    ("Cyril Pondwater", "One Stop Shop Manager", 6, None),
    ("Lettice Mayblossom", "Contact Centre Manager", 1, None),
    ("Humphrey Oxeye", "Benefits Manager", 5, None),
    ("Constance Pennywort", "Revenues Manager", 6, None),
    ("Alaric Stormcloud", "Head of Finance", 3, None),
    ("Dulcie Ferndale", "Planning Enforcement Manager", 6, 1),
    # A job-share: both hold the post at once.
    ("Rosalind Hedgecombe", "Head of Housing Options", 3, None),
    ("Percival Reedmace", "Head of Housing Options", 3, None),
    ("Marigold Fenwhistle", "Head of Legal and Democratic Services", 6, None),
)

INSIDE = (
    "Human Resources",
    "Legal and Democratic Services",
    "Democratic Services",
    "Electoral Services",
)
AT_OFFICERS = (
    "Waste and Recycling",
    "Street Cleansing",
    "Customer Services",
    "One Stop Shop",
    "Contact Centre",
    "Council Website",
)
"""The services whose returns the demo's own officer and lead officer keep."""

HANDS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    # services, who enters their returns, who signs them off
    (AT_OFFICERS, "officer", "lead"),
    (
        (
            "Parks and Open Spaces",
            "Leisure and Culture",
            "Environmental Health",
            "Food and Safety",
            "Licensing",
        ),
        "officer.environment",
        "lead.environment",
    ),
    (
        ("Planning", "Development Management", "Planning Enforcement", "Building Control", "Housing Options"),
        "officer.planning",
        "lead.planning",
    ),
    (("Benefits", "Council Tax and Business Rates", "Finance"), "officer.resources", "lead.resources"),
    (INSIDE, "officer.resources", "lead.chief"),
)
