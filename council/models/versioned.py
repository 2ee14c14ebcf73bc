from django.db import models


class Versioned(models.Model):
    """A row that people edit. Its version rises by one with every save.

    Whoever saves names the version they read; `council.audit.save_versioned` refuses the second of two
    saves made from the same version, so that nobody overwrites another unseen.
    """

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True
