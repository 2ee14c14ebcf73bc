"""Models say what they are in the world, and their figures keep to what both databases can hold."""

from collections.abc import Iterable

import pytest
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps

from tests.conventions.tree import own_models

# Beyond fifteen digits SQLite hands back another number than was stored.
MOST_DIGITS = 15


def undescribed(classes: Iterable[type[models.Model]]) -> list[str]:
    """Models without a sentence of their own; Django writes the list of fields where there is none."""
    return [
        f"{model.__name__} does not say what it is in the world."
        for model in classes
        if not (model.__doc__ or "").strip() or (model.__doc__ or "").startswith(f"{model.__name__}(")
    ]


def too_many_digits(classes: Iterable[type[models.Model]]) -> list[str]:
    return [
        f"{model.__name__}.{field.name} holds {field.max_digits} digits, more than {MOST_DIGITS}."
        for model in classes
        for field in model._meta.get_fields()
        if isinstance(field, models.DecimalField) and (field.max_digits or MOST_DIGITS + 1) > MOST_DIGITS
    ]


def inexact(classes: Iterable[type[models.Model]]) -> list[str]:
    return [
        f"{model.__name__}.{field.name} is a float: figures are Decimal or whole."
        for model in classes
        for field in model._meta.get_fields()
        if isinstance(field, models.FloatField)
    ]


def test_there_are_models_to_look_at():
    assert {"Post", "Indicator", "Return"} <= {model.__name__ for model in own_models()}


def test_every_model_says_what_it_is():
    assert undescribed(own_models()) == []


@pytest.mark.shows("N34", "N35")
def test_no_figure_holds_more_than_fifteen_digits():
    assert too_many_digits(apps.get_models()) == []


def test_no_figure_is_a_float():
    assert inexact(apps.get_models()) == []


@isolate_apps("portfolios")
def test_a_model_that_says_nothing_is_told():
    class Silent(models.Model):
        class Meta:
            app_label = "portfolios"

    class Telling(models.Model):
        """Something in the world."""

        class Meta:
            app_label = "portfolios"

    assert undescribed([Silent, Telling]) == ["Silent does not say what it is in the world."]


@isolate_apps("performance")
def test_figures_that_SQLite_cannot_keep_are_told():
    class Figure(models.Model):
        """A figure."""

        good = models.DecimalField(max_digits=15, decimal_places=4)
        wide = models.DecimalField(max_digits=16, decimal_places=4)
        loose = models.FloatField()

        class Meta:
            app_label = "performance"

    assert too_many_digits([Figure]) == ["Figure.wide holds 16 digits, more than 15."]
    assert inexact([Figure]) == ["Figure.loose is a float: figures are Decimal or whole."]
