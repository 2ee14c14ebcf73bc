"""The words of clocks: what is waited for, from when it is counted, and whether it came in time."""

from django.db.models import TextChoices

STAGE_ONE, STAGE_TWO = 1, 2


class ClockKind(TextChoices):
    """What the customer waits for."""

    ACKNOWLEDGEMENT = "acknowledgement", "Acknowledgement"
    REPLY = "reply", "Reply"


class CountedFrom(TextChoices):
    """What day the time for a reply is counted from."""

    ACKNOWLEDGEMENT = "acknowledgement", "The acknowledgement"
    RECEIPT = "receipt", "The day it was received"


class Code(TextChoices):
    """Whose complaint handling code a procedure keeps to."""

    OMBUDSMAN = "lgsco", "Local Government and Social Care Ombudsman"
    HOUSING = "housing", "Housing Ombudsman"
    OWN = "own", "The council’s own"


class Timeliness(TextChoices):
    """How a clock stands: all four are counted, so that what is open and late is never left out."""

    DONE_IN_TIME = "done_in_time", "Done in time"
    DONE_LATE = "done_late", "Done late"
    OPEN_IN_TIME = "open_in_time", "Open and in time"
    OPEN_LATE = "open_late", "Open and late"
