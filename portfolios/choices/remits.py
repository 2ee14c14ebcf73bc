"""The words of remits and of what changes them."""

from django.db.models import TextChoices


class ItemKind(TextChoices):
    """Whose function a remit item is (Local Government Act 2000, Part 1A)."""

    EXECUTIVE = "executive", "Executive"
    REGULATORY = "regulatory", "Regulatory"
    SHARED = "shared", "Shared"


class AmendmentKind(TextChoices):
    """What an amendment does to a remit."""

    RECORD = "record", "Record an item as it stands"
    ADD_ITEM = "add_item", "Add an item"
    INSERT_BEFORE = "insert_before", "Insert words before others"
    INSERT_AFTER = "insert_after", "Insert words after others"
    SUBSTITUTE = "substitute", "Substitute words"
    OMIT = "omit", "Omit words"
    REPEAL_ITEM = "repeal_item", "Repeal an item"
    MOVE_ITEM = "move_item", "Move an item to another portfolio"
    RENAME = "rename", "Rename the portfolio"
    SPLIT = "split", "Split items off into a new portfolio"
    MERGE = "merge", "Merge the portfolio into another"


WORD_CHANGES = (
    AmendmentKind.INSERT_BEFORE,
    AmendmentKind.INSERT_AFTER,
    AmendmentKind.SUBSTITUTE,
    AmendmentKind.OMIT,
)
"""Those that look for words in an item; what they look for is the anchor."""


class Placing(TextChoices):
    """Where an added item goes."""

    END = "end", "At the end"
    BEFORE = "before", "Before the item named"
    AFTER = "after", "After the item named"


class AmendmentStep(TextChoices):
    """What was done with an amendment; its newest step says how far it is."""

    DRAFTED = "drafted", "Drafted"
    PROPOSED = "proposed", "Proposed"
    DECIDED = "decided", "Decided"
    COMMENCED = "commenced", "Given its day of effect"
    RECORDED = "recorded", "Recorded"
    WITHDRAWN = "withdrawn", "Withdrawn"


class AmendmentStage(TextChoices):
    """How far an amendment is on a day: what has its day of effect is pending until that day.

    Whether it then took effect, or could not, follows from all the others, and whether it is held from the call-ins
    of its decision: `RemitRegister.stage_of`.
    """

    DRAFT = "draft", "Draft"
    PROPOSED = "proposed", "Proposed"
    DECIDED = "decided", "Decided, no day of effect yet"
    PENDING = "pending", "Pending"
    HELD = "held", "Held by call-in"
    IN_FORCE = "in_force", "In force"
    WITHOUT_EFFECT = "without_effect", "Could not take effect"
    WITHDRAWN = "withdrawn", "Withdrawn"


NOT_DECIDED = (AmendmentStep.DRAFTED, AmendmentStep.PROPOSED)
SETTLED = (AmendmentStep.COMMENCED, AmendmentStep.RECORDED)
"""Those whose words stand from their day of effect."""
LIVE = (*NOT_DECIDED, AmendmentStep.DECIDED, *SETTLED)
STAGES = {
    AmendmentStep.DRAFTED: AmendmentStage.DRAFT,
    AmendmentStep.PROPOSED: AmendmentStage.PROPOSED,
    AmendmentStep.DECIDED: AmendmentStage.DECIDED,
    AmendmentStep.WITHDRAWN: AmendmentStage.WITHDRAWN,
}
"""How far an amendment is after a step that has no day of its own."""
