"""The references of a published table: who gave them, and what is odd about how they are used."""

import re
from collections.abc import Sequence

from performance.choices import ReferenceKind
from performance.rules.published.remark import Oddity, Remark
from performance.rules.published.sentences import quoted, rows_named
from performance.rules.published.table import PublishedRow

_KINDS = {
    ReferenceKind.NATIONAL: re.compile(r"(?:(?:bvpi|bv|ni)[\s.\-]*)?[0-9]+\s*[a-z]?", re.IGNORECASE),
    ReferenceKind.LOCAL: re.compile(r"(?:local|lpi|l)[\s.\-_/]*[0-9]+\s*[a-z]?", re.IGNORECASE),
    ReferenceKind.PLAN: re.compile(r"(?:p|pp|page)[\s.]*[0-9]+", re.IGNORECASE),
}
_LETTERED = re.compile(r"(.*[0-9])\s*([a-z])", re.IGNORECASE)


def reference_kind(reference: str) -> ReferenceKind | None:
    """Who gave a reference, by its form: "156" and "1a" national, "Local 03" local, "p32" a page of the plan.

    None for a form that says nothing; a person decides then.
    """
    return next((kind for kind, form in _KINDS.items() if form.fullmatch(reference.strip())), None)


def shared_references(rows: Sequence[PublishedRow]) -> list[Remark]:
    """References that stand for more than one indicator; a reference alone cannot tell these rows apart."""
    uses: dict[str, list[PublishedRow]] = {}
    for row in rows:
        if row.reference:
            uses.setdefault(row.reference.casefold(), []).append(row)
    return [_shared(same) for same in uses.values() if len(same) > 1]


def letters_alone(rows: Sequence[PublishedRow]) -> list[Remark]:
    """References with a letter, such as 1a, where the table has no other of the same number."""
    matches = {row.index: _LETTERED.fullmatch(row.reference) for row in rows}
    numbers = [match[1].casefold() for match in matches.values() if match]
    return [
        Remark(
            Oddity.LETTER_ALONE,
            f"The reference {quoted(row.reference)} has a letter, but the table has no {_sibling(match)}.",
            (row.index,),
        )
        for row in rows
        if (match := matches[row.index]) and numbers.count(match[1].casefold()) == 1
    ]


def _shared(rows: Sequence[PublishedRow]) -> Remark:
    indexes = tuple(row.index for row in rows)
    sentence = f"The reference {quoted(rows[0].reference)} is used {len(rows)} times: {rows_named(indexes)}."
    if reference_kind(rows[0].reference) == ReferenceKind.PLAN:
        sentence += " It looks like a page of the plan, which holds several commitments."
    return Remark(Oddity.REFERENCE_SHARED, sentence, indexes)


def _sibling(match: re.Match[str]) -> str:
    """The reference that one looks for: 1b beside 1a, and 1a beside any other letter."""
    letter = "b" if match[2].casefold() == "a" else "a"
    return quoted(f"{match[1]}{letter.upper() if match[2].isupper() else letter}")
