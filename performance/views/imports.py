"""Bringing files: which there were, a new one, what it would do, and carrying it out."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from council.access import Permission, SignedInRequest, allow
from council.exports import csv_response
from council.forms import refuse_repeats
from council.lists import ListPage, list_page
from council.periods import local_day
from performance.choices import ImportKind, Step
from performance.figures.imports import drafts_brought
from performance.forms.imports import FILE_FORMS, AnswersForm, FileForm, is_too_large, said_before
from performance.models import ImportBatch, PublishedTable
from performance.operations.imports import AlreadyDone, bring, discard, plan_of
from performance.rules.importing.plan_file import PLAN_HEADER, plan_rows
from performance.tables import ImportTable
from performance.views.previewed import (
    answered,
    answers_form,
    changes_in_words,
    import_crumbs,
    preview_context,
)
from performance.views.work import work_tabs

ABOUT = {
    ImportKind.INDICATORS: "Add indicators to the register, or change those that are there.",
    ImportKind.TARGETS: "Set the targets of a year or of its periods.",
    ImportKind.RETURNS: "Put in a period’s figures, as drafts or as figures that stand already.",
    ImportKind.MONTHS: "Put in past months under returns that stand already, such as the months of earlier quarters.",
    ImportKind.PUBLISHED_TABLE: "Take in a year table as a paper printed it, cell by cell, beside our own rule.",
}


@allow(Permission.IMPORT_FILES)
def imports(request: SignedInRequest) -> HttpResponseBase:
    """The files that were brought, the newest first, and what can be brought."""
    page = list_page(
        request,
        queryset=ImportBatch.objects.select_related("by").defer("content", "summary_content", "options"),
        table_class=ImportTable,
        name="files",
        caption="Files that were brought, the newest first",
    )
    if not isinstance(page, ListPage):
        return page
    context = {
        "list": page,
        "tabs": work_tabs(request, "imports"),
        "kinds": [(kind.value, kind.label, ABOUT[kind]) for kind in ImportKind],
    }
    return render(request, "performance/import_list.html", context)


@allow(Permission.IMPORT_FILES)
def import_new(request: SignedInRequest) -> HttpResponse:
    """Brings a file of the kind that the address names; without one, asks which kind it is."""
    kind = request.GET.get("kind", "")
    if kind not in FILE_FORMS:
        kinds = [(each.value, each.label, ABOUT[each]) for each in ImportKind]
        return render(request, "performance/import_kinds.html", {"kinds": kinds, **import_crumbs()})
    refuse_repeats(request.POST)
    said = said_before(kind, request.GET.get("again", ""))
    form = FILE_FORMS[kind](request.POST or None, request.FILES or None, initial=said)
    if request.method == "POST" and form.is_valid():
        batch = _bring(request, ImportKind(kind), form)
        return redirect("import_preview", batch.pk)
    status = 413 if form.is_bound and is_too_large(form) else 200
    context = {"form": form, "kind": ImportKind(kind), "about": ABOUT[ImportKind(kind)], **import_crumbs()}
    return render(request, "performance/import_form.html", context, status=status)


def _bring(request: SignedInRequest, kind: ImportKind, form: FileForm) -> ImportBatch:
    file, summary = form.cleaned_data["file"], form.cleaned_data.get("summary")
    return bring(
        kind,
        name=file.name,
        content=file.content,
        sheet=file.sheet,
        summary=tuple(summary) if summary else None,
        settings=form.settings(),
        by=request.user,
        at=timezone.now(),
    )


@allow(Permission.IMPORT_FILES)
def import_preview(request: SignedInRequest, pk: int) -> HttpResponseBase:
    """What a file would do, row by row; what stops it; what it leaves open; and, when all is well, the button.

    A page shows the first rows, and a file has them all: to turn pages would mean to plan the whole file for each.
    """
    batch = get_object_or_404(ImportBatch.objects.select_related("by"), pk=pk)
    if batch.applied_at is not None:
        return render(request, "performance/import_done.html", _done(batch))
    refuse_repeats(request.POST)
    plan = plan_of(batch, today=local_day(timezone.now()))
    if "export" in request.GET:
        return csv_response(f"what {batch.file_name} does", PLAN_HEADER, plan_rows(plan))
    form = answers_form(request, plan)
    if request.method == "POST" and form.is_valid():
        return _answered(request, batch, form)
    return render(request, "performance/import_preview.html", preview_context(batch, plan, form))


def _answered(request: SignedInRequest, batch: ImportBatch, form: AnswersForm) -> HttpResponse:
    def was_first(done: AlreadyDone) -> HttpResponse:
        messages.warning(request, f"Nothing was done now: somebody else was first. {done}")
        return redirect("import_preview", batch.pk) if done.batch else redirect("imports")

    def applied(number: int) -> HttpResponse:
        messages.success(request, f"{batch.file_name}: {changes_in_words(number)} made.")
        return redirect(_where_to(batch))

    return answered(request, batch, form, preview="import_preview", was_first=was_first, applied=applied)


def _where_to(batch: ImportBatch) -> str:
    """The page that shows what the file brought."""
    if batch.kind == ImportKind.PUBLISHED_TABLE:
        titled = PublishedTable.objects.filter(title=batch.options["settings"]["title"])
        table = titled.order_by("-pk").first()
        return table.get_absolute_url() if table else reverse("published_tables")
    if _are_drafts(batch):
        return batch.get_absolute_url()
    return reverse("returns_list" if batch.kind == ImportKind.RETURNS else "imports")


def _are_drafts(batch: ImportBatch) -> bool:
    """Whether it brought drafts, which only the officers of their services see."""
    is_drafted: bool = batch.options["settings"].get("step") == Step.DRAFTED
    return batch.kind == ImportKind.RETURNS and is_drafted


@allow(Permission.IMPORT_FILES)
@require_POST
def import_discard(request: SignedInRequest, pk: int) -> HttpResponse:
    """Throws a file away that was not applied."""
    batch = get_object_or_404(ImportBatch.objects.defer("content", "summary_content"), pk=pk)
    try:
        discard(batch)
    except AlreadyDone as done:
        messages.warning(request, f"It cannot be thrown away: {done}")
        return redirect("imports")
    messages.success(request, f"{batch.file_name} is thrown away. Nothing was changed.")
    return redirect("imports")


def _done(batch: ImportBatch) -> dict[str, object]:
    sha = batch.sha256
    in_groups = " ".join(sha[at : at + 8] for at in range(0, len(sha), 8))
    drafts = drafts_brought(batch) if _are_drafts(batch) else None
    return {
        "batch": batch,
        "checksum": in_groups,
        "where": "" if drafts else _where_to(batch),
        "drafts": drafts,
        **import_crumbs(),
    }
