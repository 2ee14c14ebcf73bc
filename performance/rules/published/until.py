"""Until when something lasts, as a sentence says it: "for 6 months", "to end 2003", "until March 2004"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from council.dates import VagueDate, long_date, read_vague_date
from council.periods.span import months_on

NUMBERS = (
    "nought",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)

_FOR = re.compile(
    rf"\b(?:for|over)(?: the| a)?(?: next| further| period of)* (?P<number>[0-9]{{1,3}}|{'|'.join(NUMBERS)}) "
    r"(?P<unit>day|week|month|year)s?\b",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\b(?:to|until|till|up to)(?: the)?(?P<end> end(?: of)?)? (?=(?P<when>[\w./'-]+(?: [\w./'-]+){0,2}))",
    re.IGNORECASE,
)
_MONTHS = {"month": 1, "year": 12}
_DAYS = {"day": 1, "week": 7}


@dataclass(frozen=True)
class Until:
    """Words for how long something lasts, and the first and the last day on which they can mean that it ends."""

    words: str
    earliest: date
    latest: date

    @property
    def ends(self) -> str:
        """When it ends, as a sentence says it: "on 31 December 2003" or "between … and …"."""
        if self.earliest == self.latest:
            return f"on {long_date(self.earliest)}"
        return f"between {long_date(self.earliest)} and {long_date(self.latest)}"


def until(text: str, dated: VagueDate) -> Until | None:
    """Until when a text says that something lasts, counting "for 6 months" from the date of the paper.

    None where it does not say, or where the paper's date is needed and says no day.
    """
    for named in _TO.finditer(text):
        if ending := _to(named):
            return ending
    found = _FOR.search(text)
    if found is None or dated.earliest is None or dated.latest is None:
        return None
    return Until(found[0], _later(dated.earliest, found), _later(dated.latest, found))


def _to(found: re.Match[str]) -> Until | None:
    """The end named after "to" or "until", in as many words as make a date."""
    words = found["when"].split()
    for taken in range(len(words), 0, -1):
        when = read_vague_date(" ".join(words[:taken]).rstrip("."))
        if when.earliest and when.latest:
            return Until(
                found[0] + when.as_written, when.latest if found["end"] else when.earliest, when.latest
            )
    return None


def _later(start: date, found: re.Match[str]) -> date:
    number = int(found["number"]) if found["number"].isdigit() else NUMBERS.index(found["number"].casefold())
    unit = found["unit"].casefold()
    if unit in _DAYS:
        return start + timedelta(days=number * _DAYS[unit])
    return months_on(start, number * _MONTHS[unit])
