"""The addresses of cases for officers: plural nouns, verbs and the public reference."""

from django.urls import path, register_converter

from complaints.urls import feedback
from complaints.urls.references import ReferenceConverter
from complaints.views import (
    answering,
    board,
    case,
    clocks,
    deciding,
    ending,
    export,
    files,
    handing_over,
    keeping,
    letters,
    looks,
    patterns,
    remedies,
    retention,
    taking,
)

register_converter(ReferenceConverter, "reference")

CASE = "<reference:reference>/"
STEPS = (
    deciding.case_triage,
    deciding.case_refuse,
    handing_over.case_assign,
    handing_over.case_move,
    handing_over.case_concern,
    handing_over.case_release,
    answering.case_points,
    answering.case_acknowledge,
    answering.case_reply,
    clocks.case_extend,
    clocks.case_pause,
    clocks.case_resume,
    ending.case_escalate,
    ending.case_complain,
    ending.case_withdraw,
    ending.case_close,
    ending.case_reopen,
    ending.case_note,
    remedies.case_promise,
    keeping.case_hold,
    keeping.case_lift,
    keeping.case_anonymise,
)
"""What is done with a case; each address ends in the verb of its page."""

urlpatterns = [
    path("", board.cases, name="cases"),
    path("new/", taking.take_case, name="case_new"),
    path("patterns/", patterns.case_patterns, name="case_patterns"),
    path("customers/<int:pk>/export/", export.customer_export, name="customer_export"),
    path("looks/", looks.looks, name="looks"),
    path("retention/", retention.retention, name="retention"),
    *feedback.urlpatterns,
    path(CASE, case.case, name="case"),
    *(path(f"{CASE}{each.__name__.removeprefix('case_')}/", each, name=each.__name__) for each in STEPS),
    path(f"{CASE}answer/<int:number>/", answering.case_answer, name="case_answer"),
    path(f"{CASE}settle/<int:number>/", remedies.case_settle, name="case_settle"),
    path(f"{CASE}letters/<int:number>/", letters.case_letter, name="case_letter"),
    path(f"{CASE}files/<uuid:key>/", files.case_file, name="case_file"),
]
