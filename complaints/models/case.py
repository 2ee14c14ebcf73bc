import datetime
import uuid
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from complaints.choices import OPEN_STATES, STAGE_ONE, STAGE_TWO, CaseKind, CaseState, Channel, ClockKind
from complaints.models.case_procedure import CaseProcedure
from complaints.models.customer import Customer
from complaints.models.incident import Incident
from council.access import Permission, may
from council.models import Versioned
from portfolios.models import Service, Tenure

if TYPE_CHECKING:
    from council.models import User

IS_OPEN = reduce(or_, (Q(state=each) for each in OPEN_STATES))
"""Open as the index of open cases says it, word for word: SQLite knows the index by nothing else."""
LISTED = (
    *("reference", "kind", "channel", "subject", "state", "stage", "version"),
    *("customer", "received_at", "received_on", "due_on", "due_for", "replied_on", "closed_on"),
    *("handler__username", "handler__first_name", "handler__last_name"),
)
"""What a list shows of cases and of who handles them."""
NAMED = {
    "customer_name": models.F("customer__name"),
    "service_name": models.F("service__name"),
    "procedure_name": models.F("procedure__name"),
    "division": models.F("procedure__division"),
}
"""What it names beside: a word of each other table, since a row of each would cost as much again."""


class CaseNumber(models.Model):
    """The last number given to a case of one year. Whoever takes the next one holds the row until it is used."""

    year = models.PositiveSmallIntegerField(unique=True)
    last = models.PositiveIntegerField(default=0)

    objects = models.Manager()

    class Meta:
        ordering = ["-year", "pk"]

    def __str__(self) -> str:
        return f"{self.last} in {self.year}"


class CaseQuerySet(models.QuerySet["Case"]):
    def visible_to(self, user: "User", *, day: datetime.date) -> "CaseQuerySet":
        """Those that the user may open: of their own services, their own to handle, or all for the complaints team.

        Nobody sees a case that is about themselves, whatever else they may.
        """
        seen = self.exclude(pk__in=Case.objects.filter(people_concerned__person__user=user).values("pk"))
        if may(user, Permission.SEE_ALL_CASES):
            return seen
        if not may(user, Permission.HANDLE_CASES):
            return self.none()
        services = Tenure.objects.service_ids_of(user, day=day)
        return seen.filter(Q(handler=user) | Q(service__in=services))

    def open(self) -> "CaseQuerySet":
        """Those in which the customer still waits for the council."""
        return self.filter(IS_OPEN)

    def overdue(self, *, on: datetime.date) -> "CaseQuerySet":
        """Open, and what is due next is late."""
        return self.open().filter(due_on__lt=on)

    def due_soon(self, *, on: datetime.date, until: datetime.date) -> "CaseQuerySet":
        """Open, and due next from the day up to the other."""
        return self.open().filter(due_on__gte=on, due_on__lte=until)

    def waiting_for_triage(self) -> "CaseQuerySet":
        """Those that nobody has decided on yet."""
        return self.filter(state=CaseState.WAITING)

    def listed(self) -> "CaseQuerySet":
        """With what a line of a list shows, and without what it does not, such as the customer's words."""
        rows: CaseQuerySet = self.select_related("handler").only(*LISTED).annotate(**NAMED)
        return rows

    def with_people(self) -> "CaseQuerySet":
        """With what every line of a list names."""
        return self.select_related("customer", "service", "handler", "procedure")


class Case(Versioned):
    """What one customer told the council: a service request, a complaint, a comment or a compliment.

    Its state, stage and next due day are what its newest entry left them at; the entries are the history.
    """

    reference = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=20, choices=CaseKind.choices)
    asked_as = models.CharField(
        "what the customer called it", max_length=20, choices=CaseKind.choices, editable=False
    )
    channel = models.CharField(max_length=20, choices=Channel.choices)
    customer = models.ForeignKey(Customer, models.PROTECT, related_name="cases")
    representative = models.ForeignKey(
        Customer,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="represents",
        help_text="Who speaks for the customer.",
    )
    authority = models.CharField("how we know they may speak for the customer", max_length=200, blank=True)
    service = models.ForeignKey(Service, models.PROTECT, null=True, blank=True, related_name="cases")
    incident = models.ForeignKey(Incident, models.PROTECT, null=True, blank=True, related_name="cases")
    arose_from = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="led_to",
        help_text="The request whose response this complaint is about; work on the request goes on.",
    )
    subject = models.CharField("in a few words", max_length=200, blank=True)
    words = models.TextField("what happened", blank=True)
    wants = models.TextField("what would put it right", blank=True)
    happened_on = models.DateField("when it happened", null=True, blank=True)

    received_at = models.DateTimeField()
    received_on = models.DateField("received", db_index=True)
    procedure = models.ForeignKey(CaseProcedure, models.PROTECT, null=True, blank=True, related_name="cases")
    state = models.CharField(
        max_length=20, choices=CaseState.choices, default=CaseState.WAITING, editable=False
    )
    stage = models.PositiveSmallIntegerField(default=STAGE_ONE, editable=False)
    handler = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="cases"
    )
    due_on = models.DateField("due next", null=True, blank=True, editable=False)
    due_for = models.CharField(max_length=20, choices=ClockKind.choices, blank=True, editable=False)
    replied_on = models.DateField(null=True, blank=True, editable=False)
    closed_on = models.DateField(null=True, blank=True, editable=False)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Who entered it for the customer.",
    )
    link_nonce = models.CharField(max_length=32, editable=False)
    link_hash = models.CharField(max_length=64, unique=True, editable=False)
    sent_as = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    anonymised_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = CaseQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at", "-pk"]
        indexes = [
            models.Index(
                fields=["due_on", "id", "state", "service", "handler"],
                condition=IS_OPEN,
                name="complaints_case_open",
            ),
            models.Index(fields=["service", "received_on"], name="complaints_case_of_service"),
            models.Index(fields=["handler", "state"], name="complaints_case_of_handler"),
            models.Index(fields=["received_at", "id"], name="complaints_case_received"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(stage__in=[STAGE_ONE, STAGE_TWO]),
                name="complaints_case_two_stages",
                violation_error_message="A case has at most two stages.",
            ),
            models.CheckConstraint(
                condition=Q(arose_from=None) | ~Q(arose_from=models.F("pk")),
                name="complaints_case_not_from_itself",
                violation_error_message="A case cannot arise from itself.",
            ),
            models.CheckConstraint(
                condition=Q(replied_on=None) | Q(replied_on__gte=models.F("received_on")),
                name="complaints_case_replied_after",
                violation_error_message="A reply cannot be before the case was received.",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        return reverse("case", args=[self.reference])

    def is_overdue(self, *, on: datetime.date) -> bool:
        """Whether it is open and what is due next is late. The twin of `CaseQuerySet.overdue`."""
        return self.state in OPEN_STATES and self.due_on is not None and self.due_on < on
