"""A small council with one of everything, so that every address can be asked for with objects that exist."""

from dataclasses import dataclass
from datetime import date
from http.cookies import SimpleCookie

from django.apps import apps
from django.db.models import Model
from django.test import Client

from council.access import Role
from council.models import BankHoliday, User
from council.rag import Rag
from performance.models import (
    AnnualFigure,
    Benchmark,
    Challenge,
    ExecutiveSummary,
    ImportBatch,
    Indicator,
    IndicatorDefinition,
    IndicatorSet,
    MunicipalYear,
    Period,
    ProgressItem,
    ProgressReport,
    PublishedTable,
    Rebase,
    Return,
    SummarySentence,
)
from performance.operations.returns import override_rating, send_back
from portfolios.models import (
    Amendment,
    Body,
    Decision,
    Finding,
    KeyDecisionNotice,
    Meeting,
    Portfolio,
    Promise,
    Query,
    Report,
    Seat,
    Service,
)
from tests.conventions.case_rows import complained
from tests.conventions.case_scene import CaseScene
from tests.conventions.computed_rows import computed_and_brought
from tests.conventions.feedback_rows import returned
from tests.conventions.learning_rows import learned
from tests.conventions.ombudsman_rows import at_the_ombudsman
from tests.conventions.papers import build_papers
from tests.conventions.progress_rows import reported
from tests.conventions.promise_rows import asked, doubted, promised
from tests.conventions.remit_rows import build_remits
from tests.conventions.set_rows import told
from tests.conventions.spc_rows import rebased
from tests.conventions.structure_rows import structures
from tests.conventions.summary_rows import summed_up
from tests.factories import (
    AppointmentFactory,
    BodyFactory,
    MeetingFactory,
    PersonFactory,
    PortfolioFactory,
    PostFactory,
    RatingRuleFactory,
    ResponsibilityFactory,
    ServiceFactory,
    TenureFactory,
    UserFactory,
)
from tests.performance import lives
from tests.performance.imports.files import in_register, published

TODAY = "2026-10-12 09:00"
"""A Monday on which quarter 2 is over and its returns are due in nine days."""
VALUES = ("85", "75", "12", "80")


@dataclass(frozen=True)
class Scene(CaseScene):
    """The council, its people by what they sign in to do, and the objects that addresses name."""

    users: dict[str, User]
    service: Service
    indicator: Indicator
    period: Period
    waiting: Return
    portfolio: Portfolio
    body: Body
    finding: Finding
    table: PublishedTable
    batch: ImportBatch
    promise: Promise
    query: Query
    meeting: Meeting
    report: Report
    decision: Decision
    notice: KeyDecisionNotice
    amendment: Amendment
    challenge: Challenge
    rebase: Rebase
    indicator_set: IndicatorSet
    draft_set: IndicatorSet
    changed_figure: AnnualFigure
    computed: Indicator
    """One that the product computes; its return for the period in hand is a draft."""
    sheet: ImportBatch
    """What the officer filled in on a sheet and brought, to be looked at."""
    before: Period
    """The period before the one in hand: its returns are signed off."""
    progress: ProgressReport
    progress_draft: ProgressReport
    progress_item: ProgressItem
    summary: ExecutiveSummary
    summary_draft: ExecutiveSummary
    summary_sentence: SummarySentence
    sessions: dict[str, SimpleCookie]
    """For each of them the cookies of somebody who has signed in."""


def holder(username: str, role: Role, service: Service) -> User:
    """Somebody whose post sits in the service."""
    user = UserFactory(username=username, role=role)
    TenureFactory(person=PersonFactory(user=user, name=f"The {username}"), post=PostFactory(service=service))
    return user


def build(rows: int = 3) -> Scene:
    """The council, with so many rows of each kind that lists show."""
    service, other = ServiceFactory(name="Waste"), ServiceFactory(name="Planning")
    users = _users(service, other)
    before, period = lives.quarter(1), lives.quarter(2)
    portfolio, body = PortfolioFactory(name="Environment"), BodyFactory(name="Cabinet")
    _councillor(users["member"], portfolio, body, service)
    RatingRuleFactory()
    _calendar()
    made = [_row(number, service, before, period, users) for number in range(rows)]
    structures(rows, service, portfolio, body)
    in_register(ServiceFactory(name="Contact centre"))
    MeetingFactory(body=body, held_on=date(2026, 10, 14))
    meeting, report, decision, notice = build_papers(rows, body)
    return Scene(
        users=users,
        service=service,
        indicator=made[0].indicator,
        period=period,
        waiting=made[0],
        portfolio=portfolio,
        body=body,
        finding=Finding.objects.earliest("pk"),
        table=PublishedTable.objects.get(),
        batch=published(other),
        promise=[promised(number, body, users) for number in range(rows)][0],
        query=[asked(number, made[number % rows], users) for number in range(rows)][0],
        meeting=meeting,
        report=report,
        decision=decision,
        notice=notice,
        challenge=doubted(made[0].indicator, before, users["member"]),
        rebase=rebased(made, period, users["lead officer"]),
        **told(body, [each.indicator for each in made], users),
        **computed_and_brought(service, period, users["officer"]),
        before=before,
        **_written(rows, (before, period), body, service, users),
        amendment=build_remits(rows, portfolio, body, users["administrator"]),
        sessions={name: _signed_in(user) for name, user in users.items()},
    )


def _written(
    rows: int, periods: tuple[Period, Period], body: Body, service: Service, users: dict[str, User]
) -> dict[str, object]:
    cases = complained(rows, service, users)
    return {
        **reported(rows, periods, users),
        **summed_up(rows, service, users),
        **cases,
        **returned(rows, body, service, users),
        **learned(rows, service, users),
        **at_the_ombudsman(rows, cases["case"], service, users),
    }


def _calendar() -> None:
    BankHoliday.objects.get_or_create(date=date(2026, 12, 25), defaults={"title": "Christmas Day"})
    MunicipalYear.objects.create(starts_on=date(2026, 5, 20))


def _users(service: Service, other: Service) -> dict[str, User]:
    return {
        "disabled": UserFactory(username="gone", is_active=False, role=Role.ADMINISTRATOR),
        "officer": holder("officer", Role.OFFICER, service),
        "other officer": holder("other", Role.OFFICER, other),
        "lead officer": holder("lead", Role.LEAD_OFFICER, service),
        "member": UserFactory(username="member", role=Role.MEMBER),
        "administrator": UserFactory(username="administrator", role=Role.ADMINISTRATOR),
        "complaints officer": holder("complaints", Role.COMPLAINTS_OFFICER, service),
    }


def _councillor(user: User, portfolio: Portfolio, body: Body, service: Service) -> None:
    person = PersonFactory(user=user, name="The member", is_member=True)
    AppointmentFactory(person=person, portfolio=portfolio, starts_on=date(2026, 5, 20))
    Seat.objects.create(body=body, person=person)
    ResponsibilityFactory(service=service, portfolio=portfolio)


def _signed_in(user: User) -> SimpleCookie:
    client = Client()
    client.force_login(user)
    return client.cookies


def _row(number: int, service: Service, before: Period, period: Period, users: dict[str, User]) -> Return:
    """An indicator that was signed off last quarter; this quarter's return waits, or is somewhere else in its life."""
    indicator = lives.measured(
        service, title=f"Measure {number}", reference=f"BV {number}", takes_monthly_values=True
    )
    IndicatorDefinition.objects.create(indicator=indicator, wording="Tonnes recycled over tonnes collected")
    Benchmark.objects.create(indicator=indicator, year=2025, as_written="90", value=90)
    officer, lead = users["officer"], users["lead officer"]
    lives.signed_off(indicator, before, VALUES[number % 4], by=officer, lead=lead)
    row = lives.submitted(indicator, period, VALUES[(number + 1) % 4], by=officer)
    if number % 4 == 1:
        override_rating(
            row, expected=row.version, by=lead, at=lives.AT, rating=Rag.RED, reason="Known to be wrong"
        )
    if number % 4 == 2:
        send_back(row, expected=row.version, by=lead, at=lives.AT, reason="Whole numbers please")
    return row


def any_of(model_name: str) -> Model:
    """One row of a model, by its name as addresses of the register write it: "portfolios_body"."""
    app, _, name = model_name.partition("_")
    row = apps.get_model(app, name)._base_manager.order_by("pk").first()
    assert row is not None, f"The scene has no {model_name}: add one, so that its pages can be walked."
    return row
