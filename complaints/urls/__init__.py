"""The addresses of cases for officers: plural nouns, verbs and the public reference."""

from django.urls import path, register_converter

from complaints.urls.references import ReferenceConverter
from complaints.views import (
    answering,
    board,
    case,
    clocks,
    customers,
    deciding,
    ending,
    files,
    handing_over,
    hearing,
    incidents,
    joining,
    merging,
    patterns,
    remedies,
    taking,
    telling_all,
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
    hearing.case_hear,
    hearing.case_represent,
    joining.case_incident,
)
"""What is done with a case; each address ends in the verb of its page."""

urlpatterns = [
    path("", board.cases, name="cases"),
    path("new/", taking.take_case, name="case_new"),
    path("patterns/", patterns.case_patterns, name="case_patterns"),
    path("customers/", customers.customers, name="customers"),
    path("customers/possible/", merging.customers_possible, name="customers_possible"),
    path("customers/<int:pk>/", customers.customer, name="customer"),
    path("customers/<int:pk>/change/", customers.customer_change, name="customer_change"),
    path("customers/<int:pk>/merge/", merging.customer_merge, name="customer_merge"),
    path("customers/<int:pk>/merge/<int:other>/", merging.customer_compare, name="customer_compare"),
    path("customers/<int:pk>/unmerge/", merging.customer_unmerge, name="customer_unmerge"),
    path("incidents/", incidents.incidents, name="incidents"),
    path("incidents/new/", incidents.incident_new, name="incident_new"),
    path("incidents/<int:pk>/", incidents.incident, name="incident"),
    path("incidents/<int:pk>/change/", incidents.incident_change, name="incident_change"),
    path("incidents/<int:pk>/tell/", telling_all.incident_tell, name="incident_tell"),
    path("incidents/<int:pk>/reply/", telling_all.incident_reply, name="incident_reply"),
    path(CASE, case.case, name="case"),
    *(path(f"{CASE}{each.__name__.removeprefix('case_')}/", each, name=each.__name__) for each in STEPS),
    path(f"{CASE}answer/<int:number>/", answering.case_answer, name="case_answer"),
    path(f"{CASE}settle/<int:number>/", remedies.case_settle, name="case_settle"),
    path(f"{CASE}files/<uuid:key>/", files.case_file, name="case_file"),
]
