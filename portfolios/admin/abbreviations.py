"""Abbreviations in the register: explained wherever a paper uses them."""

from django.contrib import admin

from council.admin import RegisterAdmin
from portfolios.models import Abbreviation


@admin.register(Abbreviation)
class AbbreviationAdmin(RegisterAdmin):
    """What letters in papers stand for."""

    list_display = ["short", "in_full", "source"]
    search_fields = ["short", "in_full"]
    search_help_text = "Finds an abbreviation by its letters or its words."
    fields = ["short", "in_full", "source"]
