"""Files, functions and templates stay small enough to be read at a sitting, and are named after the trade."""

import ast
from pathlib import Path

import pytest

from tests.conventions.tree import ROOT, at, parsed, plant, python_files, templates

LONGEST_FILE = 250
LONGEST_FUNCTION = 40
LONGEST_TEMPLATE = 80

# A longer file needs a reason here; one that has become short again must leave.
LONG_FILES: dict[str, str] = {}

# Names that say nothing about the trade, so that anything ends up in them.
NAMELESS = {
    "util",
    "utils",
    "common",
    "core",
    "helper",
    "helpers",
    "manager",
    "managers",
    "selector",
    "selectors",
}


def line_count(path: Path) -> int:
    return len(path.read_text().splitlines())


def long_files(root: Path, listed: dict[str, str]) -> list[str]:
    lengths = {path.relative_to(root).as_posix(): line_count(path) for path in python_files(root)}
    too_long = [
        f"{name} has {length} lines, more than {LONGEST_FILE}: split it by noun."
        for name, length in lengths.items()
        if length > LONGEST_FILE and name not in listed
    ]
    needless = [
        f"{name} is listed as long and is not." for name in listed if lengths.get(name, 0) <= LONGEST_FILE
    ]
    return too_long + needless


def long_functions(root: Path) -> list[str]:
    return [
        f"{at(path, root, node.lineno)}: {node.name} has {length} lines, more than {LONGEST_FUNCTION}."
        for path in python_files(root)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    ]


def long_templates(root: Path) -> list[str]:
    return [
        f"{path.relative_to(root).as_posix()} has {length} lines, more than {LONGEST_TEMPLATE}: it is two."
        for path in templates(root)
        if (length := line_count(path)) > LONGEST_TEMPLATE
    ]


def nameless_modules(root: Path) -> list[str]:
    return [
        f'{path.relative_to(root).as_posix()}: "{part}" is not a word of the trade.'
        for path in python_files(root)
        for part in path.relative_to(root).with_suffix("").parts
        if part in NAMELESS
    ]


def test_no_file_is_longer_than_250_lines_without_a_reason():
    assert long_files(ROOT, LONG_FILES) == []


def test_no_function_is_longer_than_40_lines():
    assert long_functions(ROOT) == []


def test_no_template_is_longer_than_80_lines():
    assert long_templates(ROOT) == []


def test_modules_are_named_after_the_trade():
    assert nameless_modules(ROOT) == []


@pytest.mark.parametrize(
    "lines, listed, sentences",
    [
        pytest.param(250, {}, [], id="250-lines"),
        pytest.param(
            251, {}, ["council/lists.py has 251 lines, more than 250: split it by noun."], id="251-lines"
        ),
        pytest.param(251, {"council/lists.py": "one table"}, [], id="listed-with-a-reason"),
        pytest.param(
            250,
            {"council/lists.py": "one table"},
            ["council/lists.py is listed as long and is not."],
            id="needless",
        ),
    ],
)
def test_a_long_file_is_told(tmp_path, lines, listed, sentences):
    tree = plant(
        tmp_path, {"council/lists.py": "pass\n" * lines, "council/migrations/0001_a.py": "pass\n" * 999}
    )

    assert long_files(tree, listed) == sentences


def test_a_long_function_is_told_and_its_decorators_do_not_count(tmp_path):
    decorated = "@mark(\n" + "    1,\n" * 60 + ")\ndef short():\n" + "    pass\n" * 39
    tree = plant(tmp_path, {"council/lists.py": decorated + "def long():\n" + "    pass\n" * 40})

    assert long_functions(tree) == ["council/lists.py line 103: long has 41 lines, more than 40."]


def test_a_long_template_is_told(tmp_path):
    tree = plant(tmp_path, {"templates/a.html": "<p>\n" * 81, "templates/b.html": "<p>\n" * 80})

    assert long_templates(tree) == ["templates/a.html has 81 lines, more than 80: it is two."]


def test_a_name_that_says_nothing_is_told(tmp_path):
    tree = plant(tmp_path, {"council/utils.py": "", "performance/core/rules.py": "", "council/lists.py": ""})

    assert nameless_modules(tree) == [
        'council/utils.py: "utils" is not a word of the trade.',
        'performance/core/rules.py: "core" is not a word of the trade.',
    ]
