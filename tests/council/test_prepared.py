import threading
from datetime import date
from operator import attrgetter

import pytest
from django.db import connection
from django.db.models import BigIntegerField, CharField, Count, DateField, Exists, F, OuterRef, Prefetch, Q
from django.db.models.sql.compiler import SQLCompiler

from council.prepared import prepared
from portfolios.models import Promise, Service

pytestmark = pytest.mark.django_db


@pytest.fixture
def services():
    top = Service.objects.create(name="Housing")
    return [top, *(Service.objects.create(name=name, parent=top) for name in ("Repairs", "Lettings"))]


@prepared(most=4)
def named(*names):
    return Service.objects.filter(name__in=names).order_by("name")


@prepared(most=4)
def with_parents():
    return Service.objects.select_related("parent").annotate(below=Count("children")).order_by("pk")


@prepared(most=4)
def both_ways():
    names = Service.objects.order_by().values_list("name", "pk")
    return names.filter(parent=None).union(names.exclude(parent=None), all=True)


@prepared(most=4)
def with_those_below():
    below = Prefetch("children", Service.objects.order_by("name"), "below")
    return Service.objects.filter(parent=None).prefetch_related(below)


def test_a_question_is_answered_anew_each_time(services):
    assert [each.name for each in named("Repairs", "Parks")] == ["Repairs"]

    Service.objects.create(name="Parks")
    Service.objects.filter(name="Repairs").update(level="team")

    assert [each.name for each in named("Repairs", "Parks")] == ["Parks", "Repairs"]
    assert named("Repairs", "Parks")[1].level == "team"


def test_each_answer_has_rows_of_its_own(services):
    first, second = named("Repairs"), named("Repairs")
    first[0].name = "Changed"

    assert second[0].name == "Repairs"


def test_the_sql_is_made_once_for_the_same_arguments(services, monkeypatch):
    made, as_sql = [], SQLCompiler.as_sql
    monkeypatch.setattr(
        SQLCompiler, "as_sql", lambda self, *args, **kwargs: made.append(1) or as_sql(self, *args, **kwargs)
    )

    for _ in range(3):
        assert len(named("Lettings", "asked nowhere else")) == 1

    assert len(made) == 1


@prepared(place=BigIntegerField(), name=CharField())
def below(*, place, name):
    known = Service.objects.filter(pk=OuterRef("parent"), name=name)
    return (
        Service.objects.annotate(is_known=Exists(known))
        .filter(Q(parent=place) | Q(pk=place))
        .order_by("name")
    )


@prepared(day=DateField())
def promised_by(*, day):
    return Promise.objects.filter(due_on__lte=day)


def test_what_is_given_stands_in_the_same_sql(services, monkeypatch):
    made, as_sql = [], SQLCompiler.as_sql
    monkeypatch.setattr(
        SQLCompiler, "as_sql", lambda self, *args, **kwargs: made.append(1) or as_sql(self, *args, **kwargs)
    )
    top, repairs, _ = services

    found = below(place=top.pk, name="Housing")
    made.clear()

    assert [(each.name, each.is_known) for each in found] == [
        ("Housing", False), ("Lettings", True), ("Repairs", True)
    ]  # fmt: skip
    assert [(each.name, each.is_known) for each in below(place=repairs.pk, name="Parks")] == [
        ("Repairs", False)
    ]
    assert below(place=0, name='Housing" OR 1=1 --') == []
    assert made == []


def test_a_day_that_is_given_is_written_as_its_database_writes_days():
    Promise.objects.create(verb="report_back", what="Bins", due_kind="date", due_on=date(2026, 11, 27))

    assert [len(promised_by(day=date(2026, 11, day))) for day in (26, 27, 28)] == [0, 1, 1]


def test_a_value_that_is_not_given_is_missed():
    with pytest.raises(KeyError, match="name"):
        below(place=1)


def test_other_arguments_are_another_question(services):
    assert named("Lettings")[0].name == "Lettings"
    assert named("Repairs")[0].name == "Repairs"


def test_rows_are_those_of_the_question_with_all_that_it_fetches(services, django_assert_num_queries):
    top, *below = services
    for _ in range(2):
        with django_assert_num_queries(1):
            rows = with_parents()
            assert [(each.parent, each.below) for each in rows] == [(None, 2), (top, 0), (top, 0)]
        assert sorted(both_ways()) == sorted((each.name, each.pk) for each in services)
        with django_assert_num_queries(2):
            (found,) = with_those_below()
            assert list(map(attrgetter("name"), found.below)) == ["Lettings", "Repairs"]


def test_a_question_that_nothing_can_answer_is_not_asked(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert named() == []
        assert named() == []


def test_what_is_asked_of_a_row_later_has_sql_of_its_own(services):
    row = named("Housing")[0]

    assert {each.name for each in row.children.filter(~Q(name=F("parent__name")))} == {"Repairs", "Lettings"}


@pytest.mark.django_db(transaction=True)
def test_each_thread_asks_over_its_own_connection(services):
    named("Housing")
    found = []

    def ask():
        rows = named("Housing")
        found.append((rows, connection.connection))
        connection.close()

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()

    [(rows, theirs)] = found
    assert [each.name for each in rows] == ["Housing"]
    assert theirs is not connection.connection
