import pytest

from performance.rules.published.remark import Oddity
from performance.rules.published.row_remarks import row_remarks
from tests.performance.rules.published.tables import HEADINGS, published_2002_03, row, table_of

PUBLISHED = published_2002_03()


def told(table, index=0):
    return {remark.code: remark.sentence for remark in row_remarks(table.rows[index], table)}


def published(reference):
    index = next(row.index for row in PUBLISHED.rows if row.reference == reference)
    return told(PUBLISHED, index)


@pytest.mark.shows("S2-22")
def test_row_156_is_amber_beside_an_outturn_not_known():
    assert published("156")[Oddity.STATUS_BESIDE_NOT_KNOWN] == (
        "The estimated outturn is “Not known”, but the status is amber: not known is a status of its own."
    )


@pytest.mark.shows("S2-22")
@pytest.mark.parametrize(
    "cells, code, sentence",
    [
        pytest.param(
            {"outturn": "", "status": "G"},
            Oddity.STATUS_BESIDE_BLANK,
            "The status is green, but no estimated outturn is given.",
            id="blank",
        ),
        pytest.param(
            {"status": "NK"},
            Oddity.NOT_KNOWN_BESIDE_VALUE,
            "The status is not known, though the estimated outturn is given: “95%”.",
            id="not known beside a value",
        ),
        pytest.param(
            {"status": "B"},
            Oddity.STATUS_UNREAD,
            "“B” is not a status: red, amber, green or not known.",
            id="no such status",
        ),
        pytest.param({"status": ""}, Oddity.STATUS_UNREAD, "No status is given.", id="no status"),
    ],
)
def test_status_that_does_not_fit_its_outturn_is_told(cells, code, sentence):
    assert told(table_of(row(**cells))) == {code: sentence}


def test_not_known_beside_no_value_is_right():
    assert told(table_of(row(outturn="Not known", status="Not known"))) == {}


@pytest.mark.shows("S2-23")
@pytest.mark.parametrize(
    "reference, outturn", [pytest.param("3", "60%", id="row 4"), pytest.param("4", "40%", id="row 5")]
)
def test_survey_figure_shown_again_as_the_outturn_is_told(reference, outturn):
    assert published(reference)[Oddity.CARRIED_FORWARD] == (
        f"The estimated outturn, {outturn}, is the figure of 2000/01 (DTLR survey) again, and no figure is given for "
        "the years between: it looks carried forward, not measured."
    )


@pytest.mark.shows("S2-23")
@pytest.mark.parametrize(
    "cells, is_told",
    [
        pytest.param({"second": "95% (survey)"}, True, id="last year's survey"),
        pytest.param({"first": "95%", "second": ""}, True, id="nothing measured since"),
        pytest.param({"first": "95%", "second": "92%"}, False, id="measured since"),
        pytest.param({"second": "95%"}, False, id="the same as last year, by chance"),
        pytest.param({"second": "92% (survey)"}, False, id="another figure"),
        pytest.param(
            {"second": "90 to 95% (survey)", "outturn": "90 to 95%"}, False, id="a range is no figure"
        ),
        pytest.param({"first": "", "second": ""}, False, id="no earlier figure"),
        pytest.param({"first": "Yes", "second": "", "outturn": "Yes"}, False, id="no figures"),
    ],
)
def test_outturn_is_carried_forward_only_when_nothing_was_measured(cells, is_told):
    assert (Oddity.CARRIED_FORWARD in told(table_of(row(**cells)))) is is_told


@pytest.mark.shows("S2-24")
def test_target_of_plus_5_per_cent_is_told_with_both_meanings():
    assert published("3")[Oddity.TARGET_AMBIGUOUS] == (
        "The target “+5%” can mean 65% (5 points more than 60%) or 63% (5 per cent more than 60%). "
        "The table does not say which."
    )


@pytest.mark.shows("S2-24")
def test_change_without_an_earlier_figure_is_told_all_the_same():
    sentence = told(table_of(row(first="", second="", target="+5%")))[Oddity.TARGET_AMBIGUOUS]

    assert "5 points more" in sentence
    assert "5 per cent more" in sentence


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param({"target": "+5 points"}, id="points"),
        pytest.param({"target": "up 5 per cent"}, id="per cent"),
        pytest.param({"target": "94%"}, id="a figure"),
        pytest.param({"target": "mostly"}, id="words"),
        pytest.param({"target": ""}, id="no target"),
    ],
)
def test_target_with_one_meaning_is_left_alone(cells):
    assert Oddity.TARGET_AMBIGUOUS not in told(table_of(row(**cells)))


@pytest.mark.shows("S2-25")
def test_row_1a_asks_two_questions_the_last_without_its_mark_and_has_three_kinds_of_answer():
    assert published("1a") == {
        Oddity.QUESTIONS_IN_ONE: (
            "One indicator asks 2 questions, “Timetable for a community strategy” and “Suitable partnership in place”: "
            "one answer cannot serve them all."
        ),
        Oddity.QUESTION_MARK_MISSING: "The last question, “Suitable partnership in place”, has no question mark.",
        Oddity.ANSWERS_DIFFER: (
            "The cells of this row are of different kinds. “Yes”: yes or no. “Mar-03”: a date. "
            "“Will be achieved”: words."
        ),
    }


@pytest.mark.parametrize(
    "title, codes",
    [
        pytest.param("Is there a plan?", [], id="one question"),
        pytest.param("Is there a plan? Is it costed?", [Oddity.QUESTIONS_IN_ONE], id="two, both marked"),
        pytest.param("% of plans (costed?)", [], id="a mark in brackets at the end"),
    ],
)
def test_one_question_is_no_remark(title, codes):
    assert list(told(table_of(row(title=title)))) == codes


@pytest.mark.shows("S2-27")
def test_top_quarter_behind_the_councils_own_target_is_told_and_never_as_below():
    assert published("2") == {
        Oddity.TOP_QUARTER_BEHIND_TARGET: (
            "The top 25%, Level 1, is behind the council's own target, Level 2: the council aims beyond it, and its "
            "outturn, Level 2, is not below the top quarter."
        )
    }


@pytest.mark.shows("S2-27")
def test_row_5_has_no_benchmark():
    assert published("5") == {
        Oddity.TOP_QUARTER_MISSING: (
            "No top 25% is given for this national indicator, so it stands without other councils beside it."
        )
    }


@pytest.mark.shows("S2-27")
@pytest.mark.parametrize(
    "cells, code",
    [
        pytest.param({"top": "95%", "target": "94%"}, None, id="target behind the top quarter"),
        pytest.param({"top": "94%", "target": "94%"}, None, id="on it"),
        pytest.param({"top": "93%", "target": "94%"}, Oddity.TOP_QUARTER_BEHIND_TARGET, id="higher is better"),
        pytest.param(
            {"title": "Complaints upheld", "top": "5", "first": "", "second": "", "target": "4", "outturn": "4"},
            Oddity.TOP_QUARTER_BEHIND_TARGET, id="lower is better",
        ),
        pytest.param(
            {"title": "Complaints upheld", "top": "3", "first": "", "second": "", "target": "4", "outturn": "4"},
            None, id="lower is better, target behind",
        ),
        pytest.param({"top": "70%", "target": "+5 points"}, None, id="a change is not compared"),
        pytest.param({"top": "3%", "target": "+5 points"}, None, id="nor is a larger change"),
        pytest.param({"top": ""}, Oddity.TOP_QUARTER_MISSING, id="none"),
        pytest.param({"top": "", "ref": "Local 1"}, None, id="nobody compares a local indicator"),
    ],
)  # fmt: skip
def test_top_quarter_is_compared_by_what_is_better(cells, code):
    assert list(told(table_of(row(**cells)))) == ([code] if code else [])


def test_table_without_a_benchmark_column_lacks_none():
    headings = [heading for heading in HEADINGS if heading != "top_25_per_cent"]
    cells = row()
    del cells[2]

    assert told(table_of(cells, headings=headings)) == {}


@pytest.mark.shows("S2-29")
@pytest.mark.parametrize("reference", ["3", "4", "156"])
def test_no_amber_row_of_the_published_table_has_an_action_an_owner_or_a_date(reference):
    assert published(reference)[Oddity.OFF_TARGET_WITHOUT_ACTION] == (
        "The status is amber, but the row has no action, owner or date: the table has no columns for them."
    )


@pytest.mark.shows("S2-29")
@pytest.mark.parametrize(
    "status, follow_up, sentences",
    [
        pytest.param("R", ["Hire", "Head of Bins", "Jan 03"], [], id="all there"),
        pytest.param("G", ["", "", ""], [], id="on target"),
        pytest.param(
            "R", ["Hire", "", ""], ["The status is red, but the row has no owner or date."], id="two missing"
        ),
        pytest.param(
            "A", ["Hire", "Head of Bins", ""], ["The status is amber, but the row has no date."], id="one"
        ),
    ],
)
def test_off_target_row_needs_an_action_an_owner_and_a_date(status, follow_up, sentences):
    table = table_of([*row(status=status), *follow_up], headings=[*HEADINGS, "Action", "Who", "By when"])

    assert list(told(table).values()) == sentences
