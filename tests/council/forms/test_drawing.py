import pytest
from django import forms
from django.forms.renderers import TemplatesSetting
from django.utils.html import format_html
from django.utils.translation import gettext_lazy

from council.forms.drawing import DRAWN, Renderer

ODD = """<b>"a" & 'b' {} {{ x }}"""
SAFE = format_html("<b>{}</b>", "&")
LABELS = [
    ("", "---------"),
    (1, 2026),
    (ODD, ODD),
    ("safe", SAFE),
    ("later", gettext_lazy("January")),
    (None, ""),
]
GROUPS = [("one", "One"), (ODD, [("a", "A"), ("b", ODD)]), ("two", "Two"), (3, [(4, "Four")])]
ATTRS = [
    {},
    {"id": "id_x", "required": True, "hidden": False, "data-limit": 5000, "step": 0.5, "aria-label": ODD},
    {"data-a": ODD, "data-b": SAFE, "data-c": gettext_lazy("January"), "data-d": (1, 2), "data-e": None},
]
BOXES = [
    *((box, value) for box in (forms.TextInput, forms.HiddenInput, forms.Textarea) for value in (
        None, "", 0, 12, 1234.5, True, ODD, SAFE, "a\n b\n", gettext_lazy("January")
    )),
    *((box, "1") for box in (forms.NumberInput, forms.EmailInput, forms.URLInput, forms.DateInput)),
    *((forms.CheckboxInput, value) for value in (None, True, False, "yes")),
    *((lambda attrs: forms.Select(attrs, LABELS), value) for value in (None, "", "1", 1, ODD)),
    *((lambda attrs: forms.SelectMultiple(attrs, LABELS), value) for value in (None, [], ["1", ODD])),
    *((lambda attrs: forms.Select(attrs, GROUPS), value) for value in (None, "b", "two", 4)),
    (lambda attrs: forms.Select(attrs, []), None),
    (forms.NullBooleanSelect, True),
    (lambda attrs: forms.RadioSelect(attrs, LABELS), "1"),
]  # fmt: skip


class OwnOptions(forms.Select):
    """A choice whose options have a template of their own."""

    option_template_name = "django/forms/widgets/input_option.html"


@pytest.mark.parametrize("attrs", ATTRS, ids=["bare", "usual", "odd"])
@pytest.mark.parametrize("box, value", BOXES)
def test_a_box_is_drawn_as_its_template_draws_it_to_the_letter(box, value, attrs):
    widget = box(attrs)

    assert widget.render("i12-x", value, renderer=Renderer()) == widget.render(
        "i12-x", value, renderer=TemplatesSetting()
    )


def test_a_choice_with_options_of_its_own_is_drawn_by_their_template():
    widget = OwnOptions(choices=[("a", "A"), ("b", "B")])

    drawn = widget.render("x", "a", renderer=Renderer())

    assert drawn == widget.render("x", "a", renderer=TemplatesSetting())
    assert "<option" not in drawn


def test_each_template_drawn_by_hand_is_one_of_djangos_own():
    engine = TemplatesSetting()

    origins = [engine.get_template(name).origin.name for name in DRAWN]

    assert [each for each in origins if "/django/forms/templates/" not in each] == []


@pytest.mark.parametrize("errors", [[], ["Write one.", ODD]], ids=["none", "two"])
def test_errors_beside_a_box_are_drawn_by_the_template_of_the_site(errors):
    found = forms.utils.ErrorList(errors, renderer=Renderer())

    assert str(found) == found.render(renderer=TemplatesSetting())
