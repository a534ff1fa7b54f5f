"""Static files: complete, and fit for names with a hash."""

import re

import pytest
from django.core.management import call_command

from tests.architecture.tree import PACKAGE

CSS = (PACKAGE / "web/static/css/ui.css").read_text(encoding="utf-8")
SOURCES = [*(PACKAGE / "web/templates").rglob("*.html"), *(PACKAGE / "web/templatetags").glob("*.py")]
MAPS = (PACKAGE / "web/maps").glob("*.py")


def test_everything_that_is_referred_to_exists(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    hashing = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": hashing}}
    call_command("collectstatic", interactive=False, verbosity=0)
    assert (tmp_path / "staticfiles.json").exists()
    theme = next(tmp_path.glob("css/theme.*.css")).read_text(encoding="utf-8")
    assert re.search(r'@import url\("\.\./vendor/kern/kern\.min\.[0-9a-f]{12}\.css"\) layer\(kern\)', theme)


@pytest.mark.parametrize("file", ["theme.css", "ui.css"])
def test_styles_ask_no_other_host(file):
    assert "//" not in re.sub(
        r"/\*.*?\*/", "", (PACKAGE / "web/static/css" / file).read_text(encoding="utf-8"), flags=re.DOTALL
    )


def test_every_class_of_ours_is_used_and_every_used_one_exists():
    markup = " ".join(path.read_text(encoding="utf-8") for path in SOURCES)
    classes = [*re.findall(r'class="([^"]*)"', markup), *(path.read_text(encoding="utf-8") for path in MAPS)]
    used = set(re.findall(r"(?<![\w-])mn-[a-z]+(?:[-_]+[a-z]+)*", " ".join(classes)))
    assert used == set(re.findall(r"\.(mn-[a-z]+(?:[-_]+[a-z]+)*)", CSS))
