import datetime

from django.db import models
from django.db.models import Case, Exists, ExpressionWrapper, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from simple_history.models import HistoricalRecords

from council.models import Versioned
from portfolios.choices import BodyKind, CallInOutcome, DecisionKind, KeyProcedure
from portfolios.models.body import Body, Post
from portfolios.models.meeting import Meeting
from portfolios.models.portfolio import Portfolio
from portfolios.models.procedure import Procedure
from portfolios.models.report import Recommendation, Report


class KeyDecisionNoticeQuerySet(models.QuerySet["KeyDecisionNotice"]):
    def with_terms(self) -> "KeyDecisionNoticeQuerySet":
        """With `notice_days` and `exception_days` as the procedure of the day of publication has them."""
        procedure = Procedure.objects.filter(starts_on__lte=OuterRef("published_on"))
        terms = Procedure()
        return self.annotate(
            notice_days=Coalesce(Subquery(procedure.values("notice_days")[:1]), terms.notice_days),
            exception_days=Coalesce(Subquery(procedure.values("exception_days")[:1]), terms.exception_days),
        )

    def seen_on(self, day: datetime.date) -> "KeyDecisionNoticeQuerySet":
        """With `seen_day`, for what depends on the day on which somebody looks."""
        return self.annotate(seen_day=Value(day, models.DateField()))

    def with_maker(self) -> "KeyDecisionNoticeQuerySet":
        """With `maker`: the name of the body, or of the portfolio, that is to decide; and `decided_on`."""
        return self.annotate(
            maker=Coalesce("body__name", "portfolio__name", Value("")),
            decided_on=F("decision__decided_on"),
        )


class KeyDecisionNotice(Versioned):
    """The published notice that a key decision is to be taken (SI 2012/2089, regulations 9 to 11)."""

    matter = models.CharField(max_length=300)
    body = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="notices", verbose_name="decision maker"
    )
    portfolio = models.ForeignKey(
        Portfolio,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="notices",
        verbose_name="or portfolio holder",
    )
    published_on = models.DateField("published on")
    due_on = models.DateField("to be decided on", null=True, blank=True)
    procedure = models.CharField(max_length=20, choices=KeyProcedure.choices, default=KeyProcedure.NOTICE)
    why_key = models.TextField("why it is key", help_text="The sum, or the wards it touches.")
    documents = models.TextField(blank=True, help_text="Documents for the decision, and how to ask for them.")
    exception_reasons = models.TextField(
        "why 28 days could not be given", blank=True, help_text="Published, under an exception."
    )
    chair_told_on = models.DateField("scrutiny chair told on", null=True, blank=True)
    agreed_by = models.CharField(
        "urgency agreed by", max_length=200, blank=True, help_text="The chair who agreed it cannot wait."
    )
    is_private = models.BooleanField("to be taken in private", default=False)

    objects = KeyDecisionNoticeQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-published_on", "matter", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(procedure=KeyProcedure.NOTICE) | ~Q(exception_reasons=""),
                name="portfolios_keydecisionnotice_exception_has_reason",
                violation_error_message="Say why 28 days could not be given: exceptions are published with reasons.",
            ),
            models.CheckConstraint(
                condition=~Q(procedure=KeyProcedure.GENERAL_EXCEPTION) | Q(chair_told_on__isnull=False),
                name="portfolios_keydecisionnotice_chair_told",
                violation_error_message="Under the general exception the scrutiny chair is told. Say on which day.",
            ),
            models.CheckConstraint(
                condition=~Q(procedure=KeyProcedure.SPECIAL_URGENCY) | ~Q(agreed_by=""),
                name="portfolios_keydecisionnotice_urgency_agreed",
                violation_error_message="Special urgency needs a chair's agreement. Say who agreed.",
            ),
            models.CheckConstraint(
                condition=Q(due_on=None) | Q(due_on__gte=F("published_on")),
                name="portfolios_keydecisionnotice_due_after_notice",
                violation_error_message="The decision cannot be due before its notice is published.",
            ),
        ]

    def __str__(self) -> str:
        return self.matter

    def get_absolute_url(self) -> str:
        return reverse("key_decision", args=[self.pk])


class DecisionQuerySet(models.QuerySet["Decision"]):
    def with_decider(self) -> "DecisionQuerySet":
        """With `decided_by`: the name of the body, the portfolio or the post that decided."""
        return self.annotate(decided_by=Coalesce("body__name", "portfolio__name", "post__title"))

    def with_course(self) -> "DecisionQuerySet":
        """With `is_key`, `was_called_in`, and both in words as `course`."""
        return self.annotate(
            is_key=ExpressionWrapper(Q(notice__isnull=False), models.BooleanField()),
            was_called_in=Exists(CallIn.objects.filter(decision=OuterRef("pk"))),
        ).annotate(
            course=Case(
                When(is_key=True, was_called_in=True, then=Value("Key decision, called in")),
                When(is_key=True, then=Value("Key decision")),
                When(was_called_in=True, then=Value("Called in")),
                default=None,
                output_field=models.CharField(),
            )
        )

    def latest_first(self) -> "DecisionQuerySet":
        """The newest on top, those whose day is known only in words last."""
        return self.order_by(F("decided_on").desc(nulls_last=True), "title", "pk")


class Decision(Versioned):
    """What a body, or one member or officer, resolved: the words, the day, the reasons (SI 2012/2089, regs 12, 13)."""

    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=DecisionKind.choices, default=DecisionKind.AS_RECOMMENDED)
    decided_on = models.DateField("decided on", null=True, blank=True)
    decided_as_written = models.CharField("day as written", max_length=100, blank=True)
    body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="decisions")
    portfolio = models.ForeignKey(
        Portfolio,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name="or portfolio holder",
    )
    post = models.ForeignKey(
        Post,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name="or officer's post",
    )
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="decisions")
    report = models.ForeignKey(Report, models.PROTECT, null=True, blank=True, related_name="decisions")
    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    resolution = models.TextField(
        help_text='The operative words, as minuted. A lost "RESOLVED" does no harm.'
    )
    summary = models.TextField(
        "decision summary", blank=True, help_text="As published, if it has other words."
    )
    reasons = models.TextField(blank=True)
    options_rejected = models.TextField("options considered and rejected", blank=True)
    interests = models.TextField("interests declared", blank=True)
    dispensations = models.TextField(blank=True)
    comments = models.TextField("members' comments", blank=True)
    notice = models.OneToOneField(
        KeyDecisionNotice,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="decision",
        verbose_name="key decision notice",
        help_text="If it is a key decision.",
    )
    published_on = models.DateField("published on", null=True, blank=True)
    is_urgent = models.BooleanField("exempt from call-in as urgent", default=False)

    objects = DecisionQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-decided_on", "title", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_on__isnull=False) | ~Q(decided_as_written=""),
                name="portfolios_decision_has_a_day",
                violation_error_message="Give the day of the decision, or the words a paper has for it.",
            ),
            models.CheckConstraint(
                condition=Q(published_on=None) | Q(decided_on=None) | Q(published_on__gte=F("decided_on")),
                name="portfolios_decision_published_after",
                violation_error_message="A decision cannot be published before it is taken. Check both days.",
            ),
            models.CheckConstraint(
                condition=Q(body__isnull=False, portfolio=None, post=None)
                | Q(body=None, portfolio__isnull=False, post=None)
                | Q(body=None, portfolio=None, post__isnull=False),
                name="portfolios_decision_one_decider",
                violation_error_message="Choose who decided: a body, a portfolio holder or an officer, one only.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("decision", args=[self.pk])

    @property
    def decider(self) -> Body | Portfolio | Post | None:
        """Who decided it."""
        return self.body or self.portfolio or self.post

    @property
    def is_executive(self) -> bool:
        """Whether the executive took it: the cabinet, one of its members, or an officer for it (LGA 2000, s.9F)."""
        return self.body is None or self.body.kind == BodyKind.EXECUTIVE


class CallIn(models.Model):
    """Members' demand that a decision be looked at before it is carried out (Local Government Act 2000, s.9F)."""

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="call_ins")
    called_in_on = models.DateField("called in on")
    callers = models.CharField(max_length=300, help_text="Who called it in.")
    grounds = models.TextField()
    heard_on = models.DateField("heard on", null=True, blank=True)
    outcome = models.CharField(max_length=20, choices=CallInOutcome.choices, default=CallInOutcome.WAITING)
    note = models.TextField("what came of it", blank=True)

    objects = models.Manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["decision", "called_in_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(heard_on=None) | Q(heard_on__gte=F("called_in_on")),
                name="portfolios_callin_heard_after",
                violation_error_message="A call-in cannot be heard before it is made. Check both days.",
            )
        ]

    def __str__(self) -> str:
        return f"Call-in of {self.decision}"
