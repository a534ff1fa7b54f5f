"""Settings of an installation. Everything that differs between installations comes from the environment."""

import secrets
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from mittelnetz.config.address import named_address
from mittelnetz.config.open_id import open_id_apps, open_id_origins

env = environ.Env()

HOME = Path(env.str("MITTELNETZ_HOME", default="var")).resolve()
DEBUG = env.bool("MITTELNETZ_DEBUG", default=False)
ALLOWED_HOSTS = env.list("MITTELNETZ_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])

# How links in mails begin: never with what a visitor's browser says of the host.
ADDRESS = named_address(env, ALLOWED_HOSTS)
if ADDRESS:
    ALLOWED_HOSTS.append(str(urlsplit(ADDRESS).hostname))

# Proxies whose word about the visitor's address and protocol is believed.
TRUSTED_PROXIES = env.list("MITTELNETZ_PROXIES", default=[])


def _secret_key() -> str:
    """The key from the environment, else one made at the first start and kept in the home directory."""
    if key := str(env.str("MITTELNETZ_SECRET_KEY", default="")):
        return key
    file = HOME / "secret_key"
    if not file.exists():
        HOME.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(50), encoding="ascii")
    return file.read_text(encoding="ascii")


SECRET_KEY = _secret_key()

INSTALLED_APPS = [
    "mittelnetz.web",  # before allauth, whose templates it replaces
    "django.contrib.admin.apps.SimpleAdminConfig",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "mittelnetz.core",
    "mittelnetz.regions",
    "mittelnetz.people",
    "mittelnetz.register",
    "mittelnetz.bodies",
    "mittelnetz.decisions",
    "mittelnetz.reporting",
    "mittelnetz.assessments",
    "mittelnetz.offers",
    "mittelnetz.exchange",
    "mittelnetz.notifications",
]
AUTH_USER_MODEL = "people.Account"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "mittelnetz.web.page_cache.PageCacheMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "mittelnetz.web.account.second_factor.SecondFactorMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "mittelnetz.web.middleware.ReadOnlyTransactionMiddleware",
]
# Of the memory of each web process.
PAGE_CACHE_BYTES = 32 * 2**20
ROOT_URLCONF = "mittelnetz.config.urls"
WSGI_APPLICATION = "mittelnetz.config.wsgi.application"


def _database() -> dict[str, Any]:
    """SQLite in the home directory unless `MITTELNETZ_DATABASE_URL` names another database."""
    url = env.str("MITTELNETZ_DATABASE_URL", default=f"sqlite:///{HOME / 'mittelnetz.sqlite3'}")
    if not url.startswith(("sqlite:///", "postgres://", "postgresql://")):
        raise ImproperlyConfigured("MITTELNETZ_DATABASE_URL must begin with postgres:// or sqlite:///")
    database: dict[str, Any] = env.db_url_config(url)
    if database["ENGINE"] == "django.db.backends.sqlite3":
        database["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;"
            "PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY;",
        }
    database["CONN_MAX_AGE"] = None
    database["CONN_HEALTH_CHECKS"] = True
    return database


DATABASES = {"default": _database()}

DEFAULT_FROM_EMAIL = env.str("MITTELNETZ_MAIL_FROM", default="")
EMAIL_TIMEOUT = 20


def _mail_server() -> dict[str, Any]:
    """The server that `MITTELNETZ_SMTP_URL` names; without one, mails wait in the outbox."""
    url = env.str("MITTELNETZ_SMTP_URL", default="")
    if not url:
        return {"EMAIL_HOST": ""}
    if not url.startswith(("smtp://", "smtp+tls://", "smtp+ssl://")):
        raise ImproperlyConfigured("MITTELNETZ_SMTP_URL must begin with smtp://, smtp+tls:// or smtp+ssl://")
    if "@" not in DEFAULT_FROM_EMAIL:
        raise ImproperlyConfigured("MITTELNETZ_SMTP_URL needs MITTELNETZ_MAIL_FROM, the address that mails come from")
    server: dict[str, Any] = env.email_url_config(url)
    return server


globals().update(_mail_server())

LANGUAGE_CODE = "de"
LANGUAGES = [("de", "Deutsch"), ("en", "English")]
LOCALE_PATHS = [Path(__file__).resolve().parent.parent / "locale"]
TIME_ZONE = "Europe/Berlin"
USE_TZ = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "mittelnetz.web.context.frame",
            ],
        },
    },
]

SILENCED_SYSTEM_CHECKS = ["admin.E402"]  # rights are asked of `access`, never of Django's permissions

FORM_RENDERER = "mittelnetz.web.ui.forms.KernRenderer"

FILE_UPLOAD_HANDLERS = ["mittelnetz.web.upload_limits.LimitedUploadHandler"]

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

AUTHENTICATION_BACKENDS = ["mittelnetz.web.account.backend.AccountBackend"]
# Counts of the rate limits, which all processes of all hosts share.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}
LOGIN_URL = "account_request_login_code"
LOGIN_REDIRECT_URL = "desk"
ACCOUNT_ADAPTER = "mittelnetz.web.account.adapter.AccountAdapter"
ACCOUNT_FORMS = {"login": "mittelnetz.web.account.forms.PasswordSignInForm"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # nobody signs up, but so allauth knows that there are passwords
ACCOUNT_EMAIL_VERIFICATION = "none"  # whoever accepts an invitation has shown that the address is theirs
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ACCOUNT_LOGOUT_REDIRECT_URL = "public:start"
# How often one connection (ip) may try, and how often it may be tried for one account (key).
_MAILS = "20/m/ip,100/h/ip,5/10m/key"
ACCOUNT_RATE_LIMITS = {
    "login_failed": "10/m/ip,60/h/ip,5/5m/key",
    "request_login_code": _MAILS,
    "reset_password": _MAILS,
}
MFA_ADAPTER = "mittelnetz.web.account.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_RECOVERY_CODE_COUNT = 8
USERSESSIONS_TRACK_ACTIVITY = False
SOCIALACCOUNT_ADAPTER = "mittelnetz.web.account.adapter.ProviderAdapter"
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": open_id_apps(env)}}
OPEN_ID_ORIGINS = open_id_origins(env)
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True  # a provider that vouches for an address signs its account in
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email"]},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    },
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "mittelnetz.web.errors.forbidden"
CSRF_COOKIE_HTTPONLY = True
# Behind a proxy that speaks TLS; cookies then never travel in the clear.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env.bool("MITTELNETZ_HTTPS", default=ADDRESS.startswith("https://"))

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
