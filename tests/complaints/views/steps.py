"""Every page of a case, with a case that it may be used on and what is typed into it."""

from complaints.models import Case, CaseProcedure, Incident, Point, Remedy
from complaints.operations.answering import acknowledge
from complaints.operations.clocks import pause
from complaints.operations.ending import promise_remedy, withdraw
from complaints.operations.handing_over import name_person_concerned
from complaints.operations.holds import hold_case
from tests.complaints.lives import accepted, answered, at, day, in_hand, line, replied
from tests.complaints.surveying import asked_about
from tests.factories import PersonFactory, PostFactory, ServiceFactory
from tests.factories.complaints import case

MONDAY, TUESDAY = "2026-10-12", "2026-10-13"


def acknowledged(by, service):
    row = in_hand(by, service)
    return acknowledge(row, expected=row.version, on=day(MONDAY), by=by, at=at(MONDAY, 14))


def paused(by, service):
    CaseProcedure.objects.update(may_pause=True)
    row = acknowledged(by, service)
    return pause(row, expected=row.version, why="Ill", since=day(TUESDAY), by=by, at=at(TUESDAY, 8))


def promised(row, by, **stated):
    usual = {"kind": "act", "what": "Empty the bin", "owner": PostFactory(), "due_on": day("2026-10-20")}
    remedy = Remedy(case=row, **(usual | stated))
    promise_remedy(remedy, expected=row.version, by=by, at=at(TUESDAY, 8))
    return remedy


def may_pause(by, service):
    CaseProcedure.objects.update(may_pause=True)
    return acknowledged(by, service)


def concerning(by, service):
    row = in_hand(by, service)
    name_person_concerned(row, PersonFactory(name="Somebody"), expected=row.version, by=by, at=at(TUESDAY, 8))
    return Case.objects.get(pk=row.pk)


def remedied(by, service):
    row = in_hand(by, service)
    promised(row, by)
    return Case.objects.get(pk=row.pk)


def request(by, service):
    return accepted(case(kind="request"), by, service, number="1.2")


def near_incident(by, service):
    Incident.objects.create(title="Missed round", service=service, began_on=day(MONDAY))
    return in_hand(by, service)


def over(by, service):
    return replied(by, service, on=TUESDAY)


def held(by, service):
    row = in_hand(by, service)
    hold_case(row, why="Before the court", expected=row.version, by=by, at=at(TUESDAY, 8))
    return Case.objects.get(pk=row.pk)


def withdrawn(by, service):
    row = in_hand(by, service)
    return withdraw(row, why="Sorted", expected=row.version, by=by, at=at(TUESDAY, 8))


WORDS = "The very words that were typed"
PAGES = {
    "triage": (
        lambda by, service: case(service=service),
        lambda row: {
            "line": line("1.4").pk,
            "service": row.service_id,
            "why": WORDS,
        },
    ),
    "refuse": (in_hand, lambda row: {"ground": "other", "why": WORDS}),
    "assign": (in_hand, lambda row: {"note": WORDS}),
    "move": (in_hand, lambda row: {"service": ServiceFactory(name="Parks").pk, "why": WORDS}),
    "points": (in_hand, lambda row: {"point_1": WORDS}),
    "acknowledge": (in_hand, lambda row: {"point_1": WORDS}),
    "extend": (acknowledged, lambda row: {"working_days": 5, "why": WORDS}),
    "pause": (may_pause, lambda row: {"why": WORDS}),
    "resume": (paused, lambda row: {"note": WORDS}),
    "answer/1": (in_hand, lambda row: {"finding": "not_upheld", "words": WORDS}),
    "reply": (lambda by, service: answered(in_hand(by, service), by), lambda row: {"words": WORDS}),
    "escalate": (over, lambda row: {"why": WORDS}),
    "complain": (request, lambda row: {"channel": "phone", "subject": "Nobody came", "words": WORDS}),
    "withdraw": (in_hand, lambda row: {"why": WORDS}),
    "close": (over, lambda row: {"note": WORDS}),
    "reopen": (over, lambda row: {"why": WORDS}),
    "survey": (
        lambda by, service: asked_about(by, service)[0],
        lambda row: {"channel": "phone", "handling": "satisfied", "words": WORDS},
    ),
    "note": (in_hand, lambda row: {"words": WORDS}),
    "promise": (
        in_hand,
        lambda row: {
            "kind": "act",
            "what": WORDS,
            "owner": PostFactory().pk,
            "due_on": "20 October 2026",
        },
    ),
    "settle": (remedied, lambda row: {"given_up_why": WORDS}),
    "learn": (in_hand, lambda row: {"what": WORDS}),
    "thank": (in_hand, lambda row: {"service": row.service_id, "words": WORDS, "deed": "Read out"}),
    "concern": (in_hand, lambda row: {"person": PersonFactory().pk, "why": WORDS}),
    "hold": (in_hand, lambda row: {"why": WORDS}),
    "lift": (held, lambda row: {"why": WORDS}),
    "anonymise": (withdrawn, lambda row: {"is_sure": "on"}),
    "ombudsman": (
        in_hand,
        lambda row: {
            "ombudsman": "lgsco",
            "their_reference": "26 001",
            "subject": WORDS,
            "referred_on": "13 October 2026",
        },
    ),
    "release": (concerning, lambda row: {"named": row.people_concerned.get().pk, "why": WORDS}),
    "hear": (in_hand, lambda row: {"channel": "phone", "words": WORDS}),
    "represent": (
        in_hand,
        lambda row: {
            "whom": "new",
            "name": "Bo Reed",
            "way": "letter",
            "address": WORDS,
            "authority": "Her son",
        },
    ),
    "incident": (near_incident, lambda row: {"incident": Incident.objects.get().pk, "why": WORDS}),
}
TEAM_ONLY = ("concern", "release", "hold", "lift", "anonymise", "ombudsman")


def prepared(name, by, service):
    """A case for the page, the page's address below that of the case, and what is typed."""
    make, typed = PAGES[name]
    row = make(by, service)
    page = f"settle/{row.remedies.get().pk}" if name == "settle" else name
    return row, page, {key: str(value) for key, value in typed(row).items()}


def points(row):
    return list(Point.objects.filter(case=row).values_list("words", flat=True))
