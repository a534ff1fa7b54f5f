"""Settings for tests: the package's own, with a home that vanishes and a database of the leg that runs."""

import atexit
import os
import tempfile
from pathlib import Path

_home = tempfile.TemporaryDirectory(prefix="mittelnetz-tests-")
atexit.register(_home.cleanup)
os.environ["MITTELNETZ_HOME"] = _home.name
# One key for all processes of a run, so that a signed link of one opens in another.
os.environ["MITTELNETZ_SECRET_KEY"] = "known to everybody"

from mittelnetz.config.settings import *  # noqa: E402

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, as in an installation: in memory there is neither WAL nor a second process.
    DATABASES["default"]["TEST"] = {"NAME": str(Path(_home.name) / "test.sqlite3")}

# Tests change things without an action, so pages are made anew each time; those of the page cache switch it on.
MIDDLEWARE = [name for name in MIDDLEWARE if name != "mittelnetz.web.page_cache.PageCacheMiddleware"]

# No manifest, so that pages can be tested without collecting the static files first.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True

PASSWORD_HASHERS = ["tests.hashers.QuickArgon2"]
