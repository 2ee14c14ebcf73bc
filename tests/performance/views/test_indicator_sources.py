import pytest

from performance.models import IndicatorDefinition
from tests.factories import IndicatorFactory, PostFactory


@pytest.mark.shows("F34", "F16")
def test_indicator_page_names_source_licence_owner_and_both_parts(client, member):
    indicator = IndicatorFactory(owner=PostFactory(title="Head of Waste"))
    IndicatorDefinition.objects.create(
        indicator=indicator,
        wording="Household waste sent for reuse or recycling.",
        numerator="Tonnes recycled",
        denominator="Tonnes collected",
        source="Weighbridge returns",
        licence="Open Government Licence v3.0",
    )
    client.force_login(member)

    page = client.get(indicator.get_absolute_url()).content.decode()

    for words in (
        "Head of Waste",
        "Tonnes recycled",
        "Tonnes collected",
        "Weighbridge returns",
        "Licence v3.0",
    ):
        assert words in page


def test_indicator_page_says_what_nobody_has_written_down(client, member):
    client.force_login(member)

    page = client.get(IndicatorFactory().get_absolute_url()).content.decode()

    assert "no post owns it" in page
    assert "No definition has been written down yet" in page
