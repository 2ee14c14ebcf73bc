"""Signing in and out, and a new password by e-mail: django-allauth with sign-up closed.

Guesses are counted in the shared cache, for each user name whether it exists or not; not by address, since a
whole town hall comes from one. The limits themselves are in `council.settings`.
"""

from typing import Any

from allauth.account import views
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import LoginForm, ResetPasswordForm, ResetPasswordKeyForm
from django.http import HttpRequest
from django.urls import URLPattern, path, re_path
from django.utils.http import url_has_allowed_host_and_scheme

from council.forms import Form


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """How django-allauth behaves here."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": "This user name and password do not match. Check both and try again",
        "too_many_login_attempts": "There were too many tries for this user name. Wait five minutes, then try again",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: administrators make the accounts."""
        return False

    def is_safe_url(self, url: str) -> bool:
        """Only a path on this site may follow; a full address may not, whatever host it names."""
        return url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def is_ajax(self, request: HttpRequest) -> bool:
        """Never: every answer is a page."""
        return False

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """The user name alone: with the host in it, as the library has it, each port would give ten more guesses."""
        return str(credentials.get("username", "")).lower()


class SignInForm(Form, LoginForm):  # type: ignore[misc]
    """User name and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "User name"
        self.fields["login"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}
        _plain(self)


class ForgottenForm(Form, ResetPasswordForm):  # type: ignore[misc]
    """The address that a link for a new password is sent to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = "E-mail address"
        _plain(self)


class NewPasswordForm(Form, ResetPasswordKeyForm):  # type: ignore[misc]
    """The new password, twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].label = "New password"
        self.fields[
            "password1"
        ].help_text = "At least 12 characters. Three words that do not belong together are good."
        self.fields["password2"].label = "The same once more"
        _plain(self)


def _plain(form: Form) -> None:
    """Takes out what the library puts into the boxes: labels stand above them, hints are ours."""
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)
    if "password" in form.fields:
        form.fields["password"].help_text = ""


_sign_in = views.LoginView.as_view(template_name="account/login.html")

# Of django-allauth's addresses only these. It looks some of them up by names of its own.
urlpatterns: list[URLPattern] = [
    path("sign-in/", _sign_in, name="sign_in"),
    path("sign-in/", _sign_in, name="account_login"),
    path("sign-out/", views.LogoutView.as_view(http_method_names=["post"]), name="sign_out"),
    path("sign-in/forgotten/", views.password_reset, name="account_reset_password"),
    path("sign-in/forgotten/sent/", views.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^sign-in/new-password/(?P<uidb36>[0-9A-Za-z]{1,13})-(?P<key>[-0-9A-Za-z]{1,80})/$",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "sign-in/new-password/",
        views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]
