"""The desk: the first page after signing in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mittelnetz.access.desk import own_records
from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.access.rights import SEE_ONES_DESK
from mittelnetz.web.acting import needs, roles_in


@require_safe
@needs(SEE_ONES_DESK)
def show_desk(request: HttpRequest) -> HttpResponse:
    roles = roles_in(request)
    context = {"person": roles.person, "own": own_records(roles), "is_office": KEEP_REGISTER.is_held_by(roles)}
    return render(request, "web/desk.html", context)
