"""Every address of the site."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from council.overview import portfolios, views

handler400 = "council.overview.views.bad_request"
handler500 = "council.overview.views.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.home, name="home"),
    path("", include("council.sign_in")),
    path("performance/", include("performance.urls")),
    path("portfolios/<int:pk>/", portfolios.portfolio, name="portfolio"),
    path("portfolios/", include("portfolios.urls")),
    path("admin/", admin.site.urls),
]
