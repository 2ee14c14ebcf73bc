"""Files to import, brought and looked at as the pages do it."""

import datetime
from datetime import UTC
from pathlib import Path

from council.exports import csv_lines
from council.spreadsheets import read_sheet
from performance.choices import ImportKind
from performance.operations.imports import apply_batch, bring, keep_answers, plan_of
from tests.factories import CycleFactory, UserFactory

DATA = Path(__file__).parents[2] / "data"
NOW = datetime.datetime(2026, 10, 12, 9, 30, tzinfo=UTC)
TODAY = NOW.date()
KINDS = {kind.value: kind for kind in ImportKind}


def csv(header, *rows):
    """A CSV file as people write it: a header and rows of cells, with commas between."""
    return "\n".join([header, *rows]).encode() + b"\n"


def own_csv(header, rows):
    """A CSV file as we write it."""
    return "".join(csv_lines(header, rows)).encode()


def brought(kind, content, *, name="file.csv", by=None, summary=None, answers=None, **settings):
    """A file as it waits for its preview."""
    batch = bring(
        KINDS[kind],
        name=name,
        content=content,
        sheet=read_sheet(name, content),
        settings=settings,
        by=by or UserFactory(role="administrator"),
        at=NOW,
        summary=summary and ("summary.csv", summary, read_sheet("summary.csv", summary)),
    )
    if answers:
        keep_answers(batch, answers)
    return batch


def looked_at(batch):
    return plan_of(batch, today=TODAY)


def planned(kind, content, **options):
    """The plan of a file."""
    return looked_at(brought(kind, content, **options))


def applied(kind, content, **options):
    """Brings a file and applies it; gives the batch and how many rows changed something."""
    batch = brought(kind, content, **options)
    plan = looked_at(batch)
    assert plan.is_ready, [plan.problems, plan.open_questions]
    number = apply_batch(batch, expected=plan.fingerprint, by=batch.by, at=NOW)
    batch.refresh_from_db()
    return batch, number


def told(plan):
    """The problems of a plan as a page says them: where, and the sentence."""
    return [(problem.where, problem.sentence) for problem in plan.problems]


def effects(plan):
    """What each row of the file will do."""
    return [(change.row, change.effect.value) for change in plan.changes]


def differences(plan):
    """What will be another in each row: its name, the old and the new."""
    return [[(each.what, each.old, each.new) for each in change.differences] for change in plan.changes]


def annual_cycle():
    return CycleFactory(name="Annual", frequency="annual")


def published(
    service,
    *,
    summary=True,
    answers=None,
    content=None,
    summary_content=None,
    name="indicators-2002-03.csv",
    **settings,
):
    """The published table of 2002/03, brought with what a person says of it."""
    cycle = annual_cycle()
    return brought(
        "published_table",
        content or (DATA / "indicators-2002-03.csv").read_bytes(),
        name=name,
        summary=summary_content
        or ((DATA / "indicators-2002-03-summary.csv").read_bytes() if summary else None),
        answers={"target-5": "+5 points"} if answers is None else answers,
        **{"title": "Customer service 2002/03", "service": service.pk, "cycle": cycle.pk, **settings},
    )


def in_register(service, **options):
    """The published table of 2002/03, in the register."""
    batch = published(service, **options)
    apply_batch(batch, expected=looked_at(batch).fingerprint, by=batch.by, at=NOW)
    batch.refresh_from_db()
    return batch
