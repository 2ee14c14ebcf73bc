"""Filters: the same answer from both databases, and a sentence for whatever cannot be used."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.filters import DateFilter, FilterSet, MultipleChoiceFilter, SearchFilter
from tests.council.permission_list import PermissionFilters, ask, html, kind, names, ours, page_of, permit

pytestmark = pytest.mark.django_db

TOO_LARGE = "enter a figure of at most 11 digits before the decimal point"
A_NUMBER = "enter a number, such as 12.5"
NFC, NFD = "José", "Jose\u0301"


class ByName(FilterSet):
    q = SearchFilter("name")


class Dated(PermissionFilters):
    since = DateFilter(field_name="user__date_joined", lookup_expr="date__gte", label="Since")


@pytest.mark.shows("T36", "T37", "T39", "T40", "T19")
@pytest.mark.parametrize(
    "typed, found",
    [
        pytest.param("école", ["École"], id="capital-accent"),
        pytest.param("ÉCOLE", ["École"], id="all-capitals"),
        pytest.param("ecole", ["École"], id="without-the-accent"),
        pytest.param("ŵyn", ["Ŵyn"], id="welsh"),
        pytest.param("wyn", ["Ŵyn"], id="welsh-on-an-english-keyboard"),
        pytest.param(NFC, [NFC, NFD], id="composed"),
        pytest.param(NFD, [NFC, NFD], id="decomposed"),
        pytest.param("ЖИТЬ", ["жить"], id="cyrillic"),
        pytest.param("\uff30\uff12", ["P2 % done"], id="full-width"),
        pytest.param("%", ["P2 % done"], id="percent-sign"),
        pytest.param("_", ["snake_case"], id="underscore"),
        pytest.param("\\", ["back\\slash"], id="backslash"),
        pytest.param("(a+)+$", ["(a+)+$"], id="pattern"),
        pytest.param("'; DROP TABLE", ["x'; DROP TABLE y"], id="statement"),
        pytest.param("done p2", ["P2 % done"], id="each-word-in-any-order"),
        pytest.param("done nowhere", [], id="every-word-must-be-found"),
        pytest.param("  \u00a0école\u00a0 ", ["École"], id="blanks-around"),
    ],
)
def test_a_search_finds_the_same_on_both_databases(typed, found):
    permit(
        "École",
        "Ŵyn",
        NFC,
        NFD,
        "жить",
        "P2 % done",
        "snake_case",
        "back\\slash",
        "(a+)+$",
        "x'; DROP TABLE y",
    )
    assert names(page_of({"q": typed}, rows=ours().order_by("pk"), filters=ByName)) == found


@pytest.mark.parametrize("typed", ["BENCH_2", "bench_2 eco", "école"])
def test_a_search_looks_for_each_word_in_each_field(typed):
    permit("Arch", "École")
    assert names(page_of({"q": typed})) == ["École"]


def test_a_search_of_nothing_but_an_accent_finds_all():
    permit("Bench", "Arch")
    assert page_of({"q": "\u0301"}).count == 2


@pytest.mark.shows("T1", "T2", "T6")
@pytest.mark.parametrize("name", ["q", "kind", "kinds", "app", "lowest", "bare"])
@pytest.mark.parametrize(
    "value, sentence",
    [
        pytest.param("a\0b", "take out the character that cannot be read", id="nul"),
        pytest.param("a\ud800b", "take out the character that cannot be read", id="half-a-character"),
        pytest.param("x" * 10_000, "use 200 characters or fewer, this has 10,000", id="10000-letters"),
        pytest.param("9" * 10_000, "use 200 characters or fewer, this has 10,000", id="10000-digits"),
    ],
)
def test_a_value_that_cannot_be_used_is_a_sentence_and_no_rows(name, value, sentence):
    permit("Bench")
    page = page_of({name: value})
    assert page.form.errors[name] == [f"{page.form.fields[name].label}: {sentence}"]
    assert page.count == 0
    shown = html(page)
    assert sentence in shown
    assert "Nothing is shown until the filter is put right." in shown


@pytest.mark.parametrize(
    "name, value, sentence",
    [
        pytest.param("kind", "999999999", "Kind: choose from the list", id="no-such-row"),
        pytest.param("kind", "9" * 30, "Kind: choose from the list", id="number-too-large"),
        pytest.param("kind", "bench", "Kind: choose from the list", id="word-for-a-row"),
        pytest.param("kinds", "9" * 30, "Kinds: choose from the list", id="one-of-many-too-large"),
        pytest.param("kinds", "-1", "Kinds: choose from the list", id="one-of-many-below-nought"),
        pytest.param("kinds", "bench", "Kinds: choose from the list", id="word-for-one-of-many"),
        pytest.param("app", "nowhere", "App: choose from the list", id="no-such-choice"),
        pytest.param("bare", "perhaps", "Without a code: choose from the list", id="neither-yes-nor-no"),
        pytest.param("lowest", "1" + "0" * 20, f"Lowest number: {TOO_LARGE}", id="longer-than-a-column"),
        pytest.param("lowest", "NaN", f"Lowest number: {A_NUMBER}", id="not-a-number"),
        pytest.param("lowest", "twelve", f"Lowest number: {A_NUMBER}", id="number-in-words"),
        pytest.param("since", "31 February 2026", "Since: February 2026 has 28 days", id="no-such-day"),
        pytest.param("since", "soon", "Since: enter a date, such as 7 April 2026", id="no-date"),
    ],
)
def test_a_value_that_makes_no_sense_shows_why_and_no_rows(name, value, sentence):
    permit("Bench")
    page = page_of({name: value}, filters=Dated)
    assert page.form.errors == {name: [sentence]}
    assert page.has_problems
    assert page.count == 0
    assert 'aria-invalid="true"' in html(page)


def test_what_was_typed_too_long_is_shown_again():
    permit("Bench")
    assert f'value="{"x" * 201}"' in html(page_of({"q": "x" * 201}))


@pytest.mark.parametrize("value", ["99999999999", "-99999999999", "0.5", "10", " 7 "])
def test_any_number_that_a_column_holds_can_be_asked_for(value):
    permit("Bench")
    assert page_of({"lowest": value}).form.errors == {}


@given(
    st.dictionaries(
        st.sampled_from(["q", "kind", "kinds", "app", "lowest", "bare", "sort", "page"]), st.text()
    )
)
def test_no_address_breaks_the_list(given_in_address):
    html(page_of(given_in_address))


def test_a_long_search_stays_within_what_a_database_can_hold():
    permit("Bench")
    words = " ".join(f"{number:x}" for number in range(70))
    assert page_of({"q": words[:200]}).count == 0
    assert page_of({"q": "\ufdfa" * 200}).count == 0


def test_filters_narrow_together():
    permit("Bench", "Arch")
    permit("Bench", of="swing", app="waste")
    assert [row.codename for row in page_of("?q=bench&app=waste").table.records()] == ["swing_1"]
    assert page_of("?app=parks").heading == "2 permissions"
    assert page_of("?bare=yes").count == 0
    assert page_of("?bare=no").count == 3


class Many(FilterSet):
    apps = MultipleChoiceFilter(
        choices=[("Ground", [("parks", "Parks")]), ("waste", "Waste")],
        field_name="content_type__app_label",
        label="Apps",
    )
    since = DateFilter(label="Since", method="taken_as_it_is")

    def taken_as_it_is(self, queryset, name, value):
        return queryset


def test_chosen_filters_are_words_that_each_lead_to_the_list_without_them():
    permit("Bench")
    owner = kind("bench").pk
    page = page_of(f"?q=ben&kind={owner}&kinds={owner}&app=parks&lowest=1&bare=no&sort=-name&page=2")
    rest = f"kind={owner}&kinds={owner}&app=parks&lowest=1&bare=no&sort=-name"
    assert [word.label for word in page.chosen] == [
        "Search: ben",
        f"Kind: {kind('bench')}",
        f"Kinds: {kind('bench')}",
        "App: Parks",
        "Lowest number: 1",
        "Without a code: No",
    ]
    assert page.chosen[0].url == f"?{rest}"
    assert page.chosen[-1].url == f"?q=ben&kind={owner}&kinds={owner}&app=parks&lowest=1&sort=-name"
    assert page.clear_url == "?sort=-name"
    assert page.kept == [("sort", "-name")]


def test_one_of_several_values_can_be_removed_alone():
    permit("Bench")
    page = page_of("?apps=parks&apps=waste&since=7/4/2005", filters=Many)
    assert [tuple(word) for word in page.chosen] == [
        ("Apps: Parks", "?apps=waste&since=7%2F4%2F2005"),
        ("Apps: Waste", "?apps=parks&since=7%2F4%2F2005"),
        ("Since: 7 April 2005", "?apps=parks&apps=waste"),
    ]


def test_a_long_value_is_shortened_in_words_only():
    (word,) = page_of({"q": "long " * 30}).chosen
    assert word.label == "Search: " + "long " * 11 + "long…"


def test_nothing_chosen_has_no_words():
    assert page_of("?q=&kind=&sort=name").chosen == []
    assert page_of("?colour=red").kept == [("colour", "red")]


def test_an_address_that_cannot_be_read_is_left_out_of_the_links():
    permit("Bench")
    page = page_of({"sort": "name", "col\ud800our": "red", "shade": "a\0"})
    assert page.downloads[0].url == "?sort=name&export=csv"


@pytest.mark.shows("T14", "T17")
def test_what_was_typed_is_shown_as_text():
    permit("Bench")
    shown = html(page_of({"q": '"><img src=x onerror=alert(1)> {{7*7}}'}))
    assert "<img" not in shown
    assert "{{7*7}}" in shown


def test_a_select_left_alone_says_all():
    permit("Bench")
    assert html(page_of()).count('<option value="" selected>All</option>') == 3


def test_rows_without_filters_have_no_form():
    permit("Bench")
    page = page_of(filters=None)
    assert page.form is None
    assert not page.has_problems
    assert "<form" not in html(page)
    assert ask("?q=nothing", filters=None).count == 1
