"""Why the status that a table published and the one that our rule gives differ."""

from typing import Protocol

from council.rag import RATED, Rag


class Judged(Protocol):
    """What a rule says of a value: its status, and why in a sentence."""

    @property
    def status(self) -> Rag:
        """The status by the rule."""

    @property
    def why(self) -> str:
        """A sentence with the figures that decided it."""


def difference(published: Rag | None, ours: Judged) -> str | None:
    """A sentence that says both statuses and why ours is what it is; None when they agree.

    `published` is None where the table shows no status that can be read. Neither status is changed.
    """
    if published == ours.status:
        return None
    theirs = f"Published as {published.word.lower()}" if published else "Published without a status"
    if ours.status in RATED:
        own = f"by our rule it is {ours.status.word.lower()}"
    elif ours.status == Rag.NOT_KNOWN:
        own = "by our rule its status is not known"
    else:
        own = f"by our rule it is {ours.status.word.lower()}"
    return f"{theirs}; {own}. {ours.why}".strip()
