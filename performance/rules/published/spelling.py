"""One thing spelled two ways in a table: "Local01" and "Local 03", "Charter Mark" and "Chartermark"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from performance.rules.published.remark import Oddity, Remark
from performance.rules.published.sentences import listed, quoted
from performance.rules.published.table import PublishedRow

SHORTEST = 5
SHORTEST_IN_TWO = 7
"""Letters before "web site" and "website" are taken for one: shorter words ("may be") meet by chance."""

LONGEST_TEXT = 2000
"""Characters of a text that are looked at; no indicator or comment of a table is that long."""

_REFERENCE = re.compile(r"([^\W\d]+)([\s.\-_/]*)(\d+[a-z]?)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Each is right both ways, and means something else in one word.
_TWO_MEANINGS = frozenset(
    {"everyone", "anyone", "someone", "everyday", "anyway", "anything", "something", "everything", "sometime"}
)

Uses = dict[str, list[int]]
"""The rows in which each way of writing stands."""


def reference_spellings(rows: Sequence[PublishedRow]) -> list[Remark]:
    """References that differ only in what stands between their word and their number, or in capitals."""
    series: dict[str, Uses] = {}
    for row in rows:
        match = _REFERENCE.fullmatch(row.reference)
        if match:
            series.setdefault(match[1].casefold(), {}).setdefault(match[1] + match[2], []).append(row.index)
    remarks = []
    for styles in series.values():
        if len(styles) > 1:
            shown = [quoted(rows[indexes[0]].reference) for indexes in styles.values()]
            sentence = f"References of one kind are spelled {len(styles)} ways: {listed(shown)}."
            remarks.append(Remark(Oddity.REFERENCE_SPELLING, sentence, _rows(styles)))
    return remarks


def word_spellings(rows: Sequence[PublishedRow]) -> list[Remark]:
    """Words written in one word here, and in two or with a hyphen there, in indicators and comments."""
    found: dict[str, Uses] = {}
    for row in rows:
        for text in (row.indicator, row.comment):
            for written, key in _forms(text):
                found.setdefault(key, {}).setdefault(written, []).append(row.index)
    remarks = []
    for key, uses in found.items():
        kinds = {_kind(written): written for written in reversed(uses)}
        if len(kinds) > 1 and key not in _TWO_MEANINGS and "" in kinds:
            shown = [quoted(written) for written in uses if written in kinds.values()]
            sentence = f"One word is spelled {len(kinds)} ways in the table: {listed(shown)}."
            remarks.append(Remark(Oddity.WORD_SPELLING, sentence, _rows(uses)))
    return remarks


def _forms(text: str) -> Iterator[tuple[str, str]]:
    """Every word, and every two words side by side, with its letters run together in the singular."""
    words = list(_WORD.finditer(text[:LONGEST_TEXT]))
    for word in words:
        if len(key := _letters(word[0])) >= SHORTEST:
            yield word[0], key
    for first, second in pairwise(words):
        between = text[first.end() : second.start()]
        if between == " " and min(len(first[0]), len(second[0])) > 2:
            written = f"{first[0]} {second[0]}"
            if len(key := _letters(written)) >= SHORTEST_IN_TWO:
                yield written, key


def _letters(written: str) -> str:
    return re.sub(r"[\s\-]", "", written.casefold()).removesuffix("s")


def _kind(written: str) -> str:
    """What stands between the two halves: nothing, a hyphen or a space."""
    return "-" if "-" in written else " " if " " in written else ""


def _rows(uses: Uses) -> tuple[int, ...]:
    return tuple(sorted({index for indexes in uses.values() for index in indexes}))
