"""Builds the customers and their cases, each with all that stands beside it, in a few inserts."""

import datetime
from itertools import chain
from uuid import NAMESPACE_URL, uuid5

from complaints.choices import CaseKind, CaseStep, Channel, MessageKind
from complaints.models import (
    Case,
    CaseNumber,
    CaseProcedure,
    Cause,
    Contact,
    Customer,
    DefinitionLine,
    Incident,
    MessageText,
)
from complaints.operations.links import sum_of, token_of
from council.demo.cases.asked import INCIDENT, INCIDENT_SAID, INCIDENT_WORDS
from council.demo.cases.customers import add_customers
from council.demo.cases.keeping import add_keeping
from council.demo.cases.life import Life
from council.demo.cases.lived import Lived
from council.demo.cases.plan import CHANNELS, PlannedCase, hands_of, planned
from council.demo.cases.said import WASTE
from council.demo.cases.surveyed import Surveyed
from council.demo.cases.together import bring_together
from council.demo.chance import share
from council.demo.days import ONE_DAY, moment
from council.demo.register import Register
from council.demo.rows import add
from council.models import holidays_of
from council.models.bank_holiday import Division

TOLD = 25
"""How many told the council of the incident."""
INCIDENT_AGO = 33
"""Working days ago."""
BESIDE = (
    "contacts",
    "triages",
    "clocks",
    "extensions",
    "points",
    "answers",
    "remedies",
    "entries",
    "messages",
)
"""What stands beside a case, each after what it names."""


def build_cases(register: Register) -> None:
    """Eighteen months of cases, and one event that many people told the council of."""
    customers = add_customers(register)
    began = register.days.working_day(register.days.today, -INCIDENT_AGO)
    about = Incident(title=INCIDENT, service=register.services[WASTE], words=INCIDENT_WORDS)
    about.began_on, about.over_on = began, register.days.working_day(began, 2)
    [incident] = add([about], by=register.users["complaints"], at=moment(began, 0.5))
    plans = [*((each, None) for each in planned(register.days)), *((each, incident) for each in _told(began))]
    plans.sort(key=lambda each: (each[0].received_on, each[0].number))
    lives = Cases(register, customers).lives(plans)
    surveyed = Surveyed(register)
    surveyed.begin()
    for life in lives:
        surveyed.ask(life)
    by, at = register.users["complaints"], register.set_up_at
    add((life.case for life in lives), by=by, at=at)
    for life in lives:
        for message, (_, number, kind) in ((each, each.key.split(":")) for each in life.messages):
            message.key = f"{life.case.pk}:{number}:{kind}"
    for name in BESIDE:
        add(chain.from_iterable(getattr(life, name) for life in lives), by=by, at=at)
    add(surveyed.requests, by=by, at=at)
    add(surveyed.answers, by=by, at=at)
    bring_together(register, customers, incident)
    add_keeping(register, [life.case for life in lives])


def _told(began: datetime.date) -> list[PlannedCase]:
    """Those who told the council of the missed round on the day and the day after."""
    return [
        PlannedCase(
            number=1000 + number,
            kind=CaseKind.REQUEST,
            channel=CHANNELS[int(share("incident", number) * len(CHANNELS))],
            service=WASTE,
            subject="Recycling not collected",
            words=INCIDENT_SAID[number % len(INCIDENT_SAID)],
            received_on=began if number < TOLD * 2 // 3 else began + ONE_DAY,
            replied_after=2,
            chance=("incident", number),
        )
        for number in range(TOLD)
    ]


class Cases:
    """What every case is made with, and the last number given in each year."""

    def __init__(self, register: Register, customers: list[Customer]) -> None:
        self.register, self.customers = register, customers
        self.texts = {text.kind: text for text in MessageText.objects.all()}
        self.lines = {line.number: line for line in DefinitionLine.objects.all()}
        self.causes = {cause.name: cause for cause in Cause.objects.all()}
        self.procedures = {each.kind: each for each in CaseProcedure.objects.filter(is_usual=True)}
        self.holidays = holidays_of(Division.ENGLAND_AND_WALES)
        self.numbers: dict[int, int] = {}

    def lives(self, plans: list[tuple[PlannedCase, Incident | None]]) -> list[Life]:
        """Every case as far as it has come; keeps the numbers given."""
        lives = [
            Lived(self.register, plan, self._received(plan, incident), self.lines, self.causes).run()
            for plan, incident in plans
        ]
        CaseNumber.objects.bulk_create(
            CaseNumber(year=year, last=last) for year, last in sorted(self.numbers.items())
        )
        return lives

    def _received(self, plan: PlannedCase, incident: Incident | None) -> Life:
        """The case as it came in: with its contact, its first clock, its first entry and message."""
        at = moment(plan.received_on, 0.05 + 0.9 * plan.share("received"))
        life = Life(self._case(plan, incident, at), self.texts, self.holidays)
        case = life.case
        life.contacts.append(
            Contact(customer=case.customer, case=case, channel=case.channel, at=at, taken_by=case.taken_by)
        )
        if case.procedure is not None:
            life.start_stage(case.procedure, case.received_on)
        life.step(CaseStep.RECEIVED, case.taken_by, at)
        life.write(MessageKind.RECEIVED)
        return life

    def _case(self, plan: PlannedCase, incident: Incident | None, at: datetime.datetime) -> Case:
        year = plan.received_on.year
        self.numbers[year] = self.numbers.get(year, 0) + 1
        reference = f"C-{year}-{self.numbers[year]:04}"
        key = uuid5(NAMESPACE_URL, f"wexcombe/cases/{reference}")
        by_hand = plan.channel in (Channel.PHONE, Channel.COUNTER, Channel.LETTER)
        return Case(
            reference=reference,
            kind=plan.kind,
            asked_as=plan.kind,
            channel=plan.channel,
            customer=self._customer(plan),
            service=self.register.services[plan.service] if incident or plan.share("named") < 0.7 else None,
            incident=incident,
            subject=plan.subject,
            words=plan.words,
            received_at=at,
            received_on=plan.received_on,
            procedure=self.procedures.get(plan.kind),
            taken_by=self.register.users[hands_of("Contact Centre")[0]] if by_hand else None,
            link_nonce=key.hex,
            link_hash=sum_of(token_of(key.hex)),
            sent_as=key,
        )

    def _customer(self, plan: PlannedCase) -> Customer:
        """Mostly somebody new; a few come again and again. Everybody of the incident is somebody else."""
        if plan.number >= 1000:
            return self.customers[plan.number - 1000]
        place = int(plan.share("who") ** 1.4 * (len(self.customers) - TOLD))
        return self.customers[TOLD + place]
