"""A button beside a row, which does one thing to it and comes back to the list."""

from collections.abc import Callable
from typing import TypeVar

from django import forms
from django.contrib import messages
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse

from mittelnetz.core.refusals import Refused
from mittelnetz.web.ui.form_page import SeeOther, Words

Row = TypeVar("Row", bound=Model)


def chosen_row(request: HttpRequest, name: str, rows: "QuerySet[Row]") -> Row:
    """The row whose key the button sent; 404 for one that is not among these."""
    try:
        row: Row | None = forms.ModelChoiceField(rows).clean(request.POST.get(name, ""))
    except forms.ValidationError:
        row = None
    if row is None:
        raise Http404
    return row


def press(request: HttpRequest, do: Callable[[], object], *, then: str, said: Words) -> HttpResponse:
    """Do it, and say so or why not on the page `then`."""
    try:
        do()
    except Refused as refusal:
        messages.warning(request, refusal.sentence)
    else:
        messages.success(request, said)
    return SeeOther(then)
