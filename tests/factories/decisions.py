import datetime

import factory
from factory.django import DjangoModelFactory

from portfolios.choices import ImplicationHead
from portfolios.models import (
    CallIn,
    Decision,
    Implication,
    KeyDecisionNotice,
    Procedure,
    Recommendation,
    Report,
    RouteStop,
)
from tests.factories.people import BodyFactory


class ReportFactory(DjangoModelFactory):
    class Meta:
        model = Report

    subject = factory.Sequence(lambda n: f"Report {n}")
    text = "The words of the report."


class RouteStopFactory(DjangoModelFactory):
    class Meta:
        model = RouteStop

    report = factory.SubFactory(ReportFactory)
    number = factory.Sequence(lambda n: n + 1)
    body = factory.SubFactory(BodyFactory)


class RecommendationFactory(DjangoModelFactory):
    class Meta:
        model = Recommendation

    report = factory.SubFactory(ReportFactory)
    number = factory.Sequence(lambda n: str(n + 1))
    words = "That the plan be approved."


class ImplicationFactory(DjangoModelFactory):
    """None, without saying why."""

    class Meta:
        model = Implication

    report = factory.SubFactory(ReportFactory)
    head = ImplicationHead.LEGAL


class KeyDecisionNoticeFactory(DjangoModelFactory):
    """Published on Monday 2 November 2026, with the full notice."""

    class Meta:
        model = KeyDecisionNotice

    matter = factory.Sequence(lambda n: f"Matter {n}")
    published_on = datetime.date(2026, 11, 2)
    why_key = "It costs £200,000."
    body = factory.SubFactory(BodyFactory, kind="executive")


class DecisionFactory(DjangoModelFactory):
    """Taken by the executive on Wednesday 14 October 2026 and published two days later."""

    class Meta:
        model = Decision

    title = factory.Sequence(lambda n: f"Decision {n}")
    decided_on = datetime.date(2026, 10, 14)
    published_on = datetime.date(2026, 10, 16)
    body = factory.SubFactory(BodyFactory, kind="executive")
    resolution = "RESOLVED that the plan be approved."


class CallInFactory(DjangoModelFactory):
    class Meta:
        model = CallIn

    decision = factory.SubFactory(DecisionFactory)
    called_in_on = datetime.date(2026, 10, 20)
    callers = "Five members"
    grounds = "Nobody was asked."


class ProcedureFactory(DjangoModelFactory):
    class Meta:
        model = Procedure

    starts_on = datetime.date(2020, 5, 20)
    source = "Constitution, part 4"
