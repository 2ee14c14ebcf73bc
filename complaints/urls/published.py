"""The addresses of annual complaints reports for everybody."""

from django.urls import path

from complaints.views import published

urlpatterns = [
    path("", published.published_reports, name="published_reports"),
    path("<int:year>/", published.published_report, name="published_report"),
]
