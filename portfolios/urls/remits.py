"""The addresses of remits and of the amendments that change them."""

from django.urls import path

from portfolios.views import amendments, remits

urlpatterns = [
    path("remits/", remits.remits, name="remits"),
    path("<int:pk>/compare/", remits.compare_remit, name="compare_remit"),
    path("amendments/", amendments.amendments, name="amendments"),
    path("amendments/<int:pk>/", amendments.amendment, name="amendment"),
]
