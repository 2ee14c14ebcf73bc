from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("performance", "0017_conclusions_of_challenges")]

    operations = [
        migrations.AddField(
            model_name="summaryfigure",
            name="running_words",
            field=models.TextField("how long it was off target then", blank=True, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="summaryfigure",
            name="year_words",
            field=models.TextField("what was said then against the year's target", blank=True, default=""),
            preserve_default=False,
        ),
        # Figures that were pinned before keep neither, so nothing is compared with them.
        migrations.AddField(
            model_name="summaryfigure",
            name="tells_year",
            field=models.BooleanField("whether the two before this were kept", default=False),
        ),
        migrations.AlterField(
            model_name="summaryfigure",
            name="tells_year",
            field=models.BooleanField("whether the two before this were kept", default=True),
        ),
    ]
