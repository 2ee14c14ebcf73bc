from django.contrib.auth.models import AbstractUser
from django.db import models

from council.access import Role


class User(AbstractUser):
    """Somebody who signs in. Their role says what they may do; the posts they hold say where."""

    role = models.CharField(
        max_length=20,
        choices=Role.choices,
        default=Role.OFFICER,
        help_text="What this person signs in to do. Administrators keep the register.",
    )

    class Meta(AbstractUser.Meta):
        ordering = ["username", "pk"]

    def __str__(self) -> str:
        return self.get_full_name() or self.username
