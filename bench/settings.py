"""The settings of an installation, with two yardsticks beside its pages and a second database to copy rows from."""

import os
from pathlib import Path

from mittelnetz.config.settings import *  # noqa: F403 - an installation's settings, and little more

ROOT_URLCONF = "bench.urls"
TEMPLATES[0]["DIRS"] = [Path(__file__).parent / "templates"]  # noqa: F405
if source := os.environ.get("BENCH_SOURCE"):
    DATABASES["source"] = {**DATABASES["default"], "NAME": source}  # noqa: F405
