"""Every address of the site."""

from django.contrib import admin
from django.contrib.auth import views as auth_views
from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver, include, path

from council.overview import views

handler500 = "council.overview.views.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.home, name="home"),
    path("sign-in/", auth_views.LoginView.as_view(), name="sign_in"),
    path("sign-out/", login_not_required(auth_views.LogoutView.as_view()), name="sign_out"),
    path("performance/", include("performance.urls")),
    path("portfolios/", include("portfolios.urls")),
    path("admin/", admin.site.urls),
]
