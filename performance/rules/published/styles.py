"""Years and dates written in more than one style: 2002/3 beside 2002/03, 13/1/03 beside 13.1.03."""

import re
from collections.abc import Sequence
from datetime import date

from council.dates import Precision, long_date, read_vague_date
from performance.rules.published.remark import Oddity, Remark
from performance.rules.published.sentences import listed, quoted
from performance.rules.published.table import PublishedTable
from performance.rules.published.years import years_in

FOR_MACHINES = "_"
"""The separator of a heading made for a machine, such as target_2002_03: no style of the paper's own."""

_DATE = re.compile(r"(?<![\d./-])\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})(?![\d/-]|\.\d)")


def style_remarks(table: PublishedTable, narrative: Sequence[str] = ()) -> list[Remark]:
    """Remarks on the whole table, and on the sentences of the report that are given with it."""
    texts = [column.heading for column in table.layout.columns]
    texts += [text for row in table.rows for text in (row.indicator, *row.values, row.comment)]
    texts += narrative
    return [*_years(texts), *_dates(texts)]


def _years(texts: Sequence[str]) -> list[Remark]:
    """An example of each style, where there are several; one year and a span of years are styles of their own."""
    styles: dict[tuple[str, bool], str] = {}
    for text in texts:
        for year in years_in(text):
            if year.style and not year.style.startswith(FOR_MACHINES):
                styles.setdefault((year.style, year.end > year.start + 1), year.as_written)
    if len(styles) < 2:
        return []
    shown = listed([quoted(written) for written in styles.values()])
    return [Remark(Oddity.YEAR_STYLES, f"Years are written in {len(styles)} styles: {shown}.")]


def _dates(texts: Sequence[str]) -> list[Remark]:
    """Each day that is written in more than one style."""
    days: dict[date, dict[str, None]] = {}
    for text in texts:
        for found in _DATE.finditer(text):
            read = read_vague_date(found[0])
            if read.precision is Precision.DAY and read.earliest:
                days.setdefault(read.earliest, {})[found[0]] = None
    return [
        Remark(
            Oddity.DATE_STYLES,
            f"One day, {long_date(day)}, is written in {len(written)} styles: "
            f"{listed([quoted(each) for each in written])}.",
        )
        for day, written in days.items()
        if len(written) > 1
    ]
