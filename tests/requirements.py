"""Which requirement is shown by which test: `docs/requirements.md` beside the `shows` marks in `tests/`.

    python -m tests.requirements             each id with its tests and its page, and what nothing shows yet
    python -m tests.requirements --missing   only what nothing shows yet

Ends with 1 when a test cites an id that the document does not list, or a mark cannot be read. The marks are
read from the source, not by running it, so that this takes a second and needs no database.
"""

import argparse
import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "docs" / "requirements.md"
TESTS = ROOT / "tests"

_MAIN_ID = r"(?:S[0-4]-|X-)\d\d|[FL]\d+"
_TRUST_ID = r"FILE-\d+|[RSAUNDTCP]\d+"
_ROW = re.compile(rf"\| ({_MAIN_ID}|{_TRUST_ID}) \| (.+?) \| (.+?) \|")

FunctionOrClass = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


@dataclass(frozen=True)
class Requirement:
    """One line of the document; its page is an address, several with commas between, or "–"."""

    id: str
    text: str
    page: str

    @property
    def is_trust(self) -> bool:
        """Whether it is a promise of trust or an awkward case, which are counted apart."""
        return not re.fullmatch(_MAIN_ID, self.id)


@dataclass(frozen=True)
class Mark:
    """One id cited by one test, as `path::test`, `path::Class`, `path::test[case]` or the whole file."""

    id: str
    test: str


@dataclass(frozen=True)
class Marks:
    """What the tests cite, and the sentences about marks that cannot be read."""

    found: list[Mark]
    problems: list[str]


def read_requirements(document: Path = DOCUMENT) -> list[Requirement]:
    """The lines of the document in its order, repeated ids included."""
    rows = (_ROW.fullmatch(line) for line in document.read_text().splitlines())
    return [Requirement(row[1], row[2], row[3].replace("`", "")) for row in rows if row]


def read_marks(tests: Path = TESTS) -> Marks:
    """The `shows` marks on functions, classes, parameters and whole files, at any depth below the folder."""
    found: list[Mark] = []
    problems: list[str] = []
    for path in sorted(tests.rglob("*.py")):
        source = path.read_text()
        if "shows" in source:
            file = _File(path.relative_to(tests.parent).as_posix(), ast.parse(source))
            found += file.marks()
            problems += file.problems
    return Marks(found, problems)


def unknown(requirements: list[Requirement], marks: Marks) -> list[str]:
    """A sentence for every mark that cites an id the document does not list."""
    known = {requirement.id for requirement in requirements}
    return [
        f'{mark.test} shows "{mark.id}", but docs/requirements.md has no such id.'
        for mark in marks.found
        if mark.id not in known
    ]


class _File:
    """One file of tests, with the marks in it and the tests they belong to."""

    def __init__(self, name: str, tree: ast.Module) -> None:
        self.name = name
        self.tree = tree
        self.problems: list[str] = []

    def marks(self) -> list[Mark]:
        """Every id with the test it is written at."""
        return list(self._in(self.tree.body, within=""))

    def _in(self, body: list[ast.stmt], within: str) -> Iterator[Mark]:
        for statement in body:
            blocks = [part for part in ast.iter_child_nodes(statement) if isinstance(part, ast.stmt)]
            if isinstance(statement, FunctionOrClass):
                name = f"{within}::{statement.name}"
                for decorator in statement.decorator_list:
                    yield from self._cited(decorator, [name], shows_something=self._is_test(statement))
                yield from self._in(statement.body, name)
            elif isinstance(statement, ast.Assign | ast.AnnAssign):
                yield from self._cited(statement, self._owners(statement, within))
            elif blocks:
                yield from self._in(blocks, within)
            else:
                yield from self._cited(statement, [within])

    def _is_test(self, node: FunctionOrClass) -> bool:
        """Whether pytest would collect it."""
        collected = Path(self.name).name.startswith("test_")
        return collected and node.name.startswith("Test" if isinstance(node, ast.ClassDef) else "test_")

    def _owners(self, statement: ast.Assign | ast.AnnAssign, within: str) -> list[str]:
        """Whom an assignment's marks belong to: for `pytestmark` the file or class, for a table its tests."""
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        names = {target.id for target in targets if isinstance(target, ast.Name)}
        if "pytestmark" in names:
            return [within]
        users = [name for name, node in _definitions(self.tree.body) if _decorated_with(node, names)]
        return users or [f"{within}::{name}" for name in sorted(names)] or [within]

    def _cited(self, node: ast.AST, owners: list[str], *, shows_something: bool = True) -> Iterator[Mark]:
        called = {id(part.func) for part in ast.walk(node) if isinstance(part, ast.Call)}
        for part in ast.walk(node):
            if _is_shows(part) and id(part) not in called:
                self._problem(part, "`shows` is written without ids.")
        for call, case in _calls(node):
            if not shows_something:
                self._problem(call, "only a test can show something, and this is none.")
            for argument in call.args:
                if (id_cited := _text(argument)) is not None:
                    yield from (Mark(id_cited, f"{self.name}{owner}{case}") for owner in owners)
                else:
                    self._problem(argument, "the ids of `shows` must be written out as strings.")

    def _problem(self, node: ast.AST, sentence: str) -> None:
        self.problems.append(f"{self.name} line {getattr(node, 'lineno', 0)}: {sentence}")


def _definitions(body: list[ast.stmt], within: str = "") -> Iterator[tuple[str, FunctionOrClass]]:
    """The functions and classes, each with its name as pytest writes it."""
    for statement in body:
        name = within
        if isinstance(statement, FunctionOrClass):
            name = f"{within}::{statement.name}"
            yield name, statement
        inner = [part for part in ast.iter_child_nodes(statement) if isinstance(part, ast.stmt)]
        yield from _definitions(inner, name)


def _decorated_with(node: FunctionOrClass, names: set[str]) -> bool:
    parts = (part for decorator in node.decorator_list for part in ast.walk(decorator))
    return any(isinstance(part, ast.Name) and part.id in names for part in parts)


def _is_shows(node: ast.AST) -> bool:
    """Whether this is `pytest.mark.shows` or `mark.shows`."""
    if not (isinstance(node, ast.Attribute) and node.attr == "shows"):
        return False
    return getattr(node.value, "attr", getattr(node.value, "id", "")) == "mark"


def _calls(node: ast.AST, case: str = "") -> Iterator[tuple[ast.Call, str]]:
    """Each call of `shows` below the node, with the id of the `pytest.param` it stands in, as "[id]"."""
    if isinstance(node, ast.Call):
        if _is_shows(node.func):
            yield node, case
            return
        ids = [text for word in node.keywords if word.arg == "id" and (text := _text(word.value))]
        case = f"[{ids[0]}]" if ids else case
    for child in ast.iter_child_nodes(node):
        yield from _calls(child, case)


def _text(node: ast.AST) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def report(requirements: list[Requirement], marks: Marks, *, missing: bool = False) -> str:
    """Every id with its page and tests, then the count; with `missing`, only what nothing shows yet."""
    tests: dict[str, list[str]] = defaultdict(list)
    for mark in marks.found:
        tests[mark.id].append(mark.test)
    lines: list[str] = []
    for requirement in requirements:
        shown_by = tests[requirement.id]
        if missing and shown_by:
            continue
        page = "" if requirement.page == "–" else f"  ({requirement.page})"
        lines.append(f"{requirement.id:<8} {requirement.text}{page}")
        lines += [f"{'':<8}   {test}" for test in sorted(set(shown_by))]
    lines.append("")
    for title, is_trust in (("Acceptance and features", False), ("Trust", True)):
        ids = {requirement.id for requirement in requirements if requirement.is_trust == is_trust}
        shown = sum(1 for each in ids if tests[each])
        lines.append(f"{title}: {shown} of {len(ids)} shown, {len(ids) - shown} that nothing shows yet.")
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Prints the report; 1 when a mark cites an unknown id or cannot be read, else 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.requirements", description=__doc__.splitlines()[0])
    parser.add_argument("--missing", action="store_true", help="only what nothing shows yet")
    parser.add_argument("--document", type=Path, default=DOCUMENT, help="the list of requirements")
    parser.add_argument("--tests", type=Path, default=TESTS, help="the folder of tests")
    options = parser.parse_args(arguments)
    requirements, marks = read_requirements(options.document), read_marks(options.tests)
    print(report(requirements, marks, missing=options.missing))
    wrong = [*marks.problems, *unknown(requirements, marks)]
    for sentence in wrong:
        print(sentence, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
