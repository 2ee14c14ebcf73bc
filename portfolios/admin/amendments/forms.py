"""The forms of an amendment: what is to be done, and then only the fields that this kind of change needs."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.db.models import Q

from council.forms import DateField, Form, LineField, ProseField, VersionedFormMixin, WholeNumberField
from portfolios.admin.amendments.wording import HINTS, KIND_HINTS, LABELS, hint_of, label_of
from portfolios.choices import AmendmentKind, ItemKind, Placing
from portfolios.forms.sent import SentOnceMixin
from portfolios.models import Body, Finding, Recommendation
from portfolios.rules.remits.fields import FIELDS, LONGEST_NAME, NAMINGS, field_problems

NOT_THERE = (
    "That item is not in this remit on that day: it was repealed or moved, or was not there yet. "
    "Choose another one."
)
NO_SUCH = "Choose a portfolio from the list."
OTHER_PORTFOLIO = (
    "This recommendation is about another portfolio. Choose one about this portfolio or about none."
)
MOST_WORDS = 5_000
MOST_SOUGHT = 1_000
LARGEST_PLACE = 999

Choices = list[tuple[str, str]]


def why_field(*, required: bool) -> LineField:
    """The box for a reason."""
    return LineField(
        label="Why",
        limit=400,
        required=required,
        help_text="Shown in the history beside the old and the new words.",
        error_messages={"required": "Say why, in a few words."},
        widget=AdminTextInputWidget,
    )


def place_field() -> WholeNumberField:
    """The box for the order of amendments on one day."""
    return WholeNumberField(
        label=LABELS["place"],
        help_text=HINTS["place"],
        min_value=1,
        max_value=LARGEST_PLACE,
        required=False,
        initial=1,
        widget=forms.TextInput(attrs={"class": "short"}),
    )


class ChoosingForm(Form):
    """Which portfolio, what to do, and from which day: it settles which fields are asked next."""

    portfolio = forms.ChoiceField(label="Portfolio", error_messages={"invalid_choice": NO_SUCH})
    kind = forms.ChoiceField(
        label="What to do",
        choices=AmendmentKind.choices,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Choose from the list what to do."},
    )
    effective_on = DateField(
        label="Takes effect on",
        required=False,
        help_text="The remit is then shown as it will stand on that day. Blank while it is not known.",
    )

    def __init__(self, portfolios: Choices, *args: Any, may_record: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["portfolio"]
        field.choices = [("", "Choose a portfolio"), *portfolios]
        kinds: Any = self.fields["kind"]
        kinds.choices = [
            each for each in AmendmentKind.choices if may_record or each[0] != AmendmentKind.RECORD
        ]

    @property
    def kinds(self) -> list[tuple[Any, str]]:
        """Each button with what it is for."""
        return [(button, KIND_HINTS[AmendmentKind(button.data["value"])]) for button in self["kind"]]


class AmendmentForm(SentOnceMixin, VersionedFormMixin, Form):
    """The fields of one kind of amendment. What is missing is told by the same rule as everywhere."""

    def __init__(
        self,
        kind: AmendmentKind,
        portfolio_id: int,
        items: Choices,
        portfolios: Choices,
        *args: Any,
        asks_why: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        lists = {"item": items, "items": items, "to_portfolio": portfolios}
        for name in FIELDS[kind].all:
            field = _field(name, kind, lists.get(name, []), portfolio_id)
            field.label, field.required = label_of(name, kind), False
            if field.help_text != hint_of(name, kind):
                field.help_text = f"{hint_of(name, kind)} {field.help_text}".strip()
            self.fields[name] = field
        self.fields["why"] = why_field(required=asks_why)

    def clean_item(self) -> int | None:
        return int(self.cleaned_data["item"]) if self.cleaned_data["item"] else None

    def clean_items(self) -> list[int]:
        return [int(each) for each in self.cleaned_data["items"]]

    def clean_to_portfolio(self) -> int | None:
        return int(self.cleaned_data["to_portfolio"]) if self.cleaned_data["to_portfolio"] else None

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        given = {name: cleaned[name] for name in FIELDS[self.kind].all if name in cleaned}
        for problem in field_problems(self.kind, given):
            self.add_error(problem.field, problem.sentence)
        return cleaned


class FindingField(forms.ModelChoiceField):
    """A choice of findings, each with whether it is final yet."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.title}, {obj.made_by} ({obj.get_status_display().lower()})"


def _field(name: str, kind: AmendmentKind, choices: Choices, portfolio_id: int) -> forms.Field:
    """The box for one field, as this kind of amendment needs it."""
    if name == "words" and kind in NAMINGS:
        return LineField(limit=LONGEST_NAME, widget=AdminTextInputWidget)
    many = {"invalid_choice": NOT_THERE}
    makers: dict[str, Any] = {
        "words": lambda: ProseField(limit=MOST_WORDS, widget=AdminTextareaWidget),
        "anchor": lambda: ProseField(limit=MOST_SOUGHT, widget=AdminTextareaWidget(attrs={"rows": 2})),
        "source": lambda: LineField(limit=200, widget=AdminTextInputWidget),
        "item": lambda: forms.ChoiceField(choices=[("", "Choose an item"), *choices], error_messages=many),
        "items": lambda: forms.MultipleChoiceField(
            choices=choices, widget=forms.CheckboxSelectMultiple, error_messages=many
        ),
        "to_portfolio": lambda: forms.ChoiceField(
            choices=[("", "Choose a portfolio"), *choices], error_messages={"invalid_choice": NO_SUCH}
        ),
        "item_kind": lambda: forms.ChoiceField(choices=ItemKind.choices, widget=forms.RadioSelect),
        "placing": lambda: forms.ChoiceField(
            choices=Placing.choices, widget=forms.RadioSelect, initial=Placing.END
        ),
        "body": lambda: forms.ModelChoiceField(Body.objects.all(), empty_label="No body named"),
        "effective_on": lambda: DateField(widget=AdminTextInputWidget),
        "place": place_field,
        "finding": lambda: FindingField(Finding.objects.all(), empty_label="No finding"),
        "recommendation": lambda: forms.ModelChoiceField(
            Recommendation.objects.filter(Q(portfolio=portfolio_id) | Q(portfolio=None))
            .select_related("report")
            .order_by("-report", "number", "pk"),
            empty_label="No recommendation",
            error_messages={"invalid_choice": OTHER_PORTFOLIO},
        ),
    }
    made: forms.Field = makers[name]()
    if made.error_messages.get("invalid_choice", "").startswith("Select a valid"):
        made.error_messages["invalid_choice"] = "Choose from the list."
    return made
