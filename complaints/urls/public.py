"""The addresses of customers, without signing in."""

from django.urls import path

from complaints.views import follow, sending, telling

urlpatterns = [
    path("", telling.tell_us, name="tell_us"),
    path("check/", sending.check, name="tell_us_check"),
    path("sent/", sending.sent, name="tell_us_sent"),
    path("follow/<str:token>/", follow.follow_case, name="follow_case"),
    path("<slug:question>/", telling.question, name="tell_us_question"),
]
