"""The page on which an amendment is drafted: first what to do, then its fields beside the words of its day."""

import copy
import datetime
import uuid
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.text import Truncator

from council.admin import RegisterAdmin
from council.audit import Conflict
from council.forms import DateField, refuse_repeats
from portfolios.admin.amendments.choosing import TYPED, Choice
from portfolios.admin.amendments.forms import AmendmentForm, place_field
from portfolios.admin.amendments.not_to_choose import NotToChoose, not_to_choose
from portfolios.admin.amendments.overtaken import show_both
from portfolios.admin.amendments.pages import page, tell
from portfolios.admin.amendments.reading import standing
from portfolios.admin.amendments.sending import after_saving, key_sent
from portfolios.admin.amendments.showing import Trial, item_reads, try_out, unsaved, why_not_as_seen
from portfolios.admin.amendments.typed import read_or, values_of, write_into
from portfolios.choices import AmendmentKind, AmendmentStep
from portfolios.figures.remits import operative_of, remit_register
from portfolios.models import Amendment
from portfolios.operations.amendments import draft, record, redraft
from portfolios.rules.remits import Operative, Remit, Replayed

IN_FUTURE = "What is recorded as it stands is there already: enter a day that has come, or leave it blank."


def draft_page(admin: RegisterAdmin, request: HttpRequest, row: Amendment | None = None) -> HttpResponse:
    """Asks what is to be done, shows what it would do to the words, and saves exactly what was shown."""
    refuse_repeats(request.POST, ("items",))
    choice = Choice(admin, request, row)
    if not choice.is_settled:
        return choice.page()
    visit = Visit(choice)
    made = visit.made_before()
    if made is not None:
        return redirect(visit.after(made))
    if visit.is_sent and visit.try_it() and {"save", "another"} & {*request.POST}:
        saved = visit.save()
        if saved is not None:
            return redirect(visit.after(saved))
    return visit.page()


class Visit:
    """One visit to the page: what was sent, and what follows from it."""

    def __init__(self, choice: Choice) -> None:
        self.choice, self.request, self.row = choice, choice.request, choice.row
        self.kind, self.portfolio_id, self.sent = choice.kind, choice.portfolio_id, choice.sent
        self.is_sent = choice.is_post and "fields" not in self.sent
        self.register = remit_register()
        self.trial: Trial | None = None
        self.problem_shown: dict[str, Any] = {}
        self.notice = ""
        self.is_saved = False
        """Whether the redline is of what is saved already."""

    @property
    def step(self) -> AmendmentStep:
        return AmendmentStep.RECORDED if self.kind == AmendmentKind.RECORD else AmendmentStep.DRAFTED

    @cached_property
    def day(self) -> datetime.date | None:
        """The day of effect, as far as it can be read."""
        return read_or(  # type: ignore[no-any-return]
            DateField(required=False),
            self.sent.get("effective_on"),
            self.row.effective_on if self.row else None,
        )

    @cached_property
    def before(self) -> Replayed:
        """The remits just before the amendment takes effect."""
        probe = Operative(
            key=self.row.pk if self.row else 0,
            kind=self.kind,
            portfolio=self.portfolio_id,
            effective_on=self.day,
            place=read_or(place_field(), self.sent.get("place"), self.row.place if self.row else 1) or 1,
        )
        return self.register.try_out(unsaved(probe), self.step)[0]

    @property
    def remit(self) -> Remit:
        """The one that is amended."""
        return self.before.remits.of(self.portfolio_id)

    @cached_property
    def not_to_choose(self) -> NotToChoose:
        """What of today's remit cannot be chosen, and why."""
        today = self.choice.today
        return not_to_choose(
            self.register, self.before, self.portfolio_id, self.kind, day=self.day, today=today
        )

    @cached_property
    def form(self) -> AmendmentForm:
        """The fields of this kind of amendment."""
        items = [
            (str(item.key), f"{number}. {Truncator(item.text).chars(90)}")
            for number, item in enumerate(self.remit.items, 1)
        ]
        form = AmendmentForm(
            self.kind,
            self.portfolio_id,
            items,
            [each for each in self.choice.portfolios if each[0] != str(self.portfolio_id)],
            self.request.POST if self.is_sent else None,
            initial=values_of(self.row) if self.row and not self.choice.is_post else self._typed(),
            asks_why=self.row is not None or self.kind == AmendmentKind.RECORD,
            version=self.row.version if self.row else None,
        )
        if self.choice.is_post and self.row:
            form.fields["version"].initial = self.sent.get("version")
        self.not_to_choose.tell(form)
        if not self.choice.is_post and self.sent.get("item") and self.sent["item"] not in dict(items):
            self.notice = self.not_to_choose.why(self.sent["item"])
        return form

    def _typed(self) -> dict[str, Any]:
        """What was typed so far, unread."""
        typed: dict[str, Any] = {name: self.sent[name] for name in TYPED if self.sent.get(name)}
        return typed | ({"items": self.sent.getlist("items")} if "items" in self.sent else {})

    @cached_property
    def key(self) -> uuid.UUID | None:
        """What tells one saving of a new amendment from another; None where nothing new is saved."""
        if self.row is not None or not self.is_sent or not {"save", "another"} & {*self.request.POST}:
            return None
        return key_sent(self.request)

    def made_before(self) -> Amendment | None:
        """The amendment that this very form made before, as a double click sends it twice."""
        return Amendment.objects.filter(sent_as=self.key).first() if self.key else None

    def try_it(self) -> bool:
        """Whether what was sent could be saved; what it would do, or what is wrong, is kept for the page."""
        form = self.form
        if form.is_valid() and self.row and form.expected_version != self.row.version:
            show_both(form, self.row)
        if not form.is_valid():
            return False
        if (
            self.kind == AmendmentKind.RECORD
            and (form.cleaned_data["effective_on"] or self.choice.today) > self.choice.today
        ):
            form.add_error("effective_on", IN_FUTURE)
            return False
        amendment = self.described()
        operative = operative_of(amendment, form.cleaned_data.get("items", ()))
        rest = (amendment.finding_id, amendment.recommendation_id, amendment.source)
        trial = try_out(self.register, operative, self.step, on=self.choice.today, rest=rest)
        if trial.problem:
            form.add_error(
                trial.problem.field if trial.problem.field in form.fields else None, trial.problem.sentence
            )
            reads = item_reads(trial.before.of(self.portfolio_id), operative.item)
            self.problem_shown = {
                "hits": trial.hits,
                "reads": reads if trial.problem.code == "no_hit" else "",
            }
            return False
        self.trial = trial
        return True

    def described(self) -> Amendment:
        """The amendment that the form describes, not saved."""
        amendment = copy.copy(self.row) if self.row else Amendment(portfolio_id=self.portfolio_id)
        amendment.kind = self.kind
        write_into(amendment, self.form.cleaned_data)
        return amendment

    def save(self) -> Amendment | None:
        """The amendment as saved; None where what would be saved is not what was seen, or somebody was quicker."""
        assert self.trial is not None
        self.notice = why_not_as_seen(self.sent.get("seen", ""), self.trial)
        if self.notice:
            return None
        amendment = self.described()
        amendment.sent_as = self.key or amendment.sent_as
        try:
            self._write(amendment)
        except Conflict as conflict:
            show_both(self.form, conflict.current)
        except (ValidationError, IntegrityError) as problem:
            made = self.made_before()
            if made is not None:
                return made
            tell(self.form, problem)
        else:
            return amendment
        self.trial = None
        return None

    def _write(self, amendment: Amendment) -> None:
        typed, items = self.form.cleaned_data, self.form.cleaned_data.get("items", ())
        who: Any = {"by": self.request.user, "at": timezone.now(), "why": typed["why"]}
        if self.row is not None:
            redraft(amendment, items=items, expected=self.form.expected_version, **who)
        elif self.kind == AmendmentKind.RECORD:
            record(amendment, **who)
        else:
            draft(amendment, items=items, **who)

    def after(self, saved: Amendment) -> str:
        """Where to go from here, with a word of what was done."""
        return after_saving(self.request, saved, another="another" in self.sent)

    def page(self) -> HttpResponse:
        """The fields, the remit beside them, and the redline once there is one."""
        form, row = self.form, self.row
        if row and not self.choice.is_post and "kind" not in self.request.GET:
            operative = self.register.operatives[row.pk]
            saved = try_out(self.register, operative, row.step, on=self.choice.today)
            self.trial, self.is_saved = None if saved.problem else saved, True
        around = standing(self.request, row, self.register, on=self.choice.today) if row else {}
        name = self.remit.name or self.register.names[self.portfolio_id]
        return page(
            self.choice.admin,
            self.request,
            "amendment_draft.html",
            title=str(row) if row else f"Amend the remit of {name}",
            row=row,
            form=form,
            kind=self.kind,
            portfolio_id=self.portfolio_id,
            name=name,
            remit=self.remit,
            not_to_choose=self.not_to_choose,
            day=self.day,
            trial=self.trial,
            is_saved=self.is_saved,
            notice=self.notice,
            is_record=self.kind == AmendmentKind.RECORD,
            **self.problem_shown,
            **around,
        )
