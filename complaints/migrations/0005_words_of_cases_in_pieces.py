"""Indexes of three-letter pieces for the search of cases, where PostgreSQL has them; without, it reads every row."""

from django.db import DatabaseError, migrations, transaction

EXTENSION = "CREATE EXTENSION IF NOT EXISTS pg_trgm"
INDEXES = (
    ("complaints_case_pieces", "complaints_case", ("reference", "subject", "words")),
    ("complaints_customer_pieces", "complaints_customer", ("name",)),
)
"""As `icontains` asks: the capitals of the text."""


def index_pieces(apps, schema_editor):
    """Adds the indexes. Where the extension is not there and may not be made, the search does without them."""
    connection = schema_editor.connection
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        if not _has_pieces(connection, cursor):
            return
        for name, table, columns in INDEXES:
            pieces = ", ".join(f"UPPER({column}::text) gin_trgm_ops" for column in columns)
            cursor.execute(f"CREATE INDEX IF NOT EXISTS {name} ON {table} USING gin ({pieces})")


def _has_pieces(connection, cursor):
    try:
        with transaction.atomic(using=connection.alias):
            cursor.execute(EXTENSION)
    except DatabaseError:
        return False
    return True


def drop_pieces(apps, schema_editor):
    """Takes the indexes away; the extension may serve others and stays."""
    if schema_editor.connection.vendor == "postgresql":
        with schema_editor.connection.cursor() as cursor:
            for name, _, _ in INDEXES:
                cursor.execute(f"DROP INDEX IF EXISTS {name}")


class Migration(migrations.Migration):
    dependencies = [("complaints", "0004_open_cases_by_their_day")]

    operations = [migrations.RunPython(index_pieces, drop_pieces)]
