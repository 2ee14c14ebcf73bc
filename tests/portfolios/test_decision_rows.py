"""What the database holds of decisions and notices, and rows told apart by the day."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from portfolios.choices import ImplicationAnswer, KeyProcedure
from portfolios.figures.reports import implication_line
from portfolios.models import Implication, KeyDecisionNotice, Procedure
from portfolios.rules.implications import State
from tests.factories import BodyFactory, PostFactory
from tests.factories.decisions import (
    CallInFactory,
    DecisionFactory,
    ImplicationFactory,
    KeyDecisionNoticeFactory,
    ProcedureFactory,
    RecommendationFactory,
    RouteStopFactory,
)
from tests.factories.promises import AwaitedEventFactory

pytestmark = pytest.mark.django_db

ON = date(2026, 10, 12)


@pytest.mark.parametrize(
    "happened, never, reviewed, is_awake",
    [
        pytest.param(None, False, None, False, id="awaited"),
        pytest.param(date(2026, 10, 13), False, None, False, id="tomorrow"),
        pytest.param(ON, False, None, True, id="today"),
        pytest.param(ON, False, date(2026, 10, 11), True, id="looked-at-before"),
        pytest.param(ON, False, ON, False, id="looked-at"),
        pytest.param(None, True, None, False, id="never"),
    ],
)
@pytest.mark.shows("F95", "S3-16")
def test_the_rule_and_the_queryset_agree_on_what_is_awake(happened, never, reviewed, is_awake):
    event = AwaitedEventFactory(happened_on=happened, did_not_happen=never)
    row = ImplicationFactory(answer=ImplicationAnswer.CONDITIONAL, event=event, reviewed_on=reviewed)

    assert Implication.objects.awake(on=ON).exists() == is_awake
    assert (implication_line(row, row.report, on=ON).state == State.AWAKE) == is_awake


@pytest.mark.parametrize(
    "day, days",
    [
        pytest.param(date(2020, 5, 19), 2, id="before-the-first"),
        pytest.param(date(2020, 5, 20), 3, id="its-first-day"),
        pytest.param(date(2026, 1, 1), 4, id="a-later-one"),
    ],
)
def test_the_procedure_in_force_is_that_of_the_day(day, days):
    ProcedureFactory(starts_on=date(2020, 5, 20), publish_days=3)
    ProcedureFactory(starts_on=date(2025, 5, 20), publish_days=4)

    assert Procedure.objects.in_force(day).publish_days == days


def test_a_notice_carries_the_terms_of_its_day():
    ProcedureFactory(starts_on=date(2026, 11, 2), notice_days=30, exception_days=7)
    KeyDecisionNoticeFactory(published_on=date(2026, 11, 1))
    KeyDecisionNoticeFactory(published_on=date(2026, 11, 2))

    rows = KeyDecisionNotice.objects.with_terms().order_by("published_on")
    assert [(row.notice_days, row.exception_days) for row in rows] == [(28, 5), (30, 7)]


@pytest.mark.parametrize(
    "factory, values, sentence",
    [
        pytest.param(DecisionFactory, {"decided_on": None}, "Give the day of the decision", id="no-day"),
        pytest.param(
            DecisionFactory, {"published_on": date(2026, 10, 13)}, "before it is taken", id="published-first"
        ),
        pytest.param(DecisionFactory, {"body": None}, "Choose who decided", id="nobody-decided"),
        pytest.param(CallInFactory, {"heard_on": date(2026, 10, 19)}, "before it is made", id="heard-first"),
        pytest.param(ImplicationFactory, {"answer": "conditional"}, "choose the event", id="no-event"),
        pytest.param(
            KeyDecisionNoticeFactory,
            {"due_on": date(2026, 11, 1)},
            "before its notice",
            id="due-before-notice",
        ),
        pytest.param(
            KeyDecisionNoticeFactory,
            {"procedure": KeyProcedure.SPECIAL_URGENCY, "exception_reasons": "Flood"},
            "needs a chair's agreement",
            id="urgency-without-agreement",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(factory, values, sentence):
    row = factory()
    for name, value in values.items():
        setattr(row, name, value)

    with pytest.raises(ValidationError, match=sentence):
        row.full_clean()


def test_only_one_of_body_holder_and_officer_decides():
    row = DecisionFactory()
    row.post = PostFactory()

    with pytest.raises(ValidationError, match="one only"):
        row.full_clean()


def test_numbers_are_given_once_in_a_report():
    first = RecommendationFactory(number="1")
    stop = RouteStopFactory(report=first.report, number=1)
    again = type(stop)(report=first.report, number=1, body=BodyFactory())

    with pytest.raises(ValidationError, match="same number"):
        type(first)(report=first.report, number="1", words="Again").full_clean()
    with pytest.raises(ValidationError, match="same number"):
        again.full_clean()
