"""Form fields that keep what was typed and answer in a sentence that says what to type.

`Form` and `ModelForm` here take the place of Django's: text that no database or spreadsheet could hold is refused,
figures and dates are read by `council.numbers` and `council.dates`, and a missing answer is asked for by name.
"""

from council.forms.asking import Form, ManyChoiceField, ModelForm, own_box
from council.forms.figures import DateField, FigureField, NumberField, WholeNumberField
from council.forms.sent import AskAgainMixin, VersionedFormMixin, VersionField, refuse_repeats
from council.forms.words import LineField, ProseField

__all__ = [
    "AskAgainMixin",
    "DateField",
    "FigureField",
    "Form",
    "LineField",
    "ManyChoiceField",
    "ModelForm",
    "NumberField",
    "ProseField",
    "VersionField",
    "VersionedFormMixin",
    "WholeNumberField",
    "own_box",
    "refuse_repeats",
]
