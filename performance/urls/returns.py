from django.urls import path

from performance.views import (
    another_figure,
    challenges,
    grid,
    my_returns,
    reminders,
    returns,
    sheet,
    sign_off,
)

RETURN = "returns/<int:indicator_pk>/<int:period_pk>/"

urlpatterns = [
    path("returns/", my_returns.my_returns, name="my_returns"),
    path("returns/grid/<int:service_pk>/<int:period_pk>/", grid.returns_grid, name="returns_grid"),
    path("returns/grid/<int:service_pk>/<int:period_pk>/<int:indicator_pk>/", grid.grid_row, name="grid_row"),
    path("returns/grid/<int:service_pk>/<int:period_pk>/sheet/", sheet.returns_sheet, name="returns_sheet"),
    path("returns/sheets/<int:pk>/", sheet.sheet_preview, name="sheet_preview"),
    path("returns/sheets/<int:pk>/discard/", sheet.sheet_discard, name="sheet_discard"),
    path("sign-off/", sign_off.sign_off_list, name="sign_off"),
    path("not-returned/", reminders.who_has_not_returned, name="not_returned"),
    path("reminders/", reminders.reminders_today, name="reminders"),
    path("publishing/", sign_off.publishing, name="publishing"),
    path("publishing/<int:pk>/", sign_off.publish, name="publish_period"),
    path(RETURN, returns.one_return, name="return"),
    path(RETURN + "sign-off/", returns.sign_off_return, name="return_sign_off"),
    path(RETURN + "send-back/", returns.send_back_return, name="return_send_back"),
    path(RETURN + "override/", returns.override_return, name="return_override"),
    path(RETURN + "reopen/", returns.reopen_return, name="return_reopen"),
    path(RETURN + "another-figure/", another_figure.another_figure, name="another_figure"),
    path(RETURN + "challenge/", challenges.challenge_rating, name="challenge_rating"),
    path("challenges/<int:pk>/answer/", challenges.answer_challenge, name="answer_challenge"),
]
