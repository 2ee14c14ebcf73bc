"""Whatever is typed, pasted or forged into a form ends in a sentence, and what was typed is still there."""

from urllib.parse import quote_plus

import pytest
from django.db import transaction
from django.test import Client

from tests.conventions.bad_text import NASTY
from tests.performance import lives
from tests.performance.views.pages import boxes

MEGABYTE = "x" * 1_000_000


@pytest.fixture
def lead(council):
    client = Client(raise_request_exception=False)
    client.cookies.update(council.sessions["lead officer"])
    return client


@pytest.fixture
def blank(council):
    """An indicator whose return of the quarter is not begun."""
    return lives.measured(council.service, title="Not begun")


def post(client, url, data):
    """The answer; what was done is undone. The body goes as a browser sends it, half characters as their bytes."""
    pairs = [
        (name, each)
        for name, value in data.items()
        for each in (value if isinstance(value, list) else [value])
    ]
    body = "&".join(
        f"{quote_plus(name)}={quote_plus(str(each).encode('utf-8', 'surrogatepass'))}" for name, each in pairs
    )
    with transaction.atomic():
        answer = client.post(url, body, content_type="application/x-www-form-urlencoded")
        transaction.set_rollback(True)
    return answer


def grid(council):
    return f"/performance/returns/grid/{council.service.pk}/{council.period.pk}/"


def arrived(text):
    """The text as the server reads it: bytes that are no text become the sign for that."""
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


@pytest.mark.shows("R1")
@pytest.mark.parametrize("field", ["as_written", "value_status", "carried_from", "comment", "version"])
def test_nothing_typed_into_the_grid_is_an_error_of_ours_or_lost(council, lead, blank, field):
    url = grid(council)
    page = boxes(lead.get(url))
    texts = NASTY | {"a megabyte": MEGABYTE}
    lost, broken = [], []
    for name, text in texts.items():
        sent = page | {
            f"i{blank.pk}-{field}": text,
            f"i{blank.pk}-comment" if field != "comment" else "x": "My words",
        }
        answer = post(lead, url, sent)
        if answer.status_code not in (200, 302):
            broken.append((name, answer.status_code))
        elif answer.status_code == 200 and field in ("as_written", "comment", "carried_from"):
            kept = boxes(answer)[f"i{blank.pk}-{field}"]
            if kept.replace("\r\n", "\n").strip() != arrived(text).replace("\r\n", "\n").strip().replace(
                "\r", "\n"
            ):
                lost.append((name, kept[:40]))

    assert broken == []
    assert lost == []


@pytest.mark.shows("R1")
@pytest.mark.parametrize("step", ["send-back", "override", "reopen", "sign-off"])
def test_nothing_typed_into_a_step_is_an_error_of_ours(council, lead, step):
    row = council.waiting
    url = f"/performance/returns/{row.indicator_id}/{row.period_id}/{step}/"
    broken = []
    for name, text in (NASTY | {"a megabyte": MEGABYTE}).items():
        for sent in ({"reason": text}, {"version": text}, {"rating": text}):
            answer = post(
                lead, url, {"version": str(row.version), "reason": "My words", "rating": "red"} | sent
            )
            if answer.status_code not in (200, 302):
                broken.append((name, answer.status_code))
            if answer.status_code == 200 and "reason" not in sent and step != "sign-off":
                assert "My words" in answer.content.decode(), name

    assert broken == []


@pytest.mark.shows("R1", "N53")
@pytest.mark.parametrize("field", ["as_written", "comment", "version", "value_status"])
def test_an_answer_sent_twice_is_refused(council, lead, blank, field):
    url, name = grid(council), f"i{blank.pk}-{field}"

    assert post(lead, url, boxes(lead.get(url)) | {name: ["1", "2"]}).status_code == 400


@pytest.mark.shows("R1")
@pytest.mark.parametrize("url", ["/performance/sign-off/", "/sign-in/", "/sign-in/forgotten/", "grid"])
def test_a_body_of_three_megabytes_is_refused_in_words(council, lead, url):
    answer = post(lead, grid(council) if url == "grid" else url, {"comment": "x" * 3_000_000})

    assert (answer.status_code, "too large" in answer.content.decode()) == (413, True)


@pytest.mark.shows("R1")
def test_too_many_fields_are_refused_in_words(council, lead):
    answer = post(lead, grid(council), {f"f{number}": "1" for number in range(4001)})

    assert answer.status_code in (400, 413)
    assert "Golden Thread" in answer.content.decode()


@pytest.mark.shows("R1", "P23")
@pytest.mark.parametrize("field", ["login", "password", "email"])
def test_nothing_typed_into_sign_in_is_an_error_of_ours(council, field):
    client, broken = Client(raise_request_exception=False), []
    url = "/sign-in/forgotten/" if field == "email" else "/sign-in/"
    for name, text in NASTY.items():
        answer = post(
            client, url, {"login": "officer", "password": "wrong", "email": "a@example.org"} | {field: text}
        )
        if answer.status_code >= 500:
            broken.append((name, answer.status_code))

    assert broken == []


@pytest.mark.shows("R1")
@pytest.mark.parametrize(
    "content_type, body",
    [
        pytest.param(
            "multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; na", id="cut-off"
        ),
        pytest.param("multipart/form-data", b"", id="no-boundary"),
        pytest.param("application/json", b'{"chosen": NaN}', id="json"),
        pytest.param("application/x-www-form-urlencoded; charset=utf-16", b"\xff\xfe", id="odd-charset"),
        pytest.param("", b"\x00\xff", id="no-type"),
    ],
)
def test_no_body_is_an_error_of_ours(council, lead, content_type, body):
    for url in (grid(council), "/performance/sign-off/"):
        with transaction.atomic():
            assert lead.generic("POST", url, body, content_type=content_type).status_code < 500


@pytest.mark.shows("P9")
def test_extra_fields_are_ignored(council, lead, blank):
    url = grid(council)
    forged = {
        "step": "published",
        "is_superuser": "1",
        f"i{blank.pk}-rating": "green",
        f"i{blank.pk}-step": "published",
    }

    lead.post(url, boxes(lead.get(url)) | forged | {f"i{blank.pk}-as_written": "12"})

    row = blank.returns.get()
    assert (row.step, row.latest.rating) == ("drafted", "red")
    council.users["lead officer"].refresh_from_db()
    assert council.users["lead officer"].is_superuser is False
