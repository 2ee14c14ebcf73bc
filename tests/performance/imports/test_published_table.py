"""The published table of 2002/03 comes in as it stands; its figures go into the register as they were published."""

import datetime

import pytest

from performance.models import (
    Benchmark,
    Indicator,
    PublishedRow,
    PublishedTable,
    Return,
    Target,
)
from tests.performance.imports.files import (
    DATA,
    in_register,
    looked_at,
    published,
)

pytestmark = pytest.mark.django_db
TABLE = (DATA / "indicators-2002-03.csv").read_text()


def figure(reference, year=2002, title=""):
    """What the register says of an indicator of the table in a year."""
    rows = Return.objects.filter(
        indicator__reference=reference, period__year=year, indicator__title__startswith=title
    )
    return rows.get().standing


@pytest.mark.shows("S2-05", "S2-24")
def test_table_as_it_stands_asks_only_what_5_per_cent_means(service):
    plan = looked_at(published(service, answers={}))

    assert (plan.problems, [question.key for question in plan.open_questions]) == ((), ["target-5"])
    assert plan.number == 16
    assert plan.notes == (
        "As published: 0 red, 3 amber, 13 green, 0 not known of 16 (0%, 19%, 81%, 0%).",
        "The typed summary disagrees. The table has 16 rows, not 17. The table has 13 green, not 14.",
        "The cycle “Annual” gains the periods 2000/01, 2001/02, 2002/03.",
    )


@pytest.mark.shows("S2-22", "S2-25", "S2-27")
def test_what_is_odd_about_a_row_is_told_before_it_goes_in(service):
    told = {change.row: change.remarks for change in looked_at(published(service)).changes}

    assert any("One indicator asks 2 questions" in each for each in told[2])
    assert any("not known is a status of its own" in each for each in told[8])
    assert told[16] == ()


def test_what_rows_share_waits_for_the_tables_own_page(service):
    """There rows are counted as printed, and here as in the file: "rows 3, 11 and 16" would name others."""
    changes = looked_at(published(service)).changes

    assert not [each for change in changes for each in change.remarks if "rows 3, 11 and 16" in each]


@pytest.mark.shows("L5")
def test_no_disagreement_is_told_without_a_typed_summary(service):
    assert not [each for each in looked_at(published(service, summary=False)).notes if "typed" in each]


@pytest.mark.shows("S2-05", "S2-09", "F39", "L5")
def test_table_is_kept_cell_by_cell_with_its_typed_summary(service):
    in_register(service)

    table = PublishedTable.objects.get()
    assert (table.year, table.title, table.rows.count()) == (2002, "Customer service 2002/03", 16)
    assert [",".join(row.cells) for row in table.rows.all()] == [
        line.replace('"', "") for line in TABLE.splitlines()[1:]
    ]
    assert table.columns == TABLE.splitlines()[0].split(",")
    assert [(line.word, line.number, line.per_cent) for line in table.typed_lines.all()] == [
        ("RED", 0, 0), ("AMBER", 3, 6), ("GREEN", 14, 88), ("NOT KNOWN", 0, 6), ("TOTAL", 17, 100)
    ]  # fmt: skip


@pytest.mark.shows("S2-08", "S2-26")
def test_indicators_are_told_apart_by_reference_and_title(service):
    in_register(service)

    assert Indicator.objects.filter(service=service).count() == 16
    assert Indicator.objects.filter(reference="p32", reference_kind="plan").count() == 3
    assert Indicator.objects.get(reference="156").reference_kind == "national"
    assert Indicator.objects.get(reference="Local 03").reference_kind == "local"


@pytest.mark.shows("S2-09", "F15", "F17")
@pytest.mark.parametrize(
    "reference, kind, direction",
    [
        pytest.param("1a", "milestone", "higher", id="mixed"),
        pytest.param("2", "level", "higher", id="level"),
        pytest.param("3", "percentage", "higher", id="percentage"),
        pytest.param("5", "count", "lower", id="maladministration"),
        pytest.param("177", "yes_no", "higher", id="yes-or-no"),
    ],
)
def test_kind_and_direction_are_read_from_the_words(service, reference, kind, direction):
    in_register(service)

    row = Indicator.objects.get(reference=reference)
    assert (row.value_kind, row.direction) == (kind, direction)


@pytest.mark.shows("S2-09")
def test_person_may_say_another_kind_than_was_read(service):
    in_register(service, answers={"target-5": "+5 points", "kind-10": "decimal", "direction-10": "neither"})

    row = Indicator.objects.get(reference="Local01")
    assert (row.value_kind, row.direction) == ("decimal", "neither")


def test_new_indicators_end_with_the_tables_year_unless_they_are_still_reported(service):
    in_register(service)

    row = Indicator.objects.get(reference="156")
    assert (row.starts_on, row.ends_on) == (datetime.date(2000, 4, 1), datetime.date(2003, 3, 31))


def test_indicators_that_are_still_reported_have_no_end(service):
    in_register(service, still_reported=True)

    assert not Indicator.objects.exclude(ends_on=None).exists()


@pytest.mark.shows("S2-06", "S2-23", "F19")
@pytest.mark.parametrize(
    "reference, year, as_written, status, since",
    [
        pytest.param("157", 2002, "49%", "forecast", "", id="outturn-is-a-forecast"),
        pytest.param("3", 2002, "60%", "carried_forward", "2000/01 (DTLR survey)", id="survey-again"),
        pytest.param("4", 2002, "40%", "carried_forward", "2000/01 (DTLR survey)", id="other-survey-again"),
        pytest.param("3", 2000, "60% (DTLR survey)", "actual", "", id="survey-itself"),
        pytest.param("5", 2001, "1", "actual", "", id="year-before"),
    ],
)
def test_each_figure_says_how_sure_it_is(service, reference, year, as_written, status, since):
    in_register(service)

    found = figure(reference, year)
    assert (found.as_written, found.value_status, found.carried_from) == (as_written, status, since)


@pytest.mark.shows("S2-22", "S2-06", "F35")
def test_register_is_rated_by_our_rule_and_the_table_keeps_its_status(service):
    in_register(service)

    ratings = Return.objects.filter(period__year=2002).values_list("standing__rating", flat=True)
    assert sorted(ratings) == ["amber"] * 2 + ["green"] * 13 + ["not_known"]
    assert (figure("156").known, figure("156").rating) == ("not_known", "not_known")
    assert PublishedRow.objects.get(indicator__reference="156").status_as_written == "A"
    assert {row.step for row in Return.objects.all()} == {"published"}


@pytest.mark.shows("S2-10")
@pytest.mark.parametrize(
    "reference, written, meaning",
    [
        pytest.param("4", "See above", "DTLR survey to be repeated 2003", id="see-above"),
        pytest.param("Local02", "Ditto", "Rule changes mean no new Charter Marks for 6 months", id="ditto"),
        pytest.param("156", "Refer to Dury Group", "Refer to Dury Group", id="own-words"),
    ],
)
def test_comment_keeps_its_words_and_what_they_stand_for(service, reference, written, meaning):
    in_register(service)

    assert (figure(reference).comment, figure(reference).comment_resolved) == (written, meaning)
    assert PublishedRow.objects.get(indicator__reference=reference).comment_resolved == meaning


@pytest.mark.shows("S2-24", "S2-27", "F32")
def test_targets_and_benchmarks_stand_as_printed(service):
    in_register(service, answers={"target-5": "+5 per cent"})

    target = Target.objects.get(indicator__reference="3")
    assert (target.as_written, target.basis, target.base, target.value) == ("+5%", "per_cent", 60, 63)
    assert Benchmark.objects.get(indicator__reference="2").as_written == "Level 1"
    assert Benchmark.objects.count() == 3
