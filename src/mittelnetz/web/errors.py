"""Pages for what went wrong: what it was, and where to go from here."""

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _


class NotThere(Http404):
    """There is no such thing. The sentence is shown; `way` is a link (text, address) to go on with."""

    def __init__(self, sentence: str, *, way: tuple[str, str] | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.way = way


class NotUnderstood(BadRequest):
    """The request makes no sense as it is. The sentence is shown; `way` is a link (text, address) to go on with."""

    def __init__(self, sentence: str, *, way: tuple[str, str] | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.way = way


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    default = NotUnderstood(_("Die Adresse ist unvollständig oder verändert. Bitte rufen Sie die Seite neu auf."))
    return _page(request, 400, _("Das haben wir nicht verstanden"), exception, default)


def forbidden(request: HttpRequest, exception: Exception | None = None, reason: str = "") -> HttpResponse:
    """Answers 403; also Django's view for a form whose proof of origin is missing, which gives a reason instead."""
    sentence = (
        _("Das Formular ist abgelaufen. Bitte laden Sie die Seite neu und senden Sie es noch einmal ab.")
        if reason
        else _("Für diese Seite fehlt Ihnen die Berechtigung.")
    )
    sentence = getattr(exception, "sentence", sentence)
    return _page(request, 403, _("Hier geht es nicht weiter"), None, NotUnderstood(sentence))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    default = NotThere(_("Unter dieser Adresse gibt es nichts. Vielleicht ist die Seite umgezogen."))
    return _page(request, 404, _("Diese Seite gibt es nicht"), exception, default)


def too_many_requests(request: HttpRequest) -> HttpResponse:
    """Answers 429; allauth looks for it."""
    default = NotUnderstood(_("Das waren zu viele Versuche. Bitte warten Sie ein paar Minuten."))
    return _page(request, 429, _("Hier geht es gerade nicht weiter"), None, default)


def server_error(_request: HttpRequest) -> HttpResponse:
    """Answers 500 without the frame, for the database may be what is broken."""
    return HttpResponse(render_to_string("web/server_error.html"), status=500)


def _page(
    request: HttpRequest, status: int, title: str, exception: Exception | None, default: NotThere | NotUnderstood
) -> HttpResponse:
    shown = exception if isinstance(exception, NotThere | NotUnderstood) else default
    context = {"title": title, "sentence": shown.sentence, "way": shown.way}
    return render(request, "web/error.html", context, status=status)
