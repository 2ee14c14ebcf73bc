import pytest

from performance.rules.published.styles import style_remarks
from tests.performance.rules.published.tables import HEADINGS, published_2002_03, row, table_of

PRINTED = ["Ref.", "Indicator", "Top 25%", "2000/01 Actual", "2001/02 Estimate/Actual", "2002/3 Target"]
PRINTED += ["2002/03 Estimated Outturn", "Status", "Comment"]
NARRATIVE = ["Action Plan for 2003-5", "Detailed Action Plan for 2003/5", "Performance Plan for 2003/4"]


def sentences(table, narrative=()):
    return [remark.sentence for remark in style_remarks(table, narrative)]


@pytest.mark.shows("S2-32")
def test_year_styles_of_the_printed_report_are_told():
    assert sentences(table_of(row(), headings=PRINTED), NARRATIVE) == [
        "Years are written in 4 styles: “2000/01”, “2002/3”, “2003-5” and “2003/5”."
    ]


@pytest.mark.shows("S2-32")
def test_two_styles_for_the_day_of_one_event_are_told():
    assert sentences(published_2002_03(), ["Open day planned 13/1/03", "By 13.1.03", "Go live 20/1/03"]) == [
        "One day, 13 January 2003, is written in 2 styles: “13/1/03” and “13.1.03”."
    ]


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(published_2002_03(), id="headings made for a machine"),
        pytest.param(
            table_of(row(comment="Plan for 2002/03, as in 2001/02"), headings=HEADINGS), id="one style"
        ),
        pytest.param(table_of(row(comment="By 2003, not 2004")), id="single years"),
        pytest.param(table_of(row(comment="Version 1.2.03.4")), id="no date"),
        pytest.param(table_of(row(comment="31.2.03 or 31/2/03")), id="no such day"),
    ],
)
def test_table_in_one_style_has_no_remark(table):
    assert sentences(table) == []
