"""A published table whose values lie on both sides of a change of definition says so beside the row."""

from datetime import date

import pytest

from performance.figures.published_tables import table_figures
from performance.models import Indicator, IndicatorDefinition, PublishedTable
from tests.performance.imports.files import in_register
from tests.performance.imports.test_pages import text

pytestmark = pytest.mark.django_db


@pytest.mark.shows("S2-34")
def test_values_across_a_new_definition_are_not_read_as_one_series(client, member, service):
    in_register(service)
    table = PublishedTable.objects.get()
    client.force_login(member)
    redefined = Indicator.objects.get(reference="157")
    IndicatorDefinition.objects.create(
        indicator=redefined, number=2, wording="Types of transactions", source="the Order of 2002",
        starts_on=date(2002, 4, 1), breaks_series=True, reason="Counts what may legally be electronic",
    )  # fmt: skip

    assert (
        "The values may not be comparable: 30% in 2001/02 and 49% in 2002/03 lie on either side of a change of "
        "definition in 2002/03 (the Order of 2002): Counts what may legally be electronic."
    ) in text(client.get(table.get_absolute_url()))
    assert (
        sum("comparable" in each.sentence for row in table_figures(table).lines for each in row.remarks) == 1
    )
