"""The table of the shared cache, as Django's own command `createcachetable` would make it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("council", "0001_users_and_bank_holidays")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.CreateModel(
                    name="CacheEntry",
                    fields=[
                        ("cache_key", models.CharField(max_length=255, primary_key=True, serialize=False)),
                        ("value", models.TextField()),
                        ("expires", models.DateTimeField(db_index=True)),
                    ],
                    options={"db_table": "council_cache"},
                ),
            ],
        ),
    ]
