"""Each page asks the database as often for 30 rows as for 3, and seldom."""

from functools import cache

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.conventions import scene
from tests.conventions.addresses import addresses

MOST = 8
# Pages that may ask more often, each as often as it does, with its reason. Two of all counts are session and user.
MAY_ASK_MORE = {
    "case": (
        26,
        "shows clocks, points, remedies, lessons, files, steps, messages, decisions, what it led to, what the customer "
        "said of it, what an Ombudsman has and who answers, each of its own table, and finds the reader's services",
    ),
    "annual_paragraph": (15, "counts what the records say of every paragraph, and finds the cases of one"),
    "annual_report_present": (
        34,
        "counts all that the report says, and how each paragraph of both codes is kept",
    ),
    "annual_report_work": (20, "counts what the records say of every paragraph of both codes"),
    "ombudsman_case": (11, "finds the reader's services, and shows our case, what was done and recommended"),
    "ombudsman_cases": (12, "finds the reader's services, and counts what is undecided and overdue"),
    "case_triage": (14, "offers lines, procedures, services and every officer who may handle a case"),
    "case_answer": (15, "shows the point with its answers, and asks whether the reader answered before"),
    "case_reply": (15, "reads the points with their answers, and all that keeps a reply from being sent"),
    "case_escalate": (11, "finds who may look again, and who answered at stage 1"),
    "case_acknowledge": (10, "shows the points, and how the days of the reply would be counted"),
    "case_extend": (10, "shows the day that follows for every length of an extension"),
    "case_assign": (9, "finds the officers of the service, and those who may not be given the case"),
    "case_learn": (10, "offers the lessons that are there, causes and services"),
    "case_thank": (9, "offers people, posts and services"),
    "lesson": (
        15,
        "shows actions with who owns them and the cases that the reader may open, beside a form that offers actions",
    ),
    "actions": (10, "tests each action by its words, its lessons and its measures, and counts what is wrong"),
    "action": (
        12,
        "shows the indicators that measure it, its lessons and its history, and finds the reader's posts",
    ),
    "action_change": (9, "finds the reader's posts, and offers posts, services and events"),
    "report": (10, "shows route, recommendations, amendments, decisions, implications, promises and queries"),
    "decisions": (10, "shows above the list what can still be called in, with its days counted"),
    "returns_grid": (12, "finds the reader's services, what each value is judged by, and its months"),
    "indicator": (
        22,
        "shows figures, months, targets, corrections, rules, definitions, benchmarks, queries, challenges, rebases, "
        "actions, annual figures, and who answers and is told, each of its own table, read once for all made of it",
    ),
    "rebase": (11, "shows what control limits are made from, the periods to choose from and all rebases"),
    "body": (
        15,
        "shows who sits on it beside its indicator sets, and how what it is told of does and changes",
    ),
    "dashboard": (
        11,
        "reads what was promised and who is told what beside the figures, and the past that says whether a change is "
        "real, which are read but once",
    ),
    "indicators": (11, "reads the past of all indicators beside the page of the list, but once"),
    "indicator_set": (11, "compares a set with the one before, and reads how each of its indicators does"),
    "indicator_set_decide": (10, "the same, to decide by"),
    "indicator_set_adopt": (
        11,
        "says what is missing, and offers the decisions that it may have been adopted by",
    ),
    "progress_reports": (
        11,
        "finds the officer's own areas, what can be begun of each, and drafts discarded",
    ),
    "progress_work": (
        14,
        "shows what was carried forward, what is written, and a form that offers headings, indicators and events",
    ),
    "progress_present": (11, "reads the whole draft beside the bodies and meetings that it may go to"),
    "summary": (
        18,
        "holds each sentence against its figures as they stand, as their limits say, how long they were off target, "
        "and what the past says of their year",
    ),
    "summary_work": (22, "the same, beside a form that offers the services"),
    "summary_present": (20, "the same, before the words are fixed"),
    "summary_sentence": (21, "the same of one sentence, beside the figures that it may rest on"),
    "summary_draft_again": (23, "reads all that the rules write a summary from"),
    "return": (10, "shows its history, months, challenges and rule, and what the records now give"),
    "promise_new": (9, "offers posts, bodies, meetings, reports, decisions and events to choose from"),
    "figure_ask": (9, "shows what was asked before beside the days that an answer may take"),
    "portfolio": (
        19,
        "shows its remit, holders, services and who else answers for them, beside how they do and whether it changes",
    ),
    "service": (
        13,
        "shows who answers for each aspect, by which words of the remits, and what was unclear or held",
    ),
    "who": (10, "holds who answers for each aspect against the words of the remits"),
    "responsibility_check": (
        16,
        "reads all that a meeting is to settle: answers, remits, findings, meetings, amendments",
    ),
    "my_returns": (
        13,
        "reads beside what is owed what was not updated, by which owner never, and what members doubted",
    ),
    "not_returned": (11, "finds who answers for each return, who holds that post and who ever made an entry"),
    "reminders": (11, "finds who is reminded of each return, and how far each e-mail has come"),
    "sheet_preview": (9, "holds the sheet against the register, and asks whether it is still the reader's"),
    "follow_case": (
        10,
        "reads each clock with its pauses and extensions, messages, steps and complaints made of the response",
    ),
    "feedback_returns": (11, "counts what came in for every team beside its returns"),
    "feedback_return": (
        22,
        "counts two quarters, each by kind, timeliness and cause, beside whose return it is",
    ),
    "feedback_report_work": (
        14,
        "puts together what every team told, or what the records say where it did not",
    ),
    "feedback_report_present": (14, "the same, before the words are fixed"),
    "cases": (
        14,
        "finds the reader's services, counts what is open, and offers services, officers and the incidents of their "
        "services to choose from",
    ),
    "case_satisfaction": (
        11,
        "offers the bodies to choose from, counts what was asked and said, and lists for a handler whom to ask still",
    ),
    "case_figures": (
        13,
        "reads closed complaints with their clocks and findings once, and what was said in each of three years",
    ),
    "case_incident": (
        13,
        "finds the incidents of the case's service and of the reader's, and shows the one it is of",
    ),
    "customer": (11, "shows cases, contacts, merged entries, what was done with the details, and who looked"),
    "customer_merge": (
        9,
        "compares with others by three keys, without those kept apart and hidden from the reader",
    ),
    "customers": (
        11,
        "counts possible duplicates by three keys beside the customers found, with their cases",
    ),
    "customers_possible": (9, "finds possible duplicates by three keys"),
    "incident": (11, "finds the reader's services, and shows the cases, counts all and what they were told"),
    "incident_reply": (9, "finds the reader's services twice: for the incident and for its cases"),
    "incidents": (9, "offers the reader's services to choose from"),
    "my_services": (14, "finds the reader's posts beside what every dashboard reads"),
}
# Whose page it is, where not the lead officer's, who has most of all.
READERS = dict.fromkeys(
    ("publishing", "publish_period", "imports", "import_new", "import_file_to_fill", "import_preview"),
    "administrator",
)
READERS |= dict.fromkeys(("promise_new", "query_ask", "figure_ask"), "administrator")
READERS["starter_set"] = "administrator"
READERS["sheet_preview"] = "officer"
READERS["challenge_rating"] = "member"
KEEPING = ("case_hold", "case_lift", "case_anonymise", "looks", "retention", "customer_export")
READERS |= dict.fromkeys(("case_concern", "case_release", "case_ombudsman", *KEEPING), "complaints officer")
READERS |= dict.fromkeys(
    ("customers", "customers_possible", "customer", "customer_merge", "customer_compare", "customer_unmerge"),
    "complaints officer",
)
READERS |= dict.fromkeys(
    (f"ombudsman_{page}" for page in ("new", "change", "decide", "recommend", "settle")), "complaints officer"
)
# Not pages: they only take what a form sends, or send on.
NOT_PAGES = {
    "grid_row",
    "return_sign_off",
    "return_send_back",
    "return_override",
    "return_reopen",
    "return_compute",
    "import_discard",
    "sheet_discard",
    "promise_settle",
    "promise_event",
    "query_answer",
    "action_step",
    "lesson_step",
    "sign_out",
    "home",
    # Shown only in the middle of telling something; see tests/complaints/views.
    "tell_us_check",
    "tell_us_sent",
}
ADDRESSES = [
    each
    for each in addresses()
    if not each.is_register
    and each.name not in NOT_PAGES
    and not each.route.startswith(("sign-in", "^sign-in"))
]


@cache
def counted(rows):
    """How many queries each page takes in a council of so many rows."""
    with transaction.atomic():
        council = scene.build(rows)
        counts = {}
        for address in ADDRESSES:
            client = Client()
            client.cookies.update(council.sessions[READERS.get(address.name, "lead officer")])
            with CaptureQueriesContext(connection) as queries:
                answer = client.get(address.url(council))
            assert answer.status_code == 200, address.name
            counts[address.name] = len(queries)
        transaction.set_rollback(True)
    return counts


@pytest.mark.django_db
@pytest.mark.shows("R10")
def test_every_page_takes_as_many_queries_for_30_rows_as_for_3_and_at_most_eight(time_machine):
    time_machine.move_to(scene.TODAY)
    few, many = counted(3), counted(30)

    assert many == few
    assert {name: number for name, number in few.items() if number > MAY_ASK_MORE.get(name, (MOST,))[0]} == {}


@pytest.mark.django_db
def test_no_page_is_excused_that_needs_no_excuse_nor_of_more_than_it_asks(time_machine):
    time_machine.move_to(scene.TODAY)
    found = counted(3)

    assert [name for name in MAY_ASK_MORE if found[name] <= MOST] == []
    assert {name: found[name] for name, (most, _) in MAY_ASK_MORE.items() if found[name] < most} == {}
