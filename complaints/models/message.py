from django.db import models
from simple_history.models import HistoricalRecords

from complaints.choices import MessageKind
from complaints.models.case import Case
from council.models import Versioned

CALLED_OFF = "Not to be asked any more"
"""Why a message is given up that asked somebody who does not want to be asked, or of a case that went on."""


class MessageText(Versioned):
    """What the council writes to customers on one occasion, with places for the case's own facts."""

    kind = models.CharField(max_length=20, choices=MessageKind.choices, unique=True)
    subject = models.CharField(max_length=200)
    body = models.TextField(help_text="Words in {curly brackets} are filled in from the case.")

    objects = models.Manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["kind", "pk"]

    def __str__(self) -> str:
        return self.get_kind_display()


class MessageQuerySet(models.QuerySet["Message"]):
    def to_send(self) -> "MessageQuerySet":
        """Those that were not sent, that nobody is sending, and that are not given up."""
        return self.filter(sent_at=None, claim=None, given_up=False)


class Message(models.Model):
    """A message to a customer on its way by e-mail, or to be sent by letter: kept on the case, sent at most once.

    Whoever sends it claims it first. A claim that nothing followed means that the sending was cut off: it may have
    gone, so it is not sent again.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="messages")
    kind = models.CharField(max_length=20, choices=MessageKind.choices)
    to = models.EmailField("to", blank=True)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    written_at = models.DateTimeField()
    key = models.CharField(max_length=100, unique=True, help_text="What makes it the same message.")
    claim = models.UUIDField(null=True, blank=True, db_index=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=100, blank=True)
    given_up = models.BooleanField(default=False)

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ["case", "written_at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.written_at:%-d %B %Y}"
