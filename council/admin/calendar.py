"""Bank holidays in the register."""

from django.contrib import admin

from council.admin.register import RegisterAdmin
from council.models import BankHoliday


@admin.register(BankHoliday)
class BankHolidayAdmin(RegisterAdmin):
    """The days no clock counts."""

    list_display = ["date", "title", "division"]
    list_filter = ["division"]
    search_fields = ["title"]
    date_hierarchy = "date"
    fields = ["date", "title", "division"]
