"""What a reply may start from: each point with what was found and why."""

from collections.abc import Sequence

from complaints.figures.answers import ShownPoint


def draft_reply(points: Sequence[ShownPoint], *, stage: int) -> str:
    """The points with their answers at the stage, to be worded by whoever replies; "" where there are none."""
    parts = []
    for each in points:
        answer = next((answer for answer in each.answers if answer.stage == stage), None)
        if answer is not None:
            parts.append(
                f"{each.point.number}. {each.point.words}\n{answer.get_finding_display()}. {answer.words}"
            )
    return "\n\n".join(parts)
