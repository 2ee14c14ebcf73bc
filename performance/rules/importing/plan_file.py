"""The whole plan of an import as a file: every row, however many."""

from collections.abc import Iterator

from performance.rules.importing.plan import Change, Plan

PLAN_HEADER = ["Row", "What it is about", "Effect", "What becomes of it", "Rating", "Comment", "To know"]


def plan_rows(plan: Plan) -> Iterator[list[object]]:
    """A line for each problem, then for each thing that only a person can say, then for each row of the file."""
    for problem in plan.problems:
        yield [problem.row, problem.where, "Problem", problem.text, "", "", problem.sentence]
    for question in plan.open_questions:
        yield [question.row, "", "Question", "", "", "", question.sentence]
    for change in plan.changes:
        yield _row(change)


def _row(change: Change) -> list[object]:
    becomes = "; ".join(
        f"{each.what}: {f'{each.old} becomes ' if each.old else ''}{each.new}" for each in change.differences
    )
    comment = ("Yes" if change.has_comment else "No comment") if change.rating else ""
    said = " ".join([*change.notices, *change.remarks])
    rating = change.rating.word if change.rating else ""
    return [change.row or "Summary", change.subject, change.effect.label, becomes, rating, comment, said]
