"""The product's own settings, and a counter of queries that stands still unless a request asks for it."""

from council.settings import *  # noqa: F403
from council.settings import MIDDLEWARE as OWN

MIDDLEWARE = ["tests.bench.counting.QueryCountMiddleware", *OWN]
