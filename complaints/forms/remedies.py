"""What is promised to put things right, and what became of it."""

from decimal import Decimal
from typing import Any

from django import forms

from complaints.choices import RedressKind
from complaints.forms.steps import StepForm
from council.dates import long_date
from council.forms import DateField, FigureField, ProseField
from portfolios.models import Post

MOST_POUNDS = Decimal("9999999.99")


class RemedyForm(StepForm):
    """A promise to put something right: what, by whom and by when."""

    kind = forms.ChoiceField(
        label="What kind of remedy", choices=RedressKind.choices, widget=forms.RadioSelect
    )
    what = ProseField(label="What exactly is promised", limit=2000, widget=forms.Textarea(attrs={"rows": 3}))
    owner = forms.ModelChoiceField(
        label="Which post sees to it", queryset=Post.objects.all(), empty_label="Choose a post"
    )
    due_on = DateField(label="By when")
    amount = FigureField(
        label="Amount in pounds",
        quantity="money",
        decimals=2,
        maximum=MOST_POUNDS,
        required=False,
        help_text="Only of a financial remedy.",
    )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        due_on, amount = said.get("due_on"), said.get("amount")
        if due_on is not None and due_on < self.day:
            self.add_error("due_on", f"It is {long_date(self.day)} today. Enter a day that is still ahead")
        is_money = said.get("kind") == RedressKind.MONEY
        if is_money and "amount" in said and (amount is None or amount <= 0):
            self.add_error("amount", "Enter the amount in pounds, such as 150")
        if said.get("kind") and not is_money and amount is not None:
            self.add_error("amount", "An amount belongs to a financial remedy. Choose that, or clear it")
        return said


class SettleForm(StepForm):
    """When a remedy was done; or why it cannot be, and what was offered instead."""

    done_on = DateField(label="It was done on", required=False)
    given_up_why = ProseField(
        label="Or it cannot be done: why, and what was offered instead",
        limit=2000,
        required=False,
        help_text="Tell the customer too, and remind them of the Ombudsman.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
