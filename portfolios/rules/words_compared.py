"""Which words of one text are missing from another: what bears meaning counts, and an ending does not."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from portfolios.rules.redline import Change, redline

WORD = re.compile(r"£?\d[\d,.]*\d|£?\d|[^\W\d_]+(?:['’‑-][^\W\d_]+)*")

# Words that join others or frame a sentence. "All", "only", "not", "may" and "before" are left out on purpose: a
# wording that loses one of them means something else.
FRAME_WORDS = frozenset("add added adding addition amend amended include included words".split())  # noqa: SIM905
"""What an amendment is put in: two ways of saying it lose nothing, and what is amended is compared by itself."""
STOP_WORDS = FRAME_WORDS | frozenset(
    """a also an and any are as at be been being by for from had has have hereby if in into is it its of on or
    regard respect resolved so such than that the their them then there therefore these this those to up was were
    which will with within would""".split()  # noqa: SIM905 - a list of words reads better as words
) - {"any"}
A_PASSAGE = 4
"""So many missing words in a row are told as one passage."""
JOINING = re.compile(r"\s+(?:(?:and|of|for|the|&)\s+)*")
SENTENCE_END = re.compile(r"(?:^|[.:;!?\n])[\s\"“‘'(]*$")


@dataclass(frozen=True)
class Compared:
    """Two wordings side by side."""

    changes: tuple[Change, ...]
    lost: tuple[str, ...]
    """Words of the first that the second has in no form; a name of several words is one."""
    gained: tuple[str, ...]
    slight: tuple[tuple[str, str], ...]
    """Words that only changed their ending: "service" became "services"."""

    @property
    def is_same(self) -> bool:
        """Whether not a letter differs."""
        return all(change.kind == "same" for change in self.changes)


def compare(old: str, new: str) -> Compared:
    """What the second wording lost and gained against the first."""
    return Compared(
        tuple(redline(old, new)),
        tuple(missing_from(new, words=old)),
        tuple(missing_from(old, words=new)),
        tuple(_slight(old, new)),
    )


def missing_from(text: str, *, words: str) -> list[str]:
    """The words and names that stand in `words` and in no form in `text`, each once, in their order."""
    there = _by_stem(text)
    found: dict[str, str] = {}
    for passage in _passages(words, list(_runs(words, there))):
        whole = words[passage[0][0] : passage[-1][1]]
        for each in [whole] if len(passage) >= A_PASSAGE else [words[start:end] for start, end in passage]:
            found.setdefault(each.casefold(), each)
    return list(found.values())


def _passages(words: str, runs: Iterable[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The missing words in groups: those with nothing between them that bears meaning or ends a sentence."""
    passages: list[list[tuple[int, int]]] = []
    for start, end in runs:
        between = words[passages[-1][-1][1] : start] if passages else "."
        if re.search(r"[.;:!?\n]", between) or any(_meaning(WORD.findall(between))):
            passages.append([])
        passages[-1].append((start, end))
    return passages


def names_missing_from(text: str, *, words: str) -> list[str]:
    """Of these only the names: what is written with a capital elsewhere than at the start of a sentence."""
    there = _by_stem(text)
    lost = dict.fromkeys(words[start:end] for start, end in _runs(words, there))
    return [each for each in lost if _is_name(each, words)]


def _is_name(phrase: str, words: str) -> bool:
    if not phrase[:1].isupper():
        return False
    if len(WORD.findall(phrase)) > 1:
        return True
    places = re.finditer(re.escape(phrase), words)
    return any(not SENTENCE_END.search(words[: place.start()]) for place in places)


def _runs(words: str, there: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """Where the missing words stand; capitals with only joining words between them are one name."""
    start = end = -1
    is_open = False
    for match in WORD.finditer(words):
        if not _bears_meaning(match[0]):
            continue
        is_missing, is_capital = stem(match[0]) not in there, match[0][:1].isupper()
        if is_open and is_missing and is_capital and JOINING.fullmatch(words, end, match.start()):
            end = match.end()
            continue
        if start >= 0:
            yield start, end
        start, end = (match.start(), match.end()) if is_missing else (-1, -1)
        is_open = is_missing and is_capital
    if start >= 0:
        yield start, end


def _slight(old: str, new: str) -> Iterator[tuple[str, str]]:
    before, after = _by_stem(old), _by_stem(new)
    exactly = {word.casefold() for word in WORD.findall(new)}
    for root, word in before.items():
        if root in after and word.casefold() not in exactly:
            yield word, after[root]


def _by_stem(text: str) -> dict[str, str]:
    """The words that bear meaning, each as first written, by what is left of them without their ending."""
    found: dict[str, str] = {}
    for word in _meaning(WORD.findall(text)):
        found.setdefault(stem(word), word)
    return found


def _meaning(words: Iterable[str]) -> Iterator[str]:
    return (word for word in words if _bears_meaning(word))


def _bears_meaning(word: str) -> bool:
    return word.casefold() not in STOP_WORDS


def stem(word: str) -> str:
    """A word without the endings of number and past: services and service, approved and approve are one.

    The ending -ing stays, because planning, building and housing are services and not forms of a verb.
    """
    root = re.sub(r"['’]s?$", "", word.casefold())
    if len(root) > 4 and root.endswith("ies"):
        root = root[:-3] + "y"
    elif len(root) > 3 and root.endswith("s") and not root.endswith("ss"):
        root = root[:-1]
    if len(root) > 4 and root.endswith("ed"):
        root = re.sub(r"([bdgmnprt])\1$", r"\1", root[:-2])
    return root.rstrip("e") if len(root) > 3 else root
