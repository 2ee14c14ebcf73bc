from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("performance", "0015_outcomes_of_challenges")]

    operations = [
        migrations.AddField(
            model_name="summaryfigure",
            name="forecast_words",
            field=models.TextField("forecast then, where it is rated", blank=True, default=""),
            preserve_default=False,
        ),
    ]
