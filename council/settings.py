"""Settings, read from the environment; with none set, the embedded SQLite council under `var/`.

| variable | meaning | default |
|--|--|--|
| `DATABASE_URL` | `postgres://user:password@host/name` or `sqlite:///path` | SQLite under `var/` |
| `SECRET_KEY` | the signing key | made once and kept in `var/secret-key` |
| `ALLOWED_HOSTS` | host names served, comma separated | this machine only |
| `HTTPS` | served behind HTTPS: secure cookies, HSTS, redirect | no |
| `DEBUG` | never in production | no |
| `COUNCIL_NAME` | the name in the header | the demo council |
| `SITE_ADDRESS` | where links in e-mails lead, such as `https://performance.example.gov.uk` | this machine, port 8000 |
| `EMAIL_URL` | the mail server: `smtp+tls://user:password@host:587` | e-mails are printed, not sent |
| `OTHER_WAYS` | how else people may tell the council: a sentence | an invented phone number and address |
| `COUNCIL_POPULATION` | how many people live in the area: complaint figures are also told per 1,000 of them | not set |
| `CASES_AN_HOUR` | how many cases one network address may send in an hour; behind a proxy all visitors share one | 60 |
| `NOTIFY_API_KEY`, `NOTIFY_TEMPLATE` | GOV.UK Notify instead of a mail server: its key, and the id of a template | – |
| `EMAIL_FROM` | whom e-mails are from | `golden-thread@` and the host of `SITE_ADDRESS` |
"""

import secrets
from pathlib import Path
from urllib.parse import urlsplit

import environ

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

VAR_DIR = Path(env.str("GOLDEN_THREAD_VAR", default=str(BASE_DIR / "var")))


def _kept_secret_key() -> str:
    """The key of an installation that was given none: made once, readable by its owner only."""
    path = VAR_DIR / "secret-key"
    if not path.exists():
        VAR_DIR.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text()


DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="") or _kept_secret_key()
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
HTTPS = env.bool("HTTPS", default=False)
COUNCIL_NAME = env.str("COUNCIL_NAME", default="Wexcombe Borough Council")

INSTALLED_APPS = [
    "council.apps.RegisterConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "django_tables2",
    "django_filters",
    "simple_history",
    "council.apps.CouncilConfig",
    "portfolios",
    "performance",
    "complaints",
    "allauth",
    "allauth.account",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "council.middleware.ContentSecurityPolicyMiddleware",
    "council.middleware.RefuseNulMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "council.middleware.SignInFirstMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]

ROOT_URLCONF = "council.urls"
WSGI_APPLICATION = "council.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "council.context_processors.council",
            ],
        },
    },
]
FORM_RENDERER = "council.forms.drawing.Renderer"

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'golden-thread.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Without these three, concurrent officers meet "database is locked" (see docs/decisions/).
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    DATABASES["default"].setdefault("CONN_MAX_AGE", 60)
    DATABASES["default"].setdefault("CONN_HEALTH_CHECKS", True)
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c lock_timeout=5000")

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "council.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"

ACCOUNT_ADAPTER = "council.sign_in.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "council.sign_in.SignInForm",
    "reset_password": "council.sign_in.ForgottenForm",
    "reset_password_from_key": "council.sign_in.NewPasswordForm",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True
# Guesses count by user name only: a town hall signs in from one address, and X-Forwarded-For can be made up.
ACCOUNT_RATE_LIMITS = {
    "login": None,
    "login_failed": "10/5m/key",
    "reset_password": "5/5m/key",
    "reset_password_from_key": None,
}
# In the database, so that all workers share the limits. Nothing else may be kept in it: entries beyond the
# most are thrown away, whichever they are.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "council_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# British dates: without this "03/04/2026" would be read as 4 March.
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SITE_ADDRESS = env.str("SITE_ADDRESS", default="http://127.0.0.1:8000")
MAIL = env.email_url("EMAIL_URL", default="consolemail://")
NOTIFY_API_KEY, NOTIFY_TEMPLATE = (
    env.str("NOTIFY_API_KEY", default=""),
    env.str("NOTIFY_TEMPLATE", default=""),
)
EMAIL_BACKEND = "council.notify.EmailBackend" if NOTIFY_API_KEY else MAIL["EMAIL_BACKEND"]
EMAIL_HOST, EMAIL_PORT = MAIL["EMAIL_HOST"] or "localhost", MAIL["EMAIL_PORT"] or 25
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL["EMAIL_HOST_USER"] or "", MAIL["EMAIL_HOST_PASSWORD"] or ""
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL.get("EMAIL_USE_TLS", False), MAIL.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", default=f"golden-thread@{urlsplit(SITE_ADDRESS).hostname}")
OTHER_WAYS = env.str(
    "OTHER_WAYS",
    default="Phone 01632 960 100, Monday to Friday, 9am to 5pm. Come to the counter at the Town Hall. Or write to "
    "Customer Services, Town Hall, Wexcombe.",
)
CASES_AN_HOUR = env.int("CASES_AN_HOUR", default=60)
COUNCIL_POPULATION = env.int("COUNCIL_POPULATION", default=0)
# What customers send, outside whatever the web server hands out.
ATTACHMENTS = VAR_DIR / "attachments"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

SECURE_CSP = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "council.signed_out.refused"
if HTTPS:
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_NAME = "__Host-csrf"

FILE_UPLOAD_HANDLERS = [
    "council.uploads.RefuseLargeBodies",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000

DJANGO_TABLES2_TEMPLATE = "parts/table.html"
SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"secret_links": {"()": "council.secret_links.HideSecretLinks"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["secret_links"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
