"""The words of meetings, reports and decisions."""

from django.db.models import TextChoices


class MeetingKind(TextChoices):
    """What sort of meeting it is."""

    ORDINARY = "ordinary", "Ordinary meeting"
    ANNUAL = "annual", "Annual meeting"
    SPECIAL = "special", "Special meeting"


class AskedTo(TextChoices):
    """What a body on a report's route is asked to do with it."""

    CONSIDER = "consider", "Consider"
    COMMENT = "comment", "Comment"
    ENDORSE = "endorse", "Endorse"
    DECIDE = "decide", "Decide"


class Verb(TextChoices):
    """What a recommendation asks of the body."""

    APPROVE = "approve", "Approve"
    NOTE = "note", "Note"
    AGREE = "agree", "Agree"
    RECOGNISE = "recognise", "Recognise"
    INVITE = "invite", "Invite"


class DecisionKind(TextChoices):
    """What became of what was recommended."""

    AS_RECOMMENDED = "as_recommended", "Agreed as recommended"
    AMENDED = "amended", "Agreed with changes"
    DEFERRED = "deferred", "Deferred"
    REFUSED = "refused", "Not agreed"
    ENDORSED = "endorsed", "Endorsed for another body"


OPEN_DECISIONS = (DecisionKind.DEFERRED,)
"""Those after which the matter is still to be decided."""
NOTHING_TO_CARRY_OUT = (*OPEN_DECISIONS, DecisionKind.REFUSED, DecisionKind.ENDORSED)
"""Those that leave nothing to be done, so that no amendment can be made by them."""
AGREED = tuple(kind for kind in DecisionKind if kind not in NOTHING_TO_CARRY_OUT)
"""Those by which something was agreed."""


class PortfolioDecider(TextChoices):
    """Who may change portfolios: under executive arrangements the leader, unless the council has it otherwise."""

    ANY = "any", "The leader, the cabinet or full council"
    LEADER = "leader", "The leader, or whom the leader names, alone"
    CABINET = "cabinet", "The cabinet"
    COUNCIL = "council", "Full council"


class KeyProcedure(TextChoices):
    """By which procedure notice of a key decision was given (SI 2012/2089, regulations 9 to 11)."""

    NOTICE = "notice", "28 clear days' notice"
    GENERAL_EXCEPTION = "general_exception", "General exception"
    SPECIAL_URGENCY = "special_urgency", "Special urgency"


class CallInOutcome(TextChoices):
    """What scrutiny did with a decision that was called in."""

    WAITING = "waiting", "To be heard"
    UPHELD = "upheld", "Left to stand"
    REFERRED_BACK = "referred_back", "Referred back"
    RECONSIDERED = "reconsidered", "Reconsidered"
    WITHDRAWN = "withdrawn", "Call-in withdrawn"


class ImplicationHead(TextChoices):
    """The heads under which a report must say what follows from it."""

    FINANCIAL = "financial", "Financial"
    LEGAL = "legal", "Legal"
    PERSONNEL = "personnel", "Personnel"
    ICT = "ict", "ICT"
    COMMUNITY_SAFETY = "community_safety", "Community safety"
    ENVIRONMENTAL = "environmental", "Environmental"
    EQUALITY = "equality", "Equality"


class ImplicationAnswer(TextChoices):
    """What the report says under a head."""

    NONE = "none", "None"
    SOME = "some", "There are some"
    CONDITIONAL = "conditional", "Only if something happens"
