"""Pages whose text the operator writes: imprint, privacy, accessibility, easy language."""

from importlib import resources

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from mittelnetz.core.texts import texts_on
from mittelnetz.web.context import TEXTS
from mittelnetz.web.markdown import rendered
from mittelnetz.web.public_page import public_page

TITLES = {name.removeprefix("public:"): title for name, title in TEXTS}


@require_safe
@public_page()
def show_text(request: HttpRequest, page: str) -> HttpResponse:
    """The operator's text in the language of the page, else in the other one; else the one that comes with us."""
    language = "en" if get_language() == "en" else "de"
    written = texts_on(page, timezone.localdate())
    shown = language if not written or language in written else next(iter(written))
    markdown = written.get(shown) or default_text(page, shown)
    context = {
        "title": TITLES[page],
        "body": rendered(markdown),
        "other_language": shown if shown != language else "",
    }
    return render(request, "public/texts/show.html", context)


def default_text(page: str, language: str) -> str:
    return (resources.files("mittelnetz.web") / f"texts/{page}.{language}.md").read_text(encoding="utf-8")
