"""The indexes of three-letter pieces: used where the database has them, left out where it may not."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from complaints.filters.search import CaseSearchFilter, _found
from complaints.models import Case
from tests.factories.complaints import case

pieces = import_module("complaints.migrations.0005_words_of_cases_in_pieces")
on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no such index")


EDITOR = SimpleNamespace(connection=connection)


def there():
    if connection.vendor != "postgresql":
        return set()
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexname FROM pg_indexes WHERE indexname LIKE '%%_pieces'")
        return {name for (name,) in cursor.fetchall()}


@pytest.mark.django_db
@on_postgresql
def test_the_search_is_answered_from_the_indexes():
    case(words="A wheelbarrow")
    found = _found("wheelbarrow")
    with connection.cursor() as cursor:
        # So few rows are read faster in any other way; an index of pieces answers by a bitmap.
        for way in ("seqscan", "indexscan", "indexonlyscan"):
            cursor.execute(f"SET LOCAL enable_{way} = off")
    plan = found.explain()

    assert "complaints_case_pieces" in plan
    assert "complaints_customer_pieces" in plan


@pytest.mark.django_db
@on_postgresql
def test_without_the_extension_the_indexes_are_left_out_and_the_search_goes_on(monkeypatch):
    pieces.drop_pieces(apps, EDITOR)
    monkeypatch.setattr(pieces, "EXTENSION", "CREATE EXTENSION there_is_none_of_this_name")
    pieces.index_pieces(apps, EDITOR)
    row = case(words="A wheelbarrow")

    assert there() == set()
    assert list(CaseSearchFilter().filter(Case.objects.all(), "WHEELbarrow")) == [row]


@pytest.mark.django_db
def test_the_indexes_are_made_once_and_taken_away():
    pieces.index_pieces(apps, EDITOR)
    pieces.index_pieces(apps, EDITOR)
    before = there()
    pieces.drop_pieces(apps, EDITOR)

    assert before == ({name for name, _, _ in pieces.INDEXES} if connection.vendor == "postgresql" else set())
    assert there() == set()


@pytest.mark.django_db
def test_open_cases_are_listed_from_their_own_index():
    row = case()
    found = Case.objects.open().order_by("due_on", "pk")[:50]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_sort = off")

    assert "complaints_case_open" in found.explain()
    assert [each.pk for each in found] == [row.pk]
