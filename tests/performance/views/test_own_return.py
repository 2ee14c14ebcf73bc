"""A lead officer looks at a return that they submitted themselves."""

from tests.performance import lives
from tests.performance.views.pages import words

ASKS = ("/sign-off/", "/override/")


def test_ones_own_return_says_who_signs_it_off_and_offers_no_refused_button(
    browser_of, lead_officer, service, period
):
    own = lives.submitted(lives.measured(service), period, "85", by=lead_officer)

    answer = browser_of(lead_officer).get(f"/performance/returns/{own.indicator_id}/{period.pk}/")

    assert "Another lead officer signs it off" in words(answer)
    assert not [each for each in ASKS if f'{period.pk}{each}"' in answer.content.decode()]


def test_another_lead_officers_return_can_be_signed_off(browser_of, lead_officer, officer, service, period):
    theirs = lives.submitted(lives.measured(service), period, "85", by=officer)

    answer = browser_of(lead_officer).get(f"/performance/returns/{theirs.indicator_id}/{period.pk}/")

    assert [each for each in ASKS if f'{period.pk}{each}"' in answer.content.decode()] == list(ASKS)
