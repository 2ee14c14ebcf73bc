"""Where words stand in a text: whole words, whatever quotes, dashes and spaces they are written with."""

import re
from dataclasses import dataclass

CONTEXT = 40
_QUOTES = {"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "`": "'", "´": "'"}
_DASHES = dict.fromkeys("‐‑‒–—―−", "-")
_UNSEEN = dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", "")
_SAME = {**_QUOTES, **_DASHES, **_UNSEEN, "…": "..."}


@dataclass(frozen=True)
class Hit:
    """One place where the words stand: from `start` up to but not including `end`, with what is around them."""

    start: int
    end: int
    before: str
    found: str
    after: str
    differences: tuple[str, ...] = ()
    """How the text spells it otherwise than it was looked for, a phrase each; empty where it is the same."""


def find_words(text: str, sought: str) -> list[Hit]:
    """Every place in the text where the words stand, in order; overlapping places count each.

    What is sought is plain text: nothing in it is a pattern. Capitals count.
    """
    plain, places = _plain(text)
    wanted = _plain(sought)[0].strip()
    if not wanted:
        return []
    return [
        _hit(text, sought.strip(), places[start], places[start + len(wanted) - 1] + 1)
        for start in _starts(plain, wanted)
    ]


def find_other_capitals(text: str, sought: str) -> list[str]:
    """The words as the text has them, where only capitals differ."""
    plain, places = _plain(text)
    wanted = _plain(sought)[0].strip()
    if not wanted or len(plain.lower()) != len(plain):
        return []
    starts = _starts(plain.lower(), wanted.lower())
    return [text[places[start] : places[start + len(wanted) - 1] + 1] for start in starts]


def _starts(plain: str, wanted: str) -> list[int]:
    """Where the wanted words begin, being whole words: no letter or figure runs on at either end."""
    found = [match.start() for match in re.finditer(f"(?={re.escape(wanted)})", plain)]
    return [start for start in found if _is_whole(plain, start, start + len(wanted))]


def _is_whole(plain: str, start: int, end: int) -> bool:
    runs_on_before = start > 0 and plain[start].isalnum() and plain[start - 1].isalnum()
    runs_on_after = end < len(plain) and plain[end - 1].isalnum() and plain[end].isalnum()
    return not runs_on_before and not runs_on_after


def _plain(text: str) -> tuple[str, list[int]]:
    """The text with one kind of quote, dash and space, and where each of its characters stood."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        same = " " if letter.isspace() else _SAME.get(letter, letter)
        if same == " " and letters and letters[-1] == " ":
            continue
        for each in same:
            letters.append(each)
            places.append(place)
    return "".join(letters), places


def _hit(text: str, sought: str, start: int, end: int) -> Hit:
    found = text[start:end]
    return Hit(
        start=start,
        end=end,
        before=text[max(0, start - CONTEXT) : start],
        found=found,
        after=text[end : end + CONTEXT],
        differences=_differences(found, sought),
    )


def _differences(found: str, sought: str) -> tuple[str, ...]:
    if found == sought:
        return ()
    kinds = (
        ("other quotation marks or apostrophes", {*_QUOTES, "'", '"'}),
        ("another kind of dash", {*_DASHES, "-"}),
        ("characters that cannot be seen", {*_UNSEEN}),
        ("an ellipsis written otherwise", {"…"}),
    )
    told = [words for words, letters in kinds if _those(found, letters) != _those(sought, letters)]
    spaces = [re.findall(r"\s+", each) for each in (found, sought)]
    if spaces[0] != spaces[1]:
        told.append("other spaces")
    return tuple(told)


def _those(text: str, letters: set[str]) -> list[str]:
    return [letter for letter in text if letter in letters]
