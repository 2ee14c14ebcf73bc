"""The addresses of annual complaints reports, of the figures of years and of the Ombudsmen's letters."""

from django.urls import path

from complaints.views import annual_case_figures, annual_reports, assessing, ombudsman_letters

REPORT = "annual/<int:year>/"
LETTER = "ombudsman/letters/<int:pk>/"

urlpatterns = [
    path("annual/", annual_reports.annual_reports, name="annual_reports"),
    path("annual/new/", annual_reports.annual_report_new, name="annual_report_new"),
    path("annual/figures/", annual_case_figures.annual_case_figures, name="annual_case_figures"),
    path("annual/figures/new/", annual_case_figures.annual_case_figure_new, name="annual_case_figure_new"),
    path(REPORT, annual_reports.annual_report, name="annual_report"),
    path(f"{REPORT}work/", annual_reports.annual_report_work, name="annual_report_work"),
    path(f"{REPORT}present/", annual_reports.annual_report_present, name="annual_report_present"),
    path(f"{REPORT}erratum/", annual_reports.annual_report_erratum, name="annual_report_erratum"),
    path(f"{REPORT}response/", annual_reports.annual_report_response, name="annual_report_response"),
    path(f"{REPORT}<slug:code>/<slug:paragraph>/", assessing.annual_paragraph, name="annual_paragraph"),
    path("ombudsman/letters/", ombudsman_letters.ombudsman_letters, name="ombudsman_letters"),
    path("ombudsman/letters/new/", ombudsman_letters.ombudsman_letter_new, name="ombudsman_letter_new"),
    path(LETTER, ombudsman_letters.ombudsman_letter, name="ombudsman_letter"),
    path(f"{LETTER}change/", ombudsman_letters.ombudsman_letter_change, name="ombudsman_letter_change"),
]
