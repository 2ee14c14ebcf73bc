from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("complaints", "0003_audiences_of_definitions"),
        ("portfolios", "0004_who_may_change_portfolios"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        # SQLite would sort all that is open by this one rather than read the other in its order.
        migrations.RemoveIndex(model_name="case", name="complaints_case_due"),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("state", "waiting"), ("state", "in_hand"), _connector="OR"),
                fields=["due_on", "id", "state", "service", "handler"],
                name="complaints_case_open",
            ),
        ),
    ]
