from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from council.computed.sources import compute_all
from council.periods import local_day

WORDS = {
    "submitted": "submitted for sign-off",
    "drafted": "kept as drafts that need a comment",
    "same": "unchanged",
    "differs": "handed in, and the records give another figure now",
    "kept": "left as a person typed them",
    "unfit": "not kept, for the indicator cannot hold the figure: look at its kind and limits in the register",
    "busy": "left for the next time, for somebody was saving them",
}


class Command(BaseCommand):
    """Computes the indicators that are counted from the product's own records."""

    help = "Computes indicators from the product's own records. For a timer, once each night."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        done = compute_all(day=local_day(now), at=now)
        if not done:
            self.stdout.write("No indicator is computed from the product's own records.")
        for name, number in done.items():
            self.stdout.write(f"{number} {WORDS.get(name, name)}.")
