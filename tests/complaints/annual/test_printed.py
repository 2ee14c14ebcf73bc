"""Figures of complaints as the council’s documents printed them."""

import pytest

from complaints.choices import CaseFigureKind
from complaints.figures.annual_case_figures import figures_of_years
from complaints.models import AnnualCaseFigure
from complaints.operations.steps import Stopped
from tests.complaints.annual.test_year import printed

pytestmark = pytest.mark.usefixtures("holidays")


@pytest.mark.shows("S2-13", "F79")
def test_what_a_paper_printed_of_a_year_is_kept_with_its_share(complaints_officer):
    printed(complaints_officer, 747, "Monitoring report")
    printed(complaints_officer, 639, "Monitoring report", kind=CaseFigureKind.JUSTIFIED)

    received, justified = figures_of_years()
    assert (received.value, received.year_name, received.share) == (747, "2001/02", "")
    assert (justified.value, justified.share, justified.status) == (639, "85.5%", "First printed")


@pytest.mark.shows("F79")
def test_another_figure_of_the_same_year_says_why(complaints_officer):
    assert printed(complaints_officer, 747, "Report").change == "first"
    assert printed(complaints_officer, 747, "Plan").change == "again"
    with pytest.raises(Stopped, match="Plan printed 747. Say why this differs"):
        printed(complaints_officer, 750, "Statement")
    assert printed(complaints_officer, 750, "Statement", why="Three were found").change == "corrected"
    assert printed(complaints_officer, 750, "Statement", why="Three were found").number == 3

    [figure] = figures_of_years()
    assert figure.differs == "Report printed 747. Plan printed 747. Corrected: Three were found"
    assert AnnualCaseFigure.objects.count() == 3
