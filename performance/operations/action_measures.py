"""Saying which indicators an action is measured by."""

import datetime

from django.db import transaction

from council.audit import claim_version
from council.models import User
from performance.models import ActionMeasure, Indicator
from portfolios.models import Action


@transaction.atomic
def measure_by(
    action: Action, indicator: Indicator, *, why: str = "", expected: int, by: User, at: datetime.datetime
) -> ActionMeasure:
    """Keeps that an indicator is to move because of an action; one that does already is answered as it is.

    `expected` is the version of the action. Raises Conflict when somebody else saved it first.
    """
    if found := ActionMeasure.objects.filter(action=action, indicator=indicator).first():
        return found
    claim_version(action, expected=expected)
    return ActionMeasure.objects.create(action=action, indicator=indicator, why=why, at=at, by=by)


@transaction.atomic
def measure_no_more(measure: ActionMeasure, *, expected: int) -> None:
    """Takes an indicator off an action that it does not measure after all. `expected` is the action's version."""
    claim_version(measure.action, expected=expected)
    ActionMeasure.objects.filter(pk=measure.pk).delete()
