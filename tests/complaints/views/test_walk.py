"""A complaint through all its pages, from triage to the end of stage 2."""

import pytest

from complaints.models import Message, PointAnswer
from tests.complaints.lives import line
from tests.complaints.views.pages import now, opened, problems, sent, told, words
from tests.factories.complaints import case


@pytest.mark.shows("F58", "F60", "F66", "F67", "F64", "S1-05")
def test_a_complaint_is_taken_through_both_stages(complaints_officer, officer, second_officer, service):
    row = case(service=service)
    answer = sent(
        complaints_officer,
        row,
        "triage",
        line=str(line("1.4").pk),
        service=str(service.pk),
        handler=str(officer.pk),
        told_on="13 October 2026",
    )
    assert told(answer) == (
        "It is a complaint. officer handles it, and the acknowledgement is due by Monday 19 October 2026."
    )

    answer = sent(officer, row, "acknowledge", point_1="The bin was missed", on="13 October 2026")
    assert told(answer) == (
        "The customer is told what you look into. The reply is due by Tuesday 27 October 2026. Answer each point next."
    )
    assert "1. The bin was missed" in Message.objects.get(kind="acknowledged").body

    replied_at_stage_one(row, officer)
    ended_at_stage_two(row, officer, second_officer)
    assert [each.stage for each in PointAnswer.objects.order_by("pk")] == [1, 2]


def replied_at_stage_one(row, officer):
    """The reply page says what is missing, then drafts the reply."""
    page = opened(officer, row, "reply")
    assert "Point 1 is not answered yet" in words(page)
    assert f"{row.get_absolute_url()}answer/1/" in page.content.decode()
    assert problems(sent(officer, row, "reply", words="We are sorry.")) == [
        "Point 1 is not answered yet. Say what was found and why."
    ]

    answer = sent(officer, row, "answer/1", finding="not_upheld", words="The lorry came.")
    assert told(answer) == "Point 1 is answered. Every point is answered: send the reply next."
    page = opened(officer, row, "reply")
    assert "1. The bin was missed" in page.content.decode().split("<textarea", 1)[1]
    answer = sent(officer, row, "reply", words="We are sorry.")
    assert told(answer).startswith("The reply is with the customer’s messages.")


def ended_at_stage_two(row, officer, second_officer):
    """Somebody else looks again, and the case is closed."""
    answer = sent(officer, row, "escalate", handler=str(second_officer.pk), on="13 October 2026")
    assert told(answer) == (
        "The complaint is at stage 2, to be acknowledged by Tuesday 20 October 2026. second looks at it again."
    )
    sent(second_officer, row, "acknowledge")
    sent(second_officer, row, "answer/1", finding="no_finding", words="Nobody can tell.")
    sent(second_officer, row, "reply", words="Nobody can tell.")
    answer = sent(second_officer, row, "close")

    assert told(answer) == "The case is closed. A customer who is not content may still come back."
    assert now(row).state == "closed"
