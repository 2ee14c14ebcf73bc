"""What people fill in of Ombudsman cases."""

import datetime
from typing import Any

from django import forms

from complaints.choices import DECIDES, Code, OmbudsmanDecision
from complaints.forms.steps import StepForm
from complaints.models import Case, OmbudsmanCase, OmbudsmanRecommendation
from complaints.models.ombudsman import WHICH
from complaints.operations.ombudsman import Referral
from complaints.rules.ombudsman import Ruling
from council.forms import AskAgainMixin, DateField, Form, LineField, ProseField
from council.models import User
from portfolios.models import Post, Service

NO_CASE = "There is no such case, or it is not yours to see. Enter its reference, such as C-2026-0042"


class ReferralFields(Form):
    """What is known when a complaint comes to an Ombudsman."""

    ombudsman = forms.ChoiceField(label="Which Ombudsman", choices=WHICH, widget=forms.RadioSelect)
    their_reference = LineField(label="Their reference", limit=50)
    subject = LineField(
        label="In a few words, without names", help_text="For example: damp in a council home, not repaired."
    )
    referred_on = DateField(label="When it came to the Ombudsman")

    def referral(self, case: Case | None, service: Service | None) -> Referral:
        """What was filled in; of a valid form."""
        said = self.cleaned_data
        names = ("ombudsman", "their_reference", "subject", "referred_on")
        return Referral(**{name: said[name] for name in names}, service=service, case=case)


class OmbudsmanForm(AskAgainMixin, ReferralFields):
    """An Ombudsman case, entered or changed by the complaints team."""

    case = LineField(
        label="Our case",
        limit=20,
        required=False,
        help_text="Its reference. Leave this empty if they went to the Ombudsman directly.",
    )
    service = forms.ModelChoiceField(
        label="Service",
        queryset=Service.objects.all(),
        required=False,
        empty_label="That of our case, or none",
    )
    field_order = ("ombudsman", "their_reference", "case", "service", "subject", "referred_on")

    def __init__(
        self, *args: Any, user: User, day: datetime.date, row: OmbudsmanCase | None = None, **kwargs: Any
    ) -> None:
        self.user, self.day = user, day
        initial = {}
        if row is not None:
            names = ("ombudsman", "their_reference", "subject", "referred_on", "service")
            initial = {name: getattr(row, name) for name in names} | {"case": str(row.case or "")}
            kwargs["version"] = row.version
        super().__init__(*args, initial=initial, **kwargs)

    def clean_case(self) -> Case | None:
        typed = self.cleaned_data["case"]
        if not typed:
            return None
        seen = Case.objects.visible_to(self.user, day=self.day)
        found = seen.select_related("service").filter(reference=typed.upper()).first()
        if found is None:
            raise forms.ValidationError(NO_CASE)
        return found

    @property
    def chosen(self) -> Referral:
        """What was filled in; of a valid form."""
        case = self.cleaned_data["case"]
        service = self.cleaned_data["service"] or (case.service if case else None)
        return self.referral(case, service)


class CaseToOmbudsmanForm(StepForm, ReferralFields):
    """That an Ombudsman has a case of our own, entered on its page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        code = self.case.procedure.code if self.case.procedure else ""
        is_housing = code == Code.HOUSING
        self.fields["ombudsman"].initial = Code.HOUSING if is_housing else Code.OMBUDSMAN
        self.fields["subject"].initial = self.case.subject


class RulingForm(AskAgainMixin, Form):
    """What the Ombudsman decided, and what was found."""

    decision = forms.ChoiceField(label="What they decided", widget=forms.RadioSelect)
    decided_on = DateField(label="When they decided")
    fault = ProseField(
        label="Fault they found",
        limit=4000,
        required=False,
        help_text="In their words. Leave this empty if they found none.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    injustice = ProseField(
        label="Injustice it caused", limit=4000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    is_remedied_before = forms.BooleanField(
        label="We had put it right to their satisfaction before they investigated", required=False
    )

    def __init__(self, *args: Any, row: OmbudsmanCase, **kwargs: Any) -> None:
        names = ("decision", "decided_on", "fault", "injustice", "is_remedied_before")
        initial = {name: getattr(row, name) for name in names}
        super().__init__(*args, version=row.version, initial=initial, **kwargs)
        offered = DECIDES[Code(row.ombudsman)]
        self.fields["decision"].choices = [(each.value, OmbudsmanDecision(each).label) for each in offered]

    @property
    def ruling(self) -> Ruling:
        """What was filled in; of a valid form."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        return Ruling(**said)


class RecommendationForm(AskAgainMixin, Form):
    """What the council agreed to do, who sees to it and by when."""

    what = ProseField(label="What is to be done", limit=2000, widget=forms.Textarea(attrs={"rows": 3}))
    owner = forms.ModelChoiceField(
        label="Which post sees to it", queryset=Post.objects.all(), empty_label="Choose a post"
    )
    due_on = DateField(label="By when")


class RecommendationDoneForm(AskAgainMixin, Form):
    """When a recommendation was carried out, what shows it, and when the Ombudsman was told."""

    done_on = DateField(label="It was done on")
    shown_by = ProseField(
        label="What shows it",
        limit=2000,
        help_text="For example: the letter of apology of 3 June, the payment run of 10 June.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    reported_on = DateField(
        label="The Ombudsman was told on", required=False, help_text="Leave this empty until they are told."
    )

    def __init__(self, *args: Any, row: OmbudsmanRecommendation, **kwargs: Any) -> None:
        initial = {name: getattr(row, name) for name in ("done_on", "shown_by", "reported_on")}
        super().__init__(*args, version=row.version, initial=initial, **kwargs)
