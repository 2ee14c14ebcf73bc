"""Filling in what the council writes to customers: words in curly brackets become the facts of the case."""

import re
from collections.abc import Mapping

PLACES: Mapping[str, str] = {
    "name": "the customer’s name",
    "reference": "the reference of the case",
    "subject": "what it is about, in a few words",
    "council": "the council’s name",
    "link": "the secret link by which the customer follows the case",
    "officer": "who deals with it",
    "due": "by when the customer hears from us",
    "reason": "the reason given",
    "reply": "the reply",
    "points": "the points complained of",
    "ombudsman": "the ombudsman’s name",
    "ombudsman_contact": "how to reach the ombudsman",
}
"""What may stand in curly brackets, and what takes its place."""
_PLACE = re.compile(r"\{([^{}\n]*)\}")


def unknown_places(text: str) -> list[str]:
    """What stands in curly brackets and is no place, in the order of the text."""
    return [name for name in _PLACE.findall(text) if name not in PLACES]


def fill(text: str, facts: Mapping[str, str]) -> str:
    """The text with its places filled; a place without a fact is left empty, and what is no place stays as it is.

    What is filled in is not looked through again, so that a customer's own brackets change nothing.
    """
    return _PLACE.sub(lambda found: facts.get(found[1], "") if found[1] in PLACES else found[0], text)
