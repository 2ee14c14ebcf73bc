"""The addresses of who is responsible, the check before the annual meeting, and findings."""

from django.urls import path

from portfolios.views import findings, responsibility_check, who

urlpatterns = [
    path("who/", who.who, name="who"),
    path("check/", responsibility_check.responsibility_check, name="responsibility_check"),
    path("findings/", findings.findings, name="findings"),
    path("findings/<int:pk>/", findings.finding, name="finding"),
]
