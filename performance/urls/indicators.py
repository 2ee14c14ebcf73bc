from django.urls import path

from performance.views import asking, indicators, one_indicator, rebases

urlpatterns = [
    path("indicators/", indicators.indicators, name="indicators"),
    path("indicators/<int:pk>/", one_indicator.indicator, name="indicator"),
    path("indicators/<int:indicator_pk>/ask/<int:period_pk>/", asking.figure_ask, name="figure_ask"),
    path("indicators/<int:pk>/rebase/", rebases.rebase, name="rebase"),
    path("indicators/<int:pk>/rebase/<int:rebase_pk>/withdraw/", rebases.withdraw, name="rebase_withdraw"),
]
