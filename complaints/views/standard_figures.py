"""The standard figures of complaints, for everybody signed in."""

from django.conf import settings
from django.http import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from complaints.figures.standard_figures import standard_figures, years_shown
from complaints.rules.small_numbers import HIDDEN_WORDS
from complaints.tables.standard_figures import StandardTable
from council.access import Permission, SignedInRequest, allow
from council.lists import ListPage, list_page
from council.periods import local_day, year_name


@allow(Permission.SEE_CASE_PATTERNS)
def case_figures(request: SignedInRequest) -> HttpResponseBase:
    """Every line of the standard table with its definition, for this financial year and the two before it."""
    today = local_day(timezone.now())
    years, people = years_shown(today), settings.COUNCIL_POPULATION
    names = [year_name(year) for year in years]
    page = list_page(
        request,
        queryset=standard_figures(years, on=today, people=people or None),
        table_class=StandardTable,
        name="figures",
        caption=f"Standard figures of complaints, {names[-1]} to {names[0]}",
        per_page=200,
    )
    if not isinstance(page, ListPage):
        return page
    context = {"list": page, "people": people, "hidden": HIDDEN_WORDS, "this_year": names[0]}
    return render(request, "complaints/standard_figures.html", context)
