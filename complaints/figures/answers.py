"""What of a case's points, answers and people its rules ask for."""

from dataclasses import dataclass, field

from complaints.choices import STAGE_ONE, CaseStep
from complaints.models import Case, CaseEntry, Point, PointAnswer
from complaints.rules.answers import PointFacts


@dataclass(frozen=True)
class ShownPoint:
    """One point with what was answered to it, the newest first."""

    point: Point
    answers: list[PointAnswer] = field(default_factory=list)


def shown_points(case: Case) -> list[ShownPoint]:
    """The points of a case as its page shows them; three queries."""
    points = case.points.prefetch_related("answers__cause")
    return [ShownPoint(point, list(point.answers.all())) for point in points]


def points_of(case: Case) -> list[PointFacts]:
    """The points with what was found of each at the case's stage; two queries."""
    found = _newest(case, stage=case.stage)
    numbers = case.points.values_list("pk", "number")
    return [PointFacts(number, found.get(pk, "")) for pk, number in numbers]


def findings_of(case: Case) -> list[str]:
    """What was last found of each point, at whichever stage; "" where nothing was. Two queries."""
    found = _newest(case)
    return [found.get(pk, "") for pk in case.points.values_list("pk", flat=True)]


def _newest(case: Case, *, stage: int | None = None) -> dict[int, str]:
    answers = PointAnswer.objects.filter(point__case=case)
    answers = answers if stage is None else answers.filter(stage=stage)
    return dict(answers.order_by("stage", "at", "pk").values_list("point_id", "finding"))


def answered_before(case: Case) -> set[int]:
    """Who replied, or answered a point, at stage 1: none of them looks at stage 2. Two queries."""
    replied = CaseEntry.objects.filter(case=case, stage=STAGE_ONE, step=CaseStep.REPLIED).exclude(by=None)
    answered = PointAnswer.objects.filter(point__case=case, stage=STAGE_ONE)
    return {*replied.values_list("by_id", flat=True), *answered.values_list("by_id", flat=True)}
