"""A run of retention: whatever is due is anonymised, one family of cases after another, each in its own transaction.

Cut off anywhere it leaves nothing half done: what was anonymised stays so, and the next run goes on with the rest.
"""

import datetime
from dataclasses import dataclass, field

from django.db import connection

from complaints.figures.families import family_of, lasting_of, rule_months
from complaints.figures.retention import cases_due
from complaints.models import Case, Customer, RetentionRun
from complaints.operations.anonymising import FiguresChangedError, anonymise, anonymise_customer
from complaints.operations.attachments import sweep_files
from complaints.operations.steps import NotNow, Stopped
from complaints.rules.retention import Kept, keeps
from council.audit import Conflict
from council.periods import local_day


@dataclass
class Plan:
    """What a run would do: how many cases are due by kind, and how many something keeps; never whose."""

    due: dict[str, int] = field(default_factory=dict)
    kept: dict[Kept, int] = field(default_factory=dict)


def plan_run(*, at: datetime.datetime) -> Plan:
    """What a run would do now. Changes nothing."""
    plan, rules, on = Plan(), rule_months(), local_day(at)
    for pk in cases_due(on=on):
        family = family_of(Case(pk=pk))
        if kept := keeps(lasting_of(family, rules), on=on):
            plan.kept[kept] = plan.kept.get(kept, 0) + 1
        else:
            kind = next(each for each in family if each.pk == pk).get_kind_display()
            plan.due[kind] = plan.due.get(kind, 0) + 1
    return plan


def run_retention(*, at: datetime.datetime) -> RetentionRun:
    """Anonymises all that is due and that nothing keeps, and keeps that it ran. Call outside a transaction."""
    forget_on_disk()
    run = RetentionRun.objects.create(began_at=at)
    run.figures_stayed = True
    for pk in cases_due(on=local_day(at)):
        _one(run, pk, at=at)
    for customer in _without_cases():
        run.customers += anonymise_customer(customer, by=None, at=at)
    run.files += sweep_files(at=at)
    run.ended_at = at
    run.save()
    forget_on_disk()
    return run


def _one(run: RetentionRun, pk: int, *, at: datetime.datetime) -> None:
    """One case with its family; what somebody is at work on, or something keeps, waits for the next run."""
    case = Case.objects.get(pk=pk)
    try:
        done = anonymise(case, expected=case.version, by=None, at=at)
    except (Conflict, NotNow, Stopped):
        run.kept += 1
        return
    except FiguresChangedError:
        run.kept += 1
        run.figures_stayed = False
        return
    run.cases += done.cases
    run.customers += done.customers
    run.files += done.files
    run.save()


def _without_cases() -> list[Customer]:
    """Those of whom something is still kept and who have no case, such as who only ever phoned."""
    left = Customer.objects.filter(anonymised_at=None, cases=None, represents=None)
    return list(left.order_by("pk"))


def forget_on_disk() -> None:
    """Has SQLite overwrite what is taken out, and empty its log of changes; PostgreSQL does so as it vacuums."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
