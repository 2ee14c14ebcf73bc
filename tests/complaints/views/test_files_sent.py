import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from complaints.models import Attachment, Case
from complaints.operations.attachments import path_of
from tests.complaints.views.telling import boxes, go_through, photo, url

pytestmark = [pytest.mark.usefixtures("holidays"), pytest.mark.shows("S12")]


@pytest.fixture(autouse=True)
def folder(settings, tmp_path, time_machine):
    time_machine.move_to("2026-10-12 12:00", tick=False)
    settings.ATTACHMENTS = tmp_path / "attachments"
    return time_machine


def sent(client, page, name, content, **more):
    data = {"file": SimpleUploadedFile(name, content)} | boxes(page) | (more or {"then": "on"})
    return client.post(url("files"), data, follow=True)


def finish(client, page, clock):
    clock.shift(datetime.timedelta(minutes=1))
    client.post(url("check"), boxes(page))
    return Case.objects.get()


def test_a_photo_comes_with_the_case_under_a_name_of_its_own(client, folder):
    page = sent(client, go_through(client), "bin.jpg", photo(comment=b"at home"))
    assert "bin.jpg" in page.content.decode()
    case = finish(client, page, folder)

    row = Attachment.objects.get()
    kept = path_of(row.key)
    assert (row.case, row.name, row.type, row.by) == (case, "bin.jpg", "image/jpeg", None)
    assert "bin" not in str(kept.name)
    assert b"at home" not in kept.read_bytes()
    assert kept.stat().st_mode & 0o777 == 0o600
    assert row.size == kept.stat().st_size


def test_a_lie_is_said_beside_the_box_and_the_rest_is_kept(client):
    page = sent(client, go_through(client), "good.txt", b"My notes", add="yes")
    page = sent(client, page, "letter.pdf", b"MZ\x90\0 not a pdf")
    shown = page.content.decode()

    assert shown.count("is not a PDF") == 2
    assert "good.txt" in shown


@pytest.mark.parametrize(
    "name, content, sentence",
    [
        ("empty.txt", b"", "This file is empty"),
        ("large.txt", b"x" * (10 * 1024 * 1024 + 1), "a little over 10 megabytes"),
        ("photo.jpg", b"\xff\xd8\xff\xe0 broken", "cannot be opened"),
    ],
)
def test_what_is_not_taken_is_said(client, name, content, sentence):
    page = sent(client, go_through(client), name, content)

    assert page.request["PATH_INFO"] == url("files")
    assert page.content.decode().count(sentence) == 2


def test_five_files_are_the_most(client):
    page = go_through(client)
    for number in range(6):
        page = sent(client, page, f"{number}.txt", b"Notes", add="yes")

    assert "There are 5 files already" in page.content.decode()
    assert len(client.session["telling"]["files"]) == 5


def test_a_file_can_be_taken_away_again(client, settings):
    page = sent(client, go_through(client), "note.txt", b"Notes", add="yes")
    key = client.session["telling"]["files"][0]["key"]
    page = client.post(url("files"), boxes(page) | {"remove": key}, follow=True)

    assert "note.txt" not in page.content.decode()
    assert list((settings.ATTACHMENTS / "waiting").iterdir()) == []


def test_a_file_outlives_the_session(client, folder):
    page = sent(client, go_through(client), "note.txt", b"Notes")
    client.session.flush()
    finish(client, page, folder)

    assert Attachment.objects.get().name == "note.txt"


@pytest.mark.shows("P4")
def test_a_file_follows_the_access_of_its_case(client, folder, officer, complaints_officer, member):
    page = sent(client, go_through(client), 'b"in.txt', b"<b>Notes")
    case = finish(client, page, folder)
    address = f"/complaints/{case.reference}/files/{Attachment.objects.get().key}/"

    codes = {}
    for user in (officer, complaints_officer, member):
        reader = Client()
        reader.force_login(user)
        codes[user.username] = reader.get(address).status_code
    assert codes == {"officer": 404, "complaints": 200, "member": 403}
    assert client.get(address).status_code == 302


def test_a_file_is_downloaded_never_shown_and_the_look_is_kept(client, folder, complaints_officer):
    page = sent(client, go_through(client), "bin.txt", b"Notes")
    case = finish(client, page, folder)
    row = Attachment.objects.get()
    reader = Client()
    reader.force_login(complaints_officer)
    answer = reader.get(f"/complaints/{case.reference}/files/{row.key}/")

    assert answer.headers["Content-Disposition"] == 'attachment; filename="bin.txt"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.content == b"Notes"
    assert [(look.kind, look.case, look.user) for look in case.looks.all()] == [
        ("file", case, complaints_officer)
    ]
    assert "bin.txt" in reader.get(case.get_absolute_url()).content.decode()


def test_a_file_that_was_removed_or_is_gone_is_not_found(client, folder, complaints_officer):
    page = sent(client, go_through(client), "bin.txt", b"Notes")
    case = finish(client, page, folder)
    row = Attachment.objects.get()
    reader = Client()
    reader.force_login(complaints_officer)
    address = f"/complaints/{case.reference}/files/{row.key}/"
    path_of(row.key).unlink()

    assert reader.get(address).status_code == 404
    path_of(row.key).write_bytes(b"Notes")
    Attachment.objects.update(removed_at=row.at)
    assert reader.get(address).status_code == 404
