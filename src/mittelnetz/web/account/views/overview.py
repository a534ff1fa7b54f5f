"""One's own account: how one signs in, and where one is signed in."""

from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
@login_required
@require_safe
def show_overview(request: HttpRequest) -> HttpResponse:
    return render(
        request, "account/overview.html", {"account": request.user, "has_second_factor": is_mfa_enabled(request.user)}
    )
