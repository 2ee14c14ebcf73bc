"""A file that was wrong is put right and brought again, without saying all of it anew."""

import pytest

from tests.performance.imports.files import csv, published
from tests.performance.imports.test_pages import NEW, preview, text

pytestmark = pytest.mark.django_db
WRONG = csv("Indicator,Colour", "Bins,Blue")


@pytest.fixture(autouse=True)
def signed_in(client, administrator):
    client.force_login(administrator)


def test_problem_of_a_heading_shows_the_heading(client, service):
    page = text(preview(client, published(service, content=WRONG)))

    assert "Cell B1 “Colour” Column 2, “Colour”, is not a column of a year table." in page


@pytest.mark.parametrize("still_reported, chosen", [(True, "yes"), (False, "no")])
def test_file_that_is_brought_again_starts_with_what_was_said_of_it(client, service, still_reported, chosen):
    batch = published(service, content=WRONG, still_reported=still_reported)
    again = f"{NEW}?kind=published_table&amp;again={batch.pk}"

    assert f'href="{again}"' in preview(client, batch).content.decode()
    form = client.get(again.replace("&amp;", "&")).context["form"]
    assert [form[name].value() for name in ("title", "service", "cycle", "still_reported")] == [
        "Customer service 2002/03",
        service.pk,
        batch.options["settings"]["cycle"],
        chosen,
    ]


@pytest.mark.shows("R1")
@pytest.mark.parametrize("again", ["", "x", "999", "９", "9" * 18, "9" * 5_000, "-1"])
def test_file_that_is_not_there_is_brought_anew(client, again):
    answer = client.get(f"{NEW}?kind=published_table&again={again}")

    assert (answer.status_code, answer.context["form"]["title"].value()) == (200, None)
