"""The headings that progress reports begin with; a council renames, reorders and adds to them in the register."""

from django.db import migrations

# Those of a four-monthly report of 2002, which follow the enablers of the Business Excellence model.
FIRST = ("Leadership", "People Management", "Policy and Strategy", "Resources", "Process")


def add_headings(apps, schema_editor):
    """Adds them where there are none."""
    headings = apps.get_model("performance", "ProgressHeading").objects
    if not headings.exists():
        for place, name in enumerate(FIRST, start=1):
            headings.create(name=name, place=place)


class Migration(migrations.Migration):
    dependencies = [("performance", "0009_progress_reports")]

    operations = [migrations.RunPython(add_headings, migrations.RunPython.noop)]
