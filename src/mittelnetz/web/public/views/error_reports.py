"""“Fehler melden”: somebody says what is wrong with a page."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from mittelnetz.core.throttle import TooMany
from mittelnetz.people.actors import VISITOR
from mittelnetz.regions.queries import region
from mittelnetz.register.actions.error_reports import report_error
from mittelnetz.register.queries.names import name_of
from mittelnetz.web.public_page import public_page
from mittelnetz.web.senders import sender_of
from mittelnetz.web.ui.forms import PlainForm

LONGEST_PAGE = 200


class ErrorReportForm(PlainForm):
    text = forms.CharField(
        label=_("Was stimmt nicht?"),
        help_text=_("Zum Beispiel: Die Telefonnummer ist falsch, richtig ist …"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Bitte schreiben Sie, was nicht stimmt.")},
    )
    email = forms.EmailField(
        label=_("Ihre E-Mail-Adresse"),
        help_text=_("Nur, wenn Sie eine Antwort möchten."),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("Diese E-Mail-Adresse ist unvollständig. Bitte prüfen Sie sie.")},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def show_error_report(request: HttpRequest) -> HttpResponse:
    """The form; `zu` is the path of the page that it is about. 422: something is wrong, 429: too often."""
    page = _page(request.GET.get("zu", ""))
    form, status = ErrorReportForm(request.POST or None), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            now = timezone.now()
            sender = sender_of(request, timezone.localdate(now))
            try:
                report_error(page=page, **form.cleaned_data, sender=sender, actor=VISITOR, at=now)
            except TooMany as refusal:
                form.add_error(None, refusal.sentence)
                status = 429
            else:
                return redirect("public:error-reported")
    context = {"form": form, "page": page, "name": _name(page)}
    return render(request, "public/error_reports/form.html", context, status=status)


@require_safe
@public_page()
def show_thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "public/error_reports/thanks.html")


def _page(path: str) -> str:
    """The path where it is one of ours, else nothing."""
    try:
        resolve(path)
    except Resolver404:
        return ""
    return path if len(path) <= LONGEST_PAGE else ""


def _name(page: str) -> str:
    """What the page is about: the name of a record; else its path."""
    found = resolve(page).kwargs if page else {}
    if "network_id" in found:
        return name_of("networks", found["network_id"]) or page
    if "organisation_id" in found:
        return name_of("organisations", found["organisation_id"]) or page
    return str(region(found["key"]) or page) if "key" in found else page
