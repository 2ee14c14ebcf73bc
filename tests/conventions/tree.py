"""The tree that the laws walk: which files there are, and small trees planted to show that a law can fail."""

import ast
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db.models import Model
from simple_history.models import HistoricalChanges

ROOT = Path(__file__).resolve().parent.parent.parent
APPS = ("council", "portfolios", "performance", "complaints")

# What is made rather than written. Other folders whose name begins with a dot are left out too, but not .ci.
MADE = {"__pycache__", "var", "build", "dist", "htmlcov", "node_modules", "staticfiles"}


def files(root: Path, *tops: str, suffix: str = "") -> Iterator[Path]:
    """The files that people wrote, sorted; only below the given top-level names when there are any."""
    for path in sorted(root.iterdir()):
        if tops and path.name not in tops:
            continue
        if path.is_file() and path.name.endswith(suffix):
            yield path
        elif path.is_dir() and path.name not in MADE and (path.name[0] != "." or path.name == ".ci"):
            yield from files(path, suffix=suffix)


def python_files(root: Path, *tops: str) -> Iterator[Path]:
    """The Python files, without migrations, which are written by machine."""
    return (path for path in files(root, *tops, suffix=".py") if "migrations" not in path.parts)


def templates(root: Path) -> Iterator[Path]:
    """Every template of a page or of a part of one."""
    return files(root, "templates", suffix=".html")


def module_parts(path: Path, root: Path) -> tuple[str, ...]:
    """The names on the way to a module: council/models/user.py gives council, models, user."""
    return path.relative_to(root).with_suffix("").parts


def parsed(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(), filename=str(path))


def name_of(node: ast.AST) -> str:
    """The last word of a name: `now` for `timezone.now`, for `now`, and for an import of it."""
    return getattr(node, "attr", None) or getattr(node, "id", None) or getattr(node, "name", "")


def at(path: Path, root: Path, line: int) -> str:
    """Where something is, as "council/models/user.py line 3"."""
    return f"{path.relative_to(root).as_posix()} line {line}"


def own_models() -> list[type[Model]]:
    """The models that people wrote in the four apps, without the tables of history made from them."""
    return [
        model
        for model in apps.get_models()
        if model._meta.app_label in APPS and not issubclass(model, HistoricalChanges)
    ]


def plant(root: Path, sources: dict[str, str]) -> Path:
    """Writes a small tree, for a control that shows what a law refuses."""
    for name, source in sources.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source)
    return root
