"""The forms themselves: a missing answer is asked for by name, and what nothing could store is refused."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.utils import pretty_name

from council.forms.figures import DateField, FigureField, WholeNumberField
from council.forms.words import LineField, ProseField, refuse_unstorable

# What the key of a row can be; SQLite stumbles over anything larger.
LARGEST_KEY = 2**63 - 1


class ManyChoiceField(forms.ModelMultipleChoiceField):
    """A choice of several rows. A key too large for any row is refused like every other that is not offered."""

    def clean(self, value: Any) -> Any:
        for key in value if isinstance(value, list | tuple) else ():
            text = str(key).strip().lstrip("+-")
            if len(text) > len(str(LARGEST_KEY)) or (text.isdecimal() and int(text) > LARGEST_KEY):
                raise ValidationError("Choose from the list", code="invalid_choice")
        return super().clean(value)


# The boxes that take the place of Django's for the fields of a model. Their subclasses (an e-mail address, a
# moment) and fields with choices keep Django's own.
_OWN_FIELDS: dict[type[models.Field], type[forms.Field]] = {
    models.CharField: LineField,
    models.TextField: ProseField,
    models.DateField: DateField,
    models.DecimalField: FigureField,
    models.IntegerField: WholeNumberField,
    models.PositiveIntegerField: WholeNumberField,
    models.PositiveSmallIntegerField: WholeNumberField,
    models.SmallIntegerField: WholeNumberField,
    models.ManyToManyField: ManyChoiceField,
}


class _Asking(forms.BaseForm):
    """What `Form` and `ModelForm` share."""

    def full_clean(self) -> None:
        for name, field in self.fields.items():
            if isinstance(field, forms.CharField) and refuse_unstorable not in field.validators:
                field.validators.insert(0, refuse_unstorable)
            if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
                field.error_messages["required"] = _asked_for(str(field.label or pretty_name(name)), field)
        super().full_clean()


def _asked_for(label: str, field: forms.Field) -> str:
    """What to do about a missing answer: enter closing date, choose service."""
    label = label[:1].lower() + label[1:] if label[1:2].islower() else label
    return f"{'Choose' if isinstance(field, forms.ChoiceField) else 'Enter'} {label}"


class Form(_Asking, forms.Form):
    """A form of its own."""


class ModelForm(_Asking, forms.ModelForm):
    """A form on a model, with our boxes for its text, dates and figures."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        meta = cls.__dict__.get("Meta")
        if meta and not hasattr(meta, "formfield_callback"):
            meta.formfield_callback = own_formfield


def own_box(model_field: models.Field) -> type[forms.Field] | None:
    """Our kind of box for a model's field, as its `form_class`; None where Django's own serves."""
    return None if model_field.choices else _OWN_FIELDS.get(type(model_field))


def own_formfield(model_field: models.Field, **kwargs: Any) -> forms.Field | None:
    """The box for a model's field: ours where we have one."""
    if own := own_box(model_field):
        kwargs.setdefault("form_class", own)
    return model_field.formfield(**kwargs)
