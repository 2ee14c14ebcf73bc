"""Applying one amendment to the remits: wholly, or not at all and with the reason."""

from collections.abc import Callable
from dataclasses import replace

from portfolios.choices import AmendmentKind, Placing
from portfolios.rules.remits.being import Refused, check_amended, check_name, check_target
from portfolios.rules.remits.finding_words import Hit, find_other_capitals, find_words
from portfolios.rules.remits.operative import Applied, Effect, Item, Operative, Remit, Remits
from portfolios.rules.remits.overlaps import overlaps
from portfolios.rules.remits.runs import Run, Words, insert_after, insert_before, omit, splice, text_of


def apply(remits: Remits, operative: Operative) -> Applied:
    """The remits after the amendment; or as they were, with the problem. Nothing is ever half applied."""
    try:
        check_amended(remits.of(operative.portfolio), operative.effective_on)
        return _APPLY[operative.kind](remits, operative)
    except Refused as refused:
        return Applied(remits, problem=refused.problem)


def _add_item(remits: Remits, operative: Operative) -> Applied:
    words = operative.words.strip()
    if not words:
        raise Refused("no_words", "Enter the words of the item.", "words")
    remit = remits.of(operative.portfolio)
    item = Item(
        key=operative.key,
        words=(Run(words, operative.key),),
        kind=operative.item_kind,
        body=operative.body,
        since=operative.effective_on,
    )
    place = _place(remit, operative)
    items = (*remit.items[:place], item, *remit.items[place:])
    notes = tuple(each.sentence for each in overlaps(remit.items, words))
    return Applied(
        remits.with_(replace(remit, items=items)),
        (Effect(remit.portfolio, "", words, item.key),),
        notes=notes,
    )


def _place(remit: Remit, operative: Operative) -> int:
    if operative.placing == Placing.END:
        return len(remit.items)
    beside = _item(remit, operative.item)
    return remit.number_of(beside.key) - (1 if operative.placing == Placing.BEFORE else 0)


def _item(remit: Remit, key: int | None) -> Item:
    item = remit.find(key) if key is not None else None
    if item is None:
        raise Refused(
            "no_item",
            "The item is not in this remit on that day: it was repealed or moved, or was not there yet.",
            "item",
        )
    return item


def _change_words(remits: Remits, operative: Operative) -> Applied:
    remit = remits.of(operative.portfolio)
    item = _item(remit, operative.item)
    hit = _only_hit(item, operative.anchor)
    words = _changed(item.words, hit, operative)
    if text_of(words) == item.text:
        raise Refused("no_change", "The item would read as before. Check the new words.", "words")
    if not text_of(words).strip():
        raise Refused("nothing_left", "Nothing would be left of the item. Repeal it instead.", "anchor")
    changed = replace(item, words=words)
    items = tuple(changed if each.key == item.key else each for each in remit.items)
    notes = tuple(f"Found with {difference} in the text." for difference in hit.differences)
    effect = Effect(remit.portfolio, item.text, changed.text, item.key)
    return Applied(remits.with_(replace(remit, items=items)), (effect,), notes=notes)


def _only_hit(item: Item, anchor: str) -> Hit:
    if not anchor.strip():
        raise Refused("no_anchor", "Enter the words to find in the item.", "anchor")
    hits = find_words(item.text, anchor)
    if len(hits) == 1:
        return hits[0]
    if hits:
        raise Refused(
            "many_hits",
            f"These words stand {_times(len(hits))} in the item on that day. "
            "Enter more of the words around the place you mean.",
            "anchor",
            tuple(hits),
        )
    others = find_other_capitals(item.text, anchor)
    hint = (
        f"It has “{others[0]}”: write the capitals as they are there."
        if others
        else "It reads as shown here."
    )
    raise Refused("no_hit", f"These words are not in the item on that day. {hint}", "anchor")


def _times(number: int) -> str:
    return {2: "twice", 3: "three times"}.get(number, f"{number} times")


def _changed(words: Words, hit: Hit, operative: Operative) -> Words:
    new = operative.words.strip()
    if operative.kind == AmendmentKind.OMIT:
        return omit(words, hit.start, hit.end, source=operative.key)
    if not new:
        raise Refused("no_words", "Enter the new words.", "words")
    if operative.kind == AmendmentKind.INSERT_BEFORE:
        return insert_before(words, hit.start, new, source=operative.key)
    if operative.kind == AmendmentKind.INSERT_AFTER:
        return insert_after(words, hit.end, new, source=operative.key)
    return splice(words, hit.start, hit.end, new, source=operative.key)


def _repeal_item(remits: Remits, operative: Operative) -> Applied:
    remit = remits.of(operative.portfolio)
    item = _item(remit, operative.item)
    items = tuple(each for each in remit.items if each.key != item.key)
    return Applied(
        remits.with_(replace(remit, items=items)), (Effect(remit.portfolio, item.text, "", item.key),)
    )


def _move_item(remits: Remits, operative: Operative) -> Applied:
    item = _item(remits.of(operative.portfolio), operative.item)
    if operative.to_portfolio is None:
        raise Refused("no_portfolio", "Choose the portfolio that the item goes to.", "to_portfolio")
    return _moved(remits, operative, (item,), operative.to_portfolio)


def _moved(remits: Remits, operative: Operative, items: tuple[Item, ...], there: int) -> Applied:
    """The items taken out of one remit and put at the end of another, words and origin unchanged."""
    here, target = remits.of(operative.portfolio), remits.of(there)
    if there == here.portfolio:
        raise Refused("same", "The item is in that portfolio already. Choose another one.", "to_portfolio")
    check_target(target, operative.effective_on)
    for item in items:
        if (operative.effective_on, there) in item.moves:
            raise Refused(
                "cycle",
                "The item left that portfolio on the same day: the moves would go round in a circle. "
                "Withdraw one of them.",
                "to_portfolio",
            )
    gone = {item.key for item in items}
    arrived = tuple(
        replace(item, moves=(*item.moves, (operative.effective_on, here.portfolio))) for item in items
    )
    left = replace(here, items=tuple(each for each in here.items if each.key not in gone))
    effects = [
        effect
        for item in items
        for effect in (
            Effect(here.portfolio, item.text, "", item.key),
            Effect(there, "", item.text, item.key),
        )
    ]
    return Applied(remits.with_(left, replace(target, items=(*target.items, *arrived))), tuple(effects))


def _rename(remits: Remits, operative: Operative) -> Applied:
    remit, name = remits.of(operative.portfolio), operative.words.strip()
    if not name:
        raise Refused("no_words", "Enter the new name.", "words")
    if name == remit.name:
        raise Refused("no_change", "The portfolio has that name already.", "words")
    check_name(remits, name, operative, portfolio=remit.portfolio)
    return Applied(remits.with_(replace(remit, name=name)), (Effect(remit.portfolio, remit.name, name),))


def _split(remits: Remits, operative: Operative) -> Applied:
    """The items go in the order in which they stand in the remit, in whichever they were named."""
    remit, name = remits.of(operative.portfolio), operative.words.strip()
    if not name:
        raise Refused("no_words", "Enter the name of the new portfolio.", "words")
    if not operative.items:
        raise Refused("no_items", "Choose at least one item that goes to the new portfolio.", "items")
    for key in operative.items:
        _item(remit, key)
    items = tuple(item for item in remit.items if item.key in operative.items)
    check_name(remits, name, operative, portfolio=operative.new_portfolio)
    named = remits.with_(replace(remits.of(operative.new_portfolio), name=name))
    moved = _moved(named, operative, items, operative.new_portfolio)
    return replace(moved, effects=(Effect(operative.new_portfolio, "", name), *moved.effects))


def _merge(remits: Remits, operative: Operative) -> Applied:
    remit = remits.of(operative.portfolio)
    if operative.to_portfolio is None:
        raise Refused("no_portfolio", "Choose the portfolio that it is merged into.", "to_portfolio")
    moved = _moved(remits, operative, remit.items, operative.to_portfolio)
    ended = replace(moved.remits.of(remit.portfolio), merged_into=operative.to_portfolio)
    return replace(
        moved,
        remits=moved.remits.with_(ended),
        effects=(*moved.effects, Effect(remit.portfolio, remit.name, "")),
    )


_APPLY: dict[AmendmentKind, Callable[[Remits, Operative], Applied]] = {
    AmendmentKind.RECORD: _add_item,
    AmendmentKind.ADD_ITEM: _add_item,
    AmendmentKind.INSERT_BEFORE: _change_words,
    AmendmentKind.INSERT_AFTER: _change_words,
    AmendmentKind.SUBSTITUTE: _change_words,
    AmendmentKind.OMIT: _change_words,
    AmendmentKind.REPEAL_ITEM: _repeal_item,
    AmendmentKind.MOVE_ITEM: _move_item,
    AmendmentKind.RENAME: _rename,
    AmendmentKind.SPLIT: _split,
    AmendmentKind.MERGE: _merge,
}
