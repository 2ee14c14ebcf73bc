"""Red, amber, green: the statuses, their words and shapes."""

from django.db.models import TextChoices


class Rag(TextChoices):
    """The status of an indicator in a period. Always shown with its word and its shape, never by colour alone."""

    GREEN = "green", "Green"
    AMBER = "amber", "Amber"
    RED = "red", "Red"
    NOT_KNOWN = "not_known", "Not known"
    LATE = "late", "Late"
    NOT_RATED = "not_rated", "Not rated"
    NOT_DUE = "not_due", "Not due"
