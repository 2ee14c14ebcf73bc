"""Every address of the site."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from council.computed import views as computed
from council.overview import bodies, portfolios, queries, views

handler400 = "council.overview.views.bad_request"
handler500 = "council.overview.views.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.home, name="home"),
    path("", include("council.sign_in")),
    path(
        "performance/returns/<int:indicator_pk>/<int:period_pk>/compute/",
        computed.compute_again,
        name="return_compute",
    ),
    path("performance/", include("performance.urls")),
    path("portfolios/<int:pk>/", portfolios.portfolio, name="portfolio"),
    path("portfolios/bodies/<int:pk>/", bodies.body, name="body"),
    path("portfolios/", include("portfolios.urls")),
    path("meetings/promises/", include("portfolios.urls.promises")),
    path("meetings/queries/<int:pk>/", queries.query, name="query"),
    path("meetings/queries/<int:pk>/answer/", queries.query_answer, name="query_answer"),
    path("meetings/queries/", include("portfolios.urls.queries")),
    path("meetings/", include("portfolios.urls.meetings")),
    path("complaints/", include("complaints.urls")),
    path("tell-us/", include("complaints.urls.public")),
    path("complaints-reports/", include("complaints.urls.published")),
    path("admin/", admin.site.urls),
]
