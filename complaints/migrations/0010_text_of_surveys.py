"""What the council writes when it asks how a case went, to be reworded in the register."""

from django.db import migrations

SUBJECT = "How did we do? ({reference})"
BODY = (
    "Dear {name},\n\n"
    "You told us about “{subject}” ({reference}), and we have dealt with it. Please tell us how we did. It takes one "
    "click for each of two or three questions, and you may stop after any of them:\n{survey}\n\n"
    "We ask everybody, also those whose case we did not take on. What you say changes nothing in how we treat you. On "
    "the same page you can say that it was not put right, or that we should not ask you again.\n\n"
    "Keep this link to yourself.\n\n{council}"
)


def add_text(apps, schema_editor):
    """Adds it where it is not there."""
    apps.get_model("complaints", "MessageText").objects.get_or_create(
        kind="survey", defaults={"subject": SUBJECT, "body": BODY}
    )


class Migration(migrations.Migration):
    dependencies = [("complaints", "0009_surveys")]

    operations = [migrations.RunPython(add_text, migrations.RunPython.noop)]
