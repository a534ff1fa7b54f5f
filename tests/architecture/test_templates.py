"""Templates: nothing inline, nothing unused."""

import re
from pathlib import Path

import allauth
import pytest

from mittelnetz.notifications.rules import RULES
from tests.architecture.tree import PACKAGE, files, name_of

FOLDERS = [PACKAGE / "web/templates", PACKAGE / "notifications/templates"]
TEMPLATES = [path for folder in FOLDERS for path in files(".html", ".svg", ".txt", under=folder)]
ALLAUTH = Path(allauth.__file__).parent / "templates"
OF_ACCOUNTS = ("account_changed", "login_code", "password_reset_key")  # kinds of mail that allauth asks for
INLINE = {
    "a script": r"<script(?![^>]*\bsrc=)",
    "a style element": r"<style\b",
    "a style attribute": r"\sstyle\s*=",
    "an event handler": r"\son[a-z]+\s*=",
    "a script in htmx": r"\shx-on|[\"']js:|javascript:",
}


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_nothing_is_inline(path):
    text = path.read_text(encoding="utf-8")
    assert [what for what, pattern in INLINE.items() if re.search(pattern, text, re.IGNORECASE)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_no_page_asks_another_host_for_anything(path):
    text = path.read_text(encoding="utf-8")
    loads = re.findall(r"<(?:script|img|link|iframe|source|use)\b[^>]*\b(?:src|href)\s*=\s*[\"'](?:https?:)?//", text)
    assert loads == []


def test_every_template_is_used():
    texts = [path.read_text(encoding="utf-8") for path in files(".py", ".html", under=PACKAGE)]
    names = [path.relative_to(folder).as_posix() for folder in FOLDERS for path in TEMPLATES if folder in path.parents]
    kinds = {f"notifications/{kind}.txt" for kind in (*(rule.kind for rule in RULES), *OF_ACCOUNTS)}
    assert kinds < set(names)
    of_allauth = {name for name in names if (ALLAUTH / name).exists()}  # those that ours take the place of
    known = kinds | of_allauth | {"admin/base_site.html"}  # in the place of Django's
    assert [name for name in names if name not in known and not any(f'"{name}"' in text for text in texts)] == []
