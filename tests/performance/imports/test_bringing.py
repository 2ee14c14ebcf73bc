"""Bringing a file: what is no table is refused in words, and what was chosen beside it is kept."""

import pytest

from performance.models import ImportBatch
from tests.council.workbook_files import workbook
from tests.factories import IndicatorFactory
from tests.performance.imports.files import NOW, annual_cycle, brought
from tests.performance.imports.test_pages import NEW, TARGETS, send, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def signed_in(client, administrator, time_machine):
    time_machine.move_to(NOW)
    client.force_login(administrator)


@pytest.fixture
def indicator(service):
    return IndicatorFactory(service=service, reference="BV 1", title="Bins emptied")


@pytest.mark.shows("R1", "S12", "S13", "FILE-14", "FILE-33")
@pytest.mark.parametrize(
    "name, content, sentence",
    [
        pytest.param("a.csv", b"", "The file is empty", id="empty"),
        pytest.param("a.pdf", b"x", "A file whose name ends in .pdf is not read here.", id="ending"),
        pytest.param(
            "a.xlsx", workbook("<row/>" * 2_000_000), "This workbook holds more than 100", id="bomb"
        ),
        pytest.param("a.csv", b"a,b\n\x81,\n", "Row 2 holds a character that cannot be read.", id="encoding"),
        pytest.param(
            "a.csv", b'a\n"b', "Row 2 has a quotation mark that is opened and not closed", id="quotes"
        ),
    ],
)
def test_file_that_is_no_table_is_refused_in_words(client, name, content, sentence):
    answer = send(client, content, name=name)

    assert answer.status_code == 200
    assert sentence in text(answer)
    assert not ImportBatch.objects.exists()


@pytest.mark.shows("FILE-15")
def test_file_beyond_the_limit_is_refused_with_413_and_the_limit(client):
    answer = send(client, b"a" * (10 * 1024 * 1024 + 1))

    assert answer.status_code == 413
    assert "The file has 10.0 megabytes. The most is 10: save only the table" in text(answer)


@pytest.mark.shows("FILE-9", "FILE-10", "FILE-11")
@pytest.mark.parametrize(
    "name, shown",
    [
        pytest.param("../../etc/targets.csv", "targets.csv", id="path"),
        pytest.param("C:\\x\\targets.csv", "targets.csv", id="path-of-Windows"),
        pytest.param(f"{'x' * 230}.csv", f"{'x' * 150}…{'x' * 36}.csv", id="long"),
        pytest.param("täŕgets 🗑.csv", "täŕgets 🗑.csv", id="any-script"),
    ],
)
def test_name_of_a_file_is_kept_to_be_shown_and_cut_safely(client, indicator, name, shown):
    send(client, TARGETS, name=name)

    assert ImportBatch.objects.get().file_name == shown


def test_form_keeps_what_was_chosen_beside_a_file_that_is_refused(client, service):
    annual_cycle()

    page = send(client, b"", "published_table", title="Customer service", service=service.pk).content.decode()

    assert 'value="Customer service"' in page
    assert f'<option value="{service.pk}" selected' in page


@pytest.mark.parametrize("service", ["99999999999999999999", "x", "-1"])
@pytest.mark.shows("R1")
def test_service_that_was_not_offered_is_refused(client, service):
    annual_cycle()

    answer = send(client, b"a,b\n1,2\n", "published_table", title="x", service=service)

    assert answer.status_code == 200
    assert not ImportBatch.objects.exists()


@pytest.mark.parametrize("kind", ["", "?kind=", "?kind=rubbish", "?kind=returns%00"])
def test_page_asks_for_the_kind_where_the_address_names_none(client, kind):
    answer = client.get(f"{NEW}{kind}")

    assert answer.status_code == (400 if "%00" in kind else 200)
    assert "%00" in kind or "What does the file hold?" in text(answer)


@pytest.mark.shows("T26")
def test_file_larger_than_a_pages_text_may_be_is_taken(client, indicator):
    content = TARGETS + b"".join(b"BV 1,%d%s,2026/27,5%%\n" % (row, b"x" * 380) for row in range(8_000))
    assert len(content) > 3_000_000

    assert send(client, content).status_code == 302


@pytest.mark.shows("N53")
@pytest.mark.parametrize("address", ["new/?kind=returns", "{batch}/"])
def test_answer_that_is_sent_twice_is_refused(client, indicator, address):
    batch = brought("targets", TARGETS)

    answer = client.post(
        f"/performance/imports/{address.format(batch=batch.pk)}", {"step": ["drafted", "published"]}
    )

    assert answer.status_code == 400
