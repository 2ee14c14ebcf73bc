"""The members' queries as a list, and asking about a service or a report."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import messages
from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow, may
from council.dates import long_date
from council.forms import refuse_repeats
from council.lists import ListPage, list_page
from council.periods import local_day
from portfolios.figures.answer_times import answer_time
from portfolios.filters.queries import NO_OWNER, QueryFilters
from portfolios.forms.queries import QuestionForm, ServiceQuestionForm
from portfolios.models import Post, Query, Report, Service, Tenure
from portfolios.operations.queries import ask, owner_of_service
from portfolios.tables.queries import QueryFile, QueryTable

ASKED_BEFORE_SHOWN = 10
LONGEST_KEY = 18


@allow(Permission.SEE_PERFORMANCE)
def queries(request: SignedInRequest) -> HttpResponseBase:
    """Every query with who owes the answer and by when; the newest first."""
    read: Any = request
    today, is_file = local_day(timezone.now()), "export" in request.GET
    read.owners = _owners()
    read.own = partial(Tenure.objects.service_ids_of, request.user, day=today)
    rows = Query.objects.for_list(on=today)
    page = list_page(
        request,
        queryset=rows.prefetch_related("answers") if is_file else rows,
        table_class=QueryFile if is_file else QueryTable,
        filterset_class=QueryFilters,
        name="queries",
        caption="Members’ queries, the newest first",
    )
    if not isinstance(page, ListPage):
        return page
    return render(
        request,
        "portfolios/query_list.html",
        {"list": page, "may_ask": may(request.user, Permission.ASK_QUERIES)},
    )


def _owners() -> list[tuple[str, str]]:
    """The posts that owe or owed an answer, and whether there are queries without one."""
    rows = Query.objects.order_by("owner__title").values_list("owner", "owner__title").distinct()
    return [(str(pk or NO_OWNER), title or "No post owns it") for pk, title in rows]


@dataclass(frozen=True)
class Subject:
    """What a question is about, and who owes the answer."""

    words: str
    url: str
    owner: Post | None
    service: Service | None = None
    report: Report | None = None

    def asked_before(self) -> QuerySet[Query]:
        """What was asked about the same, the newest first."""
        return Query.objects.filter(service=self.service, report=self.report).exclude(figure_words__gt="")


@allow(Permission.ASK_QUERIES)
def query_ask(request: SignedInRequest) -> HttpResponse:
    """Asks about what the address names (`?service=3`, `?report=5`), or about a service chosen here."""
    refuse_repeats(request.POST)
    subject = _subject(request)
    kind = QuestionForm if subject else ServiceQuestionForm
    form = kind(request.POST if request.method == "POST" else None)
    if form.is_valid():
        about = subject or of_service(form.cleaned_data["service"])
        return asked(request, form, about)
    return ask_page(request, form, subject)


def _subject(request: SignedInRequest) -> Subject | None:
    service, report = request.GET.get("service"), request.GET.get("report")
    if report:
        rows = Report.objects.select_related("author")
        row = get_object_or_404(rows, pk=_key(report))
        return Subject(row.subject, row.get_absolute_url(), row.author, report=row)
    if service:
        near = Service.objects.select_related("manager", "parent__manager", "parent__parent__manager")
        return of_service(get_object_or_404(near, pk=_key(service)))
    return None


def _key(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST_KEY):
        raise Http404
    return int(text)


def of_service(service: Service) -> Subject:
    """A service as what a question is about."""
    return Subject(service.name, service.get_absolute_url(), owner_of_service(service), service=service)


def asked(request: SignedInRequest, form: QuestionForm, subject: Subject) -> HttpResponse:
    """Puts the question, and shows it with what happens next."""
    said = form.cleaned_data
    query = ask(
        said["question"],
        by=request.user,
        at=timezone.now(),
        sent_as=said["sent_as"],
        owner=subject.owner,
        service=subject.service,
        report=subject.report,
    )
    messages.success(request, what_happens_next(query))
    return redirect(query)


def what_happens_next(query: Query) -> str:
    """The sentence after a question was put."""
    due = f" by {long_date(query.due_on)}" if query.due_on else ""
    if query.owner is None:
        return "Your question is kept. No post owns it yet, so an administrator will pass it on."
    return f"Your question is with the {query.owner.title}, who owes you an answer{due}."


def ask_page(request: SignedInRequest, form: QuestionForm, subject: Subject | None) -> HttpResponse:
    """The form, with what was asked about the same before and by when an answer is due."""
    context = {
        "form": form,
        "about": subject.words if subject else "",
        "about_url": subject.url if subject else "",
        "owner": subject.owner if subject else None,
        "is_known": subject is not None,
        "time": answer_time(local_day(timezone.now())),
        "before": before_shown(subject.asked_before()) if subject else [],
        "cancel_url": subject.url if subject else reverse("queries"),
        "breadcrumbs": [("Queries", reverse("queries"))],
    }
    return render(request, "portfolios/query_ask.html", context)


def before_shown(asked_before: QuerySet[Query]) -> list[Query]:
    """The newest of what was asked before, with the answers."""
    given = Prefetch("answers", to_attr="given")
    return list(asked_before.select_related("owner").prefetch_related(given)[:ASKED_BEFORE_SHOWN])
