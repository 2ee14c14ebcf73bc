"""One server for both: addresses under /floor/ are bare pages, all others the product."""

import os

from council.wsgi import application as product
from tests.bench.floor import Floor

_floor = Floor(os.environ["DATABASE_URL"])


def application(environ, start_response):
    if environ["PATH_INFO"].startswith("/floor/"):
        return _floor(environ, start_response)
    return product(environ, start_response)
