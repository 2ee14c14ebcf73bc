"""The source note that papers put in brackets after a figure."""

import re

IN_FULL = "Enter the figure in full, such as 2000000 for two million"

_MULTIPLES = frozenset(
    ["000", "000s", "k", "thousand", "thousands", "m", "million", "millions", "bn", "billion", "billions"]
)
_NOTED = re.compile(r"\s*(?P<figure>[^()\[\]]*[^()\[\]\s])\s*(?P<notes>(?:[(\[][^()\[\]]*[)\]]\s*)+)")
_NOTE = re.compile(r"[(\[]([^()\[\]]*)[)\]]")


def split_note(text: str) -> tuple[str, str]:
    """The figure and its note: "60% (DTLR survey)" gives ("60%", "DTLR survey").

    Several notes are joined by "; ". A text that is all brackets, such as "(500)", has no note: there the
    brackets are part of the figure.
    """
    text = text.strip()
    noted = _NOTED.fullmatch(text)
    if noted is None:
        return text, ""
    notes = [note.strip() for note in _NOTE.findall(noted["notes"])]
    return noted["figure"], "; ".join(filter(None, notes))


def is_multiple(note: str) -> bool:
    """Whether the words in brackets are no source but change the figure: "12 (000s)", "£3 (million)"."""
    return note.casefold().lstrip("£ ").rstrip(".") in _MULTIPLES
