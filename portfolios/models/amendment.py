import datetime
from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, Exists, F, Max, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse

from council.models import Versioned
from portfolios.choices import (
    LIVE,
    NOT_DECIDED,
    SETTLED,
    STAGES,
    AmendmentKind,
    AmendmentStage,
    AmendmentStep,
    CallInOutcome,
    ItemKind,
    Placing,
)
from portfolios.models.amendment_entry import AmendmentEntry
from portfolios.models.body import Body
from portfolios.models.deciders import amending_decisions
from portfolios.models.decision import CallIn, Decision
from portfolios.models.finding import Finding
from portfolios.models.portfolio import Portfolio
from portfolios.models.report import Recommendation
from portfolios.rules.remits.fields import field_problems

JUDGED = (
    *("item_id", "anchor", "words", "item_kind", "body_id", "placing"),
    *("to_portfolio_id", "place", "finding_id", "recommendation_id", "source"),
)
"""The columns that are judged by kind. Which items a split takes along is judged where it is applied."""


class AmendmentQuerySet(models.QuerySet["Amendment"]):
    def live(self) -> "AmendmentQuerySet":
        """Those not withdrawn."""
        return self.filter(step__in=LIVE)

    def settled(self) -> "AmendmentQuerySet":
        """Those whose words stand from their day of effect."""
        return self.filter(step__in=SETTLED)

    def changes(self) -> "AmendmentQuerySet":
        """Those that change words, without the items recorded as they stood."""
        return self.exclude(kind=AmendmentKind.RECORD)

    def put_forward(self) -> "AmendmentQuerySet":
        """Those once proposed, decided or recorded, also if withdrawn since; not what is still somebody's draft."""
        further = AmendmentEntry.objects.exclude(step__in=[AmendmentStep.DRAFTED, AmendmentStep.WITHDRAWN])
        was_proposed = Exists(further.filter(amendment=OuterRef("pk")))
        return self.exclude(step=AmendmentStep.DRAFTED).filter(was_proposed)

    def with_stage(
        self, *, on: datetime.date, without_effect: Collection[int] = (), held: Collection[int] = ()
    ) -> "AmendmentQuerySet":
        """With `stage_then`: how far each is on the day. The twin of `Amendment.stage`.

        `without_effect` are those settled that cannot be applied, `held` those that a call-in holds, by number: only
        the register of all knows them.
        """
        ahead = Q(step__in=SETTLED, effective_on__gt=on)
        found = [When(step=step, then=Value(stage)) for step, stage in STAGES.items()]
        then = Case(
            When(pk__in=held, then=Value(AmendmentStage.HELD)),
            When(ahead, then=Value(AmendmentStage.PENDING)),
            *found,
            When(pk__in=without_effect, then=Value(AmendmentStage.WITHOUT_EFFECT)),
            default=Value(AmendmentStage.IN_FORCE),
        )
        return self.annotate(stage_then=then)

    def with_called_in(self) -> "AmendmentQuerySet":
        """With `is_called_in`: whether the decision was called in and the call-in was not withdrawn."""
        called_in = CallIn.objects.filter(decision=OuterRef("decision")).exclude(
            outcome=CallInOutcome.WITHDRAWN
        )
        return self.annotate(is_called_in=Exists(called_in))

    def with_clause(self) -> "AmendmentQuerySet":
        """With `clause`: the operative words, as the step that brought it where it stands has them."""
        taken = AmendmentEntry.objects.forward().filter(amendment=OuterRef("pk"))
        here = taken.filter(step=OuterRef("step"))
        last = [Subquery(each.order_by("-number").values("clause")[:1]) for each in (here, taken)]
        return self.annotate(clause=Coalesce(*last))

    def in_order(self) -> "AmendmentQuerySet":
        """As they take effect: by day, within a day in the order given; without a day at the end."""
        return self.order_by(F("effective_on").asc(nulls_last=True), "place", "pk")

    def with_looked_at(self) -> "AmendmentQuerySet":
        """With `looked_at`: when the words were last drafted."""
        drafting = Q(entries__step=AmendmentStep.DRAFTED, entries__is_undoing=False)
        return self.annotate(looked_at=Max("entries__at", filter=drafting))


class Amendment(Versioned):
    """Words that change a remit. All words of all remits come from these rows, and from nowhere else.

    What may stand in which field depends on `kind`; `portfolios.rules.remits` reads them. Once proposed its words are
    fixed: whoever wants others withdraws it and drafts a new one.
    """

    kind = models.CharField("what it does", max_length=20, choices=AmendmentKind.choices)
    portfolio = models.ForeignKey(Portfolio, models.PROTECT, related_name="amendments")
    item = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="changes",
        verbose_name="remit item",
        help_text="The item that is changed, or that an added one stands beside.",
    )
    items = models.ManyToManyField(
        "self", symmetrical=False, blank=True, related_name="splits", verbose_name="items that go"
    )
    anchor = models.TextField(
        "words to find", blank=True, help_text="As they stand in the item: once, and whole words."
    )
    words = models.TextField(
        "new words",
        blank=True,
        help_text="What is inserted, substituted or added; the new name of a portfolio.",
    )
    item_kind = models.CharField("kind of item", max_length=20, choices=ItemKind.choices, blank=True)
    body = models.ForeignKey(
        Body,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="amendments",
        verbose_name="body that exercises it",
    )
    placing = models.CharField("where it goes", max_length=20, choices=Placing.choices, default=Placing.END)
    to_portfolio = models.ForeignKey(
        Portfolio,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="amendments_into",
        verbose_name="other portfolio",
    )
    effective_on = models.DateField(
        "takes effect on", null=True, blank=True, help_text="Blank while it is not known."
    )
    place = models.PositiveSmallIntegerField(
        "order on that day", default=1, help_text="Amendments of one day apply in this order."
    )

    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, null=True, blank=True, related_name="amendments"
    )
    finding = models.ForeignKey(
        Finding,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="amendments",
        verbose_name="prompted by",
        help_text="The finding it rests on. While that is a draft, another look is due when the final comes.",
    )
    source = models.CharField(
        "where the words are from", max_length=200, blank=True, help_text="For an item recorded as it stands."
    )
    decision = models.ForeignKey(
        Decision,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="amendments",
        editable=False,
        limit_choices_to=amending_decisions,
    )
    step = models.CharField(
        max_length=20, choices=AmendmentStep.choices, default=AmendmentStep.DRAFTED, editable=False
    )
    sent_as = models.UUIDField(null=True, blank=True, unique=True, editable=False)

    changed_rows = models.JSONField(
        default=dict, blank=True, editable=False, help_text="What a merge changed in the register."
    )

    objects = AmendmentQuerySet.as_manager()

    class Meta:
        ordering = ["-effective_on", "-place", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(step=AmendmentStep.COMMENCED) | Q(effective_on__isnull=False),
                name="portfolios_amendment_commenced_has_a_day",
                violation_error_message="Say from which day it takes effect.",
            ),
            models.CheckConstraint(
                condition=~Q(step__in=[AmendmentStep.DECIDED, AmendmentStep.COMMENCED])
                | Q(decision__isnull=False),
                name="portfolios_amendment_decided_by_a_decision",
                violation_error_message="Choose the decision that made the amendment.",
            ),
            models.CheckConstraint(
                condition=~Q(kind=AmendmentKind.RECORD) | ~Q(source=""),
                name="portfolios_amendment_recorded_from_somewhere",
                violation_error_message="Say where the recorded words are from, such as a part of the constitution.",
            ),
        ]

    def __str__(self) -> str:
        return f"Amendment {self.pk}: {self.get_kind_display().lower()}"

    def get_absolute_url(self) -> str:
        return reverse("amendment", args=[self.pk])

    def clean(self) -> None:
        """Refuses a kind without what it needs, and with what says nothing there."""
        if self.kind in AmendmentKind.values:
            given = {name.removesuffix("_id"): getattr(self, name) for name in JUDGED}
            if self.kind == AmendmentKind.SPLIT:
                del given["to_portfolio"]  # What it made, once it has its day.
            found = field_problems(AmendmentKind(self.kind), given)
            if found:
                raise ValidationError({each.field: each.sentence for each in found})

    def stage(self, *, on: datetime.date) -> AmendmentStage:
        """How far it is on the day."""
        if self.step in SETTLED:
            is_ahead = self.effective_on is not None and self.effective_on > on
            return AmendmentStage.PENDING if is_ahead else AmendmentStage.IN_FORCE
        return STAGES[AmendmentStep(self.step)]

    @property
    def is_open_to_words(self) -> bool:
        """Whether its words may still be changed."""
        return self.step == NOT_DECIDED[0]
