"""Every address of the site, from the resolver itself, each with objects of the scene in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from complaints.operations.links import token_of
from tests.conventions.scene import Scene, any_of

# What the parts of an address stand for, for all addresses; and for those where "pk" alone does not say.
PARTS = {"service_pk": "service", "period_pk": "period", "indicator_pk": "indicator"}
OWN_PARTS = {
    ("indicator", "pk"): "indicator",
    ("service", "pk"): "service",
    ("portfolio", "pk"): "portfolio",
    ("body", "pk"): "body",
    ("finding", "pk"): "finding",
    ("publish_period", "pk"): "period",
    ("amendment", "pk"): "amendment",
    ("compare_remit", "pk"): "portfolio",
    ("meeting", "pk"): "meeting",
    ("report", "pk"): "report",
    ("decision", "pk"): "decision",
    ("key_decision", "pk"): "notice",
    ("promise", "pk"): "promise",
    ("promise_settle", "pk"): "promise",
    ("promise_event", "pk"): "promise",
    ("query", "pk"): "query",
    ("query_answer", "pk"): "query",
    ("published_table", "pk"): "table",
    ("indicator_set", "pk"): "indicator_set",
    ("indicator_set_changes", "pk"): "indicator_set",
    ("indicator_set_decide", "pk"): "draft_set",
    ("indicator_set_terms", "pk"): "draft_set",
    ("indicator_set_adopt", "pk"): "draft_set",
    ("annual_figures_of", "pk"): "indicator",
    ("annual_figure_add", "pk"): "indicator",
    ("annual_figure_declare", "pk"): "changed_figure",
    ("progress_report", "pk"): "progress",
    ("progress_erratum", "pk"): "progress",
    ("progress_work", "pk"): "progress_draft",
    ("progress_present", "pk"): "progress_draft",
    ("progress_discard", "pk"): "progress_draft",
    ("progress_item", "pk"): "progress_item",
    ("summary", "pk"): "summary",
    ("summary_erratum", "pk"): "summary",
    ("summary_work", "pk"): "summary_draft",
    ("summary_draft_again", "pk"): "summary_draft",
    ("summary_present", "pk"): "summary_draft",
    ("summary_sentence", "pk"): "summary_sentence",
    ("challenge_rating", "period_pk"): "before",
    ("rebase", "pk"): "indicator",
    ("rebase_withdraw", "pk"): "indicator",
    ("rebase_withdraw", "rebase_pk"): "rebase",
    ("another_figure", "indicator_pk"): "computed",
    ("return_compute", "indicator_pk"): "computed",
    ("answer_challenge", "pk"): "challenge",
    ("sheet_preview", "pk"): "sheet",
    ("sheet_discard", "pk"): "sheet",
    ("import_preview", "pk"): "batch",
    ("import_discard", "pk"): "batch",
    ("case_settle", "number"): "remedy",
    ("feedback_report", "pk"): "feedback",
    ("feedback_report_erratum", "pk"): "feedback",
    ("feedback_report_work", "pk"): "feedback_draft",
    ("feedback_report_present", "pk"): "feedback_draft",
    ("action", "pk"): "action",
    ("action_change", "pk"): "action",
    ("action_step", "pk"): "action",
    ("lesson", "pk"): "lesson",
    ("lesson_change", "pk"): "lesson",
    ("lesson_step", "pk"): "lesson",
    ("cause", "pk"): "cause",
    **{(f"customer{page}", "pk"): "customer" for page in ("", "_change", "_merge", "_compare")},
    ("customer_compare", "other"): "other_customer",
    ("customer_unmerge", "pk"): "merged_customer",
    **{(f"incident{page}", "pk"): "incident" for page in ("", "_change", "_tell", "_reply")},
    ("case_letter", "number"): "letter",
    ("customer_export", "pk"): "customer",
    **dict.fromkeys(
        ((f"ombudsman_{page}", "pk") for page in ("case", "change", "decide", "recommend", "settle")),
        "ombudsman_case",
    ),
    ("ombudsman_settle", "number"): "recommendation",
    ("ombudsman_letter", "pk"): "annual_letter",
    ("ombudsman_letter_change", "pk"): "annual_letter",
    ("admin:move_end", "pk"): "period",
    ("admin:profile_year", "pk"): "indicator",
}
# The years of the annual reports of `ombudsman_rows`: one that is presented, and a draft.
PRESENTED_YEAR, DRAFT_YEAR = "2025", "2026"
LITERAL = {
    ("annual_report", "year"): PRESENTED_YEAR,
    ("annual_report_erratum", "year"): PRESENTED_YEAR,
    ("annual_report_response", "year"): PRESENTED_YEAR,
    ("published_report", "year"): PRESENTED_YEAR,
    ("annual_report_work", "year"): DRAFT_YEAR,
    ("annual_report_present", "year"): DRAFT_YEAR,
    ("annual_paragraph", "year"): DRAFT_YEAR,
    ("annual_paragraph", "code"): "lgsco",
    ("annual_paragraph", "paragraph"): "6-2",
    ("case_answer", "number"): "1",
    ("feedback_return", "year"): "2026",
    ("feedback_return", "quarter"): "2",
    ("feedback_send_back", "year"): "2026",
    ("feedback_send_back", "quarter"): "1",
    ("action_step", "step"): "go",
    ("lesson_step", "step"): "close",
    ("account_reset_password_from_key", "uidb36"): "1",
    ("account_reset_password_from_key", "key"): "set-password",
    ("admin:app_list", "app_label"): "portfolios",
    ("admin:view_on_site", "content_type_id"): "1",
    ("admin:view_on_site", "object_id"): "1",
}


# Parts that are spelt otherwise than by a key.
SPELT = {
    "reference": lambda scene: scene.case.reference,
    "key": lambda scene: scene.attachment.key,
    "question": lambda scene: "kind",
    "token": lambda scene: token_of(scene.case.link_nonce),
    ("how_did_we_do", "token"): lambda scene: token_of(scene.survey_request.link_nonce),
}


@dataclass(frozen=True)
class Address:
    """One pattern of the resolver: its name, with the namespace before it, and the names of its parts."""

    name: str
    parts: tuple[str, ...]
    route: str

    @property
    def is_register(self) -> bool:
        return self.name.startswith("admin:")

    def url(self, scene: Scene) -> str:
        """The address with objects that exist."""
        return reverse(self.name, kwargs={part: self._value(part, scene) for part in self.parts})

    def with_parts(self, value: object) -> str:
        """The address with the same text in every part, whether or not the resolver would ever make it."""
        return "/" + re.sub(r"<[^>]+>|\(\?P<[^)]+\)", str(value), self.route).replace("^", "").replace(
            "$", ""
        )

    def _value(self, part: str, scene: Scene) -> object:
        key = (self.name, part)
        if key in LITERAL:
            return LITERAL[key]
        if spelt := SPELT.get(key) or SPELT.get(part):
            return spelt(scene)
        noun = OWN_PARTS.get(key) or PARTS.get(part)
        if noun:
            return getattr(scene, noun).pk
        if self.is_register:
            model = re.search(r"admin/([a-z]+)/([a-z]+)/", self.route)
            assert model, f"{self.name}: say in addresses.py what its {part} is."
            return any_of(f"{model[1]}_{model[2]}").pk
        raise AssertionError(f"{self.name}: say in addresses.py what its {part} is.")


def addresses() -> list[Address]:
    """Every address that has a name. Those of the register without one only lead to another that has."""
    return sorted(
        set(_walk(get_resolver(), "", "")), key=lambda each: (each.is_register, each.name, each.route)
    )


def _walk(resolver: URLResolver, space: str, before: str) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern, f"{pattern.namespace}:" if pattern.namespace else space, route)
        elif isinstance(pattern, URLPattern) and pattern.name:
            parts = tuple(pattern.pattern.regex.groupindex) or tuple(pattern.pattern.converters)
            yield Address(f"{space}{pattern.name}", parts, route)
        else:
            assert space == "admin:", f"/{route} has no name: every address has one."
