"""A row is about one indicator for certain, or somebody is asked."""

import pytest

from performance.rules.importing.matching import Candidate, Matcher


def candidate(pk, reference, title, service="Planning"):
    return Candidate(
        pk, reference, title, service, frozenset({service.casefold(), f"place / {service}".casefold()})
    )


REGISTER = [
    candidate(1, "156", "Buildings open to all"),
    candidate(2, "p32", "Consult on racial equality"),
    candidate(3, "p32", "Extend the ceremonies"),
    candidate(4, "Local01", "Calls answered", "Waste"),
    candidate(5, "Local01", "Calls answered", "Planning"),
    candidate(6, "", "Missed bins"),
    candidate(7, "L7", "Visits"),
    candidate(8, "", "Visits"),
]


def match(reference=None, title="", service=""):
    return Matcher(REGISTER).match(reference=reference, title=title, service=service)


@pytest.mark.shows("S2-26")
@pytest.mark.parametrize(
    "words, pk",
    [
        pytest.param({"reference": "156", "title": "Buildings open to all"}, 1, id="both"),
        pytest.param({"reference": "156"}, 1, id="reference-alone"),
        pytest.param({"title": "buildings  OPEN to all"}, 1, id="title-alone"),
        pytest.param(
            {"reference": "p32", "title": "Extend the ceremonies"}, 3, id="shared-reference-and-title"
        ),
        pytest.param(
            {"reference": "local 01", "title": "Calls answered", "service": "Waste"}, 4, id="service-tells"
        ),
        pytest.param(
            {"title": "Calls answered", "service": "Place / Planning"}, 5, id="service-with-its-path"
        ),
        pytest.param({"title": "Missed bins"}, 6, id="without-a-reference"),
    ],
)
def test_row_all_of_whose_words_fit_one_indicator_is_about_it(words, pk):
    assert match(**words).sure.pk == pk


@pytest.mark.shows("S2-26", "FILE-48")
@pytest.mark.parametrize(
    "words, offered, is_shared",
    [
        pytest.param({"reference": "p32"}, [2, 3], True, id="shared-reference"),
        pytest.param({"title": "Calls answered"}, [4, 5], True, id="shared-title"),
        pytest.param({"reference": "156", "title": "Open buildings"}, [1], False, id="other-title"),
        pytest.param(
            {"reference": "157", "title": "Buildings open to all"}, [1], False, id="other-reference"
        ),
        pytest.param({"title": "Buildings open to al"}, [1], False, id="misspelt-title"),
        pytest.param({"title": "Missed bins", "service": "Waste"}, [6], False, id="other-service"),
        pytest.param({"reference": "999"}, [], False, id="nothing-alike"),
        pytest.param({"title": "Something else entirely"}, [], False, id="no-such-title"),
    ],
)
def test_row_that_is_not_certain_is_never_guessed(words, offered, is_shared):
    found = match(**words)

    assert found.sure is None
    assert ([each.pk for each in found.offered], found.is_shared) == (offered, is_shared)


def test_blank_reference_means_the_indicator_that_has_none():
    assert match(reference="", title="Visits").sure.pk == 8
    assert match(title="Visits").is_shared


def test_page_of_the_plan_that_several_share_says_nothing_of_a_new_title():
    assert match(reference="p32", title="New political arrangements").is_by_page
    assert not match(reference="156", title="New political arrangements").is_by_page
    assert not match(reference="p32").is_by_page


def test_search_for_titles_that_look_alike_has_an_end():
    matcher = Matcher(REGISTER)
    for number in range(200):
        matcher.match(reference="", title=f"Stranger {number}")

    assert matcher.match(reference="", title="Buildings open to al").offered == ()


@pytest.mark.shows("S2-26")
@pytest.mark.parametrize("reference", ["Local 01", "Local01"])
def test_reference_written_to_the_letter_tells_twins_apart(reference):
    twins = [candidate(1, "Local01", "Calls answered"), candidate(2, "Local 01", "Calls answered")]

    found = Matcher(twins).match(reference=reference, title="Calls answered")

    assert found.sure
    assert found.sure.reference == reference
