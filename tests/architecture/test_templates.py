"""Templates: nothing inline, nothing unused."""

import re

import pytest

from tests.architecture.tree import PACKAGE, files, name_of

TEMPLATES = files(".html", ".svg", ".txt", under=PACKAGE / "web/templates")
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
    folder = PACKAGE / "web/templates"
    texts = [path.read_text(encoding="utf-8") for path in files(".py", ".html", under=PACKAGE)]
    names = [path.relative_to(folder).as_posix() for path in TEMPLATES]
    assert [name for name in names if not any(f'"{name}"' in text for text in texts)] == []
