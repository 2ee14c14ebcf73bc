from django.conf import settings
from django.db import models
from django.urls import reverse

from complaints.choices import ContactWay, CustomerStep
from council.models import AppendOnly, AppendOnlyQuerySet, Versioned


class CustomerQuerySet(models.QuerySet["Customer"]):
    def standing(self) -> "CustomerQuerySet":
        """Those that were not merged into another."""
        return self.filter(merged_into=None)

    def same_person_as(self, customer: "Customer") -> "CustomerQuerySet":
        """The customer that others were merged into, and all of them."""
        top = customer.merged_into_id or customer.pk
        return self.filter(models.Q(pk=top) | models.Q(merged_into=top))


class Customer(Versioned):
    """Somebody who contacted the council, or an organisation: who they are, how to reach them, what they need.

    Personal data: seen only by who may see one of their cases, each look kept, and taken out when its time is over.
    """

    name = models.CharField(max_length=200, blank=True)
    email = models.EmailField("e-mail address", blank=True)
    phone = models.CharField(max_length=40, blank=True)
    address = models.TextField(blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    way = models.CharField(
        "wants to hear from us", max_length=20, choices=ContactWay.choices, default=ContactWay.EMAIL
    )
    adjustments = models.TextField(
        "reasonable adjustments",
        blank=True,
        help_text="What the council does differently for them.",
    )
    no_surveys = models.BooleanField("is not to be asked how satisfied they are", default=False)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged")
    said_to_be = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        help_text="Whom they were merged with, who may have been merged since.",
    )
    anonymised_at = models.DateTimeField(null=True, blank=True, editable=False)
    email_key = models.CharField(max_length=254, blank=True, editable=False, db_index=True)
    phone_key = models.CharField(max_length=20, blank=True, editable=False, db_index=True)
    place_key = models.CharField(max_length=220, blank=True, editable=False, db_index=True)

    objects = CustomerQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(merged_into=None) | ~models.Q(merged_into=models.F("pk")),
                name="complaints_customer_not_into_itself",
                violation_error_message="A customer cannot be merged into itself.",
            )
        ]

    def __str__(self) -> str:
        return self.name or ("Anonymised" if self.anonymised_at else "Somebody who gave no name")

    def get_absolute_url(self) -> str:
        return reverse("customer", args=[self.pk])


class CustomerEntry(AppendOnly):
    """What was done with what is kept of a customer: which fields, never their values. Never changed."""

    customer = models.ForeignKey(Customer, models.PROTECT, related_name="entries")
    other = models.ForeignKey(Customer, models.PROTECT, null=True, blank=True, related_name="+")
    step = models.CharField(max_length=20, choices=CustomerStep.choices)
    fields = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name_plural = "customer entries"

    def __str__(self) -> str:
        return f"{self.get_step_display()}, {self.at:%-d %B %Y}"

    @property
    def fields_in_words(self) -> str:
        """The details that were changed, as forms call them: "Phone, address"."""
        called = {field.name: str(field.verbose_name) for field in Customer._meta.fields}
        names = [called.get(each, each) for each in self.fields.split(", ") if each]
        return ", ".join(names).capitalize()
