"""One heading of a published year table: what its column holds, of which year, and how sure it is."""

import difflib
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from council.periods import year_name
from performance.choices import ValueStatus
from performance.rules.published.sentences import quoted
from performance.rules.published.years import heading_year

LONGEST_HEADING = 200


class Role(StrEnum):
    """What a column holds. The value is what a person calls it."""

    REFERENCE = "reference"
    INDICATOR = "indicator"
    TOP_QUARTER = "top 25 per cent"
    EARLIER = "earlier year's value"
    TARGET = "target"
    OTHER_TARGET = "target of another year"
    OUTTURN = "estimated outturn"
    STATUS = "status"
    COMMENT = "comment"
    ACTION = "action"
    OWNER = "owner"
    DUE = "date by which"


_WORDS = {
    Role.REFERENCE: "ref|reference|ref no|reference number|pi|pi ref|indicator ref|bvpi|no|number",
    Role.INDICATOR: "indicator|performance indicator|indicator title|title|measure|description|name",
    Role.TOP_QUARTER: "top 25 per cent|top 25|top quarter|top quartile|upper quartile|best quartile|"
    "best 25 per cent",
    Role.TARGET: "target|performance target|annual target|year target|year end target",
    Role.STATUS: "status|rag|rag status|rating|rag rating|traffic light",
    Role.COMMENT: "comment|comments|commentary|note|notes|remark|remarks",
    Role.ACTION: "action|actions|action required|action needed|corrective action|next step|next steps",
    Role.OWNER: "who|owner|action owner|lead|lead officer|responsible officer|responsible",
    Role.DUE: "by when|due|due date|date|action date|deadline|date due",
}
_ROLE_OF = {words: role for role, several in _WORDS.items() for words in several.split("|")}
_ESTIMATED = frozenset({"estimate", "estimates", "estimated", "est"})
_FORECAST = frozenset({"forecast", "projected"})
_MEASURED = _ESTIMATED | _FORECAST | {"actual", "actuals", "outturn", "provisional", "result"}
_BESIDE_MEASURED = _MEASURED | {"or", "year", "end", "value", "performance"}


@dataclass(frozen=True)
class Column:
    """One column. `index` counts from 0; `year` is the calendar year in which its year starts, if it has one.

    `value_status` is how sure its values are, where it holds measured values; a heading that says "estimate
    or actual" promises no more than an estimate.
    """

    index: int
    heading: str
    role: Role
    year: int | None = None
    value_status: ValueStatus | None = None


def read_heading(place: int, heading: str) -> Column | None:
    """The column as its own heading tells it, before the year reported on is known."""
    if len(heading) > LONGEST_HEADING:
        return None
    year = heading_year(heading)
    if year and year.end > year.start + 1:
        return None  # Whatever it is of, it is not of one year: a person says which is meant.
    words = _plain(heading.replace(year.as_written, " ") if year else heading)
    start = year.start if year else None
    parts = set(words.split())
    if parts & _MEASURED and parts <= _BESIDE_MEASURED:
        return Column(place, heading, Role.OUTTURN, start, _how_sure(parts))
    role = _ROLE_OF.get(words)
    return Column(place, heading, role, start) if role else None


def _how_sure(parts: set[str]) -> ValueStatus:
    """The least sure of what a heading promises; an estimated outturn is a forecast of the year's end."""
    estimated = parts & _ESTIMATED
    if parts & _FORECAST or (estimated and "outturn" in parts):
        return ValueStatus.FORECAST
    if estimated:
        return ValueStatus.ESTIMATE
    return ValueStatus.PROVISIONAL if "provisional" in parts else ValueStatus.ACTUAL


def _plain(heading: str) -> str:
    words = unicodedata.normalize("NFKC", heading).casefold().replace("%", " per cent ")
    words = re.sub(r"[\W_]+", " ", words.replace("percent", "per cent"))
    return " ".join(re.sub(r"\bper cent per cent\b", "per cent", words).split())


def advice(heading: str) -> str:
    """What to do about a heading that is not known: the nearest known one, or the words that a year lacks."""
    year = heading_year(heading)
    if year and year.end > year.start + 1:
        years = f"{year.end - year.start} years, {year.start} to {year.end}"
        return f"It names {years}: write the one year that it is of, such as {quoted(year_name(year.start))}."
    words = _plain(heading) if len(heading) <= LONGEST_HEADING else ""
    near = difflib.get_close_matches(words, list(_ROLE_OF), n=1, cutoff=0.75)
    if near:
        return f"Write {quoted(near[0])} if that is what it is."
    if year and words == _plain(year.as_written):
        return (
            "It says a year but not what it holds: write “actual”, “target” or “estimated outturn” with it."
        )
    return "Rename it or leave the column out."
