"""The page of a form: it asks, says what is wrong, calls one action, and leads on."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from mittelnetz.core.refusals import Refused, Stale
from mittelnetz.web.ui.forms import UNPROCESSABLE, RecordForm

Words = Any
"""A text, perhaps one that is still to be translated."""


SAVE = _("Speichern")


class SeeOther(HttpResponseRedirect):
    status_code = 303


@dataclass(frozen=True, slots=True)
class FormPage:
    """What stands around a form. `context` is for the template, where a page has more than the form."""

    title: Words
    lead: Words = ""
    button: Words = SAVE
    template: str = "web/form_page.html"
    context: dict[str, Any] = field(default_factory=dict)


def answer(
    request: HttpRequest,
    form: forms.Form,
    page: FormPage,
    *,
    save: Callable[[], object],
    then: str | Callable[[], str],
    said: Words = "",
) -> HttpResponse:
    """Show the form; once it is sent and right, `save` and go to the address `then`, where `said` stands on top.

    What `then` is may hang on what was saved.
    A refusal stands above the form, which keeps what was typed.
    """
    if request.method == "POST" and form.is_valid():
        try:
            save()
        except Stale as stale:
            if not isinstance(form, RecordForm):
                raise
            form.show_both(stale.current)
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, said or _("Gespeichert."))
            return SeeOther(then if isinstance(then, str) else then())
    context = {"form": form, "page": page, **page.context}
    return render(request, page.template, context, status=UNPROCESSABLE if form.errors else 200)
