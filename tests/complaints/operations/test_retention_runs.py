"""The nightly run: what is due goes, what is kept stays, and it may be cut off anywhere."""

import pytest
from django.core.management import call_command

from complaints.models import Case, CaseEntry, Contact, Customer, RetentionRun
from complaints.operations import retention_runs
from complaints.operations.ending import withdraw
from complaints.operations.holds import hold_case, hold_customer
from complaints.operations.retention_runs import plan_run, run_retention
from complaints.rules.retention import Kept
from tests.complaints.canaries import now
from tests.complaints.lives import at
from tests.factories.complaints import CustomerFactory, case

NIGHT = at("2026-10-14", 3)


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.ATTACHMENTS = str(tmp_path)


def over(officer, *, on="2019-03-04", **stated):
    """A complaint by Zebedee that was taken back on the day."""
    row = case(received_at=at(on, 8), customer=CustomerFactory(name="Zebedee"), **stated)
    return withdraw(row, why="Sorted", expected=row.version, by=officer, at=at(on))


@pytest.mark.shows("S18")
def test_a_run_takes_what_is_due_and_leaves_what_is_held_or_newer(officer):
    due, held, newer = over(officer), over(officer), over(officer, on="2025-03-04")
    hold_case(held, why="Court", expected=held.version, by=officer, at=at("2020-01-06"))

    run = run_retention(at=NIGHT)

    assert (run.cases, run.customers, run.kept, run.figures_stayed) == (1, 1, 1, True)
    assert run.ended_at is not None
    assert now(due).words == ""
    assert now(held).customer.name == now(newer).customer.name == "Zebedee"


@pytest.mark.shows("S18")
def test_a_second_run_does_nothing(officer):
    over(officer)
    run_retention(at=NIGHT)
    before = (list(Case.objects.values()), CaseEntry.objects.count(), Customer.objects.count())

    run = run_retention(at=NIGHT)

    assert (run.cases, run.customers, run.files) == (0, 0, 0)
    assert (list(Case.objects.values()), CaseEntry.objects.count(), Customer.objects.count()) == before


@pytest.mark.shows("S18", "R3")
def test_a_run_that_is_cut_off_is_shown_and_the_next_goes_on(officer, monkeypatch):
    rows = [over(officer), over(officer)]
    done = retention_runs.anonymise

    def once(row, **how):
        if row.pk == rows[1].pk:
            raise KeyboardInterrupt
        return done(row, **how)

    monkeypatch.setattr(retention_runs, "anonymise", once)
    with pytest.raises(KeyboardInterrupt):
        run_retention(at=NIGHT)
    assert RetentionRun.objects.get().ended_at is None
    assert [now(row).words for row in rows] == ["", "My bin was not emptied."]

    monkeypatch.setattr(retention_runs, "anonymise", done)
    assert run_retention(at=NIGHT).cases == 1


@pytest.mark.shows("S18")
def test_the_plan_counts_and_changes_nothing(officer):
    over(officer)
    held = over(officer)
    hold_customer(held.customer, why="Court", expected=1, by=officer, at=at("2020-01-06"))
    before = list(Case.objects.values())

    plan = plan_run(at=NIGHT)

    assert plan.due == {"Complaint": 1}
    assert plan.kept == {Kept.HELD: 1}
    assert list(Case.objects.values()) == before


@pytest.mark.shows("S18")
def test_who_only_ever_phoned_goes_when_a_comment_would(officer):
    customer = CustomerFactory(name="Zebedee")
    Contact.objects.create(customer=customer, channel="phone", at=at("2024-10-15"), words="Zebedee rang")

    assert run_retention(at=NIGHT).customers == 0
    assert run_retention(at=at("2026-10-15", 13)).customers == 1
    assert Contact.objects.get().words == ""
    assert Customer.objects.get(pk=customer.pk).name == ""


@pytest.mark.shows("S15", "S18")
def test_the_command_says_numbers_and_no_names(officer, time_machine, capsys):
    time_machine.move_to(NIGHT)
    row = over(officer)

    call_command("anonymise_cases", "--dry-run")
    planned = capsys.readouterr().out
    assert now(row).words
    call_command("anonymise_cases")
    said = capsys.readouterr().out

    assert "Cases that would be anonymised: 1." in planned
    assert "- Complaint: 1" in planned
    assert "Anonymised: 1 cases, 1 customers, 0 files. Kept: 0 cases." in said
    assert "Figures of cases: 1 before, 1 after, the same." in said
    assert "Zebedee" not in planned + said
    assert row.reference not in planned + said
