"""The settings of an installation, with two yardsticks beside its pages and a second database to copy rows from.

Pages are made anew for each request, unless BENCH_WARM is set.
"""

import os
from pathlib import Path

from mittelnetz.config.settings import *  # noqa: F403 - an installation's settings, and little more

if "BENCH_WARM" not in os.environ:
    MIDDLEWARE = [name for name in MIDDLEWARE if not name.endswith("PageCacheMiddleware")]  # noqa: F405
ROOT_URLCONF = "bench.urls"
TEMPLATES[0]["DIRS"] = [Path(__file__).parent / "templates"]  # noqa: F405
if source := os.environ.get("BENCH_SOURCE"):
    DATABASES["source"] = {**DATABASES["default"], "NAME": source}  # noqa: F405
