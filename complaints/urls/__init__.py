"""The addresses of cases for officers: plural nouns, verbs and the public reference."""

from django.urls import path, register_converter

from complaints.urls import annual, feedback, ombudsman
from complaints.urls.references import ReferenceConverter
from complaints.views import (
    answering,
    board,
    case,
    clocks,
    deciding,
    ending,
    files,
    handing_over,
    patterns,
    remedies,
    taking,
    to_ombudsman,
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
    to_ombudsman.case_ombudsman,
)
"""What is done with a case; each address ends in the verb of its page."""

urlpatterns = [
    path("", board.cases, name="cases"),
    path("new/", taking.take_case, name="case_new"),
    path("patterns/", patterns.case_patterns, name="case_patterns"),
    *feedback.urlpatterns,
    *ombudsman.urlpatterns,
    *annual.urlpatterns,
    path(CASE, case.case, name="case"),
    *(path(f"{CASE}{each.__name__.removeprefix('case_')}/", each, name=each.__name__) for each in STEPS),
    path(f"{CASE}answer/<int:number>/", answering.case_answer, name="case_answer"),
    path(f"{CASE}settle/<int:number>/", remedies.case_settle, name="case_settle"),
    path(f"{CASE}files/<uuid:key>/", files.case_file, name="case_file"),
]
