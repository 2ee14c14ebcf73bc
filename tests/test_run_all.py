"""The runner must never sum up better than it was."""

import pytest

from tests.run_all import Part, left_out, main, read_report, sum_up

REPORT = """<?xml version="1.0"?><testsuites><testsuite>
<testcase classname="tests.a" name="test_good"/>
<testcase classname="tests.a" name="test_wrong"><failure message="no"/></testcase>
<testcase classname="tests.a" name="test_left"><skipped message="later"/></testcase>
<testcase classname="tests.a" name="test_torn"/>
<testcase classname="tests.a" name="test_torn"><error message="in teardown"/></testcase>
</testsuite></testsuites>"""


def last_lines(capsys, count):
    return capsys.readouterr().out.splitlines()[-count:]


def test_report_counts_a_test_that_fails_in_its_teardown_as_failed(tmp_path):
    (tmp_path / "report.xml").write_text(REPORT)

    part = read_report("tests", tmp_path / "report.xml")

    assert part.passed == {"tests.a::test_good"}
    assert part.failed == {"tests.a::test_wrong", "tests.a::test_torn"}
    assert part.skipped == {"tests.a::test_left"}


def test_a_run_without_a_report_has_no_results(tmp_path):
    assert read_report("tests", tmp_path / "missing.xml") == Part("tests")


def test_a_test_skipped_on_one_database_only_is_not_left_out():
    sqlite = Part("SQLite", passed={"a"}, skipped={"b", "c"})
    postgresql = Part("PostgreSQL", passed={"a", "b"}, skipped={"c"})

    assert left_out([sqlite, postgresql]) == ["1 skipped (c)"]


@pytest.mark.parametrize(
    "parts, all_demanded, code, lines",
    [
        pytest.param(
            [Part("one", passed={"a", "b"}), Part("two", passed={"a"})],
            True,
            0,
            ["Left out: nothing", "3 passed, 0 failed"],
            id="all good",
        ),
        pytest.param(
            [Part("one", passed={"a"}, failed={"b"}), Part("two", passed={"a"})],
            False,
            1,
            ["FAILED one: b", "Left out: nothing", "2 passed, 1 failed"],
            id="one wrong",
        ),
        pytest.param(
            [Part("one", passed={"a"}), Part("journeys", left_out="no Chromium")],
            False,
            0,
            ["Left out: journeys (no Chromium)", "1 passed, 0 failed"],
            id="left out on a desk",
        ),
        pytest.param(
            [Part("one", passed={"a"}), Part("journeys", left_out="no Chromium")],
            True,
            1,
            ["Left out: journeys (no Chromium)", "1 passed, 1 failed"],
            id="left out where everything is demanded",
        ),
        pytest.param([Part("one")], False, 1, ["0 passed, 0 failed"], id="nothing ran"),
    ],
)
def test_summary_ends_in_the_totals(capsys, parts, all_demanded, code, lines):
    assert sum_up(parts, all_demanded=all_demanded) == code
    assert last_lines(capsys, len(lines)) == lines


def test_an_unknown_part_is_named(capsys):
    assert main(["nonsense"]) == 2
    assert last_lines(capsys, 1) == [
        "There is no part nonsense; the parts are checks, sqlite, postgresql, journeys."
    ]
