"""A request larger than any page takes is refused before anything of it is kept."""

import io

import pytest
from django.core.exceptions import RequestDataTooBig

from council.uploads import MOST_BODY, MOST_READ, RefuseLargeBodies


class Endless(io.RawIOBase):
    """A body that never ends, and how much of it was read."""

    taken = 0

    def read(self, size=-1):
        self.taken += size
        return b"x" * size


def refuse(body, length):
    RefuseLargeBodies().handle_raw_input(body, {}, length, b"--")


@pytest.mark.shows("FILE-15")
def test_body_of_the_largest_kind_is_let_through_unread():
    body = Endless()
    refuse(body, MOST_BODY)

    assert body.taken == 0


@pytest.mark.shows("FILE-15", "FILE-16", "T26")
@pytest.mark.parametrize(
    "length, taken",
    [
        pytest.param(MOST_BODY + 1, MOST_BODY + 1, id="one-more"),
        pytest.param(10**9, MOST_READ, id="a-gigabyte"),
    ],
)
def test_larger_body_is_refused_and_read_no_further_than_a_browser_needs(length, taken):
    body = Endless()
    with pytest.raises(RequestDataTooBig):
        refuse(body, length)

    assert body.taken == taken


def test_body_that_ends_early_is_refused_too():
    with pytest.raises(RequestDataTooBig):
        refuse(io.BytesIO(b"short"), MOST_BODY + 1)


def test_files_pass_untouched():
    handler = RefuseLargeBodies()

    assert handler.receive_data_chunk(b"abc", 0) == b"abc"
    assert handler.file_complete(3) is None
