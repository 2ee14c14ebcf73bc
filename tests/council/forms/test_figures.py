from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.forms.renderers import DjangoTemplates

from council.forms import DateField, FigureField, Form, NumberField, WholeNumberField
from council.numbers import NumberRead, Quantity


class ValueForm(Form):
    default_renderer = DjangoTemplates
    value = NumberField(quantity=Quantity.PERCENTAGE, required=False)


class PaperForm(Form):
    default_renderer = DjangoTemplates
    dated = DateField(help_text="The day of the meeting.")


@pytest.mark.shows("N14", "F15")
def test_a_figure_is_read_with_its_counts():
    form = ValueForm({"value": "36 of 80"})

    assert form.is_valid()
    assert form.cleaned_data["value"] == NumberRead(Decimal(45), Decimal(36), Decimal(80), "Read as 45%.")


@pytest.mark.shows("N1")
@pytest.mark.parametrize("typed", ["", "  ", "\u200b", "\u00a0\ufeff"], ids=ascii)
def test_nothing_typed_is_no_figure(typed):
    form = ValueForm({"value": typed})

    assert form.is_valid()
    assert form.cleaned_data["value"] is None


def test_a_figure_that_is_demanded_is_asked_for_by_name():
    field = NumberField(quantity=Quantity.COUNT, label="Visits")
    form = type("VisitsForm", (Form,), {"visits": field})({"visits": ""})

    assert form.errors == {"visits": ["Enter visits"]}


@pytest.mark.shows("N6", "N18", "N48", "R1")
@pytest.mark.parametrize(
    "typed, sentence, code",
    [
        pytest.param("1e1", "Enter 10, the figure in full", "number", id="exponent"),
        pytest.param("n/a", 'Enter a figure, or choose "Not known"', "blank", id="a word for a blank"),
        pytest.param("NaN", 'Enter a figure, or choose "Not known"', "blank", id="NaN"),
        pytest.param(
            "4\x005", "Type the figure again: it holds a character that cannot be read", "number", id="NUL"
        ),
        pytest.param("145", "Enter a percentage between 0 and 100", "number", id="beyond its ends"),
    ],
)
def test_a_refused_figure_has_its_sentence_as_the_error(typed, sentence, code):
    form = ValueForm({"value": typed})

    assert form.errors == {"value": [sentence]}
    assert form.has_error("value", code)


@pytest.mark.parametrize("typed", ["£2m", " 12,34 ", "1,234.50%", "<b>5</b>"])
def test_what_was_typed_is_shown_again_as_it_was(typed):
    form = ValueForm({"value": typed})
    form.is_valid()

    assert form["value"].value() == typed


def test_a_refused_figure_is_escaped_in_its_box():
    shown = str(ValueForm({"value": '"><b>5'})["value"])

    assert 'value="&quot;&gt;&lt;b&gt;5"' in shown
    assert 'inputmode="decimal"' in shown
    assert 'type="text"' in shown


def test_a_box_for_negative_figures_asks_for_no_keyboard_without_a_minus():
    field = NumberField(quantity=Quantity.DECIMAL, minimum=Decimal(-5))

    assert "inputmode" not in field.widget.attrs


@pytest.mark.parametrize(
    "initial, shown",
    [
        pytest.param(Decimal("45.0000"), "45", id="a kept value"),
        pytest.param(NumberRead(Decimal("1234.5")), "1234.5", id="a figure that was read"),
        pytest.param(None, None, id="none"),
    ],
)
def test_a_kept_figure_is_shown_plainly(initial, shown):
    assert ValueForm(initial={"value": initial})["value"].value() == shown


@pytest.mark.parametrize(
    "initial, typed, changed",
    [
        pytest.param(Decimal("45.0000"), "45.0%", False, id="the same figure"),
        pytest.param(NumberRead(Decimal(45)), "36 of 80", False, id="the same share"),
        pytest.param(Decimal(45), "46", True, id="another figure"),
        pytest.param(Decimal(45), "", True, id="taken out"),
        pytest.param(None, "", False, id="still none"),
        pytest.param(Decimal(45), "x", True, id="not a figure"),
    ],
)
def test_a_figure_has_changed_when_its_value_has(initial, typed, changed):
    assert ValueForm({"value": typed}, initial={"value": initial}).has_changed() is changed


@pytest.mark.shows("N6", "N25")
def test_figures_of_the_register_are_plain_numbers():
    assert FigureField().clean("1,234.5") == Decimal("1234.5")
    assert FigureField(required=False).clean(" ") is None
    assert WholeNumberField().clean("1,234") == 1234
    assert isinstance(WholeNumberField().clean("7.0"), int)
    assert WholeNumberField().clean("-7") == -7
    assert WholeNumberField(required=False).clean("") is None


@pytest.mark.shows("D4", "D8", "D10")
@pytest.mark.parametrize("typed", ["7 April 2005", "07/04/2005", "2005-04-07", " 7 Apr 2005 "])
def test_a_date_is_read_day_first(typed):
    form = PaperForm({"dated": typed})

    assert form.is_valid()
    assert form.cleaned_data["dated"] == date(2005, 4, 7)


@pytest.mark.shows("D2", "D6")
def test_a_refused_date_keeps_its_words_and_says_why():
    form = PaperForm({"dated": "29/02/2026"})

    assert form.errors == {"dated": ["February 2026 has 28 days"]}
    assert form["dated"].value() == "29/02/2026"


def test_a_kept_date_is_shown_in_words_and_its_box_gives_an_example():
    form = PaperForm(initial={"dated": date(2005, 4, 7)})

    assert form["dated"].value() == "7 April 2005"
    assert form["dated"].help_text == "The day of the meeting. For example, 7 April 2026"
    assert 'type="text"' in str(form["dated"])


def test_a_date_has_changed_when_its_day_has():
    assert not PaperForm({"dated": "7 Apr 2005"}, initial={"dated": date(2005, 4, 7)}).has_changed()
    assert PaperForm({"dated": "8 Apr 2005"}, initial={"dated": date(2005, 4, 7)}).has_changed()


def test_no_date_is_no_date():
    assert DateField(required=False).clean(" \u200b") is None
    assert DateField().clean(date(2005, 4, 7)) == date(2005, 4, 7)


@pytest.mark.shows("N4")
@pytest.mark.parametrize("typed", ["NaN", "n/a", "nil"])
@pytest.mark.parametrize(
    "required, instead",
    [pytest.param(True, "", id="needed"), pytest.param(False, ", or leave this empty", id="not")],
)
@pytest.mark.parametrize("kind", [FigureField, WholeNumberField])
def test_the_register_offers_no_choice_that_it_does_not_have(kind, required, instead, typed):
    with pytest.raises(ValidationError) as refusal:
        kind(required=required).clean(typed)

    [sentence] = refusal.value.messages
    assert sentence == ("Enter 0 if you mean nought" if typed == "nil" else "Enter a figure") + instead
