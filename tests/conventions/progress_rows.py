"""Progress reports for the council of `scene`: one presented with an erratum, and the draft that follows it."""

from council.models import User
from performance.choices import ItemKind, ItemUpdate
from performance.models import Period
from performance.operations.progress.items import update_item
from performance.operations.progress.reports import add_erratum, begin_report
from portfolios.models import Abbreviation, AwaitedEvent
from tests.factories.progress import AT, ProgressHeadingFactory, ReportingAreaFactory, presented, written

HEADINGS = ("Leadership", "People Management", "Policy and Strategy", "Resources", "Process")


def reported(rows: int, periods: tuple[Period, Period], users: dict[str, User]) -> dict[str, object]:
    """The presented report and the draft after it, with so many items of each sort; and as many more areas."""
    officer = users["officer"]
    for place, name in enumerate(HEADINGS, start=1):
        ProgressHeadingFactory(name=name, place=place)
    before, now = periods
    post = officer.person.tenures.get().post
    Abbreviation.objects.bulk_create(Abbreviation(short=f"CRM{number}") for number in range(rows))
    area = ReportingAreaFactory(name="Clean streets", lead_post=post, scope="Litter and sweeping")
    report = begin_report(area, before, by=officer, at=AT)
    for number in range(rows):
        heading = HEADINGS[number % 5]
        written(report, f"Done {number}", kind=ItemKind.PROGRESS, heading=heading, by=officer)
        written(
            report,
            f"To do {number}",
            heading=heading,
            by=officer,
            who=f"{post.title}/ Directors {number}",
            by_when=("Jan 27", "??", "Spring 27", "April o7")[number % 4],
            waits_for=f"Bid {number}" if number % 2 == 0 else "",
            correction="“Do” is meant" if number == 1 else "",
        )
    report = presented(report, by=officer)
    for number in range(rows):
        add_erratum(report, words=f"Read it so {number}", item_number=number + 1, by=officer, at=AT)
        other = ReportingAreaFactory(name=f"Area {number} of the scene", lead_post=post)
        also = begin_report(other, before, by=officer, at=AT)
        written(also, "One more", by=officer, who=post.title)
        presented(also, by=officer)
    AwaitedEvent.objects.filter(name__startswith="Bid").exclude(name="Bid 0").update(happened_on=AT.date())
    draft = begin_report(area, now, by=officer, at=AT)
    for number, item in enumerate(draft.items.carried()):
        if number % 3:
            note, by_when = "As before", item.by_when_as_written
            said = {"update": ItemUpdate.STILL_OPEN, "note": note, "by_when": by_when}
            update_item(item, expected=item.version, by=officer, **said)
    written(draft, "Something new", by=officer)
    draft.refresh_from_db()
    return {"progress": report, "progress_draft": draft, "progress_item": draft.items.latest("number")}
