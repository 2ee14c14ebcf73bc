"""The headings of the three sections of executive summaries, which a council rewords in the register."""

from django.db import migrations

# As a council's quarter 4 report of 2016/17 divided its summary.
FIRST = (
    ("well", "Above expectations / performing well"),
    ("risk", "Risk to performance or delivery"),
    ("further", "Further work required for next year’s report"),
)


def add_headings(apps, schema_editor):
    """Adds each that is not there."""
    headings = apps.get_model("performance", "SummaryHeading").objects
    for section, words in FIRST:
        headings.get_or_create(section=section, defaults={"words": words})


class Migration(migrations.Migration):
    dependencies = [("performance", "0013_executive_summaries")]

    operations = [migrations.RunPython(add_headings, migrations.RunPython.noop)]
