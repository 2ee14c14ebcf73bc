import pytest

from council.dates import read_vague_date
from performance.rules.published.narrative import NarrativeFact, narrative_remarks
from performance.rules.published.remark import Oddity
from tests.performance.rules.published.tables import published_2002_03, row, table_of

MADE = "14 Charter Mark Applications made, and seven successful."
COMPLAINTS = "Complaints monitoring report showed 747 complaints in 2001/2, of which 639 justified"
SUSPENDED = "Charter Mark Programme suspended to end 2003."
DECEMBER = read_vague_date("DECEMBER 2002")


def remarks(*facts, table=None, dated=DECEMBER):
    found = narrative_remarks(table or published_2002_03(), facts, dated)
    return [(remark.code, remark.rows, remark.sentence) for remark in found]


def test_14_applications_and_7_successes_agree_with_the_table():
    assert remarks(NarrativeFact(MADE, 14), NarrativeFact(MADE, 7)) == [
        (Oddity.NARRATIVE_AGREES, (8,), f"The narrative agrees with the outturn of 14: “{MADE}”."),
        (Oddity.NARRATIVE_AGREES, (9,), f"The narrative agrees with the outturn of 7: “{MADE}”."),
    ]


def test_suspension_to_the_end_of_2003_conflicts_with_6_months_beside_both_rows():
    assert remarks(NarrativeFact(SUSPENDED)) == [
        (
            Oddity.NARRATIVE_UNTIL_DIFFERS,
            (8, 9),
            f"The narrative and the comment of row 9 end it on different days: “{SUSPENDED}” on 31 December 2003, "
            "“Rule changes mean no new Charter Marks for 6 months” between 1 June 2003 and 30 June 2003.",
        )
    ]


@pytest.mark.parametrize(
    "fact",
    [
        pytest.param(NarrativeFact("16 Charter Mark applications made", 16), id="by its words"),
        pytest.param(NarrativeFact("16 were sent off", 16, row=8), id="by the row that a person named"),
    ],
)
def test_figure_that_differs_is_told(fact):
    assert remarks(fact) == [
        (Oddity.NARRATIVE_DIFFERS, (8,), f"The narrative says 16 (“{fact.text}”), the table 14.")
    ]


@pytest.mark.parametrize(
    "fact",
    [
        pytest.param(NarrativeFact(COMPLAINTS, 747), id="complaints that no row counts"),
        pytest.param(NarrativeFact(COMPLAINTS, 639), id="complaints justified"),
        pytest.param(NarrativeFact("approx 800 staff attended", 800), id="about something else"),
        pytest.param(NarrativeFact("49 draft minutes", 49), id="a count is not held against a percentage"),
        pytest.param(NarrativeFact("Being reviewed"), id="no figure and no end"),
        pytest.param(NarrativeFact("Charter Mark Programme suspended to end June 2003"), id="the same end"),
        pytest.param(NarrativeFact("Funding agreed to 2005"), id="an end of something else"),
    ],
)
def test_fact_that_no_row_is_about_is_left_alone(fact):
    assert remarks(fact) == []


def test_percentage_of_the_narrative_is_held_against_a_percentage():
    table = table_of(
        row(title="% of bins emptied", outturn="95%"), row(ref="13", title="Bins emptied", outturn="95")
    )

    assert remarks(NarrativeFact("94% of bins were emptied", 94), table=table) == [
        (
            Oddity.NARRATIVE_DIFFERS,
            (0,),
            "The narrative says 94% (“94% of bins were emptied”), the table 95%.",
        )
    ]


def test_figure_that_fits_two_rows_equally_accuses_neither():
    table = table_of(
        row(title="Bins emptied late", outturn="5"), row(ref="13", title="Bins emptied twice", outturn="6")
    )

    assert remarks(NarrativeFact("9 bins emptied", 9), table=table) == []


def test_ends_are_not_compared_without_the_date_of_the_report():
    assert remarks(NarrativeFact(SUSPENDED), dated=None) == []
