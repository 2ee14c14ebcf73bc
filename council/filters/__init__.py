"""The filters beside a list, and the words that say which are chosen.

A noun's `filters.py` declares one FilterSet of these filters; the plain ones are django-filter's own.
"""

from django_filters import ChoiceFilter, DateFilter, ModelChoiceFilter, MultipleChoiceFilter

from council.filters.chosen import ChosenWord, address, chosen_words, pairs
from council.filters.folding import Fold, SortKey, fold, sort_key
from council.filters.sets import (
    FilterSet,
    ModelMultipleChoiceFilter,
    NumberFilter,
    SearchFilter,
    YesNoFilter,
)

__all__ = [
    "ChoiceFilter",
    "ChosenWord",
    "DateFilter",
    "FilterSet",
    "Fold",
    "ModelChoiceFilter",
    "ModelMultipleChoiceFilter",
    "MultipleChoiceFilter",
    "NumberFilter",
    "SearchFilter",
    "SortKey",
    "YesNoFilter",
    "address",
    "chosen_words",
    "fold",
    "pairs",
    "sort_key",
]
