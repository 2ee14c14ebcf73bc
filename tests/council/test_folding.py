"""Folding: a search and a sort see the same text on both databases and in Python."""

import pytest
from django.db.models import F
from hypothesis import example, given
from hypothesis import strategies as st

from council.folding import Fold, SortKey, fold, sort_key
from tests.council.permission_list import permit


@pytest.mark.shows("T36", "T37")
@pytest.mark.parametrize(
    "text, folded",
    [
        pytest.param("ÉCOLE", "ecole", id="capitals-and-accents"),
        pytest.param("e\u0301", "e", id="accent-as-a-character-of-its-own"),
        pytest.param("Ŵy ŷ", "wy y", id="welsh"),
        pytest.param("\u00a0a\u00a0", " a ", id="blanks-that-do-not-break"),
        pytest.param("ＢＶ８", "bv8", id="full-width"),
        pytest.param("ﬁne", "fine", id="letters-set-as-one"),
        pytest.param("a%_\\", "a%_\\", id="signs-stay"),
    ],
)
def test_a_text_folds_to(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["BV 8", "bv 8a", "BV 109"], id="numbers-by-size"),
        pytest.param(["eau", "Ébène", "Zoo"], id="accents-among-their-letters"),
        pytest.param(["v1.9", "v1.10"], id="parts-of-a-number"),
    ],
)
def test_texts_sort_as_people_sort_them(texts):
    backwards = texts[::-1]
    backwards.sort(key=sort_key)
    assert backwards == texts


@pytest.mark.django_db
@pytest.mark.shows("T36", "T37")
@given(st.text(st.characters(exclude_categories=["Cs", "Cn"], exclude_characters="\0"), max_size=20))
@example("ΑΣ ΟΔΟΣ ΣΑΣ")
@example("İstanbul ıı ß ẞ ﬁ Ǆ Å")
@example("BV 0008 v1.10 ٣ ½")
@example("a" + "\u0301" * 50)
def test_each_database_folds_and_sorts_as_python_does(text):
    (made,) = permit(text[:200])
    row = type(made).objects.filter(pk=made.pk).annotate(folded=Fold(F("name")), key=SortKey(F("name"))).get()
    assert row.folded == fold(text)
    assert row.key == sort_key(text)


@pytest.mark.django_db
def test_what_is_missing_folds_to_nothing():
    (made,) = permit("Bench")
    row = (
        type(made)
        .objects.filter(pk=made.pk)
        .annotate(folded=Fold(F("content_type__permission__user__email")))
    )
    assert row.get().folded is None
