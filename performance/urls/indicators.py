from django.urls import path

from performance.views import indicators

urlpatterns = [
    path("indicators/", indicators.indicators, name="indicators"),
    path("indicators/<int:pk>/", indicators.indicator, name="indicator"),
]
