"""The list of requirements is whole, and no test cites what is not on it."""

from collections import Counter
from pathlib import Path

import pytest

from tests import requirements

DOCUMENT = """
| id | what must work | page |
|--|--|--|
| F1 | A register | `/portfolios/<id>/` |
| S2-21 | A typed summary | – |
| N9 | 1,234,567 is read | – |
"""

EXPECTED = {
    "F": 101,
    "L": 22,
    "S0-": 21,
    "S1-": 24,
    "S2-": 33,
    "S3-": 24,
    "S4-": 21,
    "X-": 7,
    "R": 14,
    "S": 26,
    "A": 6,
    "U": 10,
    "N": 49,
    "D": 40,
    "T": 43,
    "C": 40,
    "P": 43,
    "FILE-": 50,
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder with a list of three requirements and room for tests."""
    (tmp_path / "requirements.md").write_text(DOCUMENT)
    (tmp_path / "tests").mkdir()
    return tmp_path


def marks_in(tree: Path, source: str, name: str = "test_some.py") -> requirements.Marks:
    (tree / "tests" / name).write_text(source)
    return requirements.read_marks(tree / "tests")


def cited(tree: Path, source: str) -> list[tuple[str, str]]:
    return [(mark.id, mark.test) for mark in marks_in(tree, source).found]


def run(tree: Path, *options: str) -> int:
    folders = ["--document", str(tree / "requirements.md"), "--tests", str(tree / "tests")]
    return requirements.main([*folders, *options])


def family(requirement_id: str) -> str:
    """The id without its number: "S2-21" is of "S2-", "FILE-34" of "FILE-", "F39" of "F"."""
    if "-" in requirement_id:
        return requirement_id.rpartition("-")[0] + "-"
    return requirement_id.rstrip("0123456789")


def test_every_test_cites_requirements_that_exist():
    marks = requirements.read_marks()

    assert [*marks.problems, *requirements.unknown(requirements.read_requirements(), marks)] == []


def test_no_requirement_is_listed_twice():
    ids = Counter(requirement.id for requirement in requirements.read_requirements())

    assert [each for each, times in ids.items() if times > 1] == []


def test_the_list_holds_the_expected_number_of_each_family():
    assert Counter(family(each.id) for each in requirements.read_requirements()) == EXPECTED


def test_every_row_of_the_document_is_read():
    tables = requirements.DOCUMENT.read_text().partition("\n## A. ")[2].splitlines()
    rows = [line for line in tables if line.startswith("| ") and not line.startswith("| id ")]

    assert len(rows) == len(requirements.read_requirements())


def test_no_two_requirements_say_the_same():
    texts = Counter(requirement.text for requirement in requirements.read_requirements())

    assert [each for each, times in texts.items() if times > 1] == []


def test_an_unknown_id_is_named_with_its_test(tree):
    marks = marks_in(tree, '@pytest.mark.shows("F1", "S9-99")\ndef test_that(): ...\n')

    assert requirements.unknown(requirements.read_requirements(tree / "requirements.md"), marks) == [
        'tests/test_some.py::test_that shows "S9-99", but docs/requirements.md has no such id.'
    ]


def test_an_unknown_id_ends_the_run_with_1(tree, capsys):
    marks_in(tree, '@pytest.mark.shows("S9-99")\ndef test_that(): ...\n')

    assert run(tree) == 1
    assert "S9-99" in capsys.readouterr().err


def test_known_ids_end_the_run_with_0(tree):
    marks_in(tree, '@pytest.mark.shows("S2-21")\ndef test_that(): ...\n')

    assert run(tree) == 0


@pytest.mark.parametrize(
    "source, expected",
    [
        pytest.param(
            '@pytest.mark.shows("F1", "N9")\ndef test_a(): ...\n',
            [("F1", "tests/test_some.py::test_a"), ("N9", "tests/test_some.py::test_a")],
            id="function",
        ),
        pytest.param(
            '@mark.shows("F1")\nclass TestA:\n    @mark.shows("N9")\n    def test_b(self): ...\n',
            [("F1", "tests/test_some.py::TestA"), ("N9", "tests/test_some.py::TestA::test_b")],
            id="class-and-method",
        ),
        pytest.param(
            'pytestmark = [pytest.mark.django_db, pytest.mark.shows("F1")]\n',
            [("F1", "tests/test_some.py")],
            id="whole-file",
        ),
        pytest.param(
            '@pytest.mark.parametrize("n", [pytest.param(1, id="one", marks=pytest.mark.shows("N9"))])\n'
            "def test_a(n): ...\n",
            [("N9", "tests/test_some.py::test_a[one]")],
            id="parameter",
        ),
        pytest.param(
            'CASES = [pytest.param(1, id="one", marks=[pytest.mark.shows("N9")])]\n'
            "class TestA:\n"
            '    @pytest.mark.parametrize("n", CASES)\n'
            "    def test_b(self, n): ...\n",
            [("N9", "tests/test_some.py::TestA::test_b[one]")],
            id="table-of-parameters",
        ),
        pytest.param(
            'if DEEP:\n    @pytest.mark.shows("F1")\n    def test_a(): ...\n',
            [("F1", "tests/test_some.py::test_a")],
            id="inside-a-condition",
        ),
        pytest.param("def test_a():\n    assert report.shows('F1')\n", [], id="another-shows"),
    ],
)
def test_a_mark_belongs_to_the_test_it_stands_at(tree, source, expected):
    assert cited(tree, source) == expected


@pytest.mark.parametrize(
    "name, source, sentence",
    [
        pytest.param(
            "test_some.py",
            "@pytest.mark.shows(*IDS)\ndef test_a(): ...\n",
            "tests/test_some.py line 1: the ids of `shows` must be written out as strings.",
            id="computed-ids",
        ),
        pytest.param(
            "test_some.py",
            "@pytest.mark.shows\ndef test_a(): ...\n",
            "tests/test_some.py line 1: `shows` is written without ids.",
            id="no-ids",
        ),
        pytest.param(
            "test_some.py",
            '@pytest.mark.shows("F1")\ndef make_a(): ...\n',
            "tests/test_some.py line 1: only a test can show something, and this is none.",
            id="not-a-test",
        ),
        pytest.param(
            "some.py",
            '@pytest.mark.shows("F1")\ndef test_a(): ...\n',
            "tests/some.py line 1: only a test can show something, and this is none.",
            id="file-that-is-not-collected",
        ),
    ],
)
def test_a_mark_that_cannot_be_trusted_is_told(tree, name, source, sentence):
    assert marks_in(tree, source, name).problems == [sentence]
    assert run(tree) == 1


def test_the_report_gives_each_id_its_tests_and_page_and_counts_the_rest(tree, capsys):
    marks_in(tree, '@pytest.mark.shows("F1")\ndef test_that(): ...\n')

    run(tree)

    assert capsys.readouterr().out.splitlines() == [
        "F1       A register  (/portfolios/<id>/)",
        "           tests/test_some.py::test_that",
        "S2-21    A typed summary",
        "N9       1,234,567 is read",
        "",
        "Acceptance and features: 1 of 2 shown, 1 that nothing shows yet.",
        "Trust: 0 of 1 shown, 1 that nothing shows yet.",
    ]


def test_missing_lists_only_what_nothing_shows(tree, capsys):
    marks_in(tree, '@pytest.mark.shows("F1")\ndef test_that(): ...\n')

    run(tree, "--missing")

    assert capsys.readouterr().out.splitlines()[:3] == [
        "S2-21    A typed summary",
        "N9       1,234,567 is read",
        "",
    ]
