"""Filling in what the council writes to customers: words in curly brackets become the facts of the case."""

import re
from collections.abc import Mapping

from complaints.choices import STAGE_ONE, CaseKind

PLACES: Mapping[str, str] = {
    "name": "the customer’s name",
    "reference": "the reference of the case",
    "subject": "what it is about, in a few words",
    "council": "the council’s name",
    "link": "the secret link by which the customer follows the case",
    "survey": "the secret link by which the customer says how satisfied they are",
    "officer": "who deals with it",
    "due": "by when the customer hears from us",
    "reason": "the reason given",
    "reply": "the reply",
    "points": "the points complained of",
    "next": "what the customer may do if they are not satisfied",
    "ombudsman": "the ombudsman’s name",
    "ombudsman_contact": "how to reach the ombudsman",
}
"""What may stand in curly brackets, and what takes its place."""
_AGAIN = (
    "If you are not satisfied, you may ask us to look again, and need give no reason: somebody who did not answer you "
    "before will do so. Use the link below, or tell us in any other way."
)
LINK_HIDDEN = "[the customer’s own link]"
_LINK = re.compile(r"\S*/tell-us/follow/\S+")
_PLACE = re.compile(r"\{([^{}\n]*)\}")


def unknown_places(text: str) -> list[str]:
    """What stands in curly brackets and is no place, in the order of the text."""
    return [name for name in _PLACE.findall(text) if name not in PLACES]


def fill(text: str, facts: Mapping[str, str]) -> str:
    """The text with its places filled; a place without a fact is left empty, and what is no place stays as it is.

    What is filled in is not looked through again, so that a customer's own brackets change nothing.
    """
    return _PLACE.sub(lambda found: facts.get(found[1], "") if found[1] in PLACES else found[0], text)


def what_next(*, kind: str, stage: int, has_stage_two: bool, ombudsman: str, contact: str) -> str:
    """What a customer may do who is not satisfied with a reply (Complaint Handling Code, 6.5 and stage 2)."""
    if kind != CaseKind.COMPLAINT:
        return "If you are not satisfied with our reply, you can say so: use the link below."
    if stage == STAGE_ONE and has_stage_two:
        return _AGAIN
    return (
        "This is our last reply. If you are still not satisfied, you have the right to take your complaint to the "
        f"{ombudsman}: {contact}."
    )


def without_links(text: str) -> str:
    """The text with words in place of every secret link: whoever reads one could act as the customer."""
    return _LINK.sub(LINK_HIDDEN, text)
