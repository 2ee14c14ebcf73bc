"""A file that came with a case, handed to whoever may see the case, to be saved and never shown in the page."""

import uuid

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header

from complaints.choices import LookKind
from complaints.operations.attachments import path_of
from complaints.operations.looks import keep_look
from complaints.views.case import find_case
from council.access import Permission, SignedInRequest, allow


@allow(Permission.HANDLE_CASES)
def case_file(request: SignedInRequest, reference: str, key: uuid.UUID) -> HttpResponse:
    """The file, as it was sent; the look is kept."""
    case = find_case(request, reference)
    row = case.attachments.filter(key=key, removed_at=None).first()
    place = path_of(key)
    if row is None or not place.is_file():
        raise Http404("There is no such file.")
    keep_look(request.user, LookKind.FILE, at=timezone.now(), case=case, customer=case.customer)
    response = HttpResponse(place.read_bytes(), content_type=row.type)
    response.headers["Content-Disposition"] = content_disposition_header(True, row.name) or "attachment"
    return response
