"""What letters stand for is told beside the item that uses them."""

import pytest

from performance.operations.progress.reports import begin_report
from portfolios.models import Abbreviation
from tests.factories import PostFactory
from tests.factories.progress import AT, ReportingAreaFactory, presented, written
from tests.performance import lives

pytestmark = pytest.mark.django_db


@pytest.mark.shows("F33")
def test_abbreviations_and_initials_are_explained_beside_the_item_that_uses_them(client, officer):
    Abbreviation.objects.create(short="CRM", in_full="customer relationship management")
    PostFactory(title="Head of streets", abbreviation="HS")
    area = ReportingAreaFactory(lead_post=officer.person.tenures.get().post)
    report = begin_report(area, lives.quarter(1), by=officer, at=AT)
    written(report, "Choose a CRM", by=officer, who="HS", by_when="2027")
    presented(report, by=officer)
    client.force_login(officer)

    page = client.get(report.get_absolute_url()).content.decode()
    item = page.partition("Choose a CRM")[2].partition("</tr>")[0]
    assert "CRM: customer relationship management; HS: Head of streets" in item
    assert page.count("CRM: customer relationship management") == 1
