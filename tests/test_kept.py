"""What is copied is what was built, and nothing that cannot be copied is passed over."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction

from tests import kept
from tests.conventions import scene

pytestmark = pytest.mark.django_db


def all_rows():
    """Every row of every table, as the database keeps it; made by the second laying out too, were it wrong."""
    with connection.cursor() as cursor:
        tables = sorted(connection.introspection.table_names(cursor))
        return {table: sorted(map(repr, kept._rows(cursor, table))) for table in tables}


def laid_out():
    with transaction.atomic():
        found = kept.laid_out(scene.build)
        rows = all_rows()
        transaction.set_rollback(True)
    return found, rows


def test_a_copy_has_the_rows_of_what_was_built(time_machine):
    time_machine.move_to(scene.TODAY)
    kept.forget()

    (built, first), (copied, second) = laid_out(), laid_out()

    assert second == first
    assert copied is not built
    assert {name: user.pk for name, user in copied.users.items()} == {
        name: user.pk for name, user in built.users.items()
    }


def test_a_building_that_changes_what_was_there_is_refused():
    def changes():
        ContentType.objects.filter(model="session").update(model="another")

    with pytest.raises(AssertionError, match="django_content_type"):
        kept.laid_out(changes)
    assert changes not in kept.KEPT
