"""Settings of the test run: the product's own, with a quick hasher and plain static files."""

import os
from pathlib import Path

os.environ.setdefault("SECRET_KEY", "a key for tests only")

from council.settings import *  # noqa: E402, F403
from council.settings import BASE_DIR, DATABASES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_AUTOREFRESH = True
ATTACHMENTS = Path(BASE_DIR) / "var" / "test-attachments"
STATIC_ROOT = Path(BASE_DIR) / "var" / "test-static"
if "sqlite" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["NAME"] = ":memory:"
    # A shared in-memory database has no write-ahead log to set.
    DATABASES["default"]["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "timeout": 20}
