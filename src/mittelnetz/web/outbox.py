"""The outbox of a demo, for everybody to read: `/postausgang/`. Only where the people are invented anyway."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mittelnetz.core.settings import settings_on
from mittelnetz.notifications.queries import listed_messages, message
from mittelnetz.web.errors import NotThere
from mittelnetz.web.markdown import cleaned
from mittelnetz.web.public.lists import list_page


@require_safe
def list_messages(request: HttpRequest) -> HttpResponse:
    _refuse_real_data()
    page = list_page(request, listed_messages(), {}, order=("id",), descending=True)
    return render(request, "outbox/list.html", {"page": page})


@require_safe
def show_message(request: HttpRequest, number: int) -> HttpResponse:
    _refuse_real_data()
    found = message(number)
    if found is None:
        raise NotThere(_("Diese Mail gibt es nicht."), way=(_("Alle Mails ansehen"), reverse("outbox")))
    context = {"message": found, "html": cleaned(found.html), "sender": settings.DEFAULT_FROM_EMAIL}
    return render(request, "outbox/message.html", context)


def _refuse_real_data() -> None:
    if not settings_on(timezone.localdate())["example_data"]:
        raise Http404
