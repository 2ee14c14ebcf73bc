"""What is to be done next, as a table of facts."""

import pytest

from complaints.choices import CaseKind, CasePage, CaseState
from complaints.rules.life import LIFE, may_take
from complaints.rules.next_step import StepFacts, next_step, other_steps

IN_HAND = {"state": CaseState.IN_HAND, "waits_for_reply": True, "points": 2, "unanswered": None}


@pytest.mark.shows("F58", "F60", "F64", "F66", "F68")
@pytest.mark.parametrize(
    "facts, page, words",
    [
        ({"state": "waiting"}, "triage", "Decide what it is"),
        ({"state": "waiting", "has_service": False}, "triage", "Decide what it is"),
        (IN_HAND | {"has_service": False}, "move", "Say which service it is about"),
        (IN_HAND | {"has_handler": False}, "assign", "Give it to an officer"),
        (
            IN_HAND | {"stage": 2, "handler_answered_before": True},
            "assign",
            "Give it to another officer for stage 2",
        ),
        (IN_HAND | {"waits_for_acknowledgement": True, "points": 0}, "acknowledge", "Acknowledge it"),
        (IN_HAND | {"is_paused": True, "unanswered": 1}, "resume", "Let the clock go on"),
        (IN_HAND | {"points": 0}, "points", "List the points complained of"),
        (IN_HAND | {"unanswered": 2}, "answer", "Answer point 2"),
        (IN_HAND, "reply", "Send the reply"),
        (IN_HAND | {"kind": CaseKind.REQUEST, "points": 0}, "reply", "Send the reply"),
        (IN_HAND | {"outstanding": 7}, "reply", "Send the reply"),
        ({"state": "replied", "outstanding": 7}, "settle", "Say whether the remedy was done"),
        ({"state": "closed", "outstanding": 7}, "settle", "Say whether the remedy was done"),
        ({"state": "replied"}, "close", "Close the case"),
    ],
)
def test_the_next_step(facts, page, words):
    found = next_step(StepFacts(**facts))

    assert (found.page, found.words) == (page, words)


@pytest.mark.parametrize("state", ["closed", "refused", "withdrawn"])
def test_what_is_over_has_no_next_step(state):
    assert next_step(StepFacts(state=state)) is None


ALWAYS = ("represent", "incident", "hear")


def offered(**facts):
    return [step.page.value for group in other_steps(StepFacts(**facts)) for step in group.steps]


@pytest.mark.parametrize(
    "facts, pages",
    [
        (
            {"state": "waiting"},
            ["points", "promise", "assign", "move", "refuse", "withdraw", "note"],
        ),
        (
            IN_HAND | {"extension_left": 10, "may_pause": True},
            [
                "points",
                "promise",
                "extend",
                "pause",
                "triage",
                "assign",
                "move",
                "learn",
                "thank",
                "refuse",
                "withdraw",
                "note",
            ],
        ),
        (
            IN_HAND | {"extension_left": 10, "may_pause": True, "is_paused": True},
            [
                "points",
                "reply",
                "promise",
                "triage",
                "assign",
                "move",
                "learn",
                "thank",
                "refuse",
                "withdraw",
                "note",
            ],
        ),
        ({"state": "replied"}, ["promise", "assign", "escalate", "reopen", "learn", "thank", "note"]),
        ({"state": "replied", "stage": 2}, ["promise", "assign", "reopen", "learn", "thank", "note"]),
        ({"state": "closed"}, ["escalate", "reopen", "learn", "thank", "note"]),
        ({"state": "closed", "kind": "request"}, ["complain", "reopen", "learn", "thank", "note"]),
        ({"state": "refused"}, ["reopen", "learn", "thank", "note"]),
        (
            {"state": "refused", "sees_all_cases": True, "has_people_concerned": True},
            ["concern", "release", "reopen", "ombudsman", "learn", "thank", "note", "hold", "anonymise"],
        ),
        (
            {"state": "refused", "sees_all_cases": True, "is_held": True},
            ["concern", "reopen", "ombudsman", "learn", "thank", "note", "lift"],
        ),
        ({"state": "closed", "sees_all_cases": True, "is_anonymised": True}, []),
    ],
)
def test_the_other_steps(facts, pages):
    assert [page for page in offered(**facts) if page not in ALWAYS] == pages


@pytest.mark.parametrize("state", CaseState)
def test_whatever_its_state_a_customer_is_heard_spoken_for_and_one_of_many(state):
    assert {*ALWAYS} <= {*offered(state=state)}


STEP_OF = {
    "triage": "triaged",
    "refuse": "refused",
    "assign": "assigned",
    "move": "moved",
    "acknowledge": "acknowledged",
    "extend": "extended",
    "pause": "paused",
    "resume": "resumed",
    "reply": "replied",
    "escalate": "escalated",
    "withdraw": "withdrawn",
    "close": "closed",
    "reopen": "reopened",
}


@pytest.mark.parametrize("state", CaseState)
def test_no_page_is_offered_whose_step_may_not_be_taken(state):
    facts = {
        "state": state,
        "waits_for_acknowledgement": True,
        "waits_for_reply": True,
        "extension_left": 5,
        "may_pause": True,
    }
    first = next_step(StepFacts(**facts))
    pages = [*offered(**facts), *([first.page.value] if first else [])]

    assert [page for page in pages if page in STEP_OF and not may_take(STEP_OF[page], state)] == []
    assert any(may_take(step, state) for step in LIFE)


def test_every_page_is_offered_somewhere():
    everything = {
        "points": 1,
        "extension_left": 5,
        "may_pause": True,
        "sees_all_cases": True,
    }
    found = set()
    for state in CaseState:
        for more in (
            {},
            {"kind": "request", "has_people_concerned": True},
            {"is_held": True},
            {"waits_for_reply": True},
            {"waits_for_acknowledgement": True},
            {"is_paused": True},
            {"unanswered": 1},
            {"outstanding": 1},
            {"waits_for_answers": True},
        ):
            facts = everything | more | {"state": state}
            first = next_step(StepFacts(**facts))
            found |= {*offered(**facts), *([first.page.value] if first else [])}

    assert found == {page.value for page in CasePage}
