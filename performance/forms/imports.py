"""Bringing a file, and answering what it leaves open."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from council.forms import Form, LineField, ProseField
from council.periods import Frequency
from council.spreadsheets import MOST_BYTES, Sheet, SpreadsheetProblem, read_upload
from council.text import clean_text
from performance.choices import ImportKind, Step
from performance.models import Cycle, ImportBatch
from performance.operations.imports.register import Register
from performance.rules.importing.plan import Question

LONGEST_NAME = 200
MOST_DIGITS = 18
"""Of the number of a file; the database stumbles over longer ones."""
TOO_LARGE = "too_large"
ACCEPTED = ".csv,.tsv,.txt,.xlsx"
STEPS = (
    (Step.DRAFTED, "Drafts, for the officers of each service to look at and submit"),
    (Step.SIGNED_OFF, "Figures that were signed off already: they count on dashboards at once"),
    (Step.PUBLISHED, "Figures that were published already: they count at once, and are kept as published"),
)
STILL_REPORTED = (
    ("no", "No: those that are new to the register end with the table’s year"),
    ("yes", "Yes: returns are made for them from then on"),
)


class BroughtFile(NamedTuple):
    """A file and the table that was read from it."""

    name: str
    content: bytes
    sheet: Sheet


class SheetField(forms.FileField):
    """A box for a CSV file or an Excel workbook; its value is a `BroughtFile`."""

    widget = forms.FileInput(attrs={"accept": ACCEPTED})
    default_error_messages = {
        "empty": "The file is empty",
        "missing": "Choose a file",
        "invalid": "Choose a file",
        "required": "Choose a file",
    }

    def clean(self, data: Any, initial: Any = None) -> Any:
        file: UploadedFile | None = super().clean(data, initial)
        if not file:
            return None
        if file.size is not None and file.size > MOST_BYTES:
            size = f"{file.size / 1024 / 1024:.1f}"
            raise ValidationError(
                f"The file has {size} megabytes. The most is {MOST_BYTES // 1024 // 1024}: save only the table, or "
                "split it into several files",
                code=TOO_LARGE,
            )
        name, content = _shown_name(file.name or ""), file.read()
        try:
            return BroughtFile(name, content, read_upload(name, content))
        except SpreadsheetProblem as problem:
            raise ValidationError(problem.sentence.rstrip("."), code="spreadsheet") from problem


def _shown_name(name: str) -> str:
    """A file's name as it is kept to be shown: without a path, and its ending never cut off."""
    plain = clean_text(name.replace("\0", "").replace("\n", " "), limit=10_000, lines=False)
    base = plain.replace("\\", "/").rpartition("/")[2]
    return base if len(base) <= LONGEST_NAME else f"{base[:150]}…{base[-40:]}"


class IndicatorFileForm(Form):
    """A file of indicators."""

    file = SheetField(label="File of indicators", help_text="CSV or Excel (.xlsx), up to 10 megabytes")
    service = forms.TypedChoiceField(
        label="Service of new indicators whose row names none", coerce=int, empty_value=None, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["service"].choices = [("", "Choose a service"), *service_choices()]  # type: ignore[attr-defined]

    def settings(self) -> dict[str, Any]:
        """What the person said of the file."""
        return {"service": self.cleaned_data["service"]}


class TargetFileForm(Form):
    """A file of targets."""

    file = SheetField(label="File of targets", help_text="CSV or Excel (.xlsx), up to 10 megabytes")

    def settings(self) -> dict[str, Any]:
        """Nothing beside the file."""
        return {}


class MonthFileForm(Form):
    """A file of monthly values."""

    file = SheetField(label="File of monthly values", help_text="CSV or Excel (.xlsx), up to 10 megabytes")

    def settings(self) -> dict[str, Any]:
        """Nothing beside the file."""
        return {}


class ReturnFileForm(Form):
    """A file of returns, and what its figures are."""

    file = SheetField(label="File of returns", help_text="CSV or Excel (.xlsx), up to 10 megabytes")
    step = forms.ChoiceField(
        label="What the figures are", choices=STEPS, widget=forms.RadioSelect, initial=Step.DRAFTED
    )

    def settings(self) -> dict[str, Any]:
        """At which step the returns come in."""
        return {"step": self.cleaned_data["step"]}


class PublishedTableForm(Form):
    """A published year table, the summary that was typed above it, and where its indicators belong."""

    file = SheetField(
        label="The table",
        help_text="CSV or Excel (.xlsx), as it was printed: one row for each indicator. The year is read from the "
        "headings",
    )
    summary = SheetField(
        label="The summary that was typed with it",
        help_text="A status, its number and its per cent in each row. It is compared with the rows and never counted",
        required=False,
    )
    title = LineField(label="Title", help_text="As the paper calls the table", limit=200)
    rule = ProseField(
        label="The rating rule that the paper printed",
        help_text="In its own words, if it printed one.",
        limit=1_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    service = forms.TypedChoiceField(label="Service of the indicators", coerce=int)
    cycle = forms.TypedChoiceField(
        label="Annual cycle", coerce=int, help_text="The years that the table lacks there are added to it"
    )
    still_reported = forms.ChoiceField(
        label="Are its indicators still reported?",
        choices=STILL_REPORTED,
        widget=forms.RadioSelect,
        initial="no",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cycles = [(each.pk, each.name) for each in Cycle.objects.filter(frequency=Frequency.ANNUAL)]
        self.fields["service"].choices = [("", "Choose a service"), *service_choices()]  # type: ignore[attr-defined]
        self.fields["cycle"].choices = cycles  # type: ignore[attr-defined]
        if not cycles:
            self.fields[
                "cycle"
            ].help_text = "There is none yet: add a cycle in the register that is returned annually"

    def settings(self) -> dict[str, Any]:
        """Where the table's figures go."""
        chosen = self.cleaned_data
        return {
            "title": chosen["title"],
            "rule": chosen["rule"],
            "service": chosen["service"],
            "cycle": chosen["cycle"],
            "still_reported": chosen["still_reported"] == "yes",
        }


FileForm = IndicatorFileForm | TargetFileForm | ReturnFileForm | MonthFileForm | PublishedTableForm
FILE_FORMS: dict[str, type[FileForm]] = {
    ImportKind.INDICATORS: IndicatorFileForm,
    ImportKind.TARGETS: TargetFileForm,
    ImportKind.RETURNS: ReturnFileForm,
    ImportKind.MONTHS: MonthFileForm,
    ImportKind.PUBLISHED_TABLE: PublishedTableForm,
}


def service_choices() -> list[tuple[int, str]]:
    """Every service with what stands above it, in the order of the tree."""
    register = Register()
    return sorted(
        ((pk, register.path(each)) for pk, each in register.services.items()), key=lambda pair: pair[1]
    )


def said_before(kind: str, number: str) -> dict[str, Any]:
    """What a person said of an earlier file of the kind, to start the form with when it is brought again."""
    if not (number.isascii() and number.isdigit() and len(number) <= MOST_DIGITS):
        return {}
    batch = ImportBatch.objects.filter(kind=kind, pk=number).only("options").first()
    said: dict[str, Any] = batch.options["settings"] if batch else {}
    if "still_reported" in said:
        said["still_reported"] = "yes" if said["still_reported"] else "no"
    return said


def is_too_large(form: Form) -> bool:
    """Whether a file was refused for its size."""
    return any(error.code == TOO_LARGE for errors in form.errors.as_data().values() for error in errors)


class AnswersForm(Form):
    """The questions of a plan. None has to be answered at once: what is not answered stays open."""

    plan = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, *args: Any, questions: Sequence[Question], fingerprint: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["plan"] = fingerprint
        for question in questions:
            choices = [(choice.value, choice.label) for choice in question.choices]
            widget = forms.Select if question.default else forms.RadioSelect
            self.fields[question.key] = forms.ChoiceField(
                label=question.sentence,
                choices=choices,
                widget=widget,
                required=False,
                initial=question.chosen or None,
            )

    @property
    def answers(self) -> dict[str, str]:
        """What was answered, by the keys of the questions."""
        return {name: answer for name, answer in self.cleaned_data.items() if name != "plan" and answer}
