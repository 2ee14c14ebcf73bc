"""The pages of importing: bring a file, look at it, answer, apply it, or throw it away."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from performance.models import ImportBatch, PublishedTable, Target
from tests.factories import IndicatorFactory, TargetFactory
from tests.performance import lives
from tests.performance.imports.files import DATA, NOW, annual_cycle, applied, brought, csv, published

pytestmark = pytest.mark.django_db
TARGETS = csv("Reference,Indicator,Year,Target", "BV 1,,2026/27,80%")
UNCLEAR = csv("Reference,Indicator,Year,Target", "BV 1,,2026/27,+5%")
NEW = "/performance/imports/new/"


@pytest.fixture(autouse=True)
def signed_in(client, administrator, time_machine):
    time_machine.move_to(NOW)
    client.force_login(administrator)


@pytest.fixture
def indicator(service):
    return IndicatorFactory(service=service, reference="BV 1", title="Bins emptied")


def send(client, content, kind="targets", name="file.csv", **answers):
    file = SimpleUploadedFile(name, content)
    return client.post(f"{NEW}?kind={kind}", {"file": file, **answers})


def text(answer):
    """What a page says, without its markup."""
    page = answer.content.decode()
    return " ".join(re.sub("<[^>]+>", " ", page[page.index("<main") :]).replace("&#x27;", "'").split())


def preview(client, batch):
    return client.get(f"/performance/imports/{batch.pk}/")


def do(client, batch, what="apply", plan=None, **answers):
    """Presses a button of the preview as it stands now."""
    page = preview(client, batch).content.decode()
    seen = re.search(r'name="plan" value="([0-9a-f]*)"', page)
    return client.post(
        f"/performance/imports/{batch.pk}/", {"plan": plan or seen[1], "do": what, **answers}, follow=True
    )


@pytest.mark.shows("F24")
def test_file_that_was_brought_is_shown_before_anything_is_changed(client, indicator):
    answer = send(client, TARGETS)

    batch = ImportBatch.objects.get()
    assert (answer.status_code, answer.url) == (302, f"/performance/imports/{batch.pk}/")
    page = text(preview(client, batch))
    assert "1 change will be made, all or none." in page
    assert "BV 1 Bins emptied, 2026/27 New Target: 80%" in page
    assert "Apply 1 change" in page
    assert Target.objects.count() == 0


def test_apply_button_applies_and_says_so(client, indicator):
    page = text(do(client, brought("targets", TARGETS)))

    assert "file.csv: 1 change made." in page
    assert Target.objects.get().value == 80


@pytest.mark.shows("S2-24")
def test_question_is_answered_before_the_file_can_be_applied(client, indicator):
    batch = brought("targets", UNCLEAR)

    open_page = text(preview(client, batch))
    ready_page = text(do(client, batch, "look", **{"target-2": "+5 points"}))
    done_page = text(do(client, batch))

    assert "One thing only you can say" in open_page
    assert "Apply" not in open_page
    assert "Apply 1 change" in ready_page
    assert "1 change made" in done_page
    assert Target.objects.get().basis == "points"


def test_answer_given_with_the_apply_button_is_looked_at_first(client, indicator):
    batch = brought("targets", UNCLEAR)

    page = text(do(client, batch, "apply", **{"target-2": "+5 points"}))

    assert "The register has changed since you looked at the file. Nothing was changed." in page
    assert Target.objects.count() == 0


@pytest.mark.shows("R1")
@pytest.mark.parametrize("answer", ["rubbish", "\0", "x" * 10_000, "１"])
def test_answer_that_was_not_offered_is_refused_in_words(client, indicator, answer):
    page = do(client, brought("targets", UNCLEAR), "look", **{"target-2": answer})

    assert page.status_code == 200
    assert "There is a problem" in text(page)


@pytest.mark.shows("FILE-48", "R1")
def test_problems_stand_by_row_and_column_and_nothing_can_be_applied(client, indicator):
    page = text(preview(client, brought("targets", TARGETS + b"BV 9,,2026/27,many\n")))

    assert "Nothing goes in until a problem is put right." in page
    assert "Cell A3 “BV 9” “BV 9” is no indicator of the register." in page
    assert "Apply" not in page


def test_what_people_wrote_is_shown_as_words(client, indicator):
    content = csv("Reference,Indicator,Year,Target", "<script>x</script>,,2026/27,<img src=x>")

    page = preview(client, brought("targets", content)).content.decode()

    assert "<script>x" not in page
    assert "<img src=x" not in page


@pytest.mark.shows("R4")
def test_person_is_told_when_the_register_has_changed(client, indicator):
    batch = brought("targets", TARGETS)
    seen = re.search(r'name="plan" value="([0-9a-f]+)"', preview(client, batch).content.decode())[1]
    TargetFactory(indicator=indicator, as_written="70%", value=70)

    page = text(do(client, batch, plan=seen))

    assert (
        "The register has changed since you looked at the file. Nothing was changed. Look at it again."
        in page
    )
    assert "Target: 70%" in page


@pytest.mark.shows("R5", "C8")
def test_second_person_is_told_that_it_is_done(client, indicator):
    batch, _ = applied("targets", TARGETS)

    page = text(client.post(f"/performance/imports/{batch.pk}/", {"do": "apply"}, follow=True))

    assert "1 change applied by" in page
    assert Target.objects.count() == 1


@pytest.mark.shows("FILE-49")
def test_same_file_again_is_said_to_be_imported(client, indicator):
    applied("targets", TARGETS)

    page = text(preview(client, brought("targets", TARGETS)))

    assert "This very file was already imported: 1 change applied by" in page
    assert "Nothing to change: the register has it all already." in page


def test_file_is_thrown_away_at_the_press_of_a_button(client, indicator):
    batch = brought("targets", TARGETS)

    page = text(client.post(f"/performance/imports/{batch.pk}/discard/", follow=True))

    assert "file.csv is thrown away. Nothing was changed." in page
    assert not ImportBatch.objects.exists()


def test_file_that_was_applied_cannot_be_thrown_away(client, indicator):
    batch, _ = applied("targets", TARGETS)

    page = text(client.post(f"/performance/imports/{batch.pk}/discard/", follow=True))

    assert "It cannot be thrown away: 1 change applied by" in page


@pytest.mark.shows("F39", "L5", "S2-20")
def test_published_table_goes_from_the_form_to_its_page(client, service):
    cycle = annual_cycle()
    table, summary = (
        SimpleUploadedFile(f"{name}.csv", (DATA / f"{name}.csv").read_bytes())
        for name in ("indicators-2002-03", "indicators-2002-03-summary")
    )
    asked = {"title": "Customer service", "service": service.pk, "cycle": cycle.pk, "still_reported": "no"}
    client.post(f"{NEW}?kind=published_table", {"file": table, "summary": summary, **asked})
    batch = ImportBatch.objects.get()

    looked = text(do(client, batch, "look", **{"target-5": "+5 points"}))
    done = text(do(client, batch))

    assert "Apply 16 changes" in looked
    assert "indicators-2002-03.csv: 16 changes made." in done
    assert "As published: 0 red, 3 amber, 13 green, 0 not known of 16 (0%, 19%, 81%, 0%)." in done
    assert PublishedTable.objects.get().title == "Customer service"


def test_what_was_read_from_the_words_can_be_looked_over(client, service):
    page = text(preview(client, published(service)))

    assert "What was read from the words of the file, to look over 33" in page
    assert "“12.8%” and “14%”: a percentage." in page


@pytest.mark.shows("R10")
def test_preview_shows_two_hundred_rows_and_counts_the_rest(client, service, django_assert_max_num_queries):
    rows = [f"BV {number},,2026/27,{number % 100}%" for number in range(250)]
    for number in range(250):
        IndicatorFactory(service=service, reference=f"BV {number}", title=f"Measure {number}")
    batch = brought("targets", csv("Reference,Indicator,Year,Target", *rows))

    with django_assert_max_num_queries(8):
        page = text(preview(client, batch))

    assert "250 changes will be made" in page
    assert "it has the other 50 rows too, with what each changes." in page


@pytest.mark.parametrize(
    "query", ["", "?kind=targets", "?kind=returns", "?kind=x&format=csv", "?kind=targets&year=1"]
)
def test_file_to_fill_in_is_asked_for_until_it_is_clear(client, query):
    assert client.get(f"/performance/imports/to-fill-in/{query}").status_code == 200


@pytest.mark.shows("F24", "F57")
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_file_to_fill_in_is_downloaded(client, indicator, form):
    period = lives.quarter(2)
    of_year = ("kind=targets&year=2026", "kind=months&year=2026")
    for query in ("kind=indicators", *of_year, f"kind=returns&period={period.pk}"):
        answer = client.get(f"/performance/imports/to-fill-in/?{query}&format={form}")

        assert "attachment; filename=" in answer.headers["Content-Disposition"]
        assert "to-fill-in" in answer.headers["Content-Disposition"]


def test_problem_of_a_whole_row_is_not_called_blank(client, indicator):
    twice = csv("Reference,Indicator,Year,Target", "BV 1,,2026/27,80%", "BV 1,,2026/27,81%")
    page = text(client.get(send(client, twice).url))

    assert "Row 3 The whole row Rows 2 and 3" in page
