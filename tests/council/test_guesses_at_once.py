"""Ten guesses are ten guesses, also when forty come at the same moment to several workers."""

import threading

import pytest
from django.core.cache import cache
from django.db import connections
from django.test import Client

from tests.factories import UserFactory

WORKERS, EACH = 8, 5


def guess(answers, barrier):
    """One worker's share of the guesses."""
    client = Client()
    try:
        barrier.wait(timeout=30)
        for turn in range(EACH):
            page = client.post(
                "/sign-in/", {"login": "officer", "password": f"wrong {turn}"}
            ).content.decode()
            answers.append("do not match" in page)
    finally:
        connections.close_all()


@pytest.mark.shows("P24", "S10")
def test_forty_guesses_at_once_are_at_most_ten(two_at_once):
    cache.clear()
    UserFactory(username="officer")
    answers, barrier = [], threading.Barrier(WORKERS)
    workers = [threading.Thread(target=guess, args=(answers, barrier)) for _ in range(WORKERS)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert len(answers) == WORKERS * EACH
    assert 1 <= sum(answers) <= 10
