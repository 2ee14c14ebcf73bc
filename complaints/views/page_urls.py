"""The addresses of what is done with a case."""

from collections.abc import Sequence

from django.urls import reverse

from complaints.choices import CasePage
from complaints.models import Case
from complaints.rules.problem import Problem


def page_url(case: Case, page: CasePage, number: int | None = None) -> str:
    """The address of a page of the case; `number` says of which point or remedy."""
    numbers = [] if number is None else [number]
    return reverse(f"case_{page}", args=[case.reference, *numbers])


def with_addresses(case: Case, problems: Sequence[Problem]) -> list[tuple[str, str]]:
    """Each problem with the address where it is put right; "" where there is none."""
    return [(each.sentence, page_url(case, each.mend, each.number) if each.mend else "") for each in problems]
