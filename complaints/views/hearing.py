"""The customer of a case got in touch, or somebody speaks for them."""

import datetime
from typing import Any

from django.http import HttpResponse, QueryDict
from django.utils import timezone

from complaints.choices import CaseStep, Channel, LookKind
from complaints.figures.customers_like import customers_like, those_seen
from complaints.forms.contacts import KEEP, NEW, NOBODY, HearForm, RepresentForm
from complaints.forms.steps import StepForm
from complaints.forms.told import DETAILS
from complaints.models import Case, Customer
from complaints.operations.looks import keep_look
from complaints.operations.representing import represent, represent_no_more
from complaints.operations.telling import hear
from complaints.views.carried import Carried
from complaints.views.files_sent import take_file
from complaints.views.stepping import StepPage, step_page
from council.access import Permission, SignedInRequest, allow
from council.periods import local_day

NOON = datetime.time(12)


class HearPage(StepPage):
    """That a customer got in touch about a case, with what they said and sent."""

    step, title, submit, form = CaseStep.HEARD, "The customer got in touch", "Keep it", HearForm
    template = "complaints/hear.html"
    hint = "It is kept whatever the state of the case, and no clock moves by it. To take a case up again, reopen it."

    def __init__(self, request: SignedInRequest, case: Case) -> None:
        super().__init__(request, case)
        self.salt = f"complaints.hearing.{case.pk}"
        # Where somebody was quicker the page is made a second time, and the file was taken by then.
        self.carried: Carried = getattr(request, "carried", None) or Carried.by(request, salt=self.salt)
        request.carried = self.carried  # type: ignore[attr-defined]

    def make_form(self, data: QueryDict | None) -> StepForm:
        if data is None:
            return HearForm(None, page=self, version=self.version)
        files = self.request.FILES
        has_files = bool(self.carried.files)
        form = HearForm(data, files=files, has_files=has_files, page=self, version=self.version)
        form.full_clean()
        sent = files.get("file")
        files.pop("file", None)
        take_file(form, sent, self.carried, at=self.now)
        return form

    def take(self, form: StepForm) -> Case:
        said = form.cleaned_data
        return hear(
            self.case,
            said["words"],
            channel=Channel(said["channel"]),
            heard_at=self._moment(said["heard_on"]),
            files=self.carried.waiting,
            expected=form.expected_version,
            by=self.user,
            at=self.now,
        )

    def _moment(self, day: datetime.date) -> datetime.datetime:
        """Now for today; of an earlier day nobody knows the hour, so it is noon, or when the case came in."""
        if day == local_day(self.now):
            return self.now
        noon = timezone.make_aware(datetime.datetime.combine(day, NOON))
        return max(noon, self.case.received_at)

    def done(self, case: Case) -> str:
        return "What the customer said is kept with the case, and stands among their contacts."

    def shown(self, form: StepForm) -> dict[str, Any]:
        return {"files": self.carried.files, "hidden": self.carried.hidden(salt=self.salt)}


class RepresentPage(StepPage):
    """Who speaks for the customer of a case."""

    step, title, submit, form = CaseStep.NOTED, "Who speaks for the customer", "Save", RepresentForm
    hint = (
        "Whoever speaks for the customer gets the messages in their place. What they say is handled like any other "
        "case (Complaint Handling Code, 1.5)."
    )

    def is_ready(self, form: StepForm) -> bool:
        """Whether it is said which of those on record it is, where there are any like them."""
        if form.cleaned_data["whom"] != NEW:
            return True
        seen = those_seen(customers_like(form.cleaned_data), self.user, day=self.day)
        self.on_record = {str(each.pk): each for each in seen}
        if not seen:
            return True
        for each in seen:
            keep_look(self.user, LookKind.CUSTOMER, at=self.now, customer=each)
        assert isinstance(form, RepresentForm)
        form.offer(seen)
        return form.is_valid()

    def take(self, form: StepForm) -> Case:
        said = form.cleaned_data
        common: dict[str, Any] = {"expected": form.expected_version, "by": self.user, "at": self.now}
        if said["whom"] == NOBODY:
            return represent_no_more(self.case, **common)
        return represent(self.case, self._who(said), authority=said["authority"], **common)

    def _who(self, said: dict[str, Any]) -> Customer:
        if said["whom"] == KEEP and self.case.representative is not None:
            return self.case.representative
        known = self.on_record.get(said.get("customer", NEW))
        return known or Customer(**{name: said.get(name) or "" for name in DETAILS})

    def done(self, case: Case) -> str:
        if case.representative_id is None:
            return "Nobody speaks for the customer any more. Messages go to the customer again."
        return f"{case.representative} speaks for the customer. Messages go to them from now on."


@allow(Permission.HANDLE_CASES)
def case_hear(request: SignedInRequest, reference: str) -> HttpResponse:
    """Keeps that the customer got in touch."""
    return step_page(request, reference, HearPage)


@allow(Permission.HANDLE_CASES)
def case_represent(request: SignedInRequest, reference: str) -> HttpResponse:
    """Says who speaks for the customer."""
    return step_page(request, reference, RepresentPage)
