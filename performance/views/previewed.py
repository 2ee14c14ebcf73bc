"""What a file that was brought would do: its preview, the answers to its questions, and carrying it out."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from council.access import SignedInRequest
from performance.choices import ImportKind, Step
from performance.forms.imports import STEPS, AnswersForm
from performance.models import ImportBatch
from performance.operations.imports import AlreadyDone, LookAgain, apply_batch, imported_before, keep_answers
from performance.rules.importing.plan import Effect, Plan, Question

ROWS_SHOWN = 200
PROBLEMS_SHOWN = 100
QUESTIONS_SHOWN = 100


def answers_form(request: SignedInRequest, plan: Plan) -> AnswersForm:
    """The questions of a plan that a page can show."""
    open_first = [*plan.open_questions[:QUESTIONS_SHOWN], *_settled(plan)]
    data = request.POST if request.method == "POST" else None
    return AnswersForm(data, questions=open_first, fingerprint=plan.fingerprint)


def _settled(plan: Plan) -> list[Question]:
    """The questions that have an answer, a person's or the usual one, as many as a page can show."""
    return [question for question in plan.questions if not question.is_open][:ROWS_SHOWN]


def answered(
    request: SignedInRequest,
    batch: ImportBatch,
    form: AnswersForm,
    *,
    preview: str,
    was_first: Callable[[AlreadyDone], HttpResponse],
    applied: Callable[[int], HttpResponse],
) -> HttpResponse:
    """Keeps the answers; applies the file if that was asked and it still does what the person saw.

    `preview` names the page that shows the file; the two others answer where somebody else was first, and where it is
    done, with how many rows changed something.
    """
    try:
        if form.answers:
            keep_answers(batch, form.answers)
        if request.POST.get("do") != "apply":
            return redirect(preview, batch.pk)
        number = apply_batch(batch, expected=form.cleaned_data["plan"], by=request.user, at=timezone.now())
    except AlreadyDone as done:
        return was_first(done)
    except LookAgain as changed:
        messages.warning(request, str(changed))
        return redirect(preview, batch.pk)
    return applied(number)


def preview_context(batch: ImportBatch, plan: Plan, form: AnswersForm) -> dict[str, object]:
    """What the page of a file's preview shows."""
    changing = [change for change in plan.changes if change.effect != Effect.UNCHANGED]
    shown = changing[:ROWS_SHOWN]
    counted = [(effect.label, plan.counts[effect]) for effect in Effect]
    return {
        "batch": batch,
        "plan": plan,
        "form": form,
        "open": [(question, form[question.key]) for question in plan.open_questions[:QUESTIONS_SHOWN]],
        "open_left": max(len(plan.open_questions) - QUESTIONS_SHOWN, 0),
        "settled": [(question, form[question.key]) for question in _settled(plan)],
        "problems": plan.problems[:PROBLEMS_SHOWN],
        "problems_left": max(len(plan.problems) - PROBLEMS_SHOWN, 0),
        "changes": shown,
        "changes_left": len(changing) - len(shown),
        "counted": [(label, number) for label, number in counted if number or label in ("New", "Changed")],
        "changes_in_words": changes_in_words(plan.number),
        "step": _step_words(batch),
        "lede": _lede(plan),
        "before": imported_before(batch),
        "discard_url": reverse("import_discard", args=[batch.pk]),
        "again_url": f"{reverse('import_new')}?kind={batch.kind}&again={batch.pk}",
        **import_crumbs(),
    }


def _lede(plan: Plan) -> str:
    """Where the file stands, in one sentence."""
    problems, questions = len(plan.problems), len(plan.open_questions)
    if problems:
        return f"Nothing goes in until {'a problem is' if problems == 1 else f'{problems:,} problems are'} put right."
    if questions:
        return f"{'One thing' if questions == 1 else f'{questions:,} things'} only you can say, before it can go in."
    if plan.number:
        return f"{changes_in_words(plan.number)} will be made, all or none."
    return "Nothing to change: the register has it all already."


def _step_words(batch: ImportBatch) -> str:
    """What the figures of a file of returns will be."""
    if batch.kind != ImportKind.RETURNS:
        return ""
    return dict(STEPS)[Step(batch.options["settings"]["step"])]


def import_crumbs() -> dict[str, object]:
    """The way back to the list of files."""
    return {"breadcrumbs": [("Imports", reverse("imports"))]}


def changes_in_words(number: int) -> str:
    """How many changes, in words."""
    return "1 change" if number == 1 else f"{number:,} changes"
