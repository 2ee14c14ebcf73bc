import datetime

from django.db import models


class Division(models.TextChoices):
    """The three parts of the United Kingdom with bank holidays of their own, named as GOV.UK names them."""

    ENGLAND_AND_WALES = "england-and-wales", "England and Wales"
    SCOTLAND = "scotland", "Scotland"
    NORTHERN_IRELAND = "northern-ireland", "Northern Ireland"


class BankHolidayQuerySet(models.QuerySet["BankHoliday"]):
    def for_division(self, division: str) -> "BankHolidayQuerySet":
        """Those kept in one division; holidays common to all three would leave most of them out."""
        return self.filter(division=division)

    def horizon(self) -> datetime.date | None:
        """The last holiday on record: deadlines after it cannot be trusted. None when there are none."""
        last: datetime.date | None = self.aggregate(last=models.Max("date"))["last"]
        return last

    def titles(self) -> dict[datetime.date, str]:
        """The holidays by date, as the working-day rules take them; one query."""
        return dict(self.values_list("date", "title"))


class BankHoliday(models.Model):
    """A weekday on which one division of the United Kingdom does not work, substitute days included.

    Weekends are not kept: no clock counts them anyway (Banking and Financial Dealings Act 1971, and the royal
    proclamations that add days at short notice, which is why these are rows and not code).
    """

    date = models.DateField()
    division = models.CharField(max_length=20, choices=Division.choices, default=Division.ENGLAND_AND_WALES)
    title = models.CharField(max_length=100)

    objects = BankHolidayQuerySet.as_manager()

    class Meta:
        ordering = ["date", "division", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["division", "date"],
                name="council_bank_holiday_once",
                violation_error_message="This division already has a bank holiday on that day.",
            ),
            models.CheckConstraint(
                condition=models.Q(division__in=Division.values),
                name="council_bank_holiday_division",
                violation_error_message="Choose England and Wales, Scotland or Northern Ireland.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.date.day} {self.date:%B %Y}"
