"""What a sentence and an indicator have in common: the words that say what they are about."""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise

SHORTEST = 4
"""Letters of a word that says what a text is about."""

_WORD = re.compile(r"[^\W\d_]+")
_IDLE = frozenset(
    {
        "about", "after", "authority", "been", "being", "between", "council", "does", "each", "from", "given", "have",
        "into", "made", "mean", "month", "more", "number", "only", "over", "part", "percent", "percentage", "rate",
        "such", "than", "that", "their", "them", "there", "these", "they", "this", "time", "total", "until", "week",
        "were", "where", "which", "will", "with", "within", "would", "year",
    }
)  # fmt: skip


def subject_words(text: str) -> frozenset[str]:
    """The words that say what a text is about, in small letters and the singular.

    Two words side by side count as one as well, so that "Charter Mark" meets "Chartermark".
    """
    words = [word[0].casefold() for word in _WORD.finditer(text)]
    alone = {_singular(word) for word in words}
    said = {word for word in alone if len(word) >= SHORTEST and word not in _IDLE}
    return frozenset(said | {_singular(first + second) for first, second in pairwise(words)})


def closeness(words: frozenset[str], texts: Sequence[frozenset[str]]) -> list[Fraction]:
    """How close some words are to each text: a word that only one text has counts 1, one that two have counts ½."""
    uses = {word: sum(word in text for text in texts) for word in words}
    return [sum((Fraction(1, uses[word]) for word in words & text), Fraction(0)) for text in texts]


def clause_with(text: str, figures: Iterable[str]) -> str:
    """The part of a sentence that a figure stands in: in "14 made, and seven successful", seven in the second."""
    wanted = {figure.casefold() for figure in figures}
    for clause in re.split(r"[,;:]\s+|\.\s+|\band\b|\bof which\b", text):
        if wanted & set(re.findall(r"\d[\d,]*(?:\.\d+)?|[^\W\d_]+", clause.casefold())):
            return clause
    return text


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > SHORTEST else word
