"""A message to a customer who does not hear by e-mail, as a letter to be printed or read out."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from complaints.choices import ContactWay, LookKind
from complaints.operations.looks import keep_look
from complaints.views.case import find_case
from council.access import Permission, SignedInRequest, allow
from council.forms.asking import LARGEST_KEY

NO_LETTER = "There is no such letter: what went by e-mail is read on the case."


@allow(Permission.HANDLE_CASES)
def case_letter(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """The letter with the customer's own link, which nobody sees otherwise; the look is kept.

    404 for what went by e-mail: nobody has to print that, so nobody needs its link.
    """
    case = find_case(request, reference)
    hears = case.representative or case.customer
    row = case.messages.filter(pk=number, to="").first() if number <= LARGEST_KEY else None
    if row is None or hears.way == ContactWay.NONE or case.anonymised_at is not None:
        raise Http404(NO_LETTER)
    keep_look(request.user, LookKind.LETTER, at=timezone.now(), case=case, customer=hears)
    context = {
        "case": case,
        "message": row,
        "hears": hears,
        "breadcrumbs": [(case.reference, case.get_absolute_url())],
    }
    return render(request, "complaints/letter.html", context)
