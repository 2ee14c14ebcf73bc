"""What people fill in of an Ombudsman's annual letter."""

import datetime
from typing import Any

from django import forms

from complaints.choices import LETTER_SHARES, LetterFigure
from complaints.forms.printed import YearField, as_printed, printed_field
from complaints.models import OmbudsmanLetter
from complaints.models.ombudsman_letter import WHICH
from complaints.operations.letters import LetterSaid
from complaints.rules.letter import read_topics, topics_as_typed
from council.dates import long_date
from council.forms import AskAgainMixin, DateField, Form, LineField, ProseField
from council.periods import financial_year


class LetterForm(AskAgainMixin, Form):
    """An Ombudsman's annual letter, with its figures as printed."""

    ombudsman = forms.ChoiceField(label="Which Ombudsman", choices=WHICH, widget=forms.RadioSelect)
    year = YearField(label="Of which financial year")
    dated_on = DateField(label="Date of the letter")
    source = LineField(label="Where it can be read", limit=300, required=False)
    words = ProseField(
        label="What it says in words", limit=6000, required=False, widget=forms.Textarea(attrs={"rows": 6})
    )
    topics = ProseField(
        label="Complaints and enquiries by topic",
        limit=4000,
        required=False,
        help_text="One in a line, with its number after a colon. For example, Housing: 12.",
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def __init__(
        self, *args: Any, day: datetime.date, row: OmbudsmanLetter | None = None, **kwargs: Any
    ) -> None:
        self.day = day
        initial: dict[str, Any] = {}
        if row is not None:
            names = ("ombudsman", "year", "dated_on", "source", "words")
            initial = {name: getattr(row, name) for name in names}
            initial |= {"topics": topics_as_typed(row.topics)}
            initial |= {figure: words for figure, (words, _) in row.printed.items()}
            kwargs["version"] = row.version
        super().__init__(*args, initial=initial, **kwargs)
        for figure in LetterFigure:
            is_share = figure in LETTER_SHARES
            self.fields[figure.value] = printed_field(
                f"{figure.label}, in per cent" if is_share else figure.label,
                is_share=is_share,
                required=False,
                help_text="As printed. Leave this empty if the letter does not say.",
            )

    def clean_year(self) -> int:
        year: int = self.cleaned_data["year"]
        if year > financial_year(self.day):
            raise forms.ValidationError("That year has not begun. Enter the year that the letter is about")
        return year

    def clean_dated_on(self) -> datetime.date:
        dated_on: datetime.date = self.cleaned_data["dated_on"]
        if dated_on > self.day:
            raise forms.ValidationError(f"It is {long_date(self.day)} today. Enter the date on the letter")
        return dated_on

    def clean_topics(self) -> list[tuple[str, int]]:
        try:
            return read_topics(self.cleaned_data["topics"] or "")
        except ValueError as problem:
            raise forms.ValidationError(str(problem)) from problem

    @property
    def said(self) -> LetterSaid:
        """What was filled in; of a valid form."""
        said = self.cleaned_data
        printed = {
            figure.value: [as_printed(self, figure.value), f"{said[figure].value:f}"]
            for figure in LetterFigure
            if said[figure] is not None
        }
        names = ("ombudsman", "year", "dated_on", "source", "words", "topics")
        return LetterSaid(**{name: said[name] for name in names}, printed=printed)
