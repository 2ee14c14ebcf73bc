"""The addresses of meetings, reports, decisions and notices of key decisions."""

from django.urls import path

from portfolios.views import decisions, meetings, reports

urlpatterns = [
    path("", meetings.meetings, name="meetings"),
    path("<int:pk>/", meetings.meeting, name="meeting"),
    path("reports/", reports.reports, name="reports"),
    path("reports/<int:pk>/", reports.report, name="report"),
    path("decisions/", decisions.decisions, name="decisions"),
    path("decisions/<int:pk>/", decisions.decision, name="decision"),
    path("key-decisions/", decisions.key_decisions, name="key_decisions"),
    path("key-decisions/<int:pk>/", decisions.key_decision, name="key_decision"),
    path("awake/", meetings.awake, name="awake"),
]
