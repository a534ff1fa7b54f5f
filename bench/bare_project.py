"""The smallest Django project with sessions and accounts: what starting and migrating cost at least."""

import os
import sys
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(Path(os.environ["BENCH_HOME"]) / "bare.sqlite3"),
        }
    },
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "django.contrib.sessions"],
    ROOT_URLCONF=__name__,
    SECRET_KEY="only measured",
)


def show_bare(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("bare")


urlpatterns = [path("healthz", show_bare)]
application = get_wsgi_application()

if __name__ == "__main__" and sys.argv[1:] == ["migrate"]:
    django.setup()
    call_command("migrate", verbosity=0)
