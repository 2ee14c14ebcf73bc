"""What people fill in of an executive summary: which one to begin, its sentences, its date, and errata."""

import datetime
import uuid
from typing import Any

from django import forms

from council.dates import long_date
from council.forms import AskAgainMixin, DateField, Form, ProseField, VersionField
from council.forms.sent import LARGEST_VERSION
from council.periods import Span
from performance.choices import SummarySection
from performance.figures.standing import quarter_key
from performance.models import ExecutiveSummary, Indicator, SummarySentence
from performance.models.summary import WHOLE_COUNCIL
from portfolios.forms.sent import SentOnceMixin
from portfolios.models import Body, Service

TEXT_LIMIT = 1000


class BeginSummaryForm(Form):
    """Of whom, and of which quarter."""

    quarter = forms.ChoiceField(label="Quarter")
    body = forms.ModelChoiceField(
        label="For",
        queryset=Body.objects.none(),
        required=False,
        empty_label=WHOLE_COUNCIL,
        help_text="A body’s summary is of the indicators that its set tells it of.",
    )

    def __init__(self, *args: Any, quarters: list[Span], bodies: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.spans = {quarter_key(each): each for each in quarters}
        self.fields["quarter"].choices = [(key, each.name) for key, each in self.spans.items()]
        self.fields["body"].queryset = Body.objects.filter(pk__in=bodies)

    @property
    def chosen(self) -> Span:
        """The quarter; of a valid form."""
        return self.spans[self.cleaned_data["quarter"]]


def section_field(headings: dict[str, str]) -> forms.ChoiceField:
    """The three sections under the council's headings."""
    return forms.ChoiceField(label="Section", choices=list(headings.items()), widget=forms.RadioSelect)


class NewSentenceForm(SentOnceMixin, Form):
    """A person's own sentence."""

    service = forms.ModelChoiceField(
        label="Of which service",
        queryset=Service.objects.all(),
        required=False,
        empty_label="None in particular",
        help_text="Of a service’s sentence you can say next which of its figures it rests on.",
    )
    text = ProseField(label="Sentence", limit=TEXT_LIMIT, widget=forms.Textarea(attrs={"rows": 3}))

    field_order = ("section", "service", "text")

    def __init__(self, *args: Any, headings: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section"] = section_field(headings)
        self.order_fields(self.field_order)

    @property
    def said(self) -> dict[str, Any]:
        """What was filled in, as `add_sentence` takes it; of a valid form."""
        cleaned = self.cleaned_data
        sent_as: uuid.UUID = cleaned["sent_as"]
        return {
            "section": SummarySection(cleaned["section"]),
            "service": cleaned["service"],
            "text": cleaned["text"],
            "sent_as": sent_as,
        }


class SentenceForm(AskAgainMixin, Form):
    """A sentence's words, its section and what it rests on; where figures changed, that they were looked at again."""

    text = ProseField(label="Sentence", limit=TEXT_LIMIT, widget=forms.Textarea(attrs={"rows": 6}))
    rests_on = forms.MultipleChoiceField(
        label="It rests on the figures of", required=False, widget=forms.CheckboxSelectMultiple
    )

    field_order = ("text", "section", "rests_on", "looked_again")

    def __init__(
        self,
        *args: Any,
        row: SummarySentence,
        headings: dict[str, str],
        offered: list[Indicator],
        resting: list[int],
        seen: str = "",
        **kwargs: Any,
    ) -> None:
        said = {"text": row.text, "section": row.section, "rests_on": [str(pk) for pk in resting]}
        super().__init__(*args, initial=said, version=row.version, **kwargs)
        self.fields["section"] = section_field(headings)
        self.fields["rests_on"].choices = [(str(each.pk), str(each)) for each in offered]
        if not offered:
            del self.fields["rests_on"]
        if seen:
            self.fields["looked_again"] = forms.BooleanField(
                label="I have looked at the changed figures: the sentence agrees with them as they now stand",
                required=False,
            )
            self.fields["seen"] = forms.CharField(widget=forms.HiddenInput, initial=seen, required=False)
        self.order_fields(self.field_order)

    def show_again(self, seen: str, sentence: str) -> None:
        """Asks once more beside figures that have changed meanwhile."""
        self.data = self.data.copy()
        self.data["seen"] = seen
        self.data.pop("looked_again", None)
        self.add_error(None, sentence)

    @property
    def said(self) -> dict[str, Any]:
        """What was filled in, as `change_sentence` takes it; of a valid form."""
        cleaned = self.cleaned_data
        return {
            "text": cleaned["text"],
            "section": SummarySection(cleaned["section"]),
            "rests_on": [int(pk) for pk in cleaned.get("rests_on", [])],
            "seen": cleaned.get("seen", "") if cleaned.get("looked_again") else "",
        }


class PresentSummaryForm(AskAgainMixin, Form):
    """The date of a summary, and what it covers."""

    dated_on = DateField(label="Date of the summary")
    plans = ProseField(
        label="Plans it covers",
        limit=1000,
        required=False,
        help_text="One a line, such as the corporate plan and the commercial plan.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, summary: ExecutiveSummary, day: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, version=summary.version, initial={"dated_on": long_date(day)}, **kwargs)


class SummaryErratumForm(Form):
    """What was found wrong after a summary was presented."""

    sentence_number = forms.TypedChoiceField(
        label="Which sentence", coerce=int, empty_value=None, required=False
    )
    words = ProseField(
        label="What should be read",
        limit=2000,
        help_text="The words of the summary stay; this stands beside them with your name and the day.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, sentences: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sentence_number"].choices = [("", "The summary as a whole"), *sentences]


class DraftAgainForm(AskAgainMixin, Form):
    """That the rules are to write again, of the draft as it was read."""


class StepForm(Form):
    """One step of one sentence on the working page: up, down, left out, put back, or looked at again."""

    STEPS = ("up", "down", "leave_out", "put_back", "holds")

    sentence = forms.IntegerField(min_value=1, max_value=LARGEST_VERSION)
    version = VersionField()
    seen = forms.CharField(required=False)
    step = forms.ChoiceField(choices=[(each, each) for each in STEPS])
