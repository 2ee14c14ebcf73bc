"""What somebody did with a case while another had its page open."""

from dataclasses import dataclass

from complaints.models import Case, CaseEntry
from council.models import User


@dataclass(frozen=True)
class Overtaken:
    """The newest step of the case, and whether it was the reader's own."""

    newest: CaseEntry | None
    is_own: bool

    @property
    def sentence(self) -> str:
        """What happened, and what to do."""
        if self.newest is None:
            return "Somebody else changed this case first. Read how it now stands, then decide."
        step = self.newest.get_step_display()
        if self.is_own:
            return f"You took a step with this case already: “{step}”. Nothing was done twice. Read how it now stands."
        who = self.newest.by or "The customer"
        return f"{who} was quicker: “{step}”. Read how the case now stands, then decide; what you typed is still here."


def taken_since(case: Case, *, by: User) -> Overtaken:
    """The newest step of the case; one query."""
    newest = case.entries.select_related("by").first()
    return Overtaken(newest, newest is not None and newest.by_id == by.pk)
