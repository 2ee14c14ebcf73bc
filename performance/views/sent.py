"""A page with a large part that was drawn before, sent without working through that part again.

The part is put in after the template, and is compressed once: a gzip stream may be put together from pieces that were
compressed each for itself (RFC 1951, 1952). So a browser that takes gzip gets a tenth of the bytes for next to no work,
and the length of the part tells nothing about it however the address around is varied (docs/decisions/0008).
"""

import zlib
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.safestring import SafeString

PLACE = SafeString("<!-- the part -->")
"""Stands in a page where the part goes; what people type cannot look like it, since it is escaped."""

GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03"


@dataclass(frozen=True)
class Kept:
    """A part of pages that is kept, as it is and compressed."""

    plain: bytes
    deflated: bytes

    @classmethod
    def of(cls, markup: str) -> "Kept":
        plain = markup.encode()
        return cls(plain, _deflated(plain))


def page_with(part: Kept, page: str, request: HttpRequest) -> HttpResponse:
    """The page with the part in its place."""
    before, after = (piece.encode() for piece in page.split(PLACE, 1))
    if "gzip" not in request.META.get("HTTP_ACCEPT_ENCODING", ""):
        response = HttpResponse([before, part.plain, after])
    else:
        response = HttpResponse(_gzipped(before, part, after), headers={"Content-Encoding": "gzip"})
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def _gzipped(before: bytes, part: Kept, after: bytes) -> list[bytes]:
    check, length = 0, 0
    for piece in (before, part.plain, after):
        check, length = zlib.crc32(piece, check), length + len(piece)
    foot = check.to_bytes(4, "little") + (length & 0xFFFFFFFF).to_bytes(4, "little")
    return [GZIP_HEAD, _deflated(before), part.deflated, _deflated(after, is_last=True), foot]


def _deflated(piece: bytes, *, is_last: bool = False) -> bytes:
    """A piece of a stream: it looks back at no other, and ends on a whole byte."""
    stream = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return stream.compress(piece) + stream.flush(zlib.Z_FINISH if is_last else zlib.Z_FULL_FLUSH)
