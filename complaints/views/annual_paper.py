"""An annual complaints report as its pages show it, signed in or not."""

import datetime
from typing import Any

from complaints.models import AnnualComplaintsReport
from complaints.operations.annual_reports import paper_of
from complaints.rules.small_numbers import HIDDEN_WORDS


def shown_paper(row: AnnualComplaintsReport, *, on: datetime.date) -> dict[str, Any]:
    """The report with what stands beside its words: errata and responses, where it was presented."""
    return {
        "row": row,
        "paper": paper_of(row, on=on),
        "errata": row.errata.all() if row.is_presented else [],
        "responses": row.responses.select_related("body") if row.is_presented else [],
        "hidden": HIDDEN_WORDS,
    }
