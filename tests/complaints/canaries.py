"""One customer of whom something is kept in every table, with a word in each column that nobody else has."""

import datetime

from django.apps import apps
from django.db import models

from complaints.choices import ContactWay, LookKind, RedressKind
from complaints.models import (
    Case,
    CaseProcedure,
    Contact,
    OmbudsmanCase,
    OmbudsmanEntry,
    OmbudsmanRecommendation,
    Remedy,
    Survey,
    SurveyAnswer,
    SurveyRequest,
    Thanks,
)
from complaints.operations.anonymising import _put, anonymise
from complaints.operations.answering import acknowledge, list_points, reply
from complaints.operations.attachments import attach, path_of, put_to_wait
from complaints.operations.clocks import extend, pause, resume
from complaints.operations.ending import close, promise_remedy, settle_remedy
from complaints.operations.handing_over import name_person_concerned
from complaints.operations.holds import hold_case, lift_hold
from complaints.operations.looks import keep_look
from complaints.operations.telling import hear
from complaints.rules.personal import PERSONAL
from tests.complaints.lives import accepted, answered, at, day
from tests.factories import PersonFactory, PostFactory
from tests.factories.complaints import CustomerFactory, case

CANARY = "Zebedee Quackenbush"
ON = "2020-03-02"


DUE = at("2026-03-02")
"""The first day on which the rule lets it go: six years after it was over."""
EARLIER = at("2026-03-01")


def now(row):
    return Case.objects.get(pk=row.pk)


def closed(by, service, *, received="2020-02-03", on=ON, **stated):
    """A complaint that was closed long ago, with something in every table."""
    CaseProcedure.objects.filter(kind="complaint").update(may_pause=True)
    moment = at(received)
    row = case(
        received_at=moment, service=service, representative=CustomerFactory(way=ContactWay.LETTER), **stated
    )
    file = put_to_wait("letter.txt", CANARY.encode(), at=moment)
    attach(row, [file], by=None, at=moment)
    row = accepted(row, by, service, on=received)
    row = list_points(row, ["Missed"], expected=row.version, by=by, at=moment)
    common = {"by": by, "at": moment}
    row = hear(now(row), "More", expected=row.version, channel="phone", **common)
    row = acknowledge(now(row), on=moment.date(), expected=now(row).version, **common)
    row = extend(
        now(row), working_days=3, why="Ill", told_on=moment.date(), expected=now(row).version, **common
    )
    common["at"] = moment = at(received, hour=10) + datetime.timedelta(days=3)
    pause(now(row), why="Asked", since=moment.date(), expected=now(row).version, **common)
    resume(now(row), until=moment.date(), expected=now(row).version, **common)
    remedy = Remedy(case=now(row), kind=RedressKind.MONEY, what="Pay", amount=50, due_on=day(on))
    remedy.owner = PostFactory(service=service)
    remedy = promise_remedy(remedy, expected=now(row).version, **common)
    row = answered(now(row), by, on=on)
    row = reply(now(row), "Sorry", expected=now(row).version, on=day(on), by=by, at=at(on), late_why="Busy")
    settle(now(row), by, on)
    hold = hold_case(now(row), why="Claim", expected=now(row).version, by=by, at=at(on))
    hold.case = now(row)
    lift_hold(hold, why="Settled", expected=now(row).version, by=by, at=at(on))
    row = close(now(row), expected=now(row).version, by=by, at=at(on))
    name_person_concerned(now(row), PersonFactory(), expected=now(row).version, by=by, at=at(on))
    keep_look(by, LookKind.CASE, at=at(on), case=row, customer=row.customer)
    made_of(now(row), by, at(on))
    Contact.objects.create(customer=row.customer, channel="phone", at=moment, words="Before there was a case")
    return now(row)


def made_of(row, by, moment):
    """What is kept beside a case: what its customer said of it, thanks, and that an Ombudsman had it."""
    survey = Survey.objects.create(name="How did we do?", starts_on=moment.date())
    asked = {"asked_on": moment.date(), "answer_by": moment.date(), "link_nonce": "n", "link_hash": "h"}
    request = SurveyRequest.objects.create(case=row, entry=row.entries.first(), survey=survey, **asked)
    answer = {"question": "handling", "said": "satisfied", "channel": "web", "at": moment}
    SurveyAnswer(request=request, **answer).save(force_insert=True)
    Thanks(case=row, post=PostFactory(), words="Good", at=moment, by=by).save(force_insert=True)
    theirs = OmbudsmanCase.objects.create(
        their_reference="26 001", case=row, subject="Bins", referred_on=moment.date()
    )
    OmbudsmanEntry(ombudsman_case=theirs, step="entered", at=moment, by=by).save(force_insert=True)
    OmbudsmanCase.objects.filter(pk=theirs.pk).update(decision="upheld", decided_on=moment.date())
    OmbudsmanRecommendation.objects.create(
        ombudsman_case=theirs,
        what="Say sorry",
        shown_by="A letter",
        owner=PostFactory(),
        due_on=moment.date(),
        done_on=moment.date(),
    )


def settle(row, by, on):
    remedy = row.remedies.get()
    remedy.case = row
    settle_remedy(remedy, done_on=day(on), given_up_why="", expected=remedy.version, by=by, at=at(on))


def marked(row):
    """Puts the canary into every column that the table says is taken out; every one of them has a row for it."""
    for name, said in PERSONAL.items():
        model = apps.get_model("complaints", name)
        rows = model.objects.all()
        assert rows.exists() or not (said.cleared or said.goes), name
        for column in said.cleared:
            limit = model._meta.get_field(column).max_length or 1000
            _put(rows, {column: CANARY[:limit] if column != "email" else "zebedee@quackenbush.example"})
    return now(row)


def found():
    """Every column of every table of cases in which the canary still stands."""
    told = set()
    for model in apps.get_app_config("complaints").get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, models.CharField | models.TextField | models.JSONField):
                for value in model._base_manager.values_list(field.name, flat=True):
                    if "zebedee" in str(value).casefold():
                        told.add(f"{model.__name__}.{field.name}")
    return told


def files_of(row):
    return [path_of(each.key) for each in row.attachments.all()]


def gone(row, *, when=DUE, by=None, **stated):
    """What became of anonymising the case as it stands."""
    row = now(row)
    return anonymise(row, expected=row.version, by=by, at=when, **stated)
