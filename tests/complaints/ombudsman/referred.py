"""Ombudsman cases brought to where a test needs them, by the verbs that officers use themselves."""

from complaints.choices import Code, OmbudsmanDecision
from complaints.models import OmbudsmanCase
from complaints.operations.ombudsman import Referral, enter_recommendation, enter_referral, enter_ruling
from complaints.rules.ombudsman import Ruling
from tests.complaints.lives import at, day
from tests.factories import PostFactory


def referred(by, *, on="2026-10-13", **stated):
    usual = {
        "ombudsman": Code.OMBUDSMAN,
        "their_reference": f"26 {OmbudsmanCase.objects.count():03}",
        "subject": "Bins not emptied",
        "referred_on": day(on),
    }
    return enter_referral(Referral(**(usual | stated)), by=by, at=at(on, 12))


def decided(row, by, *, decision=OmbudsmanDecision.UPHELD, on="2026-10-13", fault="Delay", **stated):
    ruling = Ruling(decision=decision, decided_on=day(on), fault=fault, **stated)
    return enter_ruling(row, ruling, expected=row.version, by=by, at=at(on, 13))


def recommended(row, by, *, due_on="2026-10-20", on="2026-10-13", what="Apologise"):
    found = enter_recommendation(
        row,
        what=what,
        owner=PostFactory(),
        due_on=day(due_on),
        expected=row.version,
        by=by,
        at=at(on, 14),
    )
    row.refresh_from_db()
    return found
