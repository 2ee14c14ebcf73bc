"""The retention rules that a council starts from and changes in the register."""

from django.db import migrations

START = "Usual practice of councils, to be confirmed by the council’s own retention schedule"
SIX_YEARS = (
    "A claim can be brought for six years (Limitation Act 1980, sections 2 and 5), and an earlier complaint is read "
    "when somebody complains again."
)
TWO_YEARS = "What was asked for is done; two years show whether the same fault comes back."
RULES = (
    ("complaint", 72, SIX_YEARS),
    ("request", 24, TWO_YEARS),
    ("comment", 24, "A view is read with those of the year after; nothing else needs it."),
    ("compliment", 24, "Thanks are passed on at once; nothing else needs them."),
)


def add_rules(apps, schema_editor):
    """Adds a rule for each kind of case that has none."""
    rule = apps.get_model("complaints", "RetentionRule")
    for kind, months, why in RULES:
        if not rule.objects.filter(kind=kind, procedure=None).exists():
            rule.objects.create(kind=kind, months=months, why=why, source=START)


class Migration(migrations.Migration):
    dependencies = [("complaints", "0013_retention")]

    operations = [migrations.RunPython(add_rules, migrations.RunPython.noop)]
