"""A published table beside what is there already: the same again, the next year's, and what cannot be used."""

import datetime

import pytest

from performance.figures.published_tables import table_figures
from performance.models import Cycle, Indicator, Period, PublishedRow, PublishedTable, Return
from performance.operations.imports import apply_batch
from tests.factories import IndicatorFactory
from tests.performance.imports.files import (
    DATA,
    NOW,
    differences,
    effects,
    in_register,
    looked_at,
    published,
    told,
)
from tests.performance.imports.test_published_table import figure

pytestmark = pytest.mark.django_db
TABLE = (DATA / "indicators-2002-03.csv").read_text()


@pytest.mark.shows("FILE-49")
def test_same_table_again_changes_nothing(service):
    in_register(service)

    plan = looked_at(published(service, answers={}))

    assert (plan.number, {effect for _, effect in effects(plan)}) == (0, {"unchanged"})
    assert "This table is already imported, as “Customer service 2002/03”." in plan.notes


@pytest.mark.shows("S2-20", "FILE-49")
def test_summary_is_added_to_a_table_that_came_without_it(service):
    in_register(service, summary=False)

    batch = published(service, answers={})
    plan = looked_at(batch)
    apply_batch(batch, expected=plan.fingerprint, by=batch.by, at=NOW)

    assert "Its typed summary is new and will be added." in plan.notes
    assert (plan.number, plan.changes[0].subject) == (1, "The typed summary")
    assert [(each.what, each.new) for each in plan.changes[0].differences][:2] == [
        ("RED", "0, 0%"),
        ("AMBER", "3, 6%"),
    ]
    figures = table_figures(PublishedTable.objects.get())
    assert (figures.has_typed, figures.disagreements[0].sentence) == (True, "The table has 16 rows, not 17.")
    assert looked_at(published(service, answers={})).number == 0


def test_another_summary_is_not_laid_over_the_one_that_is_there(service):
    in_register(service)
    other = published(service, answers={}, summary_content=b"Status,Number,Per cent\nRed,5,31%\n")

    plan = looked_at(other)

    assert (plan.number, plan.notes[-1]) == (
        0,
        "It has a typed summary that says something else, which stays.",
    )


def test_other_table_of_the_same_name_and_year_is_not_laid_over_it(service):
    in_register(service)

    plan = looked_at(published(service, content=TABLE.replace("49%", "50%").encode()))

    assert told(plan)[0][0] == "The file"
    assert told(plan)[0][1].startswith("There is another table called “Customer service 2002/03” for 2002/03")


def test_next_years_table_leaves_figures_as_they_are_and_says_so(service):
    in_register(service)
    content = (
        "ref,indicator,actual_2002_03,target_2003_04,estimated_outturn_2003_04,status\n"
        "157,% of interactions with the public capable of electronic delivery that are so delivered,51%,60%,62%,G\n"
    )
    batch = published(service, content=content.encode(), title="2003/04", summary=False)

    plan = looked_at(batch)
    apply_batch(batch, expected=plan.fingerprint, by=batch.by, at=NOW)

    assert plan.changes[0].notices == (
        "For 2002/03 the register has “49%”, which stays; the table says “51%”.",
    )
    assert (figure("157").as_written, figure("157", 2003).as_written) == ("49%", "62%")
    assert Indicator.objects.get(reference="157").ends_on == datetime.date(2004, 3, 31)


@pytest.mark.shows("S2-26")
def test_row_that_is_like_an_indicator_of_the_register_is_asked_about(service):
    there = IndicatorFactory(service=service, reference="156", title="Buildings open to all")

    plan = looked_at(published(service))

    (question,) = plan.open_questions
    assert (question.key, [choice.value for choice in question.choices]) == (
        "indicator-8",
        [str(there.pk), "new"],
    )


def test_periods_that_the_cycle_has_are_used(service):
    batch = published(service)
    cycle = Cycle.objects.get()
    for year in (2000, 2002):
        Period.objects.create(cycle=cycle, name=f"Year {year}", year=year, starts_on=datetime.date(year, 4, 1),
                              ends_on=datetime.date(year + 1, 3, 31), due_on=datetime.date(year + 1, 5, 1))  # fmt: skip

    apply_batch(batch, expected=looked_at(batch).fingerprint, by=batch.by, at=NOW)

    assert list(Period.objects.order_by("year").values_list("name", flat=True)) == [
        "Year 2000",
        "2001/02",
        "Year 2002",
    ]


@pytest.mark.shows("R1", "T34")
@pytest.mark.parametrize(
    "old, new, sentence",
    [
        pytest.param("status", "stat us", "There is no column for the status.", id="heading-missing"),
        pytest.param(TABLE.splitlines()[0], "ref,indicator,target,outturn,status,a,b,c,d", "No heading says which year",
                     id="no-year"),
        pytest.param(
            "p32,New political", "p32,Extend the range of Registration Service ceremonies,,,,Do It,Done,G,\np32,New p",
            "Rows 12 and 17 are both about", id="row-twice",
        ),
        pytest.param(",49%,G", ",49%,G,x,y", "This cell stands beyond the last heading, in column J.", id="comma"),
        pytest.param("177,Is the authority part of a Community Legal Service Partnership?", "177,", "This row names no",
                     id="nameless"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_told(service, old, new, sentence):
    plan = looked_at(published(service, content=TABLE.replace(old, new).encode()))

    assert any(problem.startswith(sentence) for _, problem in told(plan)), told(plan)


@pytest.mark.parametrize(
    "line, sentence",
    [
        pytest.param(
            "AMBER,three,6", "The summary: “AMBER”: “three” cannot be read.", id="word-for-a-number"
        ),
        pytest.param("AMBER,3,60000", "The summary: The line “AMBER” says more than 999.", id="too-much"),
    ],
)
def test_typed_summary_that_cannot_be_read_is_told(service, line, sentence):
    batch = published(service)
    rows = [["status", "number", "per_cent"], line.split(",")]
    batch.options["summary"]["rows"] = [[place, cells] for place, cells in enumerate(rows, start=1)]
    batch.save()

    assert told(looked_at(batch))[0][1].startswith(sentence)


def test_cell_that_cannot_be_a_value_stays_in_the_table_only(service):
    batch = published(service, content=TABLE.replace(",49%,G", ",fortyish,G").encode(), answers={
        "target-5": "+5 points", "kind-9": "percentage"})  # fmt: skip

    apply_batch(batch, expected=looked_at(batch).fingerprint, by=batch.by, at=NOW)

    row = PublishedRow.objects.get(indicator__reference="157")
    assert row.cells[6] == "fortyish"
    assert not Return.objects.filter(indicator__reference="157", period__year=2002).exists()


def test_preview_says_what_each_row_brings(service):
    plan = looked_at(published(service))

    assert differences(plan)[6] == [
        ("Indicator", "", "new: percentage, higher is better"),
        ("2000/01", "", "12.8%, actual"),
        ("2001/02", "", "12.8%, actual"),
        ("2002/03", "", "Not known, forecast"),
        ("Target", "", "14%"),
    ]
