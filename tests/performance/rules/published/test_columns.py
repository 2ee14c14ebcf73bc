import pytest
from hypothesis import given
from hypothesis import strategies as st

from performance.choices import ValueStatus
from performance.rules.published.columns import read_header
from performance.rules.published.headings import Role
from tests.performance.rules.published.tables import HEADINGS, lines_of

PRINTED = ["Ref.", "Indicator", "Top 25%", "2000/01\n\nActual", "2001/02 Estimate/Actual", "2002/3 Target"]
PRINTED += ["2002/03\n\nEstimated Outturn", "Status", "Comment"]
ROLES = [Role.REFERENCE, Role.INDICATOR, Role.TOP_QUARTER, Role.EARLIER, Role.EARLIER, Role.TARGET]
ROLES += [Role.OUTTURN, Role.STATUS, Role.COMMENT]


def sentences(headings):
    return [problem.sentence for problem in read_header(headings).problems]


@pytest.mark.shows("S2-05")
@pytest.mark.parametrize(
    "headings",
    [
        pytest.param(lines_of("indicators-2002-03.csv")[0], id="the shared file"),
        pytest.param(PRINTED, id="as printed"),
        pytest.param([heading.upper() for heading in PRINTED], id="capitals"),
        pytest.param([f"  {heading}. " for heading in PRINTED], id="spaces and stops"),
    ],
)
def test_year_table_is_told_by_its_headings(headings):
    reading = read_header(headings)

    assert reading.problems == ()
    assert reading.layout.year == 2002
    assert [column.role for column in reading.layout.columns] == ROLES
    assert [column.year for column in reading.layout.earlier()] == [2000, 2001]


@pytest.mark.shows("S2-32")
@pytest.mark.parametrize("heading", ["target_2002_07", "Target 2002/07", "Target 2002-7"])
def test_heading_of_several_years_is_asked_back_and_not_taken_for_the_first(heading):
    headings = [heading if word == "2002/3 Target" else word for word in PRINTED]

    reading = read_header(headings)

    assert reading.layout is None
    assert reading.problems[0].sentence == (
        f"Column 6, “{heading}”, is not a column of a year table. It names 5 years, 2002 to 2007: write the one year "
        "that it is of, such as “2002/03”."
    )
    assert "There is no column for the target." in reading.problems[1].sentence


@given(st.permutations(PRINTED))
def test_columns_may_stand_in_any_order(headings):
    layout = read_header(headings).layout

    assert {column.heading: column.role for column in layout.columns} == dict(
        zip(PRINTED, ROLES, strict=True)
    )
    assert [headings[column.index] for column in layout.columns] == list(headings)
    assert [column.year for column in layout.earlier()] == [2000, 2001]


@pytest.mark.shows("S2-05", "S2-06")
@pytest.mark.parametrize(
    "heading, status",
    [
        pytest.param("Estimated outturn 2002/03", ValueStatus.FORECAST, id="estimated outturn"),
        pytest.param("Year end forecast 2002/03", ValueStatus.FORECAST, id="forecast"),
        pytest.param(
            "2002/03 Estimate/Actual", ValueStatus.ESTIMATE, id="estimate or actual promises an estimate"
        ),
        pytest.param("2002/03 provisional", ValueStatus.PROVISIONAL, id="provisional"),
        pytest.param("Actual 2002/03", ValueStatus.ACTUAL, id="actual"),
        pytest.param("Outturn", ValueStatus.ACTUAL, id="outturn"),
    ],
)
def test_heading_says_how_sure_the_values_are(heading, status):
    layout = read_header(["Ref", "Indicator", "Target 2002/03", heading, "Status"]).layout

    assert layout.column(Role.OUTTURN).value_status == status


def test_year_of_the_report_is_the_one_with_a_target_and_a_value():
    headings = [
        "Ref",
        "Title",
        "Outturn 2003/04",
        "Target 2003/04",
        "Target 2004/05",
        "Outturn 2002/03",
        "RAG",
    ]

    layout = read_header(headings).layout

    assert layout.year == 2003
    assert [(column.role, column.year) for column in layout.columns if column.year] == [
        (Role.OUTTURN, 2003), (Role.TARGET, 2003), (Role.OTHER_TARGET, 2004), (Role.EARLIER, 2002),
    ]  # fmt: skip


def test_latest_of_several_years_with_a_target_and_a_value_is_reported():
    headings = [
        "Ref",
        "Title",
        "Target 2001/02",
        "Outturn 2001/02",
        "Target 2002/03",
        "Outturn 2002/03",
        "RAG",
    ]

    assert read_header(headings).layout.year == 2002


@pytest.mark.parametrize(
    "target, outturn",
    [
        pytest.param("Target 2002/03", "Outturn", id="the target's"),
        pytest.param("Target", "Outturn 2002/03", id="the outturn's"),
    ],
)
def test_heading_without_a_year_takes_the_other_ones(target, outturn):
    layout = read_header(["Ref", "Title", target, outturn, "Status"]).layout

    assert (layout.column(Role.TARGET).year, layout.column(Role.OUTTURN).year) == (2002, 2002)


@pytest.mark.parametrize(
    "extra, sentence",
    [
        pytest.param(
            "Statuss", "Column 10, “Statuss”, is not a column of a year table. Write “status” if that is what it is.",
            id="nearly",
        ),
        pytest.param(
            "Cost centre",
            "Column 10, “Cost centre”, is not a column of a year table. Rename it or leave the column out.",
            id="unknown",
        ),
        pytest.param(
            "1999/00",
            "Column 10, “1999/00”, is not a column of a year table. It says a year but not what it holds: write "
            "“actual”, “target” or “estimated outturn” with it.",
            id="only a year",
        ),
    ],
)  # fmt: skip
def test_unknown_column_is_named_and_the_rest_is_read(extra, sentence):
    reading = read_header([*HEADINGS, extra])

    assert [problem.sentence for problem in reading.problems] == [sentence]
    assert reading.problems[0].column == 9
    assert len(reading.layout.columns) == 9


def test_column_without_a_heading_is_named_but_not_at_the_end():
    reading = read_header(["", *HEADINGS, "", " "])

    assert [problem.sentence for problem in reading.problems] == [
        "Column 1 has no heading. Give it one or leave the column out."
    ]
    assert reading.layout.column(Role.REFERENCE).index == 1


def test_missing_columns_are_named_with_the_heading_to_add():
    reading = read_header(["indicator", "target_2002_03", "actual_2001_02"])

    assert reading.layout is None
    assert [problem.sentence for problem in reading.problems] == [
        "There is no column for the reference. Add one headed “ref”.",
        "There is no column for the estimated outturn. Add one headed “estimated_outturn_2002_03”.",
        "There is no column for the status. Add one headed “status”.",
    ]


def test_column_given_twice_is_named_with_both_headings():
    assert sentences([*HEADINGS, "Target 2002/3", "Remarks"]) == [
        "The target (2002/03) is given more than once: column 6 (“target_2002_03”) and column 10 (“Target 2002/3”). "
        "Keep one of them.",
        "The comment is given more than once: column 9 (“comment”) and column 11 (“Remarks”). Keep one of them.",
    ]


def test_table_without_any_year_says_how_to_write_one():
    assert sentences(["Ref", "Indicator", "Target", "Outturn", "Status"]) == [
        "No heading says which year the table reports on. Write the year with the target and with the outturn, such "
        "as “target_2002_03” and “estimated_outturn_2002_03”."
    ]


@given(st.lists(st.text(max_size=300), max_size=12))
def test_any_headings_give_a_layout_or_say_what_is_missing(headings):
    reading = read_header(headings)

    assert reading.layout or reading.problems
