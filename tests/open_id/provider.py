"""A provider of OpenID Connect in a process of its own, made of the package django-oauth-toolkit.

`python -m tests.open_id.provider PORT FOLDER CALLBACK…`: whoever signs in there is asked whether the one client may
know who they are. It holds the client to its secret, its callbacks, and the proof that it began what it ends (PKCE).
"""

import os
import sys
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIServer, make_server

import django
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application

from tests.open_id.people import CLIENT, PASSWORD, PEOPLE, SECRET

SIGN_IN = """<form method="post">{% csrf_token %}{{ form }}<button>Sign in</button></form>"""


def key() -> str:
    pem = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    return rsa.generate_private_key(65537, 2048).private_bytes(*pem).decode()


def configure(folder: Path) -> None:
    os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "true"  # on loopback without TLS
    settings.configure(
        SECRET_KEY="of the provider",
        ROOT_URLCONF="tests.open_id.urls",
        ALLOWED_HOSTS=["127.0.0.1"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "provider.sqlite3"}},
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "django.contrib.staticfiles",
            "oauth2_provider",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "OPTIONS": {
                    "context_processors": ["django.template.context_processors.request"],
                    "loaders": [
                        ("django.template.loaders.locmem.Loader", {"registration/login.html": SIGN_IN}),
                        "django.template.loaders.app_directories.Loader",
                    ],
                },
            }
        ],
        SESSION_COOKIE_NAME="provider",  # cookies know no ports
        CSRF_COOKIE_NAME="provider-csrf",
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],  # quick
        STATIC_URL="/static/",
        LOGIN_URL="/sign-in/",
        OAUTH2_PROVIDER={
            "OIDC_ENABLED": True,
            "OIDC_RSA_PRIVATE_KEY": key(),
            "OAUTH2_VALIDATOR_CLASS": "tests.open_id.urls.Validator",
            "SCOPES": {"openid": "who you are", "profile": "your name", "email": "your address"},
        },
    )
    django.setup()


def fill(callbacks: list[str]) -> None:
    call_command("migrate", verbosity=0)
    for name in PEOPLE:
        apps.get_model("auth", "User").objects.create_user(name, password=PASSWORD)
    apps.get_model("oauth2_provider", "Application").objects.create(
        name="Mittelnetz",
        client_id=CLIENT,
        client_secret=SECRET,
        client_type="confidential",
        authorization_grant_type="authorization-code",
        redirect_uris=" ".join(callbacks),
        algorithm="RS256",
    )


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


if __name__ == "__main__":
    configure(Path(sys.argv[2]))
    fill(sys.argv[3:])
    with make_server("127.0.0.1", int(sys.argv[1]), get_wsgi_application(), server_class=Server) as server:
        server.serve_forever()
