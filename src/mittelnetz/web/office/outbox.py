"""All mails and what became of them. What stands in them the office does not see: links that act for somebody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.notifications.actions import requeue_message
from mittelnetz.notifications.models import Message
from mittelnetz.notifications.queries import listed_messages
from mittelnetz.notifications.words import State
from mittelnetz.web.acting import actor_in, needs
from mittelnetz.web.office.frame import show
from mittelnetz.web.public.lists import choice_from, list_page, text_from
from mittelnetz.web.ui.buttons import press


@require_safe
@needs(KEEP_REGISTER)
def list_messages(request: HttpRequest) -> HttpResponse:
    filters = {"an": text_from(request, "an"), "stand": choice_from(request, "stand", State.values)}
    messages = listed_messages()
    if filters["an"]:
        messages = messages.filter(address__icontains=filters["an"])
    if filters["stand"]:
        messages = messages.filter(state=filters["stand"])
    context = {
        "page": list_page(request, messages, filters, order=("id",), descending=True),
        "filters": filters,
        "states": State.choices,
    }
    return show(request, "office/outbox.html", context)


@require_POST
@needs(KEEP_REGISTER)
def requeue(request: HttpRequest, number: int) -> HttpResponse:
    message = get_object_or_404(Message, pk=number)
    return press(
        request,
        lambda: requeue_message(message=message, actor=actor_in(request), at=timezone.now()),
        then=reverse("office:outbox"),
        said=_("Die Mail wird noch einmal versucht."),
    )
