"""The addresses of feedback returns and of the reports they come to."""

from django.urls import path

from complaints.views import feedback_reports, feedback_return, feedback_returns

RETURN = "returns/<int:service_pk>/<int:year>/<int:quarter>/"
REPORT = "reports/<int:pk>/"

urlpatterns = [
    path("returns/", feedback_returns.feedback_returns, name="feedback_returns"),
    path(RETURN, feedback_return.feedback_return, name="feedback_return"),
    path(f"{RETURN}send-back/", feedback_returns.feedback_send_back, name="feedback_send_back"),
    path("reports/", feedback_reports.feedback_reports, name="feedback_reports"),
    path("reports/new/", feedback_reports.feedback_report_new, name="feedback_report_new"),
    path(REPORT, feedback_reports.feedback_report, name="feedback_report"),
    path(f"{REPORT}work/", feedback_reports.feedback_report_work, name="feedback_report_work"),
    path(f"{REPORT}present/", feedback_reports.feedback_report_present, name="feedback_report_present"),
    path(f"{REPORT}erratum/", feedback_reports.feedback_report_erratum, name="feedback_report_erratum"),
]
