"""Whatever is typed or forged into the pages of an amendment ends in a sentence, with nothing lost or half applied."""

from urllib.parse import urlencode

import pytest

from portfolios.choices import AmendmentKind
from portfolios.models import Amendment
from tests.conventions.bad_text import NASTY
from tests.factories import PortfolioFactory
from tests.portfolios.admin.amending import ADD, boxes, page_of, plain, said, shown, to_add
from tests.portfolios.remits import ANNUAL, commenced, decided, drafted, found, texts

KIND = AmendmentKind
MEGABYTE = "x" * 1_000_000
TEXTS = NASTY | {"a megabyte": MEGABYTE}
CHOSEN = (
    "item",
    "items",
    "to_portfolio",
    "body",
    "item_kind",
    "placing",
    "finding",
    "recommendation",
    "seen",
)
KEPT = ("anchor", "words", "why", "source", "effective_on", "place")


def send(client, address, data):
    """The answer to a form sent as a browser sends it, half characters as their bytes."""
    return client.post(
        address,
        urlencode(data, errors="surrogatepass", doseq=True),
        content_type="application/x-www-form-urlencoded",
    )


def as_kept(text):
    """The text as the server reads it, whatever its line breaks."""
    read = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    return read.replace("\r\n", "\n").replace("\r", "\n").strip("\n")


@pytest.mark.shows("R1")
@pytest.mark.parametrize("kind", [KIND.RECORD, KIND.ADD_ITEM, KIND.SUBSTITUTE, KIND.MOVE_ITEM, KIND.SPLIT])
def test_nothing_typed_into_the_boxes_is_an_error_of_ours_or_lost(keeper, egov, one_stop, kind):
    """Every box at once, and then the boxes for text alone, so that the others cannot hide what they do."""
    whole = {"portfolio": egov.pk, "kind": kind.value, "item": one_stop.pk, "items": one_stop.pk}
    broken, lost = [], []
    for name, text in TEXTS.items():
        short = text[:5000]
        typed = dict.fromkeys(KEPT, short) | {"words": text}
        for sent in (
            typed | dict.fromkeys(CHOSEN, short),
            typed,
            typed | {"words": "x", "anchor": "One Stop"},
        ):
            answer = send(keeper, ADD, {**whole, **sent, "save": "1"})
            if answer.status_code != 200:
                broken.append((name, answer.status_code))
                continue
            kept = boxes(answer)
            lost += [
                (name, box, kept[box][:40])
                for box in KEPT
                if box in kept and as_kept(kept[box]) != as_kept(sent[box])
            ]

    assert broken == []
    assert lost == []


@pytest.mark.shows("R1")
@pytest.mark.parametrize("name", ["propose", "decide", "commence", "undo", "withdraw"])
def test_nothing_typed_into_a_step_is_an_error_of_ours(keeper, insertion, administrator, name):
    if name in ("commence", "undo"):
        decided(insertion, by=administrator)
    step, broken = Amendment.objects.get(pk=insertion.pk).step, []
    whole = {"version": insertion.version, "why": "", "effective_on": "20 May 2005"}
    own = {"decide": ["decision"], "commence": ["effective_on", "place", "seen"]}.get(name)
    for label, text in TEXTS.items():
        for boxes_ in (["version"], own) if own else (["version"],):
            sent = {**whole, "why": text, **dict.fromkeys(boxes_, text[:5000]), "take": "1"}
            answer = send(keeper, page_of(insertion, name), sent)
            if answer.status_code != 200:
                broken.append((label, boxes_, answer.status_code))

    assert broken == []
    assert Amendment.objects.get(pk=insertion.pk).step == step


@pytest.mark.parametrize(
    "anchor, note",
    [
        pytest.param("the  One   Stop Shop", "Found with other spaces in the text.", id="spaces"),
        pytest.param(
            "Members’ “One Stop Shop”",
            "Found with other quotation marks or apostrophes in the text.",
            id="curly-quotes",
        ),
        pytest.param("desk – shop", "Found with another kind of dash in the text.", id="dash"),
    ],
)
def test_an_anchor_in_other_characters_is_found_and_the_difference_said(
    keeper, egov, administrator, anchor, note
):
    item = found(egov, 'Members\' "One Stop Shop", the One Stop Shop counter, desk - shop', by=administrator)

    page = plain(shown(keeper, to_add(egov, KIND.OMIT), item=item.pk, anchor=anchor))

    assert note in page


@pytest.mark.parametrize(
    "anchor", [".*", "(One", "[a-z]+", "One|Stop", "\\b", "$", "<b>One</b>", "<script>x</script>"]
)
def test_patterns_and_markup_are_plain_text(keeper, egov, one_stop, anchor):
    answer = shown(keeper, to_add(egov, KIND.OMIT), item=one_stop.pk, anchor=anchor)

    assert said(answer)["anchor"]
    assert "<b>One</b>" not in plain(answer)
    assert "<script>x" not in plain(answer)


@pytest.mark.shows("T14")
def test_markup_in_the_words_is_escaped_in_the_redline(keeper, egov, administrator):
    item = found(egov, "roads <b>and</b> .* bridges", by=administrator)

    page = plain(
        shown(keeper, to_add(egov, KIND.SUBSTITUTE), item=item.pk, anchor="<b>and</b> .*", words="<i>&</i>")
    )

    assert "&lt;b&gt;" in page
    assert "&lt;i&gt;" in page
    assert "<i>&" not in page


@pytest.mark.parametrize("portfolio", ["0", "999", "x", "-1", "9" * 30, ""])
def test_a_portfolio_that_is_not_there_is_asked_for_again(keeper, egov, portfolio):
    answer = keeper.get(f"{ADD}?portfolio={portfolio}&kind=rename&go=1")

    assert said(answer)["portfolio"] in (["Choose a portfolio from the list."], ["Choose portfolio"])


def test_an_item_of_another_portfolio_is_refused(keeper, egov, one_stop, administrator):
    theirs = found(PortfolioFactory(name="Resources"), "council tax", by=administrator)
    address = to_add(egov, KIND.REPEAL_ITEM)

    assert "That item is not in this remit on that day" in plain(keeper.get(f"{address}&item={theirs.pk}"))
    for item in (theirs.pk, 999, "9" * 30):
        assert said(shown(keeper, address, item=item))["item"][0].startswith("That item is not in this remit")


@pytest.mark.parametrize("kind", [KIND.OMIT, KIND.REPEAL_ITEM])
def test_an_amendment_of_a_repealed_item_is_refused(keeper, egov, one_stop, administrator, kind):
    repeal = drafted(KIND.REPEAL_ITEM, egov, item=one_stop, by=administrator)
    commenced(decided(repeal, by=administrator), by=administrator)

    typed = {"item": one_stop.pk, "effective_on": "21 May 2005"}
    answer = shown(keeper, to_add(egov, kind), **typed, **({"anchor": "One"} if kind == KIND.OMIT else {}))

    assert said(answer)["item"][0].startswith("That item is not in this remit on that day: it was repealed")


def test_a_cycle_of_moves_is_refused_and_nothing_moves(keeper, egov, one_stop, administrator):
    resources = PortfolioFactory(name="Resources")
    move = drafted(KIND.MOVE_ITEM, egov, item=one_stop, to_portfolio=resources, by=administrator)
    commenced(decided(move, by=administrator), by=administrator)

    answer = shown(
        keeper,
        to_add(resources, KIND.MOVE_ITEM),
        item=one_stop.pk,
        to_portfolio=egov.pk,
        effective_on="20 May 2005",
        place="2",
    )

    assert "the moves would go round in a circle" in said(answer)["to_portfolio"][0]
    assert texts(resources, ANNUAL) == ["responsibility for the One Stop Shop"]


def test_a_name_that_is_too_long_is_counted(keeper, egov):
    assert said(shown(keeper, to_add(egov, KIND.RENAME), words="x" * 250))["words"] == [
        "You have 50 characters too many"
    ]


def test_an_answer_sent_twice_is_refused(keeper, egov, one_stop):
    sent = {"portfolio": egov.pk, "kind": "omit", "anchor": ["One", "Stop"], "show": "1"}

    assert keeper.post(ADD, sent).status_code == 400


@pytest.mark.parametrize("page", ["change", "history"])
@pytest.mark.parametrize("pk", ["9" * 30, "nothing", "0"])
def test_an_amendment_that_is_not_there_is_no_crash(keeper, page, pk):
    assert keeper.get(f"/admin/portfolios/amendment/{pk}/{page}/").status_code in (302, 404)
