"""The days no clock counts, in the register: bank holidays, and the council's own closure days."""

import datetime

from django.contrib import admin
from django.core.exceptions import ValidationError

from council.admin.register import RegisterAdmin
from council.admin.row_forms import RegisterForm
from council.dates import long_date
from council.models import BankHoliday, ClosureDay
from council.working_days import SATURDAY


@admin.register(BankHoliday)
class BankHolidayAdmin(RegisterAdmin):
    """The days no clock counts."""

    list_display = ["date", "title", "division"]
    list_filter = ["division"]
    search_fields = ["title"]
    date_hierarchy = "date"
    fields = ["date", "title", "division"]


class ClosureDayForm(RegisterForm):
    """A closure day, which is a weekday: no clock counts the others anyway."""

    def clean_date(self) -> datetime.date:
        day: datetime.date = self.cleaned_data["date"]
        if day.weekday() >= SATURDAY:
            raise ValidationError(
                f"{long_date(day)} is a {day:%A}, which no clock counts anyway. Give a weekday"
            )
        return day


@admin.register(ClosureDay)
class ClosureDayAdmin(RegisterAdmin):
    """The weekdays on which the council itself is closed."""

    form = ClosureDayForm
    list_display = ["date", "weekday", "title"]
    search_fields = ["title"]
    search_help_text = "Finds a closure day by its title."
    date_hierarchy = "date"
    fields = ["date", "title"]

    @admin.display(description="day of the week", ordering="date")
    def weekday(self, row: ClosureDay) -> str:
        """Monday to Friday."""
        return f"{row.date:%A}"
