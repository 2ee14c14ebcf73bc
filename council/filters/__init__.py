"""The filters beside a list, and the words that say which are chosen.

A noun's `filters.py` declares one FilterSet of these filters; the plain ones are django-filter's own.
"""

from django_filters import ChoiceFilter, ModelChoiceFilter

from council.filters.chosen import ChosenWord, address, chosen_words, pairs
from council.filters.sets import (
    DateFilter,
    FilterForm,
    FilterSet,
    ModelMultipleChoiceFilter,
    MultipleChoiceFilter,
    NumberFilter,
    SearchFilter,
    YesNoFilter,
)

__all__ = [
    "ChoiceFilter",
    "ChosenWord",
    "DateFilter",
    "FilterForm",
    "FilterSet",
    "ModelChoiceFilter",
    "ModelMultipleChoiceFilter",
    "MultipleChoiceFilter",
    "NumberFilter",
    "SearchFilter",
    "YesNoFilter",
    "address",
    "chosen_words",
    "pairs",
]
