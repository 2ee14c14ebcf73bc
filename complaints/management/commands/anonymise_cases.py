from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from complaints.figures.parity import counted_of
from complaints.models import Case
from complaints.operations.retention_runs import plan_run, run_retention


class Command(BaseCommand):
    """Anonymises the cases whose time is over. It names nobody: its output goes to logs."""

    help = "Anonymises cases and customers whose time is over. For a timer, once a night. --dry-run changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="Say what would be done, and do nothing.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["dry_run"]:
            self._tell_plan()
            return
        before = counted_of(Case.objects.all())
        run = run_retention(at=timezone.now())
        after = counted_of(Case.objects.all())
        self.stdout.write(
            f"Anonymised: {run.cases} cases, {run.customers} customers, {run.files} files. Kept: {run.kept} cases."
        )
        for name in before:
            same = "the same" if before[name] == after[name] else "changed, by this run or by work meanwhile"
            self.stdout.write(
                f"Figures of {name}: {_sum(before[name])} before, {_sum(after[name])} after, {same}."
            )
        if not run.figures_stayed:
            raise CommandError("A case would have changed a figure, so it was left as it was. Report this.")

    def _tell_plan(self) -> None:
        plan = plan_run(at=timezone.now())
        self.stdout.write(f"Nothing is changed. Cases that would be anonymised: {sum(plan.due.values())}.")
        for kind, number in sorted(plan.due.items()):
            self.stdout.write(f"- {kind}: {number}")
        self.stdout.write(f"Cases whose own time is over and that are kept: {sum(plan.kept.values())}.")
        for kept, number in plan.kept.items():
            self.stdout.write(f"- {number}: {kept.value}")


def _sum(rows: list[tuple[Any, ...]]) -> Any:
    return sum(row[-1] or 0 for row in rows)
