"""E-mails by GOV.UK Notify fail as those of a mail server do, so that nothing is lost or sent twice."""

import pytest
import requests
from django.core.mail import EmailMessage, get_connection

from council.mailing import FAILED, REFUSED, UNSURE, attempt

SERVICE, SECRET = "11111111-1111-1111-1111-111111111111", "22222222-2222-2222-2222-222222222222"


@pytest.fixture
def notify(settings, monkeypatch):
    """Notify, which answers as a test tells it and keeps what it was asked."""
    settings.NOTIFY_API_KEY, settings.NOTIFY_TEMPLATE = f"live-{SERVICE}-{SECRET}", "a-template"
    asked, answers = [], []

    def request(self, method, url, **sent):
        asked.append((method, url, sent))
        answer = requests.Response()
        answer.status_code, answer._content = answers.pop() if answers else (201, b"{}")
        if answer.status_code == 0:
            raise requests.ConnectionError
        return answer

    monkeypatch.setattr(requests.Session, "request", request)
    return asked, answers


def message(connection=None):
    connection = connection or get_connection("council.notify.EmailBackend")
    return EmailMessage("About C-2026-0001", "Dear Ada", to=["ada@example.com"], connection=connection)


def test_subject_and_body_go_into_the_councils_template(notify):
    asked, _ = notify

    assert attempt(message()) == ""
    method, url, sent = asked[0]
    assert (method, url) == ("POST", "https://api.notifications.service.gov.uk/v2/notifications/email")
    assert '"email_address": "ada@example.com"' in sent["data"]
    assert '"personalisation": {"subject": "About C-2026-0001", "body": "Dear Ada"}' in sent["data"]


@pytest.mark.parametrize(
    "code, told",
    [(400, REFUSED), (429, FAILED), (500, FAILED), (403, FAILED), (0, UNSURE)],
    ids=["bad-address", "too-many", "notify-is-down", "wrong-key", "no-answer"],
)
def test_each_failure_is_told_as_a_mail_servers(notify, code, told):
    _, answers = notify
    answers.append((code, b'{"errors": []}'))

    assert attempt(message()) == told
