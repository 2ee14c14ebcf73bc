"""Every address of the site."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from council.computed import views as computed
from council.overview import action_page, action_steps, actions, bodies, causes, portfolios, queries, views

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
    path("actions/", actions.actions, name="actions"),
    path("actions/new/", actions.action_new, name="action_new"),
    path("actions/<int:pk>/", action_page.action, name="action"),
    path("actions/<int:pk>/change/", actions.action_change, name="action_change"),
    path("actions/<int:pk>/<slug:step>/", action_steps.action_step, name="action_step"),
    path("complaints/causes/", causes.causes, name="causes"),
    path("complaints/causes/<int:pk>/", causes.cause, name="cause"),
    path("complaints/", include("complaints.urls")),
    path("tell-us/", include("complaints.urls.public")),
    path("how-did-we-do/", include("complaints.urls.surveys")),
    path("complaints-reports/", include("complaints.urls.published")),
    path("admin/", admin.site.urls),
]
