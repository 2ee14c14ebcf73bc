from django.db import models


class RetentionRun(models.Model):
    """One time that cases and customers whose time was over were anonymised: how many, never whose.

    One without an end was cut off; the next goes on where it stopped.
    """

    began_at = models.DateTimeField("began")
    ended_at = models.DateTimeField("ended", null=True, blank=True)
    cases = models.PositiveIntegerField("cases anonymised", default=0)
    customers = models.PositiveIntegerField("customers anonymised", default=0)
    files = models.PositiveIntegerField("files removed", default=0)
    kept = models.PositiveIntegerField("cases whose time is over and that something keeps", default=0)
    figures_stayed = models.BooleanField("every figure was the same before and after", null=True, blank=True)

    objects = models.Manager()

    class Meta:
        ordering = ["-began_at", "-pk"]

    def __str__(self) -> str:
        return f"Run of {self.began_at:%-d %B %Y}"
