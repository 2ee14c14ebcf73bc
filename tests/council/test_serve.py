import socket

import pytest
from django.core.management import CommandError, call_command

from council.management.commands.serve import claim, migrations_wait, static_files


def test_a_port_that_is_taken_is_said_in_a_sentence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(CommandError, match=rf"using port {port}\. .* make run PORT={port + 1}$"):
            call_command("serve", port=port)


def test_a_port_beyond_sense_is_said_in_a_sentence():
    with pytest.raises(CommandError, match="A port is a number from 1 to 65535"):
        claim(80000)


@pytest.mark.django_db
def test_a_migrated_database_is_not_migrated_again():
    assert not migrations_wait()


def test_static_files_are_collected_again_when_one_changes(settings, tmp_path):
    settings.STATICFILES_DIRS = [tmp_path]
    sheet = tmp_path / "sheet.css"
    sheet.write_text("a {}")
    before = static_files()

    assert static_files() == before
    sheet.write_text("a { color: red }")
    assert static_files() != before
