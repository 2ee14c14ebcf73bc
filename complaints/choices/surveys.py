"""The words of surveys: what customers are asked of how their case went, what they may say, why some are not asked."""

from django.db.models import TextChoices


class SurveyQuestion(TextChoices):
    """One question of a survey. How it was handled and what came of it are two questions, never one."""

    HANDLING = "handling", "How it was handled"
    OUTCOME = "outcome", "What came of it"
    FIXED = "fixed", "Whether it was put right"
    WORDS = "words", "In their own words"


class Satisfaction(TextChoices):
    """How satisfied somebody is, from best to worst."""

    VERY_SATISFIED = "very_satisfied", "Very satisfied"
    SATISFIED = "satisfied", "Satisfied"
    NEITHER = "neither", "Neither satisfied nor dissatisfied"
    DISSATISFIED = "dissatisfied", "Dissatisfied"
    VERY_DISSATISFIED = "very_dissatisfied", "Very dissatisfied"


SATISFIED = (Satisfaction.VERY_SATISFIED, Satisfaction.SATISFIED)
"""Those that count as satisfied."""


class Fixed(TextChoices):
    """Whether it was put right."""

    YES = "yes", "Yes"
    PARTLY = "partly", "Partly"
    NO = "no", "No, not fixed"


NOT_PUT_RIGHT = (Fixed.PARTLY, Fixed.NO)
"""Those after which the customer is offered a way on."""


class NotAsked(TextChoices):
    """Why somebody was not asked."""

    OPTED_OUT = "opted_out", "Asked not to be asked"
    HEARS_NOTHING = "hears_nothing", "Wants to hear nothing from us"
    NO_WAY = "no_way", "No way to reach them"
    MOVED_ON = "moved_on", "The case went on first"


class Ending(TextChoices):
    """How a case ended, as its customer is asked about it."""

    REPLY = "reply", "Reply to a request"
    STAGE_ONE = "stage_one", "Reply at stage 1"
    STAGE_TWO = "stage_two", "Reply at stage 2"
    REFUSED = "refused", "Not accepted"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Asked(TextChoices):
    """How the asking about one ending stands: each ended case is in exactly one of these."""

    ANSWERED = "answered", "Answered"
    UNANSWERED = "unanswered", "Did not answer"
    OPTED_OUT = "opted_out", "Asked not to be asked"
    HEARS_NOTHING = "hears_nothing", "Wants to hear nothing from us"
    UNREACHED = "unreached", "Could not be reached"
    MOVED_ON = "moved_on", "The case went on first"
    TOO_EARLY = "too_early", "Not asked yet"
    NO_SURVEY = "no_survey", "No survey was live then"


WERE_ASKED = (Asked.ANSWERED, Asked.UNANSWERED)
"""Those that a response rate is of."""
