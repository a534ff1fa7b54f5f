"""How a network comes about, for those who think of founding one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mittelnetz.rulebook.founding import FOUNDING, WITHOUT_RECOGNITION
from mittelnetz.web.public_page import public_page


@require_safe
@public_page()
def show_founding(request: HttpRequest) -> HttpResponse:
    context = {"steps": FOUNDING, "without_recognition": WITHOUT_RECOGNITION}
    return render(request, "public/founding/show.html", context)
