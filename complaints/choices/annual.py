"""The words of a year: the Ombudsman's letter, the self-assessment, and figures that documents printed."""

from django.db.models import TextChoices


class LetterFigure(TextChoices):
    """One figure that the Ombudsman's annual letter prints."""

    RECEIVED = "received", "Complaints and enquiries received"
    DECIDED = "decided", "Decisions made"
    INVESTIGATED = "investigated", "Complaints investigated"
    UPHELD = "upheld", "Complaints upheld"
    UPHELD_SHARE = "upheld_share", "Share upheld"
    REMEDIED = "remedied", "Satisfactorily remedied before"
    COMPLIED_SHARE = "complied_share", "Share of recommendations complied with"


LETTER_SHARES = (LetterFigure.UPHELD_SHARE, LetterFigure.COMPLIED_SHARE)
"""Those printed as percentages; all others are counts."""


class Compliance(TextChoices):
    """Whether the council keeps to a paragraph of a code."""

    COMPLIES = "complies", "Complies"
    DOES_NOT = "does_not", "Does not comply"
    ASK = "ask", "A person has to say"


ANSWERED = (Compliance.COMPLIES, Compliance.DOES_NOT)
"""What a person may say of a paragraph."""


class CaseFigureKind(TextChoices):
    """What an annual case figure counts."""

    RECEIVED = "received", "Complaints received"
    JUSTIFIED = "justified", "Complaints justified"
    STAGE_TWO = "stage_two", "Complaints taken to stage 2"
    NOT_ACCEPTED = "not_accepted", "Complaints not accepted"
    REQUESTS = "requests", "Service requests received"
    COMPLIMENTS = "compliments", "Compliments received"


class CaseFigureChange(TextChoices):
    """How a printed figure stands to the one before it for the same year."""

    FIRST = "first", "First printed"
    AGAIN = "again", "Printed again"
    CORRECTED = "corrected", "Corrected"
