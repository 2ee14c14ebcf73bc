"""No column that could say who somebody is stands without what becomes of it."""

import ast

import pytest
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps

from complaints.models import Case, Customer
from complaints.rules.personal import PERSONAL, Becomes
from council.models import AppendOnlyQuerySet
from portfolios.models import Person
from tests.conventions.tree import ROOT

SAYS_NOBODY = (
    models.AutoField,
    models.BooleanField,
    models.DateField,
    models.DecimalField,
    models.DurationField,
    models.IntegerField,
)
"""Kinds of column that hold nothing personal by themselves, with their subclasses."""
PEOPLE = (Customer, Person)


def could_be_personal(field):
    """Whether it could hold words, a file or an address, or leads to a customer or a person."""
    if field.is_relation:
        return issubclass(field.related_model, PEOPLE)
    return not isinstance(field, SAYS_NOBODY) and not field.choices


def unsaid(model, said: Becomes):
    """The columns of a model of which the table says nothing."""
    told = {*said.cleared, *said.moved, *said.kept}
    if said.goes:
        return []
    return [
        f"{model.__name__}.{field.name}: say in complaints/rules/personal.py what becomes of it."
        for field in model._meta.concrete_fields
        if could_be_personal(field) and field.name not in told
    ]


def own_models():
    """The models of cases, without the tables in which the history of some is kept."""
    return [
        each for each in apps.get_app_config("complaints").get_models() if not hasattr(each, "instance_type")
    ]


@pytest.mark.shows("S18")
def test_every_column_that_could_be_personal_is_taken_out_or_kept_with_its_reason():
    assert [
        said for each in own_models() for said in unsaid(each, PERSONAL.get(each.__name__, Becomes()))
    ] == []


def test_the_table_names_only_what_there_is():
    names = {each.__name__: {field.name for field in each._meta.concrete_fields} for each in own_models()}

    wrong = {
        name: {*said.cleared, *said.moved, *said.kept} - names.get(name, set())
        for name, said in PERSONAL.items()
        if name not in names or {*said.cleared, *said.moved, *said.kept} - names[name]
    }

    assert wrong == {}


def test_what_has_history_clears_nothing():
    with_history = {each.__name__ for each in own_models() if hasattr(each, "history")}

    assert [name for name in with_history if PERSONAL[name].cleared or PERSONAL[name].goes] == []


def test_what_is_taken_out_is_found_by_a_way_to_a_case_or_a_customer():
    for name, said in PERSONAL.items():
        model = apps.get_model("complaints", name)
        if said.cleared or said.moved or said.goes:
            assert said.case or said.customer, name
        for way, target in ((said.case, Case), (said.customer, Customer)):
            if way is not None:
                for part in way.split("__"):
                    field = model._meta.get_field(part) if part != "pk" else None
                    model_here = field.related_model if field else model
                    model = model_here
                assert model is target, f"{name}: {way}"
            model = apps.get_model("complaints", name)


@isolate_apps("complaints")
def test_a_new_column_of_words_is_told():
    class Told(models.Model):
        """What somebody said."""

        words = models.TextField()
        kind = models.CharField(max_length=1, choices=[("a", "A")])
        address = models.GenericIPAddressField(null=True)
        customer = models.ForeignKey(Customer, models.PROTECT)
        on = models.DateField()

        class Meta:
            app_label = "complaints"

    assert [each.split(":")[0] for each in unsaid(Told, Becomes(kept={"address": "why"}))] == [
        "Told.words",
        "Told.customer",
    ]


def test_only_anonymising_changes_history():
    callers = set()
    for app in ("council", "portfolios", "performance", "complaints"):
        for path in (ROOT / app).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Attribute) and node.attr == "forget":
                    callers.add(str(path.relative_to(ROOT)))

    assert hasattr(AppendOnlyQuerySet, "forget")
    assert callers == {"complaints/operations/anonymising.py"}
