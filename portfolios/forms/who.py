"""Which day, and which service, the pages about who is responsible are asked for."""

import datetime

from django.http import QueryDict

from council.dates import long_date
from council.forms import DateField, Form, LineField


class DayForm(Form):
    """The day of a page, today unless the address says another. What cannot be read is kept, with a sentence."""

    on = DateField(label="On which day?", required=False)

    def __init__(self, given: QueryDict, *, today: datetime.date) -> None:
        typed = {name: given.get(name, "") for name in self.base_fields}
        super().__init__({**typed, "on": typed["on"] or long_date(today)}, auto_id="who_%s")
        self.today = today

    @property
    def day(self) -> datetime.date | None:
        """The day asked for; None where what was typed is none."""
        return (self.cleaned_data["on"] or self.today) if self.is_valid() else None


class WhoForm(DayForm):
    """A search for a service, on a day."""

    q = LineField(label="Service, portfolio or words of a remit", required=False, limit=100)

    field_order = ("q", "on")

    @property
    def sought(self) -> str:
        """The words looked for; none where they cannot be read."""
        return str(self.cleaned_data.get("q", "")) if self.is_valid() else ""
