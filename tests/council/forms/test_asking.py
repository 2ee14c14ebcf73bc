from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.contrib.auth.models import Group
from django.db import models

from council.forms import (
    DateField,
    FigureField,
    Form,
    LineField,
    ManyChoiceField,
    ModelForm,
    ProseField,
    WholeNumberField,
    own_box,
)
from council.models import User
from performance.models import Indicator, Target
from portfolios.models import Service
from tests.factories import IndicatorFactory


class ServiceForm(ModelForm):
    class Meta:
        model = Service
        fields = ["name", "level"]


class IndicatorForm(ModelForm):
    class Meta:
        model = Indicator
        fields = ["title", "decimals", "minimum", "maximum", "starts_on", "levels"]


class UserForm(ModelForm):
    class Meta:
        model = User
        fields = ["email", "groups"]


def test_a_form_on_a_model_has_our_boxes():
    boxes = {name: type(field) for name, field in IndicatorForm().fields.items()}

    assert boxes == {
        "title": LineField,
        "decimals": WholeNumberField,
        "minimum": FigureField,
        "maximum": FigureField,
        "starts_on": DateField,
        "levels": ProseField,
    }


def test_a_line_holds_what_its_column_holds():
    assert IndicatorForm().fields["title"].limit == Indicator._meta.get_field("title").max_length


def test_choices_and_special_text_keep_the_boxes_of_django():
    assert isinstance(ServiceForm().fields["level"], forms.TypedChoiceField)
    assert isinstance(UserForm().fields["email"], forms.EmailField)
    assert own_box(Service._meta.get_field("level")) is None
    assert own_box(models.DateTimeField()) is None


def test_a_box_named_in_the_form_is_kept():
    class OtherForm(ModelForm):
        class Meta:
            model = Target
            fields = ["value", "words"]
            field_classes = {"words": forms.CharField}

    assert type(OtherForm().fields["words"]) is forms.CharField
    assert type(OtherForm().fields["value"]) is FigureField


def test_a_form_that_makes_its_own_boxes_keeps_them():
    class OtherForm(ModelForm):
        class Meta:
            model = Target
            fields = ["value"]
            formfield_callback = models.Field.formfield

    assert type(OtherForm().fields["value"]) is forms.CharField


@pytest.mark.django_db
@pytest.mark.shows("D4", "N6", "N9")
def test_a_row_is_saved_from_what_people_type():
    indicator = IndicatorFactory()
    typed = {"title": " Bins  ", "decimals": "1", "minimum": "-1,234.5", "starts_on": "01/04/2026"}
    form = IndicatorForm(typed, instance=indicator)

    assert form.is_valid(), form.errors
    saved = form.save()
    saved.refresh_from_db()
    assert (saved.title, saved.decimals, saved.starts_on) == ("Bins", 1, date(2026, 4, 1))
    assert (saved.minimum, saved.maximum) == (Decimal("-1234.5"), None)


@pytest.mark.django_db
@pytest.mark.shows("R1", "N6", "N25", "T1")
def test_each_box_of_a_row_answers_in_its_sentence():
    typed = {
        "title": "a\0",
        "decimals": "1_0",
        "minimum": "1e5",
        "maximum": "9" * 5000,
        "starts_on": "29/2/2026",
    }
    form = IndicatorForm(typed, instance=IndicatorFactory())

    assert form.errors == {
        "title": ["Take out the character that cannot be read (NUL) and try again"],
        "decimals": ["Enter 10, without the underscore"],
        "minimum": ["Enter 100000, the figure in full"],
        "maximum": ["Enter a figure of at most 11 digits before the decimal point"],
        "starts_on": ["February 2026 has 28 days"],
    }


@pytest.mark.parametrize(
    "field, sentence",
    [
        pytest.param(forms.CharField(label="Closing date"), "Enter closing date", id="text"),
        pytest.param(forms.ChoiceField(label="Service"), "Choose service", id="choice"),
        pytest.param(forms.CharField(label="CO2 saved"), "Enter CO2 saved", id="initials"),
        pytest.param(forms.CharField(), "Enter other", id="no label"),
        pytest.param(
            forms.CharField(error_messages={"required": "Say why"}), "Say why", id="a sentence of its own"
        ),
    ],
)
def test_a_missing_answer_is_asked_for_by_name(field, sentence):
    form = type("OtherForm", (Form,), {"other": field})({"other": ""})

    assert form.errors == {"other": [sentence]}


def test_fields_added_by_a_form_are_guarded_too():
    class GrowingForm(Form):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            self.fields["late"] = forms.CharField()

    assert not GrowingForm({"late": "a\0"}).is_valid()


@pytest.mark.django_db
@pytest.mark.shows("R1")
@pytest.mark.parametrize(
    "key",
    ["9223372036854775808", "9" * 30, "-" + "9" * 30, "9" * 5000, "x", "\0", "0"],
    ids=lambda key: ascii(key[:20]),
)
def test_a_key_that_is_no_row_is_refused(key):
    field = ManyChoiceField(Group.objects.all())

    with pytest.raises(forms.ValidationError):
        field.clean(["1", key])


@pytest.mark.django_db
def test_rows_on_offer_are_chosen():
    group = Group.objects.create(name="Planners")
    form = UserForm({"groups": [str(group.pk)]})

    assert type(form.fields["groups"]) is ManyChoiceField
    assert form.is_valid(), form.errors
    assert list(form.cleaned_data["groups"]) == [group]
