"""What is kept about people: all of it in an overview, that of one person, and its erasure."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.operations.erasing import erase_person
from mittelnetz.operations.erasure_preview import preview_erasure
from mittelnetz.operations.retention import RULES, last_report, what_is_due
from mittelnetz.people.foreign import declared
from mittelnetz.people.models import Person
from mittelnetz.people.stored import stored_about
from mittelnetz.web.account.views.stored import groups_of
from mittelnetz.web.acting import actor_in, needs
from mittelnetz.web.office.frame import show
from mittelnetz.web.ui.buttons import press


@require_safe
@needs(KEEP_REGISTER)
def show_processing(request: HttpRequest) -> HttpResponse:
    kinds = [personal for _, personal in declared() if personal.is_about_people]
    asking = Person.objects.exclude(erasure_asked_at=None).order_by("erasure_asked_at")
    report = last_report()
    context = {
        "kinds": sorted(kinds, key=lambda kind: str(kind.what)),
        "asking": asking,
        "due": what_is_due(timezone.now()),
        "removed_at": report[0] if report else None,
        "removed": [(rule.what, report[1][rule.setting]) for rule in RULES if rule.setting in report[1]]
        if report
        else [],
    }
    return show(request, "office/data_protection/processing.html", context)


@require_safe
@needs(KEEP_REGISTER)
def show_person(request: HttpRequest, person_key: UUID) -> HttpResponse:
    """For whoever asks the office what is stored about them."""
    person = get_object_or_404(Person, uuid=person_key)
    context = {"person": person, "groups": groups_of(stored_about(person))}
    return show(request, "office/data_protection/person.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def erase(request: HttpRequest, person_key: UUID) -> HttpResponse:
    """First what would happen, then the button that does it."""
    person = get_object_or_404(Person, uuid=person_key, erased_at=None)
    if request.method == "POST":
        return press(
            request,
            lambda: erase_person(person=person, actor=actor_in(request), at=timezone.now()),
            then=reverse("office:data-protection"),
            said=_("Die Person ist gelöscht."),
        )
    preview = preview_erasure(person, timezone.localdate())
    return show(request, "office/data_protection/erase.html", {"person": person, "preview": preview})
