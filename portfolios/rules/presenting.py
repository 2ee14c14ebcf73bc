"""What a report must have before it is presented; from then on its words are fixed."""

from collections.abc import Sequence

from portfolios.rules.problem import Problem


def presenting_problems(
    *, is_presented: bool, text: str, recommendations: Sequence[str], stops: int
) -> list[Problem]:
    """What keeps a report from being presented; an empty list when nothing does."""
    if is_presented:
        return [Problem("", "It was presented before; its words are fixed already.")]
    problems = []
    if not text.strip():
        problems.append(Problem("text", "Enter the words of the report: they are what is presented."))
    if not any(words.strip() for words in recommendations):
        problems.append(Problem("recommendations", "Enter at least one recommendation."))
    if not stops:
        problems.append(Problem("stops", "Say which body it goes to: add a stop to its route."))
    return problems
