"""Two wordings beside each other, word by word: what was kept, what was taken out, what was put in.

A word and the space after it are one token, and each mark of punctuation is one of its own, so that words put in
before others read as they would be typed. Only the words decide what is kept; a space that differs after a kept word
is shown as removed or added by itself.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "removed", "added"]

_TOKEN = re.compile(r"(?:\w+(?:['’\-‑/.&]\w+)*|[^\w\s]|^(?=\s))\s*")


@dataclass(frozen=True)
class Change:
    """One run of text that was kept, removed or added, with its own spaces."""

    kind: Kind
    text: str


def redline(old: str, new: str) -> list[Change]:
    """The runs that lead from the old words to the new: kept and removed are the old, kept and added the new.

    Of what was replaced, the removed run comes first. Two runs side by side are never of one kind.
    """
    return list(_joined(_changes(_TOKEN.findall(old), _TOKEN.findall(new))))


def is_changed(changes: Iterable[Change]) -> bool:
    """Whether anything was removed or added."""
    return any(change.kind != "same" for change in changes)


def _changes(old: list[str], new: list[str]) -> Iterator[Change]:
    matcher = SequenceMatcher(None, [_word(token) for token in old], [_word(token) for token in new], False)
    for _, start, end, new_start, new_end in matcher.get_opcodes():
        before, after = old[start:end], new[new_start:new_end]
        if [_word(token) for token in before] == [_word(token) for token in after]:
            for first, second in zip(before, after, strict=True):
                yield from _kept(first, second)
        else:
            yield Change("removed", "".join(before))
            yield Change("added", "".join(after))


def _kept(old: str, new: str) -> Iterator[Change]:
    """A word that stayed, and the space after it, which may have changed."""
    if old == new:
        yield Change("same", old)
        return
    yield Change("same", _word(old))
    yield Change("removed", old[len(_word(old)) :])
    yield Change("added", new[len(_word(new)) :])


def _word(token: str) -> str:
    return token.rstrip()


def _joined(changes: Iterable[Change]) -> Iterator[Change]:
    """Neighbours of one kind as one run; between two kept runs, all that was removed before all that was added."""
    same = removed = added = ""
    for change in changes:
        if not change.text:
            continue
        if change.kind == "same":
            if removed or added:
                yield from _runs(same, removed, added)
                same = removed = added = ""
            same += change.text
        elif change.kind == "removed":
            removed += change.text
        else:
            added += change.text
    yield from _runs(same, removed, added)


def _runs(same: str, removed: str, added: str) -> Iterator[Change]:
    runs: tuple[tuple[Kind, str], ...] = (("same", same), ("removed", removed), ("added", added))
    yield from (Change(kind, text) for kind, text in runs if text)
