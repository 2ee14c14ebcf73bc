"""Importing files: brought and kept, looked at as a plan, and carried out whole or not at all."""

from performance.operations.imports.batches import (
    AlreadyDone,
    LookAgain,
    apply_batch,
    bring,
    discard,
    imported_before,
    keep_answers,
    plan_of,
)

__all__ = [
    "AlreadyDone",
    "LookAgain",
    "apply_batch",
    "bring",
    "discard",
    "imported_before",
    "keep_answers",
    "plan_of",
]
