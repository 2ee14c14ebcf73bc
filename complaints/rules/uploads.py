"""What files a customer may send, by what they are and not by what they are called. Pure."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass

MEGABYTE = 1024 * 1024
LARGEST_MEGABYTES = 10
LARGEST = LARGEST_MEGABYTES * MEGABYTE
"""Bytes of one file."""
MOST_FILES = 5
MOST_ON_CASE = 50
"""Files of one case, whoever sent them and when."""
MOST_PARTS = 2000
"""Parts of a document that is a zip archive; more is no letter."""
ALLOWED_IN_WORDS = "photos (JPEG, PNG), documents (PDF, Word as DOCX, ODT) and plain text (TXT)"
LIMITS_IN_WORDS = (
    f"Up to {MOST_FILES} files of at most {LARGEST_MEGABYTES} megabytes each: {ALLOWED_IN_WORDS}."
)

_MARKUP = re.compile(rb"<\s*(?:!doctype|html|head|body|script|iframe|svg|img|\?xml|\?php)", re.IGNORECASE)
_OF_ANOTHER_KIND = (b"%PDF", b"{\\rtf", b"MZ", b"PK\x03\x04", b"\x7fELF", b"#!")
_CONTROLS = frozenset(range(0x20)) - frozenset(b"\t\n\r\f")
_MACROS = re.compile(r"vbaProject\.bin$|^Basic/|^Scripts/", re.IGNORECASE)


@dataclass(frozen=True)
class FileKind:
    """A kind of file that may be sent: its type, the ends of its name, and how its content shows that it is one."""

    type: str
    ends: tuple[str, ...]
    called: str
    shows: Callable[[bytes], bool]
    is_photo: bool = False


class NotTaken(ValueError):
    """A file that is not taken; `sentence` tells the person who sent it what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def kind_of(name: str, content: bytes) -> FileKind:
    """What kind of file this is, where its name and its content agree. Raises NotTaken for any other."""
    if not content:
        raise NotTaken("This file is empty. Choose another.")
    if len(content) > LARGEST:
        raise NotTaken(too_large(len(content)))
    end = end_of(name)
    if end in ("heic", "heif"):
        raise NotTaken("This photo is kept in a format of your phone’s own. Save it as JPEG and send that.")
    kind = KINDS.get(end)
    if kind is None:
        raise NotTaken(f"This kind of file cannot be sent. We take {ALLOWED_IN_WORDS}.")
    if not kind.shows(content):
        raise NotTaken(
            f"This file is called .{end} but is not {kind.called}. Save it again as what it is, and send that."
        )
    return kind


def too_large(size: int) -> str:
    """The sentence for a file of so many bytes."""
    megabytes = f"{size / MEGABYTE:.1f}"
    more = "a little over" if megabytes == f"{LARGEST_MEGABYTES}.0" else ""
    has = f"{more} {LARGEST_MEGABYTES}" if more else megabytes
    return f"This file has {has} megabytes. The most is {LARGEST_MEGABYTES}: send a smaller one, or tell us by phone."


def end_of(name: str) -> str:
    """What stands after the last dot, in small letters; "" where there is none."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def kept_name(name: str) -> str:
    """The name as it is shown: of the last part of a path, without what nobody sees or that ends a header."""
    last = re.split(r"[\\/]", name)[-1]
    seen = (
        "".join(letter for letter in last if letter.isprintable() and letter not in '"<>|*?:;')
        .strip()
        .rstrip(". ")
    )
    end = end_of(seen)
    stem = seen[: -len(end) - 1] if end else seen
    return f"{stem[: 190 - len(end)] or 'file'}.{end[:10]}" if end else stem[:190] or "file"


def _is_pdf(content: bytes) -> bool:
    return re.match(rb"%PDF-[12]\.\d", content) is not None


def _is_jpeg(content: bytes) -> bool:
    return content.startswith(b"\xff\xd8\xff")


def _is_png(content: bytes) -> bool:
    return content.startswith(b"\x89PNG\r\n\x1a\n")


def _parts(content: bytes) -> dict[str, int]:
    """The names in a zip archive that begins at its first byte, with their sizes; none where it is no such archive."""
    if not content.startswith(b"PK\x03\x04"):
        return {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            listed = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, EOFError):
        return {}
    if len(listed) > MOST_PARTS or any(each.flag_bits & 1 for each in listed):
        return {}
    return {each.filename: each.file_size for each in listed}


def _holds_no_macro(names: Mapping[str, int]) -> bool:
    return not any(_MACROS.search(name) for name in names)


def _is_docx(content: bytes) -> bool:
    names = _parts(content)
    return "[Content_Types].xml" in names and "word/document.xml" in names and _holds_no_macro(names)


def _is_odt(content: bytes) -> bool:
    names = _parts(content)
    # The type stands unpacked in the first part, at a place of its own.
    says = content[30:77] == b"mimetypeapplication/vnd.oasis.opendocument.text"
    return says and "content.xml" in names and _holds_no_macro(names)


def _is_text(content: bytes) -> bool:
    if content.startswith(_OF_ANOTHER_KIND) or _MARKUP.search(content):
        return False
    return not _CONTROLS.intersection(content)


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KINDS: Mapping[str, FileKind] = {
    end: kind
    for kind in (
        FileKind("application/pdf", ("pdf",), "a PDF", _is_pdf),
        FileKind("image/jpeg", ("jpg", "jpeg"), "a JPEG photo", _is_jpeg, is_photo=True),
        FileKind("image/png", ("png",), "a PNG picture", _is_png, is_photo=True),
        FileKind(_WORD, ("docx",), "a Word document without macros", _is_docx),
        FileKind("application/vnd.oasis.opendocument.text", ("odt",), "an ODT document", _is_odt),
        FileKind("text/plain", ("txt",), "plain text", _is_text),
    )
    for end in kind.ends
}
"""The kinds that may be sent, by the end of the name."""
ACCEPTED = ",".join(f".{end}" for end in KINDS)
"""What a file box offers to choose from."""
