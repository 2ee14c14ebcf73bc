"""Comments that lean on the comment of a row above: "Ditto", "See above", "As above"."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from performance.rules.published.sentences import quoted, rows_named

_SIGNS = frozenset({'"', "''", "“", "”", "″", "〃", "„", ",,", "-do-", "do."})
_WORDS = re.compile(
    r"(ditto|do|((please )?see|as|same as|as per) (above|previous)|same|same again)( comments?)?"
)


@dataclass(frozen=True)
class Comment:
    """A comment in its own words, and the words it stands for.

    `resolved` is a value, not a pointer, so that it stays right when rows are sorted or filtered; "" where
    there is no comment, None where a ditto has nothing to point to. `row_from` is the row (from 0) whose words
    they are.
    """

    as_written: str
    resolved: str | None
    row_from: int | None
    sentence: str | None = None


def is_ditto(comment: str) -> bool:
    """Whether a comment says nothing of its own and points to one above."""
    words = unicodedata.normalize("NFKC", comment).casefold().strip()
    if words in _SIGNS:
        return True
    return bool(_WORDS.fullmatch(re.sub(r"[\s.,;:!*()\"'“”]+", " ", words).strip()))


def resolve_dittos(comments: Sequence[str]) -> tuple[Comment, ...]:
    """Resolve the comments of a table, given in printed order; a chain of dittos leads to one comment."""
    resolved: list[Comment] = []
    own: int | None = None
    for place, written in enumerate(comments):
        if is_ditto(written):
            resolved.append(_pointing(written, place, own, comments))
            continue
        if written.strip():
            own = place
        resolved.append(Comment(written, written, place if written.strip() else None))
    return tuple(resolved)


def _pointing(written: str, place: int, own: int | None, comments: Sequence[str]) -> Comment:
    if own is None:
        sentence = f"{quoted(written)} points to a comment above, but no row above has one."
        return Comment(written, None, None, sentence)
    sentence = f"{quoted(written)} stands for the comment of {rows_named([own])}: {quoted(comments[own])}."
    passed = [row for row in range(own + 1, place) if not comments[row].strip()]
    if passed:
        sentence += (
            f" No comment of its own stands in {rows_named(passed)}, which {_were(passed)} passed over."
        )
    return Comment(written, comments[own], own, sentence)


def _were(rows: Sequence[int]) -> str:
    return "was" if len(rows) == 1 else "were"
