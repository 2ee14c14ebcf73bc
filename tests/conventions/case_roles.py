"""Which code each address of cases, and of what is made of them, answers to each role: see `role_matrix`."""

from tests.conventions.ombudsman_roles import of_ombudsmen
from tests.conventions.roles import (
    COMPLAINTS_TEAM,
    EVERYBODY,
    HANDLERS,
    HANDLERS_ON_GET,
    NOTHING_TOLD,
    OWN_ACTIONS,
    OWN_ACTIONS_ON_GET,
    PLANNERS,
    PUBLIC,
    ROLLERS_UP,
    TAKERS,
)

STEPS_OF_A_CASE = (
    "triage refuse assign move points acknowledge answer reply extend pause resume escalate complain withdraw close "
    "reopen note survey promise settle learn thank hear represent incident"
)
CASES: dict[str, tuple[str, str]] = {
    **dict.fromkeys((f"case_{step}" for step in STEPS_OF_A_CASE.split()), (HANDLERS, HANDLERS)),
    "feedback_returns": (TAKERS, TAKERS),
    # Whoever is of another team is sent back to read it.
    "feedback_return": (TAKERS, "302 302  200 302  200 403 403  200"),
    "feedback_send_back": (ROLLERS_UP, ROLLERS_UP),
    "feedback_reports": (EVERYBODY, EVERYBODY),
    "feedback_report": (EVERYBODY, EVERYBODY),
    "feedback_report_new": (ROLLERS_UP, ROLLERS_UP),
    "feedback_report_work": (ROLLERS_UP, ROLLERS_UP),
    "feedback_report_present": (ROLLERS_UP, ROLLERS_UP),
    "feedback_report_erratum": (ROLLERS_UP, ROLLERS_UP),
    "cases": (TAKERS, TAKERS),
    "case": (HANDLERS, HANDLERS),
    **dict.fromkeys(("case_hold", "case_lift", "case_anonymise"), (COMPLAINTS_TEAM, COMPLAINTS_TEAM)),
    "looks": (COMPLAINTS_TEAM, COMPLAINTS_TEAM),
    "retention": (COMPLAINTS_TEAM, COMPLAINTS_TEAM),
    "customer_export": (COMPLAINTS_TEAM, COMPLAINTS_TEAM),
    # Handed out to whoever may see its case; there is nothing to send.
    "case_letter": (HANDLERS, HANDLERS),
    **of_ombudsmen(EVERYBODY, TAKERS, HANDLERS, COMPLAINTS_TEAM, PUBLIC),
    "case_concern": (COMPLAINTS_TEAM, COMPLAINTS_TEAM),
    "case_release": (COMPLAINTS_TEAM, COMPLAINTS_TEAM),
    "case_patterns": (EVERYBODY, EVERYBODY),
    "case_satisfaction": (EVERYBODY, EVERYBODY),
    "case_figures": (EVERYBODY, EVERYBODY),
    # A customer is seen by whoever may see one of their cases; found and merged by the complaints team alone.
    **dict.fromkeys(("customer", "customer_change"), (HANDLERS, HANDLERS)),
    **dict.fromkeys(
        (
            "customers",
            "customers_possible",
            "customer_merge",
            "customer_compare",
            "customer_unmerge",
        ),
        (COMPLAINTS_TEAM, COMPLAINTS_TEAM),
    ),
    # Incidents of the own services.
    **dict.fromkeys(("incidents", "incident_new"), (TAKERS, TAKERS)),
    **dict.fromkeys(("incident", "incident_change", "incident_tell", "incident_reply"), (HANDLERS, HANDLERS)),
    "case_new": (TAKERS, TAKERS),
    "actions": (EVERYBODY, EVERYBODY),
    "action": (EVERYBODY, EVERYBODY),
    "action_new": (PLANNERS, PLANNERS),
    "action_change": (OWN_ACTIONS, OWN_ACTIONS),
    "action_step": (OWN_ACTIONS_ON_GET, OWN_ACTIONS),
    "lessons": (EVERYBODY, EVERYBODY),
    "lesson": (EVERYBODY, EVERYBODY),
    "lesson_new": (TAKERS, TAKERS),
    "lesson_change": (HANDLERS, HANDLERS),
    "lesson_step": (HANDLERS_ON_GET, HANDLERS),
    "thanks": (EVERYBODY, EVERYBODY),
    "causes": (EVERYBODY, EVERYBODY),
    "cause": (EVERYBODY, EVERYBODY),
    # Handed out to whoever may see its case; there is nothing to send.
    "case_file": (HANDLERS, HANDLERS),
    "follow_case": (PUBLIC, PUBLIC),
    "how_did_we_do": (PUBLIC, PUBLIC),
    "tell_us": (PUBLIC, PUBLIC),
    "tell_us_question": (PUBLIC, PUBLIC),
    # Nothing told is nothing to check or to show: back to the first page.
    "tell_us_check": (NOTHING_TOLD, NOTHING_TOLD),
    "tell_us_sent": (NOTHING_TOLD, NOTHING_TOLD),
}
