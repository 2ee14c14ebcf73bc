"""Files that people send: no more of them than any page takes."""

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

from council.spreadsheets import MOST_BYTES

MOST_BODY = MOST_BYTES + 2 * 1024 * 1024
"""A file of the largest kind, another beside it, and what the page asks."""
MOST_READ = 64 * 1024 * 1024
"""What is read of a body that is refused: a browser that cannot finish sending shows no answer."""
AT_ONCE = 1 << 16


class RefuseLargeBodies(FileUploadHandler):
    """Refuses with 413, before anything is kept, a request that is larger than any page takes.

    First among `FILE_UPLOAD_HANDLERS`. Files pass through it untouched.
    """

    def handle_raw_input(
        self, input_data: Any, META: Any, content_length: int, boundary: Any, encoding: Any = None
    ) -> None:
        if content_length <= MOST_BODY:
            return
        left = min(content_length, MOST_READ)
        while left > 0 and (data := input_data.read(min(AT_ONCE, left))):
            left -= len(data)
        raise RequestDataTooBig(f"A request of {content_length} bytes is larger than {MOST_BODY}.")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
