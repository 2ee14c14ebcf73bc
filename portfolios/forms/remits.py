"""Which day the remits are shown of, and which day beside it."""

import datetime

from council.forms import DateField
from portfolios.forms.who import DayForm


class TwoDaysForm(DayForm):
    """A day, and another to set beside it. What cannot be read is kept, with a sentence."""

    beside = DateField(label="Beside which other day?", required=False)

    field_order = ("on", "beside")

    @property
    def other(self) -> datetime.date | None:
        """The other day; None where none is asked for or it cannot be read."""
        return self.cleaned_data["beside"] if self.is_valid() else None
