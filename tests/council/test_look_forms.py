"""Forms as the design system has them: label, hint, error, box, and a summary that leads to each."""

import re

import pytest
from django import forms
from django.template import Context, Template
from django.template.loader import render_to_string


def summary(**context: object) -> str:
    return Template("{% load gt %}{% error_summary form rows %}").render(Context(context))


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


class Return(forms.Form):
    """A small form with one field of every shape."""

    name = forms.CharField(help_text="As it stands in the plan.", error_messages={"required": "Enter a name"})
    comment = forms.CharField(required=False, widget=forms.Textarea)
    way = forms.ChoiceField(
        label="Which way is better?",
        widget=forms.RadioSelect,
        choices=[("higher", "Higher"), ("lower", "Lower")],
        error_messages={"required": "Choose which way is better"},
    )
    agree = forms.BooleanField(
        label="I have checked this", help_text="You sign with your post.", required=False
    )

    def clean(self):
        raise forms.ValidationError("The return was changed since you opened it")


def test_a_field_is_label_then_hint_then_error_then_box():
    html = str(Return({})["name"].as_field_group())
    order = [html.index(part) for part in ("<label", "As it stands", "Enter a name", "<input")]

    assert order == sorted(order)


def test_a_field_is_described_by_its_hint_and_its_error():
    html = str(Return({})["name"].as_field_group())

    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html


def test_a_label_has_no_colon_and_says_what_may_stay_empty():
    form = Return()

    assert '<label for="id_name">Name</label>' in str(form["name"].as_field_group())
    assert words(str(form["comment"].as_field_group())) == "Comment (optional)"


def test_radios_stand_in_a_fieldset_under_their_question():
    html = str(Return({})["way"].as_field_group())

    assert '<fieldset aria-describedby="id_way_error">' in html
    assert "<legend>Which way is better?</legend>" in html


def test_a_checkbox_stands_before_its_label():
    html = str(Return()["agree"].as_field_group())

    assert html.index("<input") < html.index('<label for="id_agree">I have checked this</label>')


@pytest.mark.shows("A3")
def test_each_line_of_the_error_summary_leads_to_its_field():
    form = Return({}, prefix="q2")
    html = summary(form=form, rows=[("id_row_3", "Enter a number")])
    links = re.findall(r'<a href="#([^"]+)">([^<]+)</a>', html)

    assert links == [
        ("form-problems-q2", "The return was changed since you opened it"),
        ("id_q2-name", "Enter a name"),
        ("id_q2-way_0", "Choose which way is better"),
        ("id_row_3", "Enter a number"),
    ]
    assert all(f'id="{anchor}"' in str(form) for anchor, _ in links[:3])


@pytest.mark.parametrize("form", [pytest.param(None, id="no-form"), pytest.param(Return(), id="not-sent")])
def test_there_is_no_error_summary_without_an_error(form):
    assert summary(form=form).strip() == ""


@pytest.mark.shows("A3")
def test_a_page_with_errors_says_so_in_its_title_and_heads_the_summary():
    html = render_to_string("layouts/form.html", {"title": "Enter a return", "form": Return({})})

    assert "<title>Error: Enter a return – " in html
    assert html.index("There is a problem") < html.index("<h1>Enter a return</h1>")
