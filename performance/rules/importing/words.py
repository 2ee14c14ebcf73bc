"""Words in a file that stand for one of a few: a kind of value, which way is better, how sure a value is."""

from collections.abc import Iterable, Mapping
from typing import Any

from performance.rules.published.sentences import listed

KINDS = {
    "%": "percentage", "per cent": "percentage", "percent": "percentage", "number": "count", "whole number": "count",
    "£": "money", "money": "money", "decimal": "decimal", "time": "duration", "yes/no": "yes_no", "level": "level",
    "milestone": "milestone", "words": "milestone",
}  # fmt: skip
DIRECTIONS = {
    "higher": "higher", "high": "higher", "up": "higher", "lower": "lower", "low": "lower", "down": "lower",
    "within a range": "range", "neither": "neither", "for information": "neither",
}  # fmt: skip
REFERENCE_KINDS = {"corporate plan": "plan", "plan": "plan"}
YEAR_TO_DATE = {"total": "sum", "last": "latest", "average": "mean", "weighted mean": "weighted"}
VALUE_STATUSES = {"estimated": "estimate", "est": "estimate"}
ANSWERS = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}


class WordProblem(ValueError):
    """A word that is none of the few; `sentence` names them."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def read_choice(text: str, choices: Iterable[tuple[Any, Any]], also: Mapping[str, str]) -> str:
    """The value of the choice that the text names, by its label or `also`. WordProblem for any other text."""
    wanted = same_words(text)
    pairs = [(str(value), str(label)) for value, label in choices]
    named = {same_words(label): value for value, label in pairs} | dict(also)
    if wanted not in named:
        labels = listed([f"“{label}”" for _, label in pairs], "or")
        raise WordProblem(f"Write one of {labels}.")
    return named[wanted]


def read_yes_or_no(text: str) -> bool:
    """Yes or no. WordProblem for any other text."""
    answer = ANSWERS.get(same_words(text))
    if answer is None:
        raise WordProblem("Write Yes or No.")
    return answer


def same_words(text: str) -> str:
    """A text without capitals and doubled blanks: what makes two names the same."""
    return " ".join(text.casefold().split())


def same_reference(text: str) -> str:
    """A reference without capitals and blanks: "Local 03" and "local03" are one."""
    return "".join(text.casefold().split())
