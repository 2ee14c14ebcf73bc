"""What was done with a case and what was written to the customer, in one line of time."""

import datetime
from dataclasses import dataclass

from complaints.choices import ContactWay
from complaints.models import Case, CaseEntry, Message
from complaints.models.message import CALLED_OFF
from complaints.rules.texts import without_links
from council.dates import long_date
from council.periods import local_day


@dataclass(frozen=True)
class Shown:
    """One step, or one message, with when it was."""

    at: datetime.datetime
    entry: CaseEntry | None = None
    message: Message | None = None
    hears_nothing: bool = False
    """Whether the customer wants to hear nothing, and looks at the page behind their link instead."""

    @property
    def words(self) -> str:
        """What was noted or written, without the customer's own link, which is not for officers."""
        return without_links(self.message.body if self.message else self.entry.note if self.entry else "")

    @property
    def is_letter(self) -> bool:
        """Whether it is a message to be printed or read out."""
        return self.message is not None and not self.message.to and not self.hears_nothing

    @property
    def how_sent(self) -> str:
        """Whether a message has reached the customer, and what is to be done where it cannot by itself."""
        message = self.message
        if message is None:
            return ""
        if not message.to and self.hears_nothing:
            return "Not sent: the customer reads it behind their own link."
        if not message.to:
            return "Not sent by e-mail: print it, or read it out."
        if message.sent_at is not None:
            return f"Sent to {message.to} on {long_date(local_day(message.sent_at))}."
        if message.given_up and message.last_error == CALLED_OFF:
            return "Not sent: they are not to be asked any more, or the case went on first."
        if message.given_up:
            return f"Could not be sent to {message.to}. Reach the customer in another way."
        return f"On its way to {message.to}."


def timeline_of(case: Case) -> list[Shown]:
    """Steps and messages, the newest first; two queries."""
    steps = [Shown(each.at, entry=each) for each in case.entries.select_related("by")]
    hears_nothing = (case.representative or case.customer).way == ContactWay.NONE
    written = [
        Shown(each.written_at, message=each, hears_nothing=hears_nothing) for each in case.messages.all()
    ]
    return sorted(
        [*steps, *written],
        key=lambda each: (each.at, each.message is not None, _place(each)),
        reverse=True,
    )


def _place(shown: Shown) -> int:
    return shown.entry.number if shown.entry else (shown.message.pk if shown.message else 0)
