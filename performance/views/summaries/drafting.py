"""A summary is begun, worked on sentence by sentence, and drafted again."""

from collections.abc import Iterable

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow
from council.audit import Conflict
from council.forms import refuse_repeats
from performance.figures.reporting import reporting
from performance.figures.standing import quarters_ended
from performance.figures.summary.facts import drafted
from performance.figures.summary.paper import headings, standing_of_draft
from performance.figures.summary.working import in_sections, working_rows
from performance.forms.summaries import BeginSummaryForm, DraftAgainForm, NewSentenceForm, StepForm
from performance.models import ExecutiveSummary, SummarySentence
from performance.operations.summaries.drafts import (
    AlreadyPresented,
    NothingToSay,
    begin_summary,
    draft_again,
)
from performance.operations.summaries.sentences import (
    FiguresMoved,
    add_sentence,
    leave_out,
    look_again,
    move_sentence,
)
from performance.rules.summary.redrafting import Turn, redraft
from performance.views.summaries.reach import AT, LIST, place_on_page, readable, today

QUARTERS_OFFERED = 4
TAKEN = "Somebody else changed this sentence meanwhile. It stands here as it is now: look, then choose again."


@allow(Permission.WRITE_SUMMARIES)
def summary_begin(request: SignedInRequest) -> HttpResponse:
    """Begins the summary of a quarter for the council or a body, drafted by the rules; or opens the one there is."""
    refuse_repeats(request.POST)
    quarters = quarters_ended(today())[:QUARTERS_OFFERED]
    bodies = {pk for quarter in quarters for pk in reporting(quarter).bodies}
    data = request.POST if request.method == "POST" else None
    form = BeginSummaryForm(data, quarters=quarters, bodies=sorted(bodies))
    if data is not None and form.is_valid():
        span = form.chosen
        try:
            row = begin_summary(
                form.cleaned_data["body"],
                year=span.year,
                quarter=number_of(span.start.month),
                by=request.user,
                at=timezone.now(),
                on=today(),
            )
        except NothingToSay as problem:
            form.add_error("quarter", str(problem))
        else:
            return _begun(request, row)
    context = {
        "form": form,
        "cancel_url": reverse("summaries"),
        "breadcrumbs": [(LIST, reverse("summaries"))],
    }
    return render(request, "performance/summary_begin.html", context)


def number_of(month: int) -> int:
    """The quarter of the financial year that begins in the month."""
    return (month - 4) % 12 // 3 + 1


def _begun(request: SignedInRequest, row: ExecutiveSummary) -> HttpResponse:
    if row.is_presented:
        messages.info(request, "This summary was presented already.")
        return redirect(row)
    messages.success(
        request, "This is what the rules say. Word it as people would: each sentence keeps its figures."
    )
    return redirect("summary_work", row.pk)


@allow(Permission.WRITE_SUMMARIES)
def summary_work(request: SignedInRequest, pk: int) -> HttpResponse:
    """A draft to be worked on; sent with a step of one sentence, or with a sentence to add."""
    refuse_repeats(request.POST)
    row = readable(request, pk)
    if row.is_presented:
        return redirect(row)
    form = NewSentenceForm(request.POST if "add" in request.POST else None, headings=headings())
    try:
        if "step" in request.POST:
            return _step(request, row)
        if form.is_bound and form.is_valid():
            made = add_sentence(row, by=request.user, **form.said)
            said = "The sentence is added."
            if made.service:
                said += " Say which figures it rests on, so that it warns when they change."
            messages.success(request, said)
            return redirect(made if made.service else place_on_page(made))
    except AlreadyPresented as problem:
        messages.warning(request, f"{problem} What you sent is not saved.")
        return redirect(row)
    return _page(request, row, form)


def _step(request: SignedInRequest, row: ExecutiveSummary) -> HttpResponse:
    form = StepForm(request.POST)
    if not form.is_valid():
        raise BadRequest(
            "The page sent something that it does not offer. Open it again and choose once more."
        )
    said = form.cleaned_data
    mine = SummarySentence.objects.with_figures().select_related("summary__body")
    sentence = get_object_or_404(mine, pk=said["sentence"], summary=row)
    how = {"expected": said["version"], "by": request.user}
    try:
        match said["step"]:
            case "up" | "down":
                move_sentence(sentence, up=said["step"] == "up")
            case "holds":
                look_again(sentence, seen=said["seen"], on=today(), **how)
                messages.success(request, "The sentence now rests on the figures as they stand.")
            case step:
                leave_out(sentence, out=step == "leave_out", **how)
                messages.success(request, _LEFT[step])
    except Conflict:
        messages.warning(request, TAKEN)
    except FiguresMoved as problem:
        messages.warning(request, f"{problem}.")
    sentence.refresh_from_db(fields=["section", "is_left_out"])
    return redirect(place_on_page(sentence))


_LEFT = {
    "leave_out": "The sentence is left out. It stands at the foot of the page, to be put back.",
    "put_back": "The sentence is back in its section.",
}


def _work(row: ExecutiveSummary) -> str:
    return reverse("summary_work", args=[row.pk])


def _page(request: SignedInRequest, row: ExecutiveSummary, form: NewSentenceForm) -> HttpResponse:
    rows = working_rows(row, today=today())
    context = {
        "summary": row,
        "sections": in_sections(rows, headings(), worked_on=request.GET.get(AT, "")),
        "changed": [each for each in rows if each.needs_a_look],
        "form": form,
        "breadcrumbs": [(LIST, reverse("summaries"))],
    }
    return render(request, "performance/summary_work.html", context)


@allow(Permission.WRITE_SUMMARIES)
def summary_draft_again(request: SignedInRequest, pk: int) -> HttpResponse:
    """Shows what the rules would say now, and writes it where nobody worked on the sentence."""
    refuse_repeats(request.POST)
    row = readable(request, pk)
    if row.is_presented:
        return redirect(row)
    form = DraftAgainForm(request.POST if request.method == "POST" else None, version=row.version)
    if form.is_bound and form.is_valid():
        try:
            turns = draft_again(row, expected=form.expected_version, by=request.user, on=today())
        except AlreadyPresented:
            return redirect(row)
        except Conflict:
            row = readable(request, pk)
            form.ask_again(row.version, "Somebody wrote in the draft meanwhile. Look again, then draft again")
        else:
            number = _written(each.turn for each in turns)
            messages.success(
                request, f"Drafted again: {number} {'sentence' if number == 1 else 'sentences'} written."
            )
            return redirect("summary_work", pk)
    turns = redraft(standing_of_draft(row), drafted(row, today=today()))
    context = {
        "summary": row,
        "form": form,
        "turns": [each for each in turns if each.turn is not Turn.SAME],
        "same": sum(each.turn is Turn.SAME for each in turns),
        "headings": headings(),
        "cancel_url": _work(row),
        "breadcrumbs": [(LIST, reverse("summaries")), (str(row), _work(row))],
    }
    return render(request, "performance/summary_draft_again.html", context)


def _written(turns: Iterable[Turn]) -> int:
    return sum(each in (Turn.ADDED, Turn.REWRITTEN) for each in turns)
