"""What people fill in of feedback returns and of the reports that they come to."""

import datetime
from collections.abc import Mapping
from typing import Any

from django import forms

from complaints.choices import FeedbackPart
from complaints.models import FeedbackReport
from complaints.models.feedback_report import WHOLE_COUNCIL
from complaints.operations.feedback_reports import WORDS
from council.dates import long_date
from council.forms import AskAgainMixin, DateField, Form, ProseField
from council.periods import Frequency, Span, financial_year, spans
from portfolios.models import Body

PART_LIMIT = 4000
YEARS_BACK = 2
QUESTIONS = {
    FeedbackPart.REQUESTS: "What customers who asked for something told you, and what you do about it",
    FeedbackPart.COMPLAINTS: "What complaints told you, and what you do about it",
    FeedbackPart.COMPLIMENTS: "What you were thanked for, and what you do with it",
    FeedbackPart.ACTIONS: "How your actions stand, and what they have changed",
}


def quarters_until(day: datetime.date) -> list[Span]:
    """The quarters that have begun by the day, the newest first, two years back."""
    this_year = financial_year(day)
    years = range(this_year, this_year - YEARS_BACK - 1, -1)
    return [
        span
        for year in years
        for span in reversed(spans(Frequency.QUARTERLY, year=year))
        if span.start <= day
    ]


def number_in_year(span: Span) -> int:
    """The quarter's number in its financial year, from 1."""
    return (span.start.month - 4) % 12 // 3 + 1


def key_of(span: Span) -> str:
    """The quarter as an address says it: 2026-2."""
    return f"{span.year}-{number_in_year(span)}"


class QuarterForm(Form):
    """Which quarter is looked at."""

    quarter = forms.ChoiceField(label="Quarter")

    def __init__(self, *args: Any, day: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.spans = {key_of(each): each for each in quarters_until(day)}
        self.fields["quarter"].choices = [(key, each.name) for key, each in self.spans.items()]

    @property
    def chosen(self) -> Span:
        """The quarter; of a valid form."""
        return self.spans[self.cleaned_data["quarter"]]

    @staticmethod
    def usual(day: datetime.date) -> str:
        """The newest quarter that is over: the one that returns are owed for."""
        return next(key_of(each) for each in quarters_until(day) if each.end < day)


class FeedbackForm(AskAgainMixin, Form):
    """The four parts of a team's return."""

    def __init__(
        self, *args: Any, is_final: bool, version: int, words: Mapping[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, version=version, initial=dict(words), **kwargs)
        for part, question in QUESTIONS.items():
            self.fields[part.value] = ProseField(
                label=question,
                limit=PART_LIMIT,
                required=is_final,
                widget=forms.Textarea(attrs={"rows": 5}),
                error_messages={"required": "Say it in a sentence, or that there was nothing"},
            )

    @property
    def words(self) -> dict[str, str]:
        """What was written, by part; of a valid form."""
        return {part: self.cleaned_data[part] for part in FeedbackPart.values}


class SendBackForm(AskAgainMixin, Form):
    """Why a return goes back to its team."""

    why = ProseField(
        label="What the team is to put right", limit=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class BeginReportForm(QuarterForm):
    """Of which quarter, and for whom."""

    body = forms.ModelChoiceField(
        label="For",
        queryset=Body.objects.none(),
        required=False,
        empty_label=f"{WHOLE_COUNCIL}, for the operating officer",
        help_text="A body is told of the services it answers for, and of no others.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answering = Body.objects.filter(responsibilities__isnull=False).values("pk")
        self.fields["body"].queryset = Body.objects.filter(pk__in=answering)


class ReportForm(AskAgainMixin, Form):
    """The words of a report."""

    summary = ProseField(
        label="What customers told us, and what we do",
        limit=6000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    chief_executive = ProseField(
        label="From the chief executive",
        limit=6000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def __init__(self, *args: Any, report: FeedbackReport, **kwargs: Any) -> None:
        words = {name: getattr(report, name) for name in WORDS}
        super().__init__(*args, version=report.version, initial=words, **kwargs)


class PresentReportForm(AskAgainMixin, Form):
    """The date of a report."""

    dated_on = DateField(label="Date of the report")

    def __init__(self, *args: Any, report: FeedbackReport, day: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, version=report.version, initial={"dated_on": long_date(day)}, **kwargs)


class ReportErratumForm(Form):
    """What was found wrong after a report was presented."""

    words = ProseField(
        label="What should be read",
        limit=2000,
        help_text="The words of the report stay; this stands beside them with your name and the day.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
