"""The columns of each kind of file."""

from performance.rules.importing.columns import Column

REFERENCE = Column("reference", "Reference", ("ref", "ref no", "pi", "pi ref", "indicator ref", "number"))
TITLE = Column("title", "Indicator", ("indicator title", "performance indicator", "measure", "name"))
SERVICE = Column("service", "Service", ("team", "directorate", "department"))
PERIOD = Column("period", "Period", ("quarter", "month"))
TARGET = Column("target", "Target", ("target as written",), is_needed=True)

INDICATOR_COLUMNS = (
    REFERENCE,
    Column("title", TITLE.heading, TITLE.words, is_needed=True),
    SERVICE,
    Column("reference_kind", "Reference given by", ("kind of reference",)),
    Column("value_kind", "Kind", ("value kind", "kind of value", "type")),
    Column("unit", "Unit"),
    Column("decimals", "Decimals", ("decimal places",)),
    Column("direction", "Better is", ("direction", "polarity", "good is", "which way is better")),
    Column("levels", "Levels", ("scale",)),
    Column("minimum", "Minimum", ("lowest",)),
    Column("maximum", "Maximum", ("highest",)),
    Column("is_cumulative", "Counts from the start of the year", ("cumulative",)),
    Column("year_to_date", "Year to date by", ("method of the year to date",)),
    Column("cycle", "Returned", ("cycle", "frequency")),
    Column("takes_monthly_values", "Takes monthly values", ("monthly values",)),
    Column("owner", "Owner", ("owner post", "lead", "lead officer", "responsible officer")),
    Column("starts_on", "From", ("start", "start date")),
    Column("ends_on", "To", ("end", "end date")),
)

TARGET_COLUMNS = (
    REFERENCE,
    TITLE,
    SERVICE,
    Column("year", "Year", ("financial year",)),
    PERIOD,
    TARGET,
    Column("base", "Starts from", ("base", "baseline")),
)

RETURN_COLUMNS = (
    REFERENCE,
    TITLE,
    SERVICE,
    Column("period", PERIOD.heading, PERIOD.words, is_needed=True),
    Column("value", "Value", ("actual", "outturn", "result", "figure"), is_needed=True),
    Column("value_status", "Value is", ("value status", "status of value")),
    Column("carried_from", "Last measured", ("carried from",)),
    Column("forecast_as_written", "Year-end forecast", ("forecast", "forecast outturn", "estimated outturn")),
    Column("comment", "Comment", ("comments", "commentary", "note", "notes")),
)

MONTH_COLUMNS = (
    REFERENCE,
    TITLE,
    SERVICE,
    Column("month", "Month", is_needed=True),
    Column("value", "Value", ("actual", "result", "figure"), is_needed=True),
)

DEFINITION_HEADINGS = (
    "Definition",
    "Numerator",
    "Denominator",
    "Data source",
    "Definition version",
    "Definition from",
    "Breaks the series",
)
"""What our own files say of what exactly is counted."""

YEAR_END_HEADINGS = (
    "Target for the year",
    "Year so far",
    "How the year so far is made",
    "Year-end forecast",
    "Forecast by the product",
    "Range from",
    "Range to",
    "How it was forecast",
    "Chance of the target",
)
"""What our own files say of the year end."""

CHANGE_HEADINGS = (
    "Variation",
    "Assurance",
    "Lower limit",
    "Mean",
    "Upper limit",
    "Clamped limits",
    "Figures behind the limits",
    "Trial limits",
    "Limits start anew from",
    "Why limits start anew",
    "Disagreement",
)
"""What our own files say of whether a change is real."""

_SAID = (
    *DEFINITION_HEADINGS,
    "value",
    "value is",
    "target",
    "rating",
    "since last period",
    "travel",
    "rule",
    "comment",
    "last value",
    "step",
    *YEAR_END_HEADINGS,
    "change",
    *CHANGE_HEADINGS,
)
FOR_INFORMATION = {
    "indicators": (*_SAID, "period"),
    "targets": tuple(
        each for each in (*_SAID, "owner", "kind", "kind of value", "unit", "better is") if each != "target"
    ),
    "returns": (*DEFINITION_HEADINGS, *(each for each in YEAR_END_HEADINGS if each != "Year-end forecast"),
                "change", *CHANGE_HEADINGS,
                "target", "rating", "since last period", "travel", "rule", "owner", "step",
                "last value", "kind", "kind of value", "unit", "better is", "comment in full", "why"),
    "months": ("period", "unit", "kind", "kind of value"),
}  # fmt: skip
"""Headings that our own files carry for whoever reads them, by the kind of import that leaves them out."""
