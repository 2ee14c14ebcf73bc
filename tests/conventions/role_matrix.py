"""Which code each address answers to each role: one line for each address, read from left to right.

GET and POST are written out; HEAD answers as GET. Any other method answers as GET to whom GET refuses, and 405 to
the rest. A POST here sends nothing: a form answers 200 with its errors, a page that only shows shows itself.
"""

from tests.conventions.ombudsman_roles import of_ombudsmen

ROLES = (
    "stranger",
    "disabled",
    "officer",
    "other officer",
    "lead officer",
    "member",
    "administrator",
    "complaints officer",
)

#            stranger and disabled | officer, other | lead officer, member, administrator | complaints officer
EVERYBODY = "302 302  200 200  200 200 200  200"
OFFICERS = "302 302  200 200  200 403 403  403"
OWN = "302 302  200 404  200 403 403  403"
LEAD = "302 302  403 403  200 403 403  403"
MEMBERS = "302 302  403 403  403 200 403  403"
OVERSEERS = "302 302  403 403  200 403 200  403"
ADMINISTRATORS = "302 302  403 403  403 403 200  403"
REBASERS = "302 302  403 403  200 403 200  403"
ASKERS = "302 302  403 403  403 200 200  403"
# What lead officers and administrators keep: indicator sets, and the registry of annual figures.
KEEPERS_OF_SETS = "302 302  403 403  200 403 200  403"
WRITERS_OF_SUMMARIES = KEEPERS_OF_SETS
# Who may say what became of a promise, or answer a query: those whose it is, and administrators.
KEEPERS_ON_GET = "302 302  405 405  405 403 405  403"
KEEPERS = "302 302  200 404  200 403 200  403"
# Who handles the cases of the service: its officers, and the complaints team for all.
HANDLERS = "302 302  200 404  200 403 403  200"
# Who says whom a case is about: the complaints team alone.
COMPLAINTS_TEAM = "302 302  403 403  403 403 403  200"
# Who has cases, and enters what customers say.
TAKERS = "302 302  200 200  200 403 403  200"
NOTHING_TOLD = "302 302  302 302  302 302 302  302"
NONE = "405 405  405 405  405 405 405  405"
PUBLIC = "200 200  200 200  200 200 200  200"

STEPS_OF_A_CASE = (
    "triage refuse assign move points acknowledge answer reply extend pause resume escalate complain withdraw close "
    "reopen note promise settle"
)
GET_AND_POST: dict[str, tuple[str, str]] = {
    **dict.fromkeys((f"case_{step}" for step in STEPS_OF_A_CASE.split()), (HANDLERS, HANDLERS)),
    "home": ("200 200  302 302  302 302 302  302", "200 200  302 302  302 302 302  302"),
    "dashboard": (EVERYBODY, EVERYBODY),
    "my_portfolios": (EVERYBODY, EVERYBODY),
    "my_services": (OFFICERS, OFFICERS),
    "calendar": (EVERYBODY, EVERYBODY),
    "indicators": (EVERYBODY, EVERYBODY),
    "indicator": (EVERYBODY, EVERYBODY),
    "my_returns": (OFFICERS, OFFICERS),
    "returns_grid": (OWN, "302 302  302 404  302 403 403  403"),
    "returns_sheet": (OWN, OWN),
    # A sheet is looked at by whoever brought it.
    "sheet_preview": ("302 302  200 404  404 403 403  403", "302 302  302 404  404 403 403  403"),
    "sheet_discard": ("302 302  405 405  405 403 403  403", "302 302  302 404  404 403 403  403"),
    # Only the grid's script sends rows, one at a time; an empty one holds none.
    "grid_row": ("302 302  405 405  405 403 403  403", "302 302  404 404  404 403 403  403"),
    "return": (EVERYBODY, EVERYBODY),
    "return_sign_off": ("302 302  403 403  405 403 403  403", LEAD),
    "return_send_back": ("302 302  403 403  405 403 403  403", LEAD),
    "return_override": ("302 302  403 403  405 403 403  403", LEAD),
    # What waits for sign-off cannot be reopened: back to the return, with a sentence.
    "return_reopen": ("302 302  403 403  405 403 403  403", "302 302  403 403  302 403 403  403"),
    "challenge_rating": (MEMBERS, MEMBERS),
    "rebase": (REBASERS, REBASERS),
    "rebase_withdraw": (REBASERS, REBASERS),
    "answer_challenge": (LEAD, LEAD),
    "another_figure": (OWN, OWN),
    # Computed again, the page is shown anew with what became of it.
    "return_compute": ("302 302  403 403  405 403 403  403", "302 302  403 403  302 403 403  403"),
    "sign_off": (LEAD, LEAD),
    "not_returned": (OVERSEERS, OVERSEERS),
    "reminders": (OVERSEERS, OVERSEERS),
    "publishing": (ADMINISTRATORS, ADMINISTRATORS),
    "publish_period": (ADMINISTRATORS, "302 302  403 403  403 403 302  403"),
    "imports": (ADMINISTRATORS, ADMINISTRATORS),
    "import_new": (ADMINISTRATORS, ADMINISTRATORS),
    "import_file_to_fill": (ADMINISTRATORS, ADMINISTRATORS),
    "import_preview": (ADMINISTRATORS, "302 302  403 403  403 403 302  403"),
    "import_discard": ("302 302  403 403  403 403 405  403", "302 302  403 403  403 403 302  403"),
    "indicator_sets": (EVERYBODY, EVERYBODY),
    "indicator_set": (EVERYBODY, EVERYBODY),
    "indicator_set_changes": (EVERYBODY, EVERYBODY),
    "indicator_set_new": (KEEPERS_OF_SETS, KEEPERS_OF_SETS),
    "indicator_set_terms": (KEEPERS_OF_SETS, KEEPERS_OF_SETS),
    "indicator_set_adopt": (KEEPERS_OF_SETS, KEEPERS_OF_SETS),
    # Nothing sent is nothing decided: back to the page, with a sentence.
    "indicator_set_decide": (KEEPERS_OF_SETS, "302 302  403 403  302 403 302  403"),
    "starter_set": (ADMINISTRATORS, ADMINISTRATORS),
    "annual_figures": (EVERYBODY, EVERYBODY),
    "annual_figures_check": (EVERYBODY, EVERYBODY),
    "annual_figures_of": (EVERYBODY, EVERYBODY),
    "annual_figure_add": (KEEPERS_OF_SETS, KEEPERS_OF_SETS),
    "annual_figure_declare": (KEEPERS_OF_SETS, KEEPERS_OF_SETS),
    "progress_reports": (EVERYBODY, EVERYBODY),
    "progress_report": (EVERYBODY, EVERYBODY),
    "progress_owners": (EVERYBODY, EVERYBODY),
    "progress_begin": (OFFICERS, OFFICERS),
    "progress_work": (OWN, OWN),
    "progress_item": (OWN, OWN),
    "progress_present": (OWN, OWN),
    "progress_discard": (OWN, OWN),
    "progress_erratum": (OWN, OWN),
    "summaries": (EVERYBODY, EVERYBODY),
    "summary": (EVERYBODY, EVERYBODY),
    "summary_begin": (WRITERS_OF_SUMMARIES, WRITERS_OF_SUMMARIES),
    "summary_work": (WRITERS_OF_SUMMARIES, WRITERS_OF_SUMMARIES),
    "summary_sentence": (WRITERS_OF_SUMMARIES, WRITERS_OF_SUMMARIES),
    "summary_draft_again": (WRITERS_OF_SUMMARIES, WRITERS_OF_SUMMARIES),
    "summary_present": (WRITERS_OF_SUMMARIES, WRITERS_OF_SUMMARIES),
    "summary_erratum": (WRITERS_OF_SUMMARIES, WRITERS_OF_SUMMARIES),
    "published_tables": (EVERYBODY, EVERYBODY),
    "published_table": (EVERYBODY, EVERYBODY),
    "returns_list": (EVERYBODY, EVERYBODY),
    "portfolios": (EVERYBODY, EVERYBODY),
    "portfolio": (EVERYBODY, EVERYBODY),
    "services": (EVERYBODY, EVERYBODY),
    "service": (EVERYBODY, EVERYBODY),
    "posts": (EVERYBODY, EVERYBODY),
    "bodies": (EVERYBODY, EVERYBODY),
    "body": (EVERYBODY, EVERYBODY),
    "who": (EVERYBODY, EVERYBODY),
    "responsibility_check": (EVERYBODY, EVERYBODY),
    "findings": (EVERYBODY, EVERYBODY),
    "finding": (EVERYBODY, EVERYBODY),
    "remits": (EVERYBODY, EVERYBODY),
    "compare_remit": (EVERYBODY, EVERYBODY),
    "amendments": (EVERYBODY, EVERYBODY),
    "amendment": (EVERYBODY, EVERYBODY),
    "meetings": (EVERYBODY, EVERYBODY),
    "meeting": (EVERYBODY, EVERYBODY),
    "reports": (EVERYBODY, EVERYBODY),
    "report": (EVERYBODY, EVERYBODY),
    "decisions": (EVERYBODY, EVERYBODY),
    "decision": (EVERYBODY, EVERYBODY),
    "key_decisions": (EVERYBODY, EVERYBODY),
    "key_decision": (EVERYBODY, EVERYBODY),
    "awake": (EVERYBODY, EVERYBODY),
    "promises": (EVERYBODY, EVERYBODY),
    "promise": (EVERYBODY, EVERYBODY),
    "promise_new": (ADMINISTRATORS, ADMINISTRATORS),
    "promise_settle": (KEEPERS_ON_GET, KEEPERS),
    "promise_event": (KEEPERS_ON_GET, KEEPERS),
    "queries": (EVERYBODY, EVERYBODY),
    "query": (EVERYBODY, EVERYBODY),
    "query_ask": (ASKERS, ASKERS),
    "query_answer": (KEEPERS_ON_GET, KEEPERS),
    "figure_ask": (ASKERS, ASKERS),
    "cases": (TAKERS, TAKERS),
    "case": (HANDLERS, HANDLERS),
    "case_concern": (COMPLAINTS_TEAM, COMPLAINTS_TEAM),
    "case_release": (COMPLAINTS_TEAM, COMPLAINTS_TEAM),
    "case_patterns": (EVERYBODY, EVERYBODY),
    **of_ombudsmen(EVERYBODY, TAKERS, HANDLERS, COMPLAINTS_TEAM, PUBLIC),
    "case_new": (TAKERS, TAKERS),
    # Handed out to whoever may see its case; there is nothing to send.
    "case_file": (HANDLERS, HANDLERS),
    "follow_case": (PUBLIC, PUBLIC),
    "tell_us": (PUBLIC, PUBLIC),
    "tell_us_question": (PUBLIC, PUBLIC),
    # Nothing told is nothing to check or to show: back to the first page.
    "tell_us_check": (NOTHING_TOLD, NOTHING_TOLD),
    "tell_us_sent": (NOTHING_TOLD, NOTHING_TOLD),
    # Signing in: whoever is signed in is sent on.
    "sign_in": ("200 200  302 302  302 302 302  302", "200 200  302 302  302 302 302  302"),
    "account_login": ("200 200  302 302  302 302 302  302", "200 200  302 302  302 302 302  302"),
    "sign_out": ("405 405  405 405  405 405 405  405", "302 302  302 302  302 302 302  302"),
    "account_reset_password": (PUBLIC, PUBLIC),
    "account_reset_password_done": (PUBLIC, NONE),
    "account_reset_password_from_key": (PUBLIC, PUBLIC),
    "account_reset_password_from_key_done": (PUBLIC, NONE),
}

# The register, by the last word of the address's name: what the administrator gets. Strangers are led to sign in
# and everybody else is refused, whatever the method.
REGISTER_DENIES = "302 302  403 403  403 403 403  403"
REGISTER: dict[str, tuple[int, int]] = {
    "changelist": (200, 200),
    "add": (200, 200),
    "change": (200, 200),
    "delete": (200, 302),
    # Users are made inactive, never deleted: their name stands in the history.
    "admin:council_user_delete": (403, 302),
    # There are three headings, no more and no fewer.
    "admin:performance_summaryheading_add": (403, 403),
    "admin:performance_summaryheading_delete": (403, 302),
    # The occasions on which customers are written to are the product’s.
    "admin:complaints_messagetext_add": (403, 403),
    "admin:complaints_messagetext_delete": (403, 302),
    # An amendment is withdrawn, never deleted; each of its steps has a page, which says where it cannot follow.
    "admin:portfolios_amendment_delete": (403, 403),
    "propose": (200, 200),
    "decide": (200, 200),
    "commence": (200, 200),
    "undo": (200, 200),
    "withdraw": (200, 200),
    "history": (200, 200),
    "list": (200, 200),
    "admin:index": (200, 200),
    "admin:login": (302, 302),
    "admin:logout": (405, 302),
    "admin:password_change": (200, 200),
    "admin:password_change_done": (200, 405),
    "admin:auth_user_password_change": (200, 200),
    "admin:autocomplete": (403, 405),
    "admin:jsi18n": (200, 405),
    "admin:view_on_site": (404, 404),
    "admin:make_periods": (200, 200),
    "admin:move_end": (200, 200),
    "admin:profile_year": (200, 200),
}

# The pages for strangers, most of them the library's: these may answer other methods with what GET shows.
FOR_STRANGERS = {
    "home",
    "sign_in",
    "account_login",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "follow_case",
    "tell_us",
    "tell_us_question",
    "tell_us_check",
    "tell_us_sent",
    "published_reports",
    "published_report",
}


def codes(line: str) -> dict[str, int]:
    """A line of the table as a code for each role."""
    return dict(zip(ROLES, map(int, line.split()), strict=True))
