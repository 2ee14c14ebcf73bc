import datetime

import factory
from factory.django import DjangoModelFactory, Password

from council.access import Role
from council.models import User
from portfolios.choices import BodyKind, ServiceLevel
from portfolios.models import (
    Appointment,
    Body,
    Finding,
    Meeting,
    Person,
    Portfolio,
    Post,
    Responsibility,
    Service,
    Tenure,
)


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User

    username = factory.Sequence(lambda n: f"user{n}")
    password = Password("correct horse battery")
    role = Role.OFFICER
    is_staff = factory.LazyAttribute(lambda user: user.role == Role.ADMINISTRATOR)
    is_superuser = factory.LazyAttribute(lambda user: user.role == Role.ADMINISTRATOR)


class ServiceFactory(DjangoModelFactory):
    class Meta:
        model = Service

    name = factory.Sequence(lambda n: f"Service {n}")
    level = ServiceLevel.SERVICE


class PostFactory(DjangoModelFactory):
    class Meta:
        model = Post

    title = factory.Sequence(lambda n: f"Post {n}")
    service = factory.SubFactory(ServiceFactory)


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person

    name = factory.Sequence(lambda n: f"Person {n}")


class TenureFactory(DjangoModelFactory):
    class Meta:
        model = Tenure

    person = factory.SubFactory(PersonFactory)
    post = factory.SubFactory(PostFactory)


class BodyFactory(DjangoModelFactory):
    class Meta:
        model = Body

    name = factory.Sequence(lambda n: f"Body {n}")
    kind = BodyKind.COMMITTEE


class PortfolioFactory(DjangoModelFactory):
    class Meta:
        model = Portfolio

    name = factory.Sequence(lambda n: f"Portfolio {n}")


class AppointmentFactory(DjangoModelFactory):
    class Meta:
        model = Appointment

    person = factory.SubFactory(PersonFactory)
    portfolio = factory.SubFactory(PortfolioFactory)


class ResponsibilityFactory(DjangoModelFactory):
    class Meta:
        model = Responsibility

    service = factory.SubFactory(ServiceFactory)
    portfolio = factory.SubFactory(PortfolioFactory)


class FindingFactory(DjangoModelFactory):
    class Meta:
        model = Finding

    title = factory.Sequence(lambda n: f"Finding {n}")
    made_by = "The inspectorate"
    quotation = "Nobody could tell us who is responsible."


class MeetingFactory(DjangoModelFactory):
    class Meta:
        model = Meeting

    body = factory.SubFactory(BodyFactory)
    held_on = factory.Sequence(lambda n: datetime.date(2026, 1, 1) + datetime.timedelta(days=n))
