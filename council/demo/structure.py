"""The directorates, services and teams of the demo council, and its posts."""

from portfolios.choices import ServiceLevel

DIRECTORATE, SERVICE, TEAM = ServiceLevel.DIRECTORATE, ServiceLevel.SERVICE, ServiceLevel.TEAM
ACROSS = ServiceLevel.CORPORATE

CHIEF_EXECUTIVES = "Chief Executive's Office"
ENVIRONMENT = "Environment and Communities"
PLACES = "Planning and Housing"
RESOURCES = "Customers and Resources"

SERVICES: tuple[tuple[str, ServiceLevel, str, str], ...] = (
    # name, level, what it stands below, the post that manages it
    (CHIEF_EXECUTIVES, DIRECTORATE, "", "Chief Executive"),
    ("Human Resources", SERVICE, CHIEF_EXECUTIVES, "Head of Human Resources"),
    ("Legal and Democratic Services", SERVICE, CHIEF_EXECUTIVES, "Head of Legal and Democratic Services"),
    ("Democratic Services", TEAM, "Legal and Democratic Services", "Democratic Services Manager"),
    ("Electoral Services", TEAM, "Legal and Democratic Services", "Electoral Services Manager"),
    (ENVIRONMENT, DIRECTORATE, "", "Director of Environment and Communities"),
    ("Waste and Recycling", SERVICE, ENVIRONMENT, "Head of Waste and Recycling"),
    ("Street Cleansing", TEAM, "Waste and Recycling", "Waste Contracts Manager"),
    ("Parks and Open Spaces", SERVICE, ENVIRONMENT, "Head of Parks and Leisure"),
    ("Leisure and Culture", SERVICE, ENVIRONMENT, "Head of Parks and Leisure"),
    ("Environmental Health", SERVICE, ENVIRONMENT, "Head of Environmental Health and Licensing"),
    ("Food and Safety", TEAM, "Environmental Health", "Food and Safety Manager"),
    ("Licensing", SERVICE, ENVIRONMENT, "Head of Environmental Health and Licensing"),
    (PLACES, DIRECTORATE, "", "Director of Planning and Housing"),
    ("Planning", SERVICE, PLACES, "Head of Planning"),
    ("Development Management", TEAM, "Planning", "Development Manager"),
    ("Planning Enforcement", TEAM, "Planning", "Planning Enforcement Manager"),
    ("Building Control", SERVICE, PLACES, "Building Control Manager"),
    ("Housing Options", SERVICE, PLACES, "Head of Housing Options"),
    (RESOURCES, DIRECTORATE, "", "Director of Customers and Resources"),
    ("Customer Services", SERVICE, RESOURCES, "Head of Customer Services"),
    ("One Stop Shop", TEAM, "Customer Services", "One Stop Shop Manager"),
    ("Contact Centre", TEAM, "Customer Services", "Contact Centre Manager"),
    ("Council Website", TEAM, "Customer Services", "Head of Customer Services"),
    ("Benefits", SERVICE, RESOURCES, "Benefits Manager"),
    ("Council Tax and Business Rates", SERVICE, RESOURCES, "Revenues Manager"),
    ("Finance", SERVICE, RESOURCES, "Head of Finance"),
    ("Customer Relationship Management", ACROSS, "", "Head of Customer Services"),
    ("Equality and Inclusion", ACROSS, "", "Head of Human Resources"),
)

POSTS: tuple[tuple[str, str, str], ...] = (
    # title, abbreviation, where it sits
    ("Chief Executive", "CE", CHIEF_EXECUTIVES),
    ("Policy and Performance Manager", "PPM", CHIEF_EXECUTIVES),
    ("Head of Human Resources", "HHR", "Human Resources"),
    ("Head of Legal and Democratic Services", "HLDS", "Legal and Democratic Services"),
    ("Democratic Services Manager", "DSM", "Democratic Services"),
    ("Electoral Services Manager", "ESM", "Electoral Services"),
    ("Director of Environment and Communities", "DEC", ENVIRONMENT),
    ("Performance Officer, Environment and Communities", "POE", ENVIRONMENT),
    ("Head of Waste and Recycling", "HWR", "Waste and Recycling"),
    ("Waste Contracts Manager", "WCM", "Waste and Recycling"),
    ("Waste Data Officer", "", "Waste and Recycling"),
    ("Head of Parks and Leisure", "HPL", "Parks and Open Spaces"),
    ("Grounds Manager", "", "Parks and Open Spaces"),
    ("Leisure Contracts Manager", "LCM", "Leisure and Culture"),
    ("Arts and Events Manager", "", "Leisure and Culture"),
    ("Head of Environmental Health and Licensing", "HEHL", "Environmental Health"),
    ("Food and Safety Manager", "", "Food and Safety"),
    ("Environmental Protection Manager", "", "Environmental Health"),
    ("Licensing Manager", "", "Licensing"),
    ("Director of Planning and Housing", "DPH", PLACES),
    ("Performance Officer, Planning and Housing", "POP", PLACES),
    ("Head of Planning", "HoP", "Planning"),
    ("Planning Policy Manager", "PPoM", "Planning"),
    ("Development Manager", "DM", "Development Management"),
    ("Planning Enforcement Manager", "", "Planning Enforcement"),
    ("Building Control Manager", "BCM", "Building Control"),
    ("Head of Housing Options", "HHO", "Housing Options"),
    ("Private Sector Housing Manager", "", "Housing Options"),
    ("Director of Customers and Resources", "DCR", RESOURCES),
    ("Performance Officer, Customers and Resources", "POR", RESOURCES),
    ("Head of Customer Services", "HCS", "Customer Services"),
    ("Customer Insight Officer", "", "Customer Services"),
    ("Complaints Officer", "", "Customer Services"),
    ("One Stop Shop Manager", "OSSM", "One Stop Shop"),
    ("Contact Centre Manager", "CCM", "Contact Centre"),
    ("Benefits Manager", "BM", "Benefits"),
    ("Revenues Manager", "RM", "Council Tax and Business Rates"),
    ("Head of Finance", "HoF", "Finance"),
)

FORMER_TITLES: tuple[tuple[str, str, int | None], ...] = (
    # the post, what it was called, until how many annual meetings ago; None for a name that papers still use
    ("Head of Waste and Recycling", "Street Scene Manager", 3),
    ("Head of Customer Services", "Customer Access Programme Manager", 2),
    ("Head of Customer Services", "Head of Customer Access", None),
    ("Development Manager", "Development Control Manager", 4),
    ("Policy and Performance Manager", "Head of Strategic Resource Planning", 3),
)
