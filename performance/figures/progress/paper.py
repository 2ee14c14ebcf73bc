"""What a progress report says: a draft from its rows, a presented one from the values it was fixed as."""

import datetime
from collections.abc import Iterable

from performance.figures.progress.figures import figures_by_now
from performance.models import ProgressHeading, ProgressItem, ProgressReport
from performance.rules.progress.paper import Item, Owner, Paper, Section, explain, held_against, paper_from
from performance.rules.progress.repeated import Repeated
from portfolios.models import Abbreviation, AwaitedEvent, Post, Tenure


def paper_of(report: ProgressReport, *, on: datetime.date) -> Paper:
    """The report as it is read: as it was presented, or the draft as it stands on the day; one query, or five."""
    if report.is_presented:
        return paper_from(report.paper.content)
    return draft_of(report, on=on)


def paper_for_readers(report: ProgressReport, *, on: datetime.date) -> Paper:
    """The report with what its letters stand for, and what the figures it repeats are by now; two queries more."""
    paper = explain(paper_of(report, on=on), dict(Abbreviation.objects.values_list("short", "in_full")))
    return held_against(paper, figures_by_now(each.repeats.key for each in paper.items if each.repeats))


def draft_of(report: ProgressReport, *, on: datetime.date) -> Paper:
    """The report from its rows, with who holds the posts on the day."""
    rows = list(ProgressItem.objects.filter(report=report).for_paper())
    lead = report.area.lead_post
    posts = {owner.post_id for row in rows for owner in row.owners.all() if owner.post_id}
    held = holders({*posts, lead.pk}, on=on)
    headings = {row.heading_id: row.heading.name for row in rows}
    items = items_of(rows, held)
    offered = ProgressHeading.objects.all()
    sections = [
        Section(
            each.name, tuple(item for row, item in zip(rows, items, strict=True) if row.heading_id == each.pk)
        )
        for each in offered
        if each.is_offered or each.pk in headings
    ]
    return Paper(
        area=report.area.name,
        period=report.period.name,
        lead=named(lead, held),
        scope=report.area.scope,
        targets_from=report.area.targets_from,
        previous=report.previous.period.name if report.previous else "",
        sections=tuple(sections),
    )


def named(post: Post, held: dict[int, str]) -> str:
    """A post with who holds it."""
    holder = held.get(post.pk, "")
    return f"{post}, held by {holder}" if holder else f"{post}, vacant"


def holders(posts: Iterable[int], *, on: datetime.date) -> dict[int, str]:
    """Who holds the posts on the day, by the post's id; one query."""
    found: dict[int, list[str]] = {}
    for tenure in Tenure.objects.on(on).filter(post__in=list(posts)).select_related("person"):
        found.setdefault(tenure.post_id, []).append(tenure.person.name)
    return {post: " and ".join(names) for post, names in found.items()}


def items_of(rows: Iterable[ProgressItem], held: dict[int, str] | None = None) -> list[Item]:
    """Rows of `for_paper` as the rules know them."""
    return [_item(row, held or {}) for row in rows]


def _item(row: ProgressItem, held: dict[int, str]) -> Item:
    before = row.carried_from.by_when_as_written if row.carried_from else row.by_when_as_written
    event = row.event
    return Item(
        pk=row.pk,
        number=row.number,
        kind=row.kind,
        text=row.text,
        who=row.who_as_written,
        owners=tuple(_owner(each.post, each.words, held) for each in row.owners.all()),
        owners_of_heading=row.owners_of_heading,
        by_when=row.by_when_as_written,
        precision=row.precision,
        latest=row.latest,
        was_by_when=before if before != row.by_when_as_written else "",
        event=row.event_id,
        waits_for=event.name if event else "",
        happened_on=event.happened_on if event else None,
        is_awaited=bool(event and not event.happened_on and not event.did_not_happen),
        update=row.update,
        update_note=row.update_note,
        times_carried=row.times_carried,
        correction=row.correction,
        repeats=_repeated(row),
    )


def _repeated(row: ProgressItem) -> Repeated | None:
    if row.figure_of is None or row.figure_period is None:
        return None
    indicator, period = row.figure_of, row.figure_period
    return Repeated(indicator.pk, str(indicator), period.pk, str(period), row.figure_words)


def _owner(post: Post | None, words: str, held: dict[int, str]) -> Owner:
    if post is None:
        return Owner(words)
    return Owner(post.title, post.pk, held.get(post.pk, ""), post.abbreviation)


def happened_since(paper: Paper) -> list[tuple[AwaitedEvent, list[Item]]]:
    """What open items of a presented report were subject to that has happened since, with these; one query at most."""
    waiting = [item for item in paper.items if item.is_waiting]
    if not waiting:
        return []
    events = AwaitedEvent.objects.filter(pk__in={item.event for item in waiting}, happened_on__isnull=False)
    return [(event, [item for item in waiting if item.event == event.pk]) for event in events]
