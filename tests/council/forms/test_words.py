import pytest
from django import forms
from django.forms.renderers import DjangoTemplates

from council.forms import Form, LineField, ProseField


class CommentForm(Form):
    default_renderer = DjangoTemplates
    title = LineField(limit=10, required=False)
    comment = ProseField(limit=1200, label="Comment", help_text="Why it is off target.", required=False)


def cleaned(**typed):
    form = CommentForm(typed)
    assert form.is_valid(), form.errors
    return form.cleaned_data


@pytest.mark.shows("T24", "T30", "T36")
def test_text_is_cleaned_of_what_nobody_sees():
    assert cleaned(title="\ufeff Jose\u0301 ")["title"] == "José"
    assert cleaned(comment="one\r\ntwo\x07")["comment"] == "one\ntwo"


@pytest.mark.shows("T1", "T6", "T10", "T22")
@pytest.mark.parametrize(
    "box, typed, sentence",
    [
        ("title", "a" * 11, "You have 1 character too many"),
        ("title", "one\r\ntwo", "Write this on one line: take out the line break"),
        ("title", "a\0", "Take out the character that cannot be read (NUL) and try again"),
        ("comment", "a" * 1212, "You have 12 characters too many"),
        ("comment", "\ud800", "Take out the character that cannot be read (half of a pair) and try again"),
    ],
    ids=["over by one", "two lines", "NUL", "over by twelve", "half a character"],
)
def test_refused_text_is_shown_again_whole_with_its_sentence(box, typed, sentence):
    form = CommentForm({box: typed})

    assert form.errors == {box: [sentence]}
    assert form[box].value() == typed


@pytest.mark.shows("T12")
def test_text_that_nobody_can_see_is_missing():
    form = type("NameForm", (Form,), {"name": LineField()})({"name": "\u200b \u00a0"})

    assert form.errors == {"name": ["Enter name"]}


@pytest.mark.shows("T25")
def test_the_hint_says_how_much_a_box_holds():
    assert CommentForm()["comment"].help_text == "Why it is off target. You can enter up to 1,200 characters"
    assert ProseField().help_text == ""


def test_the_browser_is_told_the_limit_but_never_cuts():
    shown = str(CommentForm()["title"]) + str(CommentForm()["comment"])

    assert 'data-limit="10"' in shown
    assert 'data-limit="1200"' in shown
    assert "maxlength" not in shown


def test_line_breaks_of_a_browser_are_no_change():
    form = CommentForm({"comment": "one\r\ntwo"}, initial={"comment": "one\ntwo"})

    assert not form.has_changed()


@pytest.mark.shows("T1", "T6", "T24")
@pytest.mark.parametrize("typed", ["a\0b", "a\ud800", "a\x07b"], ids=ascii)
@pytest.mark.parametrize("field", [forms.CharField(), forms.SlugField(), forms.CharField(strip=False)])
def test_boxes_of_django_refuse_what_cannot_be_stored(field, typed):
    form = type("OtherForm", (Form,), {"other": field})({"other": typed})

    assert not form.is_valid()
    assert "Take out the character that cannot be read" in form.errors["other"][0]


def test_boxes_of_django_take_all_other_text():
    form = type("OtherForm", (Form,), {"other": forms.CharField()})({"other": "one\r\ntwo\tÉ 👍"})

    assert form.is_valid()
