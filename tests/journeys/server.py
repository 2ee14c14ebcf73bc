"""The site's server beside the browser."""

import threading

from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.test.testcases import LiveServerThread


def taking_turns(thread: LiveServerThread) -> None:
    """Answers one request at a time where all threads share one connection, as they do on SQLite in memory.

    There, a transaction of one request would take in what another request writes. Elsewhere each thread has a
    connection of its own, and requests run side by side as they do in life.
    """
    if not thread.connections_override:
        return
    turn = threading.Lock()

    def handler(application):
        def in_turn(environ, start_response):
            with turn:
                return application(environ, start_response)

        return StaticFilesHandler(in_turn)

    thread.static_handler = handler
