"""Two ratings that a member doubted: one answered by the lead officer, one still waiting."""

from council.demo.days import moment
from council.demo.register import Register
from council.periods import local_day
from council.rag import Rag
from performance.choices import ChallengeOutcome
from performance.models import Return
from performance.operations.challenges import answer, challenge
from portfolios.models import Tenure

DOUBTS = (
    (
        "The comment blames the summer, but the same months last year were green. What was different?",
        "You are right that the season is no reason. Two posts stood vacant this year; both are filled now, and the "
        "next return will show whether that was it.",
    ),
    ("Residents of my ward tell me otherwise. How many of them were asked?", ""),
)


def build_challenges(register: Register) -> None:
    """Doubts about the two newest published red figures of the lead officer's service."""
    member, lead, days = register.users["member"], register.users["lead"], register.days
    services = Tenure.objects.service_ids_of(lead, day=days.today)
    published = Return.objects.filter(published__rating=Rag.RED, indicator__service__in=services)
    rows = published.select_related("published").order_by("-period__ends_on", "indicator__reference", "pk")
    for row, (doubt, words) in zip(rows, DOUBTS, strict=False):
        assert row.published is not None
        asked = days.working_day(local_day(row.published.at), 1)
        made = challenge(row.published, doubt=doubt, by=member, at=moment(asked, 0.3))
        if words:
            at = moment(days.working_day(asked, 3), 0.6)
            came_to = ChallengeOutcome.LOOKED_INTO
            answer(made, words=words, outcome=came_to, expected=made.version, by=lead, at=at)
