"""The first page of an amendment: which remit, what is to be done, and from when."""

from functools import cached_property

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone

from council.access import Permission, may
from council.admin import RegisterAdmin
from council.periods import local_day
from portfolios.admin.amendments.forms import ChoosingForm
from portfolios.admin.amendments.pages import page, portfolio_choices
from portfolios.admin.amendments.wording import LABELS
from portfolios.choices import AmendmentKind
from portfolios.models import Amendment

TYPED = (*LABELS, "why", "version")
"""What is typed on the second page. It travels along when somebody goes back to the first."""


class Choice:
    """What is to be done, as far as it was said."""

    def __init__(self, admin: RegisterAdmin, request: HttpRequest, row: Amendment | None) -> None:
        self.admin, self.request, self.row = admin, request, row
        self.is_post = request.method == "POST"
        self.sent: QueryDict = (request.POST if self.is_post else request.GET).copy()
        if row is not None:
            self.sent["portfolio"] = str(row.portfolio_id)
            self.sent.setdefault("kind", row.kind)
        self.today = local_day(timezone.now())
        self.portfolios = portfolio_choices(self.today)

    @property
    def may_record(self) -> bool:
        """Whether an item may be recorded here: it stands at once, so it takes who may bring into force."""
        return self.row is None and may(self.request.user, Permission.COMMENCE_AMENDMENTS)  # type: ignore[arg-type]

    @cached_property
    def form(self) -> ChoosingForm:
        is_told = self.is_post or {"portfolio", "kind", "go"} & {*self.sent}
        return ChoosingForm(self.portfolios, self.sent if is_told else None, may_record=self.may_record)

    @property
    def is_settled(self) -> bool:
        """Whether it is clear which fields are to be asked."""
        if not self.form.is_bound or (self.is_post and "choose" in self.sent):
            return False
        comes_from_here = "go" in self.sent or "fields" in self.sent
        needed = {*self.form.fields} if comes_from_here else {"portfolio", "kind"}
        return not needed & {*self.form.errors}

    @property
    def kind(self) -> AmendmentKind:
        return AmendmentKind(self.form.cleaned_data["kind"])

    @property
    def portfolio_id(self) -> int:
        return int(self.form.cleaned_data["portfolio"])

    def page(self) -> HttpResponse:
        """Asks for what is not settled; what was not asked before is not called missing."""
        form = self.form
        if form.is_bound and not self.is_post and "go" not in self.sent:
            for name in [name for name in form.errors if not self.sent.get(name)]:
                del form.errors[name]
        typed = [name for name in TYPED if self.is_post and name not in form.fields]
        kept = [(name, value) for name in typed for value in self.sent.getlist(name)]
        title = f"Change what {self.row} does" if self.row else "Amend a remit"
        return page(
            self.admin, self.request, "amendment_choose.html", title=title, row=self.row, form=form, kept=kept
        )
