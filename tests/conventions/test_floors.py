"""Apps lean downward: no relation and no reverse name reaches from a lower floor to a higher one."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps

from tests.conventions.tree import (
    APPS,
    ROOT,
    at,
    module_parts,
    name_of,
    own_models,
    parsed,
    plant,
    python_files,
)

# The floors, lowest first; apps on one floor never meet.
FLOORS = {"council": 0, "portfolios": 1, "performance": 2, "complaints": 2}

# Those parts of council that put apps side by side and so may name them all.
ROOF = {"urls", "overview", "packs", "search", "demo", "management"}

RELATIONS = {"ForeignKey", "OneToOneField", "ManyToManyField", "GenericRelation"}
QUERYING = {"prefetch_related", "Prefetch", "Count", "Exists", "Sum", "FilteredRelation"}


def upward(classes: Iterable[type[models.Model]]) -> list[str]:
    """Relations, however written, from a model to one on a higher floor or on the same floor next door."""
    return [
        f"{model.__name__}.{field.name} points up to {field.related_model._meta.label}."
        for model in classes
        if model._meta.app_label in FLOORS
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model
        if _points_up(model._meta.app_label, field.related_model._meta.app_label)
    ]


def upward_strings(root: Path) -> list[str]:
    """Relations written as "app.Model" that point up, which no import contract sees."""
    return [
        f'{at(path, root, node.lineno)}: "{label}" points up.'
        for path in python_files(root, *APPS)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and name_of(node.func) in RELATIONS
        for label in _labels(node)
        if _points_up_from(path, root, label.split(".")[0])
    ]


def _labels(call: ast.Call) -> Iterator[str]:
    arguments = [*call.args[:1], *(word.value for word in call.keywords if word.arg in {"to", "through"})]
    for argument in arguments:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and "." in argument.value:
            yield argument.value


def _points_up(here: str, there: str, *, on_the_roof: bool = False) -> bool:
    """Whether naming one app from another leans the wrong way; libraries stand below everything."""
    if here == there or there not in FLOORS or on_the_roof:
        return False
    return FLOORS[there] >= FLOORS[here]


def _points_up_from(path: Path, root: Path, there: str) -> bool:
    app, *inner = module_parts(path, root)
    return _points_up(app, there, on_the_roof=app == "council" and bool(ROOF & {*inner}))


def reverse_names_used_below(root: Path, accessors: dict[str, str]) -> list[str]:
    """Places where an app on a lower floor reaches up through a reverse accessor: an import in disguise."""
    return [
        f"{at(path, root, node.lineno)}: {words} reaches up into {app}."
        for path in python_files(root, *APPS)
        for node in ast.walk(parsed(path))
        for words, app in _reached(node, accessors)
        if _points_up_from(path, root, app)
    ]


def _reached(node: ast.AST, accessors: dict[str, str]) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.Attribute) and node.attr in accessors:
        yield node.attr, accessors[node.attr]
    elif isinstance(node, ast.Call) and name_of(node.func) in QUERYING:
        for argument in node.args:
            if isinstance(argument, ast.Constant) and str(argument.value).split("__")[0] in accessors:
                name = str(argument.value).split("__")[0]
                yield f'"{name}"', accessors[name]


def accessors_from_above() -> dict[str, str]:
    """The names by which a lower model reaches a higher one, each with the higher app."""
    return {
        relation.get_accessor_name(): relation.related_model._meta.app_label
        for model in own_models()
        for relation in model._meta.related_objects
        if not relation.hidden and _points_up(model._meta.app_label, relation.related_model._meta.app_label)
    }


def test_no_relation_points_up():
    assert upward(apps.get_models()) == []


def test_no_relation_written_as_a_string_points_up():
    assert upward_strings(ROOT) == []


def test_no_lower_app_reaches_up_through_a_reverse_name():
    assert reverse_names_used_below(ROOT, accessors_from_above()) == []


def test_a_reverse_name_from_above_is_known():
    assert accessors_from_above()["indicators"] == "performance"


@isolate_apps("portfolios", "performance")
def test_a_relation_that_points_up_is_told():
    class Measure(models.Model):
        """Something above."""

        class Meta:
            app_label = "performance"

    class Remit(models.Model):
        """Something below."""

        measure = models.ForeignKey(Measure, models.PROTECT)

        class Meta:
            app_label = "portfolios"

    assert upward([Remit, Measure]) == ["Remit.measure points up to performance.Measure."]


@pytest.mark.parametrize(
    "path, source, label",
    [
        pytest.param(
            "portfolios/models/a.py",
            'ForeignKey("performance.Indicator", PROTECT)',
            "performance.Indicator",
            id="up",
        ),
        pytest.param(
            "council/models/a.py", 'OneToOneField(to="portfolios.Post")', "portfolios.Post", id="by-keyword"
        ),
        pytest.param(
            "complaints/models/a.py",
            'ManyToManyField("performance.Period")',
            "performance.Period",
            id="beside",
        ),
        pytest.param(
            "performance/models/a.py",
            'ForeignKey("complaints.Case", PROTECT)',
            "complaints.Case",
            id="beside-too",
        ),
    ],
)
def test_a_string_that_points_up_is_told(tmp_path, path, source, label):
    tree = plant(tmp_path, {path: f"x = models.{source}\n"})

    assert upward_strings(tree) == [f'{path} line 1: "{label}" points up.']


@pytest.mark.parametrize(
    "source",
    [
        pytest.param('ForeignKey("portfolios.Post", PROTECT)', id="down"),
        pytest.param('ForeignKey("performance.Return", PROTECT)', id="own-app"),
        pytest.param('ForeignKey("self", PROTECT)', id="self"),
        pytest.param('ForeignKey("contenttypes.ContentType", PROTECT)', id="of-django"),
        pytest.param("ForeignKey(settings.AUTH_USER_MODEL, PROTECT)", id="user"),
    ],
)
def test_a_string_that_points_down_is_not_told(tmp_path, source):
    tree = plant(tmp_path, {"performance/models/a.py": f"x = models.{source}\n"})

    assert upward_strings(tree) == []


@pytest.mark.parametrize(
    "path, source, sentences",
    [
        pytest.param(
            "portfolios/figures.py",
            "x = service.indicators.all()\n",
            ["portfolios/figures.py line 1: indicators reaches up into performance."],
            id="attribute",
        ),
        pytest.param(
            "portfolios/models/service.py",
            'x = Service.objects.prefetch_related("indicators__targets")\n',
            ['portfolios/models/service.py line 1: "indicators" reaches up into performance.'],
            id="prefetch",
        ),
        pytest.param("performance/figures.py", "x = service.indicators.all()\n", [], id="from-its-own-floor"),
        pytest.param("council/overview/views.py", "x = service.indicators.all()\n", [], id="from-the-roof"),
    ],
)
def test_reaching_up_through_a_reverse_name_is_told(tmp_path, path, source, sentences):
    assert (
        reverse_names_used_below(plant(tmp_path, {path: source}), {"indicators": "performance"}) == sentences
    )
