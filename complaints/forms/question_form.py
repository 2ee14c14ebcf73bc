"""What the forms of all questions share, on the public form and at the counter."""

import datetime
from typing import Any

from django import forms

from council.dates import long_date
from council.forms import Form


class QuestionForm(Form):
    """What all of them share: the kind of what is told, which some answers depend on, and the day."""

    def __init__(self, *args: Any, kind: str = "", today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._kind, self.today = kind, today

    def kind_told(self) -> str:
        """What is told: of the page itself where it asks for it."""
        said = getattr(self, "cleaned_data", {}).get("kind")
        return str(said or self._kind)

    def shown(self) -> list[tuple[str, str]]:
        """What was answered, box by box, as the last page shows it; of a valid form."""
        return [
            (str(field.label).rstrip("?"), shown)
            for name, field in self.fields.items()
            if (shown := _in_words(field, self.cleaned_data.get(name)))
        ]


def _in_words(field: forms.Field, value: Any) -> str:
    if isinstance(value, datetime.date):
        return long_date(value)
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        return str(dict(field.choices).get(value, ""))
    if isinstance(field, forms.ModelChoiceField) and value is None:
        return str(field.empty_label)
    return str(value) if value else ""
