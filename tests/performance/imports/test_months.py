"""A file of monthly values is the history under returns that stand: new months only, and they count at once."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from council.audit import claim_version
from performance.choices import ValueKind
from performance.figures.months import months_of
from performance.models import MonthlyValue, Return
from performance.operations.imports import LookAgain, apply_batch
from performance.operations.imports.to_fill import months_to_fill
from performance.operations.returns import reopen
from tests.factories import IndicatorFactory, TargetFactory
from tests.performance import lives
from tests.performance.figures.test_spc import of
from tests.performance.histories import STEADY, with_history
from tests.performance.imports.files import (
    NOW,
    applied,
    brought,
    csv,
    differences,
    effects,
    looked_at,
    own_csv,
    planned,
    told,
)

pytestmark = pytest.mark.django_db
HEADER = "Reference,Indicator,Month,Value"


@pytest.fixture
def calls(service):
    indicator = IndicatorFactory(
        service=service, reference="L 7", title="Calls answered", takes_monthly_values=True
    )
    TargetFactory(indicator=indicator, year=2026)
    return indicator


@pytest.fixture
def period():
    return lives.quarter(2)


@pytest.fixture
def standing(calls, period):
    return lives.signed_off(calls, period, "85%")


def months(*said):
    return csv(HEADER, *(f"L 7,,{month},{value}" for month, value in said))


@pytest.mark.shows("F24")
def test_month_under_a_return_that_stands_is_kept_as_history_with_its_words(calls, standing, period):
    _, number = applied("months", months(("July 2026", "36 of 40"), ("August 2026", "85%")))

    rows = list(MonthlyValue.objects.all())
    assert number == 2
    assert [(row.month, row.as_written, row.value, row.numerator) for row in rows] == [
        (date(2026, 7, 1), "36 of 40", 90, 36),
        (date(2026, 8, 1), "85%", 85, None),
    ]
    assert {(row.is_history, row.reason) for row in rows} == {(True, "Imported from file.csv")}


def test_history_counts_at_once_though_its_returns_were_signed_off_before():
    indicator = with_history(IndicatorFactory(takes_monthly_values=True, reference="L 7"), [70, 71, 72, 73])
    names = [date(2025 + place // 12, place % 12 + 1, 1).strftime("%B %Y") for place in range(9, 21)]

    assert not of(indicator).is_monthly
    applied("months", months(*zip(names, STEADY, strict=False)))

    assert of(indicator).is_monthly
    assert [int(point.value) for point in of(indicator).spc.points] == STEADY[:12]


def test_a_reader_sees_the_history_beside_the_return(calls, standing, period):
    applied("months", months(("July 2026", "90%")))

    lines = months_of([calls], period, until=standing.standing.at)[calls.pk]
    assert [line.as_written for line in lines] == ["90%", "", ""]


@pytest.mark.parametrize("typed", ["July 2026", "Jul-26", "jul 2026", "2026-07", "07/2026", "2026-07-01"])
def test_month_is_read_as_people_and_spreadsheets_write_it(calls, standing, typed):
    applied("months", months((typed, "90%")))

    assert MonthlyValue.objects.get().month == date(2026, 7, 1)


@pytest.mark.shows("FILE-47", "FILE-48", "R1")
@pytest.mark.parametrize(
    "rows, where, sentence",
    [
        pytest.param([("July", "90")], "Cell C2", "Write one month with its year, such as July 2026.", id="bare"),
        pytest.param([("Summer 2026", "90")], "Cell C2", "Write one month with its year", id="season"),
        pytest.param([("July 2026", "many")], "Cell D2", "Enter a percentage, such as", id="no-figure"),
        pytest.param(
            [("April 2027", "90")], "Cell C2", "No period of its cycle holds the whole of April 2027.", id="no-period"
        ),
        pytest.param(
            [("April 2026", "90")], "Cell C2", "Nothing stands for Quarter 1 2026/27 yet.", id="no-return"
        ),
        pytest.param(
            [("July 2026", "90"), ("Jul-26", "91")],
            "Row 3",
            "Rows 2 and 3 are both for L 7 Calls answered, July 2026. Keep one of them.",
            id="twice",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_named_by_its_cell(calls, standing, rows, where, sentence):
    lives.quarter(1)

    [[at, said]] = told(planned("months", months(*rows)))
    assert at == where
    assert said.startswith(sentence)


@pytest.mark.parametrize(
    "about, sentence",
    [
        ({"takes_monthly_values": False}, "It takes no monthly values yet."),
        ({"value_kind": ValueKind.YES_NO}, "Only figures have monthly values."),
    ],
)
def test_indicator_without_months_is_refused_in_words(calls, standing, about, sentence):
    type(calls).objects.filter(pk=calls.pk).update(**about)

    assert told(planned("months", months(("July 2026", "90"))))[0][1].startswith(sentence)


def test_month_that_is_there_is_never_changed_by_a_file(calls, standing):
    applied("months", months(("July 2026", "90%")))

    same = planned("months", months(("July 2026", "90")))
    other = planned("months", months(("July 2026", "95")))
    assert effects(same) == [(2, "unchanged")]
    assert told(other)[0][1] == (
        "July 2026 is there already as 90%, and the file says something else. It is corrected in its return, once that "
        "is reopened, and not by a file."
    )


def test_return_that_is_being_corrected_takes_its_months_in_the_grid(calls, standing):
    reopen(standing, expected=standing.version, by=lives.somebody("lead"), at=NOW, reason="Counted again")

    assert told(planned("months", months(("July 2026", "90"))))[0][1].startswith(
        "The return for Quarter 2 2026/27 is being corrected."
    )


def test_return_that_moves_on_meanwhile_stops_the_file(calls, standing, monkeypatch):
    batch = brought("months", months(("July 2026", "90")))
    plan = looked_at(batch)

    def quicker(row, *, expected):
        claim_version(Return.objects.get(pk=row.pk), expected=expected)
        claim_version(row, expected=expected)

    monkeypatch.setattr("performance.operations.imports.months.claim_version", quicker)
    with pytest.raises(LookAgain):
        apply_batch(batch, expected=plan.fingerprint, by=batch.by, at=NOW)
    assert not MonthlyValue.objects.exists()


@pytest.mark.shows("FILE-50", "FILE-51")
def test_months_to_fill_in_come_back_without_a_change_and_filled_as_history(calls, standing, period):
    lives.signed_off(lives.measured(calls.service), period, "80")
    applied("months", months(("July 2026", "90%")))
    file = months_to_fill(2026)
    rows = [list(row) for row in file.rows]

    assert [row[4:] for row in rows] == [["July 2026", "90%"], ["August 2026", ""], ["September 2026", ""]]
    assert {effect for _, effect in effects(planned("months", own_csv(file.header, rows)))} == {"unchanged"}
    rows[1][5] = "81%"
    again = planned("months", own_csv(file.header, rows))
    assert differences(again)[1] == [("Monthly value", "", "81%")]


@pytest.mark.shows("F24")
def test_plan_of_many_months_takes_the_same_queries(calls, standing, django_assert_max_num_queries):
    batch = brought("months", months(*((f"{name} 2026", "90") for name in ("July", "August", "September"))))

    with django_assert_max_num_queries(6):
        looked_at(batch)


@pytest.mark.shows("F24")
def test_file_of_months_is_brought_looked_at_and_applied(
    client, administrator, calls, standing, time_machine
):
    time_machine.move_to(NOW)
    client.force_login(administrator)
    file = SimpleUploadedFile("file.csv", months(("July 2026", "90")))
    address = client.post("/performance/imports/new/?kind=months", {"file": file}).url

    page = client.get(address).content.decode()
    assert "L 7 Calls answered, July 2026" in page
    [plan] = re.findall(r'name="plan" value="([0-9a-f]+)"', page)
    done = client.post(address, {"plan": plan, "do": "apply"}, follow=True)
    assert "file.csv: 1 change made." in done.content.decode()
    assert MonthlyValue.objects.get().as_written == "90"
