"""The words that performance is kept in, and the named sets that queries use."""

from django.db.models import TextChoices


class ValueKind(TextChoices):
    """What a return's value is. The first six are numbers, the rest words of their own."""

    PERCENTAGE = "percentage", "Percentage"
    COUNT = "count", "Count"
    MONEY = "money", "Money (£)"
    DECIMAL = "decimal", "Decimal number"
    RATIO = "ratio", "Ratio"
    DURATION = "duration", "Duration"
    YES_NO = "yes_no", "Yes or no"
    LEVEL = "level", "Ordered level"
    DATE = "date", "Date"
    MILESTONE = "milestone", "Milestone in words"


NUMERIC_KINDS = (
    ValueKind.PERCENTAGE,
    ValueKind.COUNT,
    ValueKind.MONEY,
    ValueKind.DECIMAL,
    ValueKind.RATIO,
    ValueKind.DURATION,
)


class Direction(TextChoices):
    """Which way is better."""

    HIGHER = "higher", "Higher is better"
    LOWER = "lower", "Lower is better"
    RANGE = "range", "Within a range is best"
    NEITHER = "neither", "Neither: for information"


class ReferenceKind(TextChoices):
    """Who gave the indicator its reference."""

    NATIONAL = "national", "National"
    LOCAL = "local", "Local"
    PLAN = "plan", "Plan commitment"


class ValueStatus(TextChoices):
    """How sure the value is."""

    ACTUAL = "actual", "Actual"
    ESTIMATE = "estimate", "Estimate"
    FORECAST = "forecast", "Forecast"
    PROVISIONAL = "provisional", "Provisional"
    CARRIED_FORWARD = "carried_forward", "Carried forward"


class Known(TextChoices):
    """Whether there is a value at all; a blank is never nought."""

    KNOWN = "known", "Known"
    NOT_KNOWN = "not_known", "Not known"
    NOT_DUE = "not_due", "Not due"


class Step(TextChoices):
    """What was done to a return; its newest step is its stage."""

    DRAFTED = "drafted", "Draft"
    SUBMITTED = "submitted", "Submitted"
    SENT_BACK = "sent_back", "Sent back"
    SIGNED_OFF = "signed_off", "Signed off"
    PUBLISHED = "published", "Published"
    REOPENED = "reopened", "Reopened"


EDITABLE = (Step.DRAFTED, Step.SENT_BACK, Step.REOPENED)
AWAITING_SIGN_OFF = (Step.SUBMITTED,)
STANDING = (Step.SIGNED_OFF, Step.PUBLISHED)
DONE = (Step.SUBMITTED, *STANDING)


class TargetBasis(TextChoices):
    """How a target is meant; "+5%" alone is ambiguous and must be resolved by the person who enters it."""

    ABSOLUTE = "absolute", "A figure to reach"
    POINTS = "points", "Change in points from the base"
    PER_CENT = "per_cent", "Change in per cent of the base"
    RANGE = "range", "Between two figures"
    WORDS = "words", "Words: a level, a date, yes or no, a milestone"


class RuleBasis(TextChoices):
    """What a rating rule measures the shortfall in."""

    PER_CENT_OF_TARGET = "per_cent_of_target", "Per cent of the target"
    POINTS = "points", "Points away from the target"
    THRESHOLDS = "thresholds", "Fixed thresholds"
    MILESTONE = "milestone", "Milestone words"
    FORECAST = "forecast", "Forecast for the year end"


class ZeroTarget(TextChoices):
    """What a miss means when the target is nought, where a share of the target is undefined."""

    ANY_MISS_RED = "any_miss_red", "Any miss is red"
    ANY_MISS_AMBER = "any_miss_amber", "Any miss is amber"


class TravelEffect(TextChoices):
    """What the direction of travel does to a rating."""

    NONE = "none", "Nothing"
    HELD_IS_AMBER = "held_is_amber", "Red becomes amber when held or better than the same period last year"


class YearToDate(TextChoices):
    """How the values of a year's periods come to one figure for the year."""

    SUM = "sum", "Sum of the periods"
    LATEST = "latest", "Latest value"
    MEAN = "mean", "Mean of the periods"
    WEIGHTED = "weighted", "Mean weighted by denominator"


class Chance(TextChoices):
    """How likely it is that the year ends at its target or better."""

    MET = "met", "Met"
    VERY_LIKELY = "very_likely", "Very likely"
    LIKELY = "likely", "Likely"
    EVEN = "even", "About even"
    UNLIKELY = "unlikely", "Unlikely"
    VERY_UNLIKELY = "very_unlikely", "Very unlikely"
    NOT_MET = "not_met", "Not met"
    UNKNOWN = "unknown", "Cannot be said"


class Travel(TextChoices):
    """Direction of travel between two values."""

    BETTER = "better", "Better"
    SAME = "same", "No change"
    WORSE = "worse", "Worse"
    UP = "up", "Up"
    DOWN = "down", "Down"
    UNKNOWN = "unknown", "Cannot be said"


class ChallengeOutcome(TextChoices):
    """What came of a challenge to a rating."""

    STANDS = "stands", "The rating stands"
    CORRECTED = "corrected", "The figure is corrected"
    OVERRIDDEN = "overridden", "The rating is changed"
    LOOKED_INTO = "looked_into", "It is looked into"


class BenchmarkKind(TextChoices):
    """What a published figure of other councils is."""

    TOP_QUARTER = "top_quarter", "Top quarter begins at"
    MEDIAN = "median", "Median"
    MEAN = "mean", "Mean"
    BOTTOM_QUARTER = "bottom_quarter", "Bottom quarter begins at"
    NEIGHBOUR = "neighbour", "A named council"
    RANK = "rank", "Our rank"


class ImportKind(TextChoices):
    """What an imported file holds."""

    INDICATORS = "indicators", "Indicators"
    TARGETS = "targets", "Targets"
    RETURNS = "returns", "Returns"
    MONTHS = "months", "Monthly values"
    PUBLISHED_TABLE = "published_table", "A published year table"


class ReportLevel(TextChoices):
    """Who is told of an indicator in a year: the body in the members' report, its team, or nobody."""

    COMMITTEE = "committee", "Members' report"
    TEAM = "team", "Team only"
    NONE = "none", "Not reported"


class SetStage(TextChoices):
    """How far an indicator set has come."""

    DRAFT = "draft", "Draft"
    ADOPTED = "adopted", "Adopted"


class FigureChange(TextChoices):
    """What a document does to the annual figure that an earlier one printed."""

    FIRST = "first", "First printed"
    SAME = "same", "Printed again"
    FIRMED = "firmed", "Made final"
    CHANGED = "changed", "Changed"
    EARLIER = "earlier", "Of an earlier document"


NOT_FINAL = (ValueStatus.ESTIMATE, ValueStatus.FORECAST, ValueStatus.PROVISIONAL)
"""Figures that say of themselves that another is to come."""


class ItemKind(TextChoices):
    """What an item of a progress report says."""

    PROGRESS = "progress", "Progress made"
    ISSUE = "issue", "Issue to be addressed"
    UNMATCHED = "unmatched", "Who and by when without an issue"


OPEN_KINDS = (ItemKind.ISSUE, ItemKind.UNMATCHED)
"""Those in which something is to be done: the next report takes them up."""


class ItemUpdate(TextChoices):
    """What became of an item that the report before left open."""

    STILL_OPEN = "still_open", "Still open"
    DONE = "done", "Done"
    DROPPED = "dropped", "Dropped"


CLOSED_UPDATES = (ItemUpdate.DONE, ItemUpdate.DROPPED)


class ReminderKind(TextChoices):
    """Why somebody is reminded of a return."""

    DUE_SOON = "due_soon", "Due soon"
    LATE = "late", "Late"
    NOT_UPDATED = "not_updated", "Not updated"
    NEVER_UPDATED = "never_updated", "Never updated by its owner"


class SummarySection(TextChoices):
    """The three sections of an executive summary, with the headings that a council has until it words its own."""

    WELL = "well", "Above expectations / performing well"
    RISK = "risk", "Risk to performance or delivery"
    FURTHER = "further", "Further work required for next year’s report"
