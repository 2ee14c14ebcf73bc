"""The words of actions: how far one is, what was done with it, and the five tests that make it fit."""

from django.db.models import TextChoices


class ActionState(TextChoices):
    """How far an action is."""

    PLANNED = "planned", "Planned"
    BEGUN = "begun", "Begun"
    DONE = "done", "Done"
    STOPPED = "stopped", "Stopped"


OPEN_ACTIONS = (ActionState.PLANNED, ActionState.BEGUN)
"""Those in which something is still to be done."""


class ActionStep(TextChoices):
    """What was done with an action at one time."""

    ADDED = "added", "Added"
    CHANGED = "changed", "Changed"
    BEGUN = "begun", "Begun"
    DONE = "done", "Done"
    STOPPED = "stopped", "Stopped"
    RESUMED = "resumed", "Taken up again"


class SmartTest(TextChoices):
    """The five points on which an action is tested before it counts as fit."""

    SPECIFIC = "specific", "Specific"
    MEASURABLE = "measurable", "Measurable"
    ACHIEVABLE = "achievable", "Achievable"
    RELEVANT = "relevant", "Relevant"
    TIME_BOUND = "time_bound", "Time-bound"
