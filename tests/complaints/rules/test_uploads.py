"""Each lie that a file may tell of itself."""

import io
import zipfile

import pytest
from PIL import Image

from complaints.rules.photos import LONGEST_SIDE, made_anew
from complaints.rules.uploads import KINDS, LARGEST, NotTaken, kept_name, kind_of
from tests.complaints.views.telling import photo

pytestmark = pytest.mark.shows("S12")


def archive(parts, first=b""):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return first + out.getvalue()


DOCX = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}
ODT = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<o/>"}
PDF = b"%PDF-1.7\n1 0 obj\n%%EOF"
EXE = b"MZ\x90\x00\x03" + b"\0" * 100


@pytest.mark.parametrize(
    "name, content, type_",
    [
        ("letter.pdf", PDF, "application/pdf"),
        ("BIN.JPG", photo(), "image/jpeg"),
        ("bin.jpeg", photo(), "image/jpeg"),
        ("bin.png", photo("PNG"), "image/png"),
        (
            "letter.docx",
            archive(DOCX),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        ("letter.odt", archive(ODT), "application/vnd.oasis.opendocument.text"),
        ("note.txt", "Café, £5 < £6\r\n".encode(), "text/plain"),
        ("old.txt", "Café".encode("cp1252"), "text/plain"),
    ],
)
def test_what_is_what_it_says_is_taken(name, content, type_):
    assert kind_of(name, content).type == type_


@pytest.mark.parametrize(
    "name, content, sentence",
    [
        pytest.param("letter.pdf", EXE, "is not a PDF", id="exe-named-pdf"),
        pytest.param("letter.txt", EXE, "is not plain text", id="exe-named-txt"),
        pytest.param("setup.exe", EXE, "kind of file cannot be sent", id="exe"),
        pytest.param("note.txt", b"<html><script>go()</script>", "is not plain text", id="html-named-txt"),
        pytest.param("note.txt", b"Hello <SCRIPT src=x>", "is not plain text", id="script-in-text"),
        pytest.param("page.html", b"<html>", "kind of file cannot be sent", id="html"),
        pytest.param("pic.svg", b"<svg/>", "kind of file cannot be sent", id="svg"),
        pytest.param("letter.pdf", b"<html>" + PDF, "is not a PDF", id="polyglot-start"),
        pytest.param("letter.pdf", b"\n" + PDF, "is not a PDF", id="pdf-after-a-line"),
        pytest.param("bin.jpg", b"GIF89a" + photo(), "is not a JPEG", id="gif-before-jpeg"),
        pytest.param("bin.jpg", photo("PNG"), "is not a JPEG", id="png-named-jpg"),
        pytest.param("bin.png", photo(), "is not a PNG", id="jpg-named-png"),
        pytest.param("letter.docx", archive({"a.txt": "x"}), "is not a Word document", id="zip-no-docx"),
        pytest.param(
            "letter.docx",
            archive(DOCX | {"word/vbaProject.bin": "x"}),
            "without macros",
            id="docx-with-macros",
        ),
        pytest.param("letter.docx", archive(DOCX, b"MZ"), "is not a Word document", id="zip-after-exe"),
        pytest.param("letter.docx", b"PK\x03\x04 and no more", "is not a Word document", id="no-zip"),
        pytest.param("letter.odt", archive(DOCX), "is not an ODT", id="docx-named-odt"),
        pytest.param(
            "letter.odt", archive(ODT | {"Basic/a.xml": "x"}), "is not an ODT", id="odt-with-macros"
        ),
        pytest.param(
            "letter.docx", archive(DOCX | {f"{n}": "" for n in range(2001)}), "is not a Word", id="many-parts"
        ),
        pytest.param("letter.pdf", b"", "is empty", id="empty"),
        pytest.param("letter.pdf", PDF.ljust(LARGEST + 1), "a little over 10 megabytes", id="one-byte-more"),
        pytest.param("letter.pdf", PDF.ljust(15 * 1024 * 1024), "15.0 megabytes", id="much-more"),
        pytest.param("bin.heic", b"\0\0\0\x18ftypheic", "Save it as JPEG", id="heic"),
        pytest.param("bin", photo(), "kind of file cannot be sent", id="no-end"),
        pytest.param("letter.pdf.exe", PDF, "kind of file cannot be sent", id="two-ends"),
    ],
)
def test_a_lie_is_refused_in_a_sentence(name, content, sentence):
    with pytest.raises(NotTaken) as refused:
        kind_of(name, content)

    assert sentence in refused.value.sentence


def test_a_file_of_the_largest_size_is_taken():
    assert kind_of("letter.pdf", PDF.ljust(LARGEST)).type == "application/pdf"


def exif_photo(form="JPEG"):
    exif = Image.Exif()
    exif[0x0110] = "Camera of Ada"
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x0112] = 6
    return photo(form, exif=exif)


@pytest.mark.parametrize("form, end", [("JPEG", "jpg"), ("PNG", "png")])
def test_a_photo_keeps_nothing_but_its_dots_and_stands_upright(form, end):
    before = exif_photo(form)
    assert b"Camera of Ada" in before
    after = made_anew(KINDS[end], before)

    with Image.open(io.BytesIO(after)) as opened:
        assert (opened.size, dict(opened.getexif()), opened.format) == ((40, 60), {}, form)
    assert b"Camera of Ada" not in after


def test_what_is_hidden_behind_a_photo_stays_behind():
    after = made_anew(KINDS["jpg"], photo(comment=b"secret") + b"<script>PK\x03\x04")

    assert b"secret" not in after
    assert b"script" not in after


def test_a_large_photo_is_made_smaller():
    with Image.open(io.BytesIO(made_anew(KINDS["jpg"], photo(size=(6000, 3000))))) as opened:
        assert max(opened.size) <= LONGEST_SIDE


@pytest.mark.parametrize(
    "content, sentence",
    [
        (b"\xff\xd8\xff\xe0 not a photo", "cannot be opened"),
        (photo()[:200], "cannot be opened"),
        (photo("PNG", (8000, 7000)), "too many"),
    ],
)
def test_what_cannot_be_looked_at_is_refused(content, sentence):
    end = "png" if content.startswith(b"\x89") else "jpg"
    with pytest.raises(NotTaken) as refused:
        made_anew(KINDS[end], content)

    assert sentence in refused.value.sentence


@pytest.mark.parametrize(
    "name, kept",
    [
        ("letter.pdf", "letter.pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\Ada\\letter.PDF", "letter.pdf"),
        ('a"b\r\nSet-Cookie: x.pdf', "abSet-Cookie x.pdf"),
        ("\u202efdp.exe.pdf", "fdp.exe.pdf"),
        ("x" * 400 + ".pdf", "x" * 187 + ".pdf"),
        (".pdf", "file.pdf"),
        ("", "file"),
    ],
)
def test_a_name_is_shown_without_what_could_deceive(name, kept):
    assert kept_name(name) == kept
