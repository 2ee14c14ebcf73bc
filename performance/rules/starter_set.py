"""Standard definitions of complaint indicators, to be taken over into the register.

Those of the Scottish Public Services Ombudsman (SPSO) for local authorities, numbered as published, and the first of
the guide for complaint managers of the Local Government and Social Care Ombudsman (LGSCO). From 1b on, everything is
counted on closed complaints. Indicators 4 to 8 are known from the published list only, and say so.
"""

from dataclasses import dataclass

from performance.choices import Direction, ValueKind

SOURCES = {
    "SPSO": "SPSO performance indicators for local authorities, as a council published them for 2016/17",
    "SPSO2": "SPSO, local authority performance indicators (valuingcomplaints.org.uk)",
    "SPSO3": "SPSO consultation on key performance indicators for complaints",
    "LGG-C21": "LGSCO guide for complaint managers, chapter 21 (lgo.org.uk)",
    "LGO-VOL": "LGSCO on volumes: many complaints can mean openness, few can be worrying",
}
"""What the keys of the sources stand for."""

ONLY_LISTED = (
    "Its exact words were not in the published list that this was taken from: compare before you report it."
)


@dataclass(frozen=True)
class Standard:
    """One standard definition. `key` tells it from all others for good; `sources` are keys of `SOURCES`."""

    key: str
    group: str
    title: str
    numerator: str
    denominator: str
    sources: tuple[str, ...]
    kind: ValueKind = ValueKind.PERCENTAGE
    unit: str = ""
    decimals: int = 1
    direction: Direction = Direction.NEITHER
    note: str = ""

    @property
    def wording(self) -> str:
        """The definition in words."""
        counted = f"{self.numerator}, for every {self.denominator}."
        if self.kind == ValueKind.PERCENTAGE:
            counted = f"{self.numerator} as a percentage of {_lower(self.denominator)}."
        elif not self.denominator:
            counted = f"{self.numerator}."
        elif self.kind == ValueKind.DURATION:
            counted = f"{self.numerator}, divided by {_lower(self.denominator)}."
        return " ".join(filter(None, [counted, self.note]))

    @property
    def source(self) -> str:
        """The sources written out."""
        return "; ".join(f"{SOURCES[key]} [{key}]" for key in self.sources)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


STAGES = (
    # letter, as titles say it, as counts say it, working days
    ("a", "at stage 1", "closed at stage 1", 5),
    ("b", "at stage 2", "closed at stage 2", 20),
    ("c", "after escalation", "closed after escalation to stage 2", 20),
)
OUTCOMES = ("upheld", "not upheld", "partly upheld")
BOTH = ("SPSO", "SPSO3")

VOLUME = (
    Standard(
        "SPSO 1a",
        "How many",
        "Complaints received per 1,000 population",
        "Complaints received",
        "1,000 people living in the area",
        (*BOTH, "LGO-VOL"),
        kind=ValueKind.DECIMAL,
    ),
    Standard(
        "SPSO 1b",
        "How many",
        "Complaints closed per 1,000 population",
        "Complaints closed",
        "1,000 people living in the area",
        (*BOTH, "LGO-VOL"),
        kind=ValueKind.DECIMAL,
    ),
    Standard(
        "LGSCO 1",
        "How many",
        "Number of complaints",
        "Complaints received",
        "",
        ("LGG-C21", "LGO-VOL"),
        kind=ValueKind.COUNT,
        decimals=0,
        note="Indicator One of the guide. The rest of its list is not known here.",
    ),
)


def _closed() -> tuple[Standard, ...]:
    return tuple(
        Standard(
            f"SPSO 2{letter}",
            "Where they were closed",
            f"Complaints {counted}, of all closed",
            f"Complaints {counted}",
            "All complaints closed",
            BOTH,
        )
        for letter, _, counted, _ in STAGES
    )


def _outcomes() -> tuple[Standard, ...]:
    return tuple(
        Standard(
            f"SPSO 3{letter} {outcome}",
            "What came of them",
            f"Complaints {outcome} {title}",
            f"Complaints {counted} that were {outcome}",
            f"Complaints {counted}",
            BOTH,
        )
        for letter, title, counted, _ in STAGES
        for outcome in OUTCOMES
    )


def _times() -> tuple[Standard, ...]:
    return tuple(
        Standard(
            f"SPSO 4{letter}",
            "How long they took",
            f"Average time to answer {title}",
            f"Working days taken by all complaints {counted}",
            f"Complaints {counted}",
            ("SPSO", "SPSO2"),
            kind=ValueKind.DURATION,
            unit="working days",
            direction=Direction.LOWER,
            note=ONLY_LISTED,
        )
        for letter, title, counted, _ in STAGES
    )


def _in_time() -> tuple[Standard, ...]:
    return tuple(
        Standard(
            f"SPSO 5{letter}",
            "How long they took",
            f"Complaints answered within {days} working days {title}",
            f"Complaints {counted} within {days} working days",
            f"Complaints {counted}",
            ("SPSO", "SPSO2"),
            direction=Direction.HIGHER,
            note=ONLY_LISTED,
        )
        for letter, title, counted, days in STAGES
    )


def _extended() -> tuple[Standard, ...]:
    return tuple(
        Standard(
            f"SPSO 6{letter}",
            "How long they took",
            f"Complaints with an extension {title}",
            f"Complaints {counted} for which an extension was authorised",
            f"Complaints {counted}",
            ("SPSO", "SPSO2"),
            direction=Direction.LOWER,
            note=ONLY_LISTED,
        )
        for letter, title, counted, _ in STAGES[:2]
    )


LEARNING = (
    Standard(
        "SPSO 7",
        "What was learnt",
        "Customers satisfied with how their complaint was handled",
        "Customers who say they were satisfied with the handling",
        "Customers who answered, whose number is said beside it",
        ("SPSO", "SPSO2"),
        direction=Direction.HIGHER,
        note=ONLY_LISTED,
    ),
    Standard(
        "SPSO 8",
        "What was learnt",
        "Learning from complaints",
        "What was changed because of complaints, in words",
        "",
        ("SPSO", "SPSO2"),
        kind=ValueKind.MILESTONE,
        decimals=0,
        note=ONLY_LISTED,
    ),
)

STARTER_SET: tuple[Standard, ...] = (
    *VOLUME,
    *_closed(),
    *_outcomes(),
    *_times(),
    *_in_time(),
    *_extended(),
    *LEARNING,
)
"""In the order in which the page offers them."""


def standard(key: str) -> Standard:
    """The definition with this key; KeyError for one that is not in the set."""
    return {each.key: each for each in STARTER_SET}[key]
