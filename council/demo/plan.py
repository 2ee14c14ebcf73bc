"""What the demo says of one indicator: what is counted, how it went, what was aimed for and what officers wrote."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from performance.choices import (
    BenchmarkKind,
    Direction,
    ReferenceKind,
    RuleBasis,
    Step,
    TravelEffect,
    ValueKind,
    ValueStatus,
    YearToDate,
    ZeroTarget,
)

MONTHLY = "Monthly"
QUARTERLY = "Quarterly"
FOUR_MONTHLY = "Four-monthly"
HALF_YEARLY = "Half-yearly"
ANNUAL = "Annual"
TERMS = "School terms"


@dataclass(frozen=True, kw_only=True)
class Course:
    """How a figure went over five years: a straight trend with seasons, chance and the odd bump."""

    then: float
    """Where the trend stood twenty quarters before the newest one, in the indicator's unit."""
    now: float
    """Where it stands in the newest quarter."""
    season: tuple[float, ...] = (0, 0, 0, 0)
    """What each quarter from April adds to the trend."""
    swing: float = 0
    """How far chance moves a value at most."""
    bumps: Mapping[int, float] = field(default_factory=dict)
    """What was added in single periods, by how many periods ago: 0 is the newest that has ended."""
    out_of: int = 0
    """For a percentage: about how many cases it is a share of. Then it is written "22 of 25"."""
    old_definition: float = 0
    """What the definition before the newest one added."""


@dataclass(frozen=True, kw_only=True)
class Aim:
    """What is aimed for, year by year."""

    figure: str = ""
    """The target of the newest year as written, without its sign; empty where there is none."""
    step: str = "0"
    """How much higher it is than the year before."""
    shape: str = "{}"
    """How the figure is written: "{}%", "At least {}%"."""
    change: str = ""
    """A change from the end of the year before, such as "+2 points", in place of a figure."""
    shares: tuple[str, ...] = ()
    """Where the year is profiled: the share of the year's figure for each period."""
    points: tuple[str, ...] = ()
    """Where the year is profiled: what each period adds to the year's figure."""


@dataclass(frozen=True, kw_only=True)
class Story:
    """What was out of the ordinary with one return."""

    says: str = ""
    """The value as written, in place of what the course gives."""
    comment: str = ""
    status: ValueStatus = ValueStatus.ACTUAL
    carried_from: str = ""
    """When it was last measured; {last_year} and {before_last} are calendar years before the period ends."""
    not_known: bool = False
    missing: bool = False
    """Nothing was ever returned."""
    reaches: Step | None = None
    """The step it has come to and goes no further."""
    late_by: int = 0
    """How many working days after the due day it was submitted."""
    sent_back: str = ""
    """What the lead officer asked for before signing it off."""
    override: str = ""
    """Another rating than the rule's: green, amber or red."""
    override_reason: str = ""
    first_said: str = ""
    """What was published first and corrected later."""
    first_more: str = ""
    """By how much more than the right value, where that was published first."""
    reopened: str = ""
    """Why it was opened again after publication."""
    ditto: str = ""
    """How the officer pointed to the comment above: "Ditto", "See above"."""


@dataclass(frozen=True, kw_only=True)
class Wording:
    """One version of a definition."""

    says: str
    numerator: str = ""
    denominator: str = ""
    source: str = ""
    years_ago: int | None = None
    """How many years before the newest one it came in; None for the first version."""
    why: str = ""
    breaks: bool = False


@dataclass(frozen=True, kw_only=True)
class Compared:
    """A published figure of other councils."""

    figure: str
    group: str = "English district councils"
    years_ago: int = 1
    kind: BenchmarkKind = BenchmarkKind.TOP_QUARTER
    label: str = "Top 25%"
    method: str = ""
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class OwnRule:
    """The indicator's own rating rule."""

    name: str
    why: str
    basis: RuleBasis = RuleBasis.PER_CENT_OF_TARGET
    green: str = "0"
    amber: str = "10"
    green_at: str | None = None
    amber_at: str | None = None
    inclusive: bool = True
    zero_target: ZeroTarget = ZeroTarget.ANY_MISS_RED
    travel: TravelEffect = TravelEffect.NONE
    years_ago: int = 5


@dataclass(frozen=True, kw_only=True)
class DemoIndicator:
    """One indicator of the demo council with five years of its life."""

    reference: str
    title: str
    service: str
    owner: str
    """The title of the post that answers for it."""
    definition: tuple[Wording, ...]
    given_by: ReferenceKind = ReferenceKind.LOCAL
    kind: ValueKind = ValueKind.PERCENTAGE
    unit: str = ""
    decimals: int = 1
    direction: Direction = Direction.HIGHER
    cycle: str = QUARTERLY
    levels: tuple[str, ...] = ()
    lowest: str | None = None
    highest: str | None = None
    adds_up: bool = False
    """Whether each value includes the periods of the year before it."""
    course: Course | None = None
    says: tuple[str, ...] = ()
    """Values as written, the newest first, in place of a course; the last one holds for all before it."""
    aim: Aim = Aim()
    aims: tuple[str, ...] = ()
    """Targets as written year by year, the newest first, in place of an aim."""
    compared: tuple[Compared, ...] = ()
    rule: OwnRule | None = None
    missed: tuple[str, ...] = ()
    """What officers wrote when it was off target: why, and what happens next. {month}, {soon} and {later} are
    a month of the period, one shortly after it and one half a year after it."""
    met: tuple[str, ...] = ()
    """What they wrote now and then when it was on target."""
    no_return_in: tuple[int, ...] = ()
    """Months, 1 to 12, whose periods are returned as not due."""
    not_due_because: str = ""
    forecast_until_year_end: bool = False
    by_month: bool = False
    """Whether each return also gives the values of its months."""
    year_to_date: YearToDate | None = None
    """How a year comes to one figure, where it is not as usual for the kind."""
    expects: tuple[str, ...] = ()
    """What its officers expect the running year to end at, as written, the newest first."""
    begun_years_ago: int | None = None
    ended_years_ago: int | None = None
    stories: Mapping[int, Story] = field(default_factory=dict)
    """By how many periods ago: 0 is the newest that has ended."""

    @property
    def key(self) -> str:
        """What tells it from all others, for chance."""
        return f"{self.reference} {self.title}"
