"""What happens when, and by whom: no clock below the views, no save over somebody's, nothing by signal."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conventions.tree import APPS, ROOT, at, module_parts, name_of, parsed, plant, python_files

# Where the clock may be read. Everywhere else a day or a moment is an argument.
MAY_READ_THE_CLOCK = {
    "views",
    "admin",
    "admin_site",
    "management",
    "middleware",
    "context_processors",
    "overview",
    "settings",
}
CLOCKS = {"now", "today", "utcnow"}
CONVERSIONS = {"localdate", "localtime"}

# Functions in operations and views that may call `.save(`, each with its reason. Rows that people edit are
# saved by council.audit, which refuses the second of two saves made from one version.
MAY_SAVE = {
    "complaints/operations/feedback_returns.py::hand_in_return": "the words were saved with the version claimed",
    "complaints/operations/retention_runs.py::_one": "nobody else writes the row of a run",
    "complaints/operations/retention_runs.py::run_retention": "nobody else writes the row of a run",
    "complaints/operations/steps.py::finish": "begin claimed the case's version",
    "performance/operations/months.py::save_draft_with_months": "saving the draft claimed the return's version",
    "performance/operations/returns.py::_write": "its callers claim the return's version first",
    "portfolios/operations/amendments.py::_write": "its callers claim the amendment's version first",
    "portfolios/operations/amendments.py::_write_back": "its callers claim the amendment's version first",
    "portfolios/operations/amendments.py::redraft": "it claims the amendment's version first",
    "portfolios/operations/portfolios_changed.py::_split": "whoever brings into force claimed the amendment",
    "portfolios/operations/portfolios_changed.py::_split_back": "whoever takes it back claimed the amendment",
    "portfolios/operations/portfolios_changed.py::_keep": "whoever takes the step claimed the amendment",
    "portfolios/operations/handing_on.py::end": "writes only the last day, by an amendment that was claimed",
    "portfolios/operations/handing_on.py::take_back": "writes only the last day, by an amendment that was claimed",
}


def clocks(root: Path) -> list[str]:
    return [
        f"{at(path, root, line)}: {words} reads the clock; take the day or moment as an argument."
        for path in python_files(root, *APPS)
        if not MAY_READ_THE_CLOCK & set(module_parts(path, root))
        for line, words in _clocks_read(parsed(path))
    ]


def _clocks_read(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS:
            if name_of(node.value) in {"timezone", "date", "datetime"}:
                yield node.lineno, f"{name_of(node.value)}.{node.attr}"
        elif (
            isinstance(node, ast.Call) and name_of(node.func) in CONVERSIONS and not node.args + node.keywords
        ):
            yield node.lineno, f"{name_of(node.func)}()"
        elif isinstance(node, ast.ImportFrom) and node.module in {"django.utils.timezone", "time"}:
            yield from ((node.lineno, each.name) for each in node.names if each.name in {"now", "time"})
        elif isinstance(node, ast.keyword) and node.arg in {"auto_now", "auto_now_add"}:
            yield node.value.lineno, node.arg


def bare_saves(root: Path, allowed: dict[str, str]) -> list[str]:
    saving = {
        f"{path.relative_to(root).as_posix()}::{function.name}"
        for path in python_files(root, *APPS)
        if {"operations", "views"} & set(module_parts(path, root))
        for function in ast.walk(parsed(path))
        if isinstance(function, ast.FunctionDef) and any(_may_overwrite(node) for node in ast.walk(function))
    }
    told = [f"{name} saves past council.audit, perhaps over somebody's work." for name in saving - {*allowed}]
    return sorted(
        told + [f"{name} is allowed to save and does not." for name in allowed if name not in saving]
    )


def _may_overwrite(node: ast.AST) -> bool:
    """Whether this is a `.save(` that could change a row that is already there."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "save"):
        return False
    return not any(
        word.arg == "force_insert" and getattr(word.value, "value", None) is True for word in node.keywords
    )


def signals(root: Path) -> list[str]:
    return [
        f"{at(path, root, node.lineno)}: a signal hides what happens; call an operation."
        for path in python_files(root, *APPS)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ImportFrom) and node.module in {"django.dispatch", "django.db.models.signals"}
    ]


def queries_in_template_tags(root: Path) -> list[str]:
    return [
        f"{at(path, root, node.lineno)}: a template does not query; hand it what it shows."
        for path in python_files(root, *APPS)
        if "templatetags" in path.parts
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute) and node.attr in {"objects", "_base_manager", "_default_manager"}
    ]


def test_only_the_pages_read_the_clock():
    assert clocks(ROOT) == []


def test_operations_and_views_save_through_audit():
    assert bare_saves(ROOT, MAY_SAVE) == []


def test_nothing_happens_by_signal():
    assert signals(ROOT) == []


def test_template_tags_do_not_query():
    assert queries_in_template_tags(ROOT) == []


@pytest.mark.parametrize(
    "law, name, source",
    [
        pytest.param(clocks, "portfolios/models/body.py", "day = timezone.now().date()\n", id="timezone-now"),
        pytest.param(
            clocks, "portfolios/models/body.py", "DateField(default=date.today)\n", id="today-as-default"
        ),
        pytest.param(
            clocks, "performance/rules/steps.py", "at = datetime.datetime.now(UTC)\n", id="datetime-now"
        ),
        pytest.param(clocks, "performance/operations/a.py", "day = localdate()\n", id="localdate"),
        pytest.param(
            clocks, "performance/figures.py", "from django.utils.timezone import now\n", id="imported-now"
        ),
        pytest.param(
            clocks, "complaints/models/case.py", "DateTimeField(auto_now_add=True)\n", id="auto-now-add"
        ),
        pytest.param(signals, "council/a.py", "from django.dispatch import receiver\n", id="receiver"),
        pytest.param(
            queries_in_template_tags, "council/templatetags/a.py", "x = Post.objects.all()\n", id="query"
        ),
    ],
)
def test_what_a_file_must_not_do_is_told(tmp_path, law, name, source):
    told = law(plant(tmp_path, {name: source}))

    assert [sentence.startswith(f"{name} line 1: ") for sentence in told] == [True]


@pytest.mark.parametrize(
    "law, name, source",
    [
        pytest.param(
            clocks, "performance/views/grid.py", "day = timezone.localdate()\n", id="view-reads-the-clock"
        ),
        pytest.param(
            clocks, "performance/figures.py", "day = timezone.localdate(moment)\n", id="moment-to-day"
        ),
        pytest.param(clocks, "performance/figures.py", "x = form.now\n", id="another-now"),
        pytest.param(
            queries_in_template_tags, "council/tables.py", "x = Post.objects.all()\n", id="query-elsewhere"
        ),
    ],
)
def test_what_a_file_may_do_is_not_told(tmp_path, law, name, source):
    assert law(plant(tmp_path, {name: source})) == []


@pytest.mark.parametrize(
    "name, source, allowed, sentences",
    [
        pytest.param(
            "performance/operations/a.py",
            "def change(row):\n    row.save()\n",
            {},
            ["performance/operations/a.py::change saves past council.audit, perhaps over somebody's work."],
            id="operation",
        ),
        pytest.param(
            "performance/views.py",
            "def edit(form):\n    form.save()\n",
            {},
            ["performance/views.py::edit saves past council.audit, perhaps over somebody's work."],
            id="form-in-a-view",
        ),
        pytest.param("council/audit.py", "def save(row):\n    row.save()\n", {}, [], id="audit-itself"),
        pytest.param(
            "performance/operations/a.py",
            "def add(row):\n    row.save(force_insert=True)\n",
            {},
            [],
            id="new",
        ),
        pytest.param(
            "performance/operations/a.py",
            "def change(row):\n    row.save()\n",
            {"performance/operations/a.py::change": "claimed before"},
            [],
            id="allowed",
        ),
        pytest.param(
            "performance/operations/a.py",
            "",
            {"performance/operations/a.py::change": "claimed before"},
            ["performance/operations/a.py::change is allowed to save and does not."],
            id="allowed-for-nothing",
        ),
    ],
)
def test_a_save_that_could_overwrite_is_told(tmp_path, name, source, allowed, sentences):
    assert bare_saves(plant(tmp_path, {name: source}), allowed) == sentences
