"""The portfolios and bodies of the demo council, and who sits where. Times are in annual meetings ago."""

from dataclasses import dataclass

from portfolios.choices import BodyKind, SeatRole

PORTFOLIOS: tuple[tuple[str, str], ...] = (
    ("Leader and Strategy", "The council's plan, its staff, its decisions and its partners."),
    ("Finance and Resources", "Money: the budget, council tax, business rates and what the council owns."),
    ("Environment and Waste", "Bins, recycling, clean streets and the council's own carbon."),
    ("Planning and Regeneration", "What is built, where and how well, and the town centre."),
    ("Housing and Homelessness", "A home for everybody who has none, and better private lets."),
    (
        "Customers and Digital",
        "How people reach the council: by telephone, at the One Stop Shop and online.",
    ),
    ("Leisure, Parks and Culture", "Sport, parks, play, the theatre and the museum."),
    ("Health and Welfare", "Safe food, clean air and help with the rent."),
)

HOLDERS: tuple[tuple[str, str, float, float | None], ...] = (
    # portfolio, who, from and until how many annual meetings ago; .5 is the December after one
    ("Leader and Strategy", "Conrad Weathervane", 6, 3),
    ("Leader and Strategy", "Cordelia Brightwater", 3, None),
    ("Finance and Resources", "Basil Elderbourne", 5, None),
    ("Environment and Waste", "Cordelia Brightwater", 5, 3),
    ("Environment and Waste", "Primrose Underbough", 3, None),
    ("Planning and Regeneration", "Octavia Stonecrop", 4, 0.5),
    ("Planning and Regeneration", "Rufus Meadowsweet", 0.5, None),
    ("Housing and Homelessness", "Jasper Windlestraw", 3, None),
    ("Housing and Homelessness", "Mabel Rushlight", 6, 3),
    ("Customers and Digital", "Saffron Tidewell", 2, None),
    ("Customers and Digital", "Basil Elderbourne", 4, 2),
    ("Leisure, Parks and Culture", "Linus Hobbletoft", 4, None),
)
VACATED = (
    "Health and Welfare",
    "Gideon Marlpit",
    2,
    "Resigned from the Cabinet. The leader answers questions until somebody is appointed.",
)
"""A portfolio nobody holds now: its last holder left it a few weeks ago."""


@dataclass(frozen=True)
class DemoBody:
    """A body, its other names and who sits on it."""

    name: str
    kind: BodyKind
    purpose: str
    above: str = ""
    other_names: tuple[tuple[str, int | None], ...] = ()
    """Other names, each with until how many annual meetings ago it was used; None for one still used."""
    chair: str = ""
    vice_chair: str = ""
    members: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    """Posts that advise it, or for a group of officers those that make it up."""
    ended: int | None = None


BODIES = (
    DemoBody(
        "Council",
        BodyKind.COUNCIL,
        "All councillors together. Sets the budget and the policy framework.",
        other_names=(("Full Council", None), ("Wexcombe Borough Council", None)),
        chair="Mabel Rushlight",
        vice_chair="Hugo Barleymow",
        posts=("Chief Executive",),
    ),
    DemoBody(
        "Cabinet",
        BodyKind.EXECUTIVE,
        "The leader and the portfolio holders. Decides what is not reserved to the Council.",
        above="Council",
        other_names=(("Executive", None), ("The Executive", 3)),
        chair="Cordelia Brightwater",
        posts=("Chief Executive",),
    ),
    DemoBody(
        "Overview and Scrutiny Committee",
        BodyKind.SCRUTINY,
        "Questions the Cabinet and follows how services do.",
        above="Council",
        other_names=(("O&S", None), ("Scrutiny Commission", 4)),
        chair="Delphine Ashwillow",
        vice_chair="Verity Honeysuckle",
        members=("Gideon Marlpit", "Hugo Barleymow", "Conrad Weathervane"),
        posts=("Policy and Performance Manager",),
    ),
    DemoBody(
        "Performance Panel",
        BodyKind.PANEL,
        "Goes through the quarter's figures line by line.",
        above="Overview and Scrutiny Committee",
        chair="Verity Honeysuckle",
        members=("Gideon Marlpit", "Delphine Ashwillow"),
    ),
    DemoBody(
        "Customer Service Panel",
        BodyKind.PANEL,
        "Follows for the committee how the council deals with its customers.",
        above="Overview and Scrutiny Committee",
        chair="Delphine Ashwillow",
        members=("Hugo Barleymow", "Verity Honeysuckle"),
        posts=("Head of Customer Services",),
    ),
    DemoBody(
        "Planning Committee",
        BodyKind.COMMITTEE,
        "Decides planning applications that officers may not.",
        above="Council",
        other_names=(("Development Control Committee", 4),),
        chair="Octavia Stonecrop",
        vice_chair="Primrose Underbough",
        members=("Hugo Barleymow", "Mabel Rushlight", "Conrad Weathervane"),
        posts=("Head of Planning", "Development Manager"),
    ),
    DemoBody(
        "Licensing Committee",
        BodyKind.COMMITTEE,
        "Licences for premises, taxis and street trading.",
        above="Council",
        chair="Hugo Barleymow",
        members=("Octavia Stonecrop", "Verity Honeysuckle"),
        posts=("Licensing Manager",),
    ),
    DemoBody(
        "Audit and Governance Committee",
        BodyKind.COMMITTEE,
        "Accounts, risks, internal audit and whether figures can be trusted.",
        above="Council",
        other_names=(("Audit Committee", None),),
        chair="Gideon Marlpit",
        members=("Delphine Ashwillow", "Mabel Rushlight"),
        posts=("Head of Finance",),
    ),
    DemoBody(
        "Wexcombe Partnership Board",
        BodyKind.BOARD,
        "The council, the police, health and the voluntary sector.",
        other_names=(("Local Strategic Partnership", 5), ("LSP", None)),
        chair="Cordelia Brightwater",
        members=("Primrose Underbough", "Jasper Windlestraw"),
        posts=("Chief Executive", "Director of Environment and Communities"),
    ),
    DemoBody(
        "Joint Waste Board",
        BodyKind.BOARD,
        "Oversaw the shared depot until the contract ended.",
        chair="Cordelia Brightwater",
        posts=("Head of Waste and Recycling",),
        ended=2,
    ),
    DemoBody(
        "Corporate Management Team",
        BodyKind.OFFICERS,
        "The chief executive and the directors, every Tuesday.",
        other_names=(("CMT", None), ("Directors", None)),
        posts=(
            "Chief Executive",
            "Director of Environment and Communities",
            "Director of Planning and Housing",
            "Director of Customers and Resources",
            "Head of Finance",
            "Head of Legal and Democratic Services",
        ),
    ),
    DemoBody(
        "Heads of Service Briefing",
        BodyKind.OFFICERS,
        "Every fortnight: what the Cabinet, the panels and the inspectors asked for.",
        posts=(
            "Chief Executive",
            "Head of Planning",
            "Head of Customer Services",
            "Head of Waste and Recycling",
        ),
    ),
)

EVERYBODY = "Council"
HOLDERS_SIT_ON = "Cabinet"
CHAIR, VICE_CHAIR, MEMBER, ADVISER = SeatRole.CHAIR, SeatRole.VICE_CHAIR, SeatRole.MEMBER, SeatRole.ADVISER
