import pytest

from council.access import PERMISSIONS, Permission, Role
from portfolios.choices import AmendmentKind, AmendmentStep
from portfolios.models import Amendment
from tests.factories import PortfolioFactory
from tests.portfolios.admin.amending import ADD, CRM, boxes, plain, press, said, saved, shown, to_add
from tests.portfolios.remits import ANNUAL, commenced, decided, drafted, found, texts

KIND = AmendmentKind
REDLINE = f"responsibility for the <ins>{CRM} </ins>One Stop Shop"


def crm(item, **more):
    return {"item": item.pk, "anchor": "One Stop Shop", "words": CRM, "effective_on": "20 May 2005", **more}


def drafts():
    return Amendment.objects.exclude(kind=KIND.RECORD)


def test_the_first_page_asks_which_remit_and_what_to_do(keeper, egov):
    page = plain(keeper.get(ADD))

    assert [
        words in page for words in ("E-Government and Member Services", "Insert words before others")
    ] == [
        True,
        True,
    ]


def test_the_second_page_asks_only_what_this_kind_needs(keeper, egov, one_stop):
    asked = boxes(keeper.get(to_add(egov, KIND.OMIT)))

    assert {*asked} >= {"item", "anchor", "effective_on"}
    assert not {"words", "body", "to_portfolio", "source", "item_kind"} & {*asked}


def test_from_the_portfolio_page_one_comes_with_the_portfolio_chosen(keeper, egov):
    answer = keeper.get(f"{ADD}?portfolio={egov.pk}")

    assert boxes(answer)["portfolio"] == str(egov.pk)
    assert answer.context["form"].errors == {}


@pytest.mark.shows("F6", "F4", "S0-13", "L1")
def test_the_redline_and_the_clause_are_shown_before_anything_is_saved(keeper, egov, one_stop):
    page = plain(shown(keeper, to_add(egov, KIND.INSERT_BEFORE), **crm(one_stop)))

    assert REDLINE in page
    assert f"before “One Stop Shop” insert “{CRM}”." in page
    assert not drafts().exists()


@pytest.mark.shows("F6", "S0-13")
def test_what_was_seen_is_saved_as_a_draft(keeper, egov, one_stop, administrator):
    saved(keeper, to_add(egov, KIND.INSERT_BEFORE), **crm(one_stop, why="For the report"))

    draft = drafts().get()
    entry = draft.entries.get()
    assert (draft.step, draft.words, draft.effective_on) == (AmendmentStep.DRAFTED, CRM, ANNUAL)
    assert (entry.by, entry.why) == (administrator, "For the report")
    assert texts(egov, ANNUAL) == ["responsibility for the One Stop Shop"]


@pytest.mark.shows("S0-12")
def test_the_planning_amendment_goes_at_the_end_where_no_place_is_given(keeper, administrator):
    regeneration = PortfolioFactory(name="Development and Economic Regeneration")
    found(regeneration, "planning policy", by=administrator)
    words = "all executive responsibilities with regard to the delivery and improvement of planning"

    first = shown(keeper, to_add(regeneration, KIND.ADD_ITEM), words=words, item_kind="executive")

    assert f"<ins>{words}</ins>" in plain(first)
    assert "at the end add" in plain(first)
    assert "It overlaps with item 1" in plain(first)


def test_other_words_after_the_redline_are_shown_anew_and_not_saved(keeper, egov, one_stop):
    address = to_add(egov, KIND.INSERT_BEFORE)
    seen = boxes(shown(keeper, address, **crm(one_stop)))

    answer = keeper.post(address, {**seen, "words": "Customer Services and", "save": "1"})

    assert "What you entered has changed since the redline was shown." in plain(answer)
    assert "<ins>Customer Services and </ins>" in plain(answer)
    assert not drafts().exists()
    keeper.post(address, {**boxes(answer), "save": "1"})
    assert drafts().get().words == "Customer Services and"


def test_a_text_that_changed_meanwhile_is_shown_anew_and_not_saved(keeper, egov, one_stop, administrator):
    address = to_add(egov, KIND.INSERT_BEFORE)
    seen = boxes(shown(keeper, address, **crm(one_stop)))
    other = drafted(
        KIND.SUBSTITUTE, egov, item=one_stop, anchor="responsibility", words="delivery", by=administrator
    )
    commenced(decided(other, by=administrator), by=administrator)

    answer = keeper.post(address, {**seen, "save": "1"})

    assert "The text has changed since the redline was shown to you." in plain(answer)
    assert "delivery for the <ins>" in plain(answer)
    assert drafts().exclude(pk=other.pk).count() == 0


@pytest.mark.parametrize("seen", ["", "x", "0" * 32 + "." + "0" * 32, "\0", None])
def test_nothing_is_saved_that_was_not_seen(keeper, egov, one_stop, seen):
    sent = {"portfolio": egov.pk, "kind": "insert_before", **crm(one_stop), "save": "1"}

    answer = keeper.post(ADD, sent | ({"seen": seen} if seen is not None else {}))

    assert answer.status_code == 200
    assert not drafts().exists()


@pytest.mark.shows("F5", "L1")
def test_words_that_stand_twice_are_refused_with_both_places_in_context(keeper, egov, administrator):
    item = found(egov, "the One Stop Shop and the Member Shop", by=administrator)

    answer = shown(keeper, to_add(egov, KIND.OMIT), item=item.pk, anchor="Shop", effective_on="20 May 2005")

    assert said(answer)["anchor"][0].startswith("These words stand twice in the item")
    assert plain(answer).count("<mark>Shop</mark>") == 2
    assert boxes(answer)["anchor"] == "Shop"


@pytest.mark.shows("F5", "L1")
def test_words_that_are_not_there_are_refused_beside_what_the_item_reads(keeper, egov, one_stop):
    answer = shown(keeper, to_add(egov, KIND.OMIT), item=one_stop.pk, anchor="Two Stop Shop")

    assert said(answer)["anchor"][0].startswith("These words are not in the item on that day.")
    assert "The item reads: “responsibility for the One Stop Shop”" in plain(answer)


def test_the_text_is_that_of_the_day_of_effect(keeper, egov, one_stop, insertion, administrator):
    commenced(decided(insertion, by=administrator), by=administrator)
    typed = {"item": one_stop.pk, "anchor": "Customer Relationship Management"}

    before = shown(keeper, to_add(egov, KIND.OMIT), **typed, effective_on="19 May 2005")
    after = shown(keeper, to_add(egov, KIND.OMIT), **typed, effective_on="20 May 2005", place="2")

    assert "anchor" in said(before)
    assert said(after) == {}
    assert "<del>Customer Relationship Management" in plain(after)


def test_another_amendment_that_it_would_break_is_told(keeper, egov, one_stop, insertion, administrator):
    commenced(decided(insertion, by=administrator), by=administrator, place=2)

    page = plain(
        shown(
            keeper,
            to_add(egov, KIND.SUBSTITUTE),
            item=one_stop.pk,
            anchor="One Stop",
            words="Customer",
            effective_on="20 May 2005",
        )
    )

    assert f"{insertion} could not be applied any more" in page


def test_an_item_is_recorded_as_it_stands_with_where_it_is_from(keeper, egov):
    address = to_add(egov, KIND.RECORD)

    assert said(shown(keeper, address, words="libraries")) == {
        "source": ["Say where the recorded words are from, such as a part of the constitution."],
        "why": ["Say why, in a few words."],
    }
    saved(keeper, address, words="libraries", source="Constitution, part 3", why="It was left out")

    assert Amendment.objects.get().step == AmendmentStep.RECORDED
    assert texts(egov, ANNUAL) == ["libraries"]


def test_recording_several_items_in_a_row_keeps_where_they_are_from(keeper, egov):
    address = to_add(egov, KIND.RECORD)
    first = shown(keeper, address, words="libraries", source="Constitution, part 3", why="Left out")

    answer = keeper.post(address, {**boxes(first), "another": "1"}, follow=True)

    assert boxes(answer)["source"] == "Constitution, part 3"
    assert boxes(answer)["words"] == ""
    assert Amendment.objects.count() == 1


def test_what_is_recorded_cannot_begin_in_the_future(keeper, egov):
    answer = shown(
        keeper,
        to_add(egov, KIND.RECORD),
        words="libraries",
        source="Minutes",
        effective_on="20 May 2005",
        why="Left out",
    )

    assert said(answer)["effective_on"] == [
        "What is recorded as it stands is there already: enter a day that has come, or leave it blank."
    ]


def test_a_split_takes_the_ticked_items(keeper, egov, one_stop, administrator):
    other = found(egov, "members’ allowances", by=administrator)

    saved(keeper, to_add(egov, KIND.SPLIT), items=[one_stop.pk], words="Customers")

    split = drafts().get()
    assert [item.pk for item in split.items.all()] == [one_stop.pk]
    assert other.pk not in split.items.values_list("pk", flat=True)


def test_going_back_to_choose_something_else_keeps_what_was_typed(keeper, egov, one_stop):
    address = to_add(egov, KIND.INSERT_BEFORE)
    choosing = press(keeper, address, "choose", **crm(one_stop, why="For the report"))

    answer = keeper.post(address, {**boxes(choosing), "kind": "insert_after", "fields": "1"})

    kept = boxes(answer)
    assert kept["kind"] == "insert_after"
    assert (kept["anchor"], kept["words"], kept["why"]) == ("One Stop Shop", CRM, "For the report")
    assert (kept["item"], kept["effective_on"]) == (str(one_stop.pk), "20 May 2005")


def test_recording_an_item_takes_who_may_bring_into_force(keeper, egov, monkeypatch):
    address = to_add(egov, KIND.RECORD)
    first = shown(keeper, address, words="libraries", source="Constitution, part 3", why="Left out")
    kept = PERMISSIONS[Role.ADMINISTRATOR] - {Permission.COMMENCE_AMENDMENTS}
    monkeypatch.setitem(PERMISSIONS, Role.ADMINISTRATOR, kept)

    keeper.post(address, {**boxes(first), "save": "1"})

    assert not Amendment.objects.exists()
    assert "Record an item as it stands" not in plain(keeper.get(ADD))
