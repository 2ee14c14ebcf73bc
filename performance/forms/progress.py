"""What people fill in of a progress report: which one to begin, its items, what became of them, and its date."""

import datetime
from typing import Any

from django import forms

from council.dates import long_date
from council.forms import AskAgainMixin, DateField, Form, LineField, ProseField
from performance.choices import ItemKind, ItemUpdate
from performance.models import Indicator, ProgressHeading, ProgressItem
from performance.operations.progress.items import Duty, ItemWords
from portfolios.forms.sent import SentOnceMixin
from portfolios.models import Body, Meeting

EVENTS_LIST = "awaited-events"
TIME_LIMIT = 60


class BeginForm(Form):
    """Which report to begin: an area of the officer's with a period that it has not reported on."""

    report = forms.ChoiceField(label="Which report", widget=forms.RadioSelect)

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["report"].choices = choices

    @property
    def chosen(self) -> tuple[int, int]:
        """The ids of the area and the period; of a valid form."""
        area, period = self.cleaned_data["report"].split("-")
        return int(area), int(period)


class DutyForm(Form):
    """Who, by when, and what it is subject to: of every item alike."""

    who = LineField(
        required=False,
        help_text="Posts by title or initials, with a stroke between joint owners: HCS/ HSRP.",
    )
    by_when = LineField(
        limit=TIME_LIMIT,
        required=False,
        help_text="As you would write it: 13 January, Jan 27, Spring 27, Quarterly, Ongoing.",
    )
    waits_for = LineField(
        label="Subject to",
        required=False,
        help_text="Something outside that it waits for, by name. The item wakes when it happens.",
        widget=forms.TextInput(attrs={"list": EVENTS_LIST}),
    )
    owners_of_heading = forms.BooleanField(
        label="The owners are given for the heading; which of them owns this item is not certain",
        required=False,
    )

    @property
    def duty(self) -> Duty:
        """What was filled in; of a valid form."""
        return Duty(**{name: self.cleaned_data[name] for name in DutyForm.base_fields})


class ItemForm(DutyForm):
    """An item of the officer's own."""

    heading = forms.ModelChoiceField(queryset=ProgressHeading.objects.none())
    kind = forms.ChoiceField(
        label="It is", choices=ItemKind.choices, initial=ItemKind.ISSUE, widget=forms.RadioSelect
    )
    text = ProseField(label="In words", limit=4000, required=False, widget=forms.Textarea(attrs={"rows": 3}))

    figure_of = forms.ModelChoiceField(
        label="Its words repeat the figure of",
        queryset=Indicator.objects.all(),
        required=False,
        empty_label="No indicator",
        help_text="The newest signed-off figure by the end of the period. It stands beside the words, and says when it "
        "becomes another.",
    )

    field_order = ("heading", "kind", "text", "figure_of", *DutyForm.base_fields)

    def __init__(self, *args: Any, headings: list[ProgressHeading], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["heading"]
        field.queryset = ProgressHeading.objects.filter(pk__in=[each.pk for each in headings])
        field.choices = [("", "Choose"), *((each.pk, each.name) for each in headings)]

    def clean(self) -> dict[str, Any]:
        """The words, or for what stands beside no issue the owner or the time."""
        cleaned: dict[str, Any] = self.cleaned_data
        kind = cleaned.get("kind")
        if kind == ItemKind.UNMATCHED and not (cleaned.get("who") or cleaned.get("by_when")):
            self.add_error("who", "Enter who, or by when: without an issue there is nothing else")
        if (
            kind in (ItemKind.PROGRESS, ItemKind.ISSUE)
            and not cleaned.get("text")
            and "text" not in self.errors
        ):
            self.add_error("text", "Enter what was done, or what is to be addressed")
        return cleaned

    @property
    def words(self) -> ItemWords:
        """What was filled in; of a valid form."""
        cleaned = self.cleaned_data
        return ItemWords(
            heading=cleaned["heading"],
            kind=ItemKind(cleaned["kind"]),
            text=cleaned["text"],
            duty=self.duty,
            correction=cleaned.get("correction", ""),
            figure_of=cleaned["figure_of"],
        )


class NewItemForm(SentOnceMixin, ItemForm):
    """An item to be added."""


class CorrectionMixin(forms.Form):
    """Room for a note beside words that stay as written."""

    correction = LineField(
        label="Note of correction",
        limit=300,
        required=False,
        help_text="Printed beside the words, which stay as written. Such as: “Pervious” should read “Previous”.",
    )


class ChangeItemForm(CorrectionMixin, AskAgainMixin, ItemForm):
    """An item of the officer's own, to be changed."""

    field_order = (*ItemForm.field_order, "correction")


class CarriedItemForm(CorrectionMixin, AskAgainMixin, DutyForm):
    """Who and by when of an item carried forward, whose words stay as they were presented."""

    field_order = (*DutyForm.base_fields, "correction")

    def words_of(self, item: ProgressItem) -> ItemWords:
        """What was filled in, beside what stays; of a valid form."""
        return ItemWords(
            heading=item.heading,
            kind=ItemKind(item.kind),
            text=item.text,
            duty=self.duty,
            correction=self.cleaned_data["correction"],
        )


class UpdateForm(AskAgainMixin, Form):
    """One row of the table of what was carried forward."""

    update = forms.ChoiceField(
        label="What became of it",
        choices=[("", "Not said yet"), *ItemUpdate.choices],
        required=False,
    )
    note = ProseField(label="In words", limit=2000, required=False, widget=forms.Textarea(attrs={"rows": 2}))
    by_when = LineField(label="By when", limit=TIME_LIMIT, required=False)

    def __init__(self, *args: Any, item: ProgressItem, **kwargs: Any) -> None:
        said = {"update": item.update, "note": item.update_note, "by_when": item.by_when_as_written}
        super().__init__(*args, prefix=f"item{item.pk}", version=item.version, initial=said, **kwargs)
        for name, field in self.fields.items():
            if name != "version":
                field.help_text = ""  # The heads of the table say it once.
                field.widget.attrs["aria-label"] = f"{field.label}, item {item.number}"

    def clean(self) -> dict[str, Any]:
        """What was dropped says why."""
        cleaned: dict[str, Any] = self.cleaned_data
        if (
            cleaned.get("update") == ItemUpdate.DROPPED
            and not cleaned.get("note")
            and "note" not in self.errors
        ):
            self.add_error("note", "Say why it was dropped")
        return cleaned

    @property
    def said(self) -> ItemUpdate | None:
        """What became of it; None where nobody has said. Of a valid form."""
        return ItemUpdate(self.cleaned_data["update"]) if self.cleaned_data["update"] else None


class PresentForm(AskAgainMixin, Form):
    """The date of a report, and where it goes."""

    dated_on = DateField(label="Date of the report")
    to_body = forms.ModelChoiceField(
        label="Report to", queryset=Body.objects.all(), required=False, empty_label="None, or not in the list"
    )
    meeting = forms.ModelChoiceField(
        label="Published with the papers of",
        queryset=Meeting.objects.none(),
        required=False,
        empty_label="None, or not in the list",
    )

    def __init__(self, *args: Any, day: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"dated_on": long_date(day)}, **kwargs)
        self.fields["meeting"].queryset = Meeting.objects.select_related("body").latest_first()


class DiscardForm(AskAgainMixin, Form):
    """Why a draft is discarded."""

    why = LineField(
        label="Why it is discarded", limit=300, help_text="Such as: begun for quarter 2 by mistake."
    )


class ErratumForm(Form):
    """What was found wrong after a report was presented."""

    item_number = forms.TypedChoiceField(label="Which item", coerce=int, empty_value=None, required=False)
    words = ProseField(
        label="What should be read",
        limit=2000,
        help_text="The words of the report stay; this stands beside them with your name and the day.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, items: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item_number"].choices = [("", "The report as a whole"), *items]
