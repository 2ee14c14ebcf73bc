"""The words of statistical process control: what is found of a point and of a series."""

from enum import Enum, IntEnum, StrEnum


class Side(IntEnum):
    """Which way a value or a run of values lies: above the mean or rising, below it or falling."""

    HIGH = 1
    LOW = -1

    @property
    def word(self) -> str:
        return self.name.lower()


class Signal(StrEnum):
    """The rule by which a point is special cause, in the order in which they are tried: the first that holds wins."""

    OUTSIDE = "outside"
    TREND = "trend"
    TWO_OF_THREE = "two_of_three"
    SHIFT = "shift"


class Variation(Enum):
    """What kind of variation a point shows, with its words."""

    COMMON = "Common cause: ordinary variation"
    IMPROVEMENT_HIGH = "Special cause: improvement, high"
    IMPROVEMENT_LOW = "Special cause: improvement, low"
    CONCERN_HIGH = "Special cause: concern, high"
    CONCERN_LOW = "Special cause: concern, low"
    NEUTRAL_HIGH = "Special cause: neither better nor worse, high"
    NEUTRAL_LOW = "Special cause: neither better nor worse, low"

    @property
    def words(self) -> str:
        return self.value

    @property
    def is_special(self) -> bool:
        return self is not Variation.COMMON

    @property
    def is_improvement(self) -> bool:
        return self in (Variation.IMPROVEMENT_HIGH, Variation.IMPROVEMENT_LOW)

    @property
    def is_concern(self) -> bool:
        return self in (Variation.CONCERN_HIGH, Variation.CONCERN_LOW)

    @property
    def is_neutral(self) -> bool:
        return self in (Variation.NEUTRAL_HIGH, Variation.NEUTRAL_LOW)


class Assurance(Enum):
    """Whether the process as it is can be relied on to meet its target, with its words."""

    PASSES = "Consistently meets the target"
    FAILS = "Consistently misses the target"
    HIT_AND_MISS = "Hit and miss: meets the target in some periods, by chance alone"

    @property
    def words(self) -> str:
        return self.value


class ShortWord(Enum):
    """What is said of a series too short for limits: the newest value against all before it."""

    IMPROVED = "Improved"
    SUSTAINED = "Sustained"
    DETERIORATED = "Deteriorated"
    ROSE = "Rose"
    FELL = "Fell"

    @property
    def words(self) -> str:
        return self.value


class Cause(StrEnum):
    """Why the limits start anew at a point."""

    REBASE = "rebase"
    BREAK = "break"
    GAP = "gap"
