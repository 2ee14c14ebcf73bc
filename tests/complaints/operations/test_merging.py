"""Two customers who are one person: merged, kept apart, and taken apart again."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from complaints.figures.possible_duplicates import pairs_with, possible_pairs
from complaints.models import Case, Customer, CustomerEntry
from complaints.operations.customers import change_customer, keep_apart, merge_customers, unmerge_customer
from complaints.operations.handing_over import name_person_concerned
from complaints.operations.steps import Stopped
from council.audit import Conflict
from portfolios.models import Person
from tests.complaints.lives import at
from tests.factories.complaints import CustomerFactory, case

AT = at("2026-10-13")


def customers(number, **stated):
    """As many customers on record, each with one case."""
    return [case(customer=CustomerFactory.build(**stated)).customer for _ in range(number)]


def fresh(row):
    return Customer.objects.get(pk=row.pk)


def merge(row, into, by, why="Said so"):
    row, into = fresh(row), fresh(into)
    return merge_customers(
        row, into=into, expected=row.version, expected_into=into.version, why=why, by=by, at=AT
    )


def unmerge(row, by):
    row = fresh(row)
    return unmerge_customer(row, expected=row.version, why="Was wrong", by=by, at=AT)


def apart(first, second, by):
    first, second = fresh(first), fresh(second)
    keep_apart(
        first, second, expected=first.version, expected_other=second.version, why="Twins", by=by, at=AT
    )


def standing(row):
    return fresh(row).merged_into or fresh(row)


def test_a_merge_and_its_undoing_are_on_record_with_both(complaints_officer):
    one, other = customers(2)
    merge(one, other, complaints_officer)
    unmerge(one, complaints_officer)

    steps = {row.pk: list(row.entries.order_by("pk").values_list("step", "other")) for row in (one, other)}
    assert steps[one.pk][1:] == [("merged", other.pk), ("unmerged", other.pk)]
    assert steps[other.pk][1:] == [("took_in", one.pk), ("let_go", one.pk)]
    assert standing(one) == one


def test_what_was_merged_with_somebody_goes_along_there_and_back(complaints_officer):
    one, other, third = customers(3)
    merge(one, other, complaints_officer)
    merge(other, third, complaints_officer)
    assert {standing(one), standing(other)} == {third}

    unmerge(other, complaints_officer)

    assert (standing(one), standing(other), standing(third)) == (other, other, third)


def test_of_two_who_merge_the_same_two_either_way_round_the_second_is_told(complaints_officer):
    one, other = customers(2)
    merge_customers(fresh(one), into=other, expected=1, expected_into=1, why="", by=complaints_officer, at=AT)

    with pytest.raises(Conflict):
        merge_customers(
            fresh(other), into=one, expected=1, expected_into=1, why="", by=complaints_officer, at=AT
        )
    assert standing(other) == other


@pytest.mark.parametrize(
    "misuse",
    [
        pytest.param(lambda one, third, by: merge(third, third, by), id="into-itself"),
        pytest.param(lambda one, third, by: merge(third, one, by), id="into-somebody-merged"),
        pytest.param(lambda one, third, by: unmerge(third, by), id="apart-and-never-merged"),
    ],
)
def test_misuse_is_a_sentence_and_changes_nothing(misuse, complaints_officer):
    one, other, third = customers(3)
    merge(one, other, complaints_officer)
    before = CustomerEntry.objects.count()

    with pytest.raises(Stopped, match="entry"):
        misuse(one, third, complaints_officer)
    assert CustomerEntry.objects.count() == before


def test_saving_what_is_as_it_was_enters_nothing(complaints_officer):
    [one] = customers(1)
    change_customer(fresh(one), expected=1, by=complaints_officer, at=AT)

    assert list(one.entries.values_list("step", flat=True)) == ["entered"]


ACTS = st.lists(
    st.tuples(st.sampled_from(["merge", "unmerge"]), st.integers(0, 4), st.integers(0, 4)), max_size=14
)


@settings(max_examples=40)
@given(ACTS)
def test_no_order_of_merges_leaves_a_case_without_one_standing_customer_and_each_can_be_undone(
    complaints_officer, acts
):
    rows = customers(5)
    owners = dict(Case.objects.filter(customer__in=rows).values_list("pk", "customer"))
    parent: dict[int, int] = {}

    def root(number):
        return root(parent[number]) if number in parent else number

    for act, one, other in acts:
        try:
            if act == "merge":
                merge(rows[one], rows[other], complaints_officer)
                parent[one] = other
            else:
                unmerge(rows[one], complaints_officer)
                del parent[one]
        except Stopped:
            continue
        for number, row in enumerate(rows):
            assert standing(row) == rows[root(number)]
            assert standing(row).merged_into is None
    for number in range(5):
        if number in parent:
            unmerge(rows[number], complaints_officer)
    assert [standing(row) for row in rows] == rows
    assert dict(Case.objects.filter(customer__in=rows).values_list("pk", "customer")) == owners


def alike(user):
    return [(pair, words) for pair, words in possible_pairs(user)]


def test_pairs_are_found_by_each_key_those_most_alike_first(complaints_officer):
    one, other = customers(2, name="Ada Quill", postcode="XW1 1AA", email="")
    third, fourth = customers(
        2, name="Bo Reed", postcode="XW2 2BB", email="bo@example.com", phone="01632 960001"
    )
    customers(1)

    assert alike(complaints_officer) == [
        ((third.pk, fourth.pk), ["e-mail address", "phone number", "name and postcode"]),
        ((one.pk, other.pk), ["name and postcode"]),
    ]


def test_whoever_was_found_not_to_be_the_same_is_never_suggested_again(complaints_officer):
    one, other = customers(2, name="Ada Quill", postcode="XW1 1AA")
    apart(other, one, complaints_officer)

    assert alike(complaints_officer) == []
    assert pairs_with(fresh(one), complaints_officer) == []


def test_a_merged_entry_suggests_whom_it_was_merged_into(complaints_officer):
    one, other = customers(2, name="Ada Quill", postcode="XW1 1AA")
    top = customers(1)[0]
    merge(one, top, complaints_officer)

    assert alike(complaints_officer) == [((other.pk, top.pk), ["name and postcode"])]
    [pair] = pairs_with(fresh(top), complaints_officer)
    assert (pair.first, pair.second, pair.sentence) == (other, top, "The same name and postcode")


def test_a_merged_pair_is_no_pair_any_more(complaints_officer):
    one, other = customers(2, name="Ada Quill", postcode="XW1 1AA")
    merge(one, other, complaints_officer)

    assert alike(complaints_officer) == []


def test_nobody_is_suggested_whose_case_is_about_the_reader(complaints_officer):
    one, _ = customers(2, name="Ada Quill", postcode="XW1 1AA")
    row = Case.objects.get(customer=one)
    about = Person.objects.get(user=complaints_officer)
    name_person_concerned(row, about, expected=row.version, by=complaints_officer, at=AT)

    assert alike(complaints_officer) == []


def test_pairs_take_as_many_queries_for_many_as_for_few(complaints_officer, django_assert_num_queries):
    for number in range(12):
        customers(2, name=f"Ada {number}", postcode="XW1 1AA")
    with django_assert_num_queries(5):
        assert len(possible_pairs(complaints_officer)) == 12
