"""The words and letters that a published table uses for its statuses."""

import re

from council.rag import Rag
from performance.choices import Known
from performance.rules.notes import split_note
from performance.rules.values import read_known

KEY = (Rag.RED, Rag.AMBER, Rag.GREEN, Rag.NOT_KNOWN)

_WORDS = {
    "r": Rag.RED,
    "red": Rag.RED,
    "a": Rag.AMBER,
    "amber": Rag.AMBER,
    "g": Rag.GREEN,
    "green": Rag.GREEN,
    "nk": Rag.NOT_KNOWN,
    "not known": Rag.NOT_KNOWN,
    "unknown": Rag.NOT_KNOWN,
}


def read_status(text: str) -> Rag | None:
    """The status that a cell gives by its letter or its word; None where it gives none of the key."""
    return _WORDS.get(_plain(text))


def says_not_known(text: str) -> bool:
    """Whether a value cell says in words that the value is not known. A blank cell says nothing."""
    return read_known(split_note(text)[0]) == Known.NOT_KNOWN


def _plain(text: str) -> str:
    words = re.sub(r"[^\w\s]", "", text.casefold())
    return " ".join(words.split())
