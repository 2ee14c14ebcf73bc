"""The words of outcomes: what was found of each point, and what is done to put it right."""

from django.db.models import TextChoices


class Finding(TextChoices):
    """What was found of one point complained of."""

    UPHELD = "upheld", "Upheld"
    PARTLY_UPHELD = "partly_upheld", "Partly upheld"
    NOT_UPHELD = "not_upheld", "Not upheld"
    NO_FINDING = "no_finding", "No finding"


FOUND_FOR_THE_CUSTOMER = (Finding.UPHELD, Finding.PARTLY_UPHELD)


class RedressKind(TextChoices):
    """What puts things right (Complaint Handling Code, 7.1)."""

    APOLOGY = "apology", "Apologise"
    ACKNOWLEDGE = "acknowledge", "Acknowledge where things have gone wrong"
    EXPLAIN = "explain", "Explain, assist or give reasons"
    ACT = "act", "Act on the delay"
    RECONSIDER = "reconsider", "Reconsider or change the decision"
    RECORD = "record", "Amend the record or add a correction"
    MONEY = "money", "Pay a financial remedy"
    CHANGE = "change", "Change policy, procedure or practice"
