"""The words of customers, of what is sent to them, and of who looked at them."""

from django.db.models import TextChoices


class ContactWay(TextChoices):
    """How a customer wants to hear from the council."""

    EMAIL = "email", "By e-mail"
    PHONE = "phone", "By phone"
    LETTER = "letter", "By letter"
    NONE = "none", "Not at all"


class CustomerStep(TextChoices):
    """What was done with what is kept of a customer."""

    ENTERED = "entered", "Entered"
    CHANGED = "changed", "Details changed"
    MERGED = "merged", "Merged into another"
    TOOK_IN = "took_in", "Took in another"
    UNMERGED = "unmerged", "Taken apart again"
    LET_GO = "let_go", "Let another go"
    NOT_THE_SAME = "not_the_same", "Found not to be the same"
    OPTED_OUT = "opted_out", "Asked not to be asked"
    OPTED_IN = "opted_in", "May be asked again"
    ANONYMISED = "anonymised", "Anonymised"
    EXPORTED = "exported", "Given all that is kept of them"


class MessageKind(TextChoices):
    """What a message to a customer is about."""

    RECEIVED = "received", "What we received"
    ACKNOWLEDGED = "acknowledged", "What we are looking into"
    EXTENDED = "extended", "More time is needed"
    REFUSED = "refused", "Why it is not accepted"
    REPLIED = "replied", "Our reply"
    STAGE_TWO = "stage_two", "Another officer looks again"
    NOTE = "note", "A word about your case"
    SURVEY = "survey", "How did we do?"
    INCIDENT = "incident", "About an event that touches many"


class LookKind(TextChoices):
    """What was looked at."""

    CASE = "case", "The case"
    LIST = "list", "A list of cases"
    CUSTOMER = "customer", "The customer"
    FILE = "file", "A file"
    EXPORT = "export", "An export"
    LETTER = "letter", "A letter"


class LookAs(TextChoices):
    """As what somebody looked, as it was then."""

    HANDLER = "handler", "As handler"
    SERVICE = "service", "As an officer of the service"
    TEAM = "team", "As the complaints team"
