from django.urls import path

from performance.views import calendar, dashboards

urlpatterns = [
    path("", dashboards.dashboard, name="dashboard"),
    path("my-portfolios/", dashboards.my_portfolios, name="my_portfolios"),
    path("my-services/", dashboards.my_services, name="my_services"),
    path("calendar/", calendar.calendar, name="calendar"),
]
