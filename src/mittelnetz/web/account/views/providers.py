"""The way to a provider of OpenID Connect. What comes back from there, allauth's own view reads."""

from allauth.account.utils import get_next_redirect_url
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.base import AuthProcess
from csp.decorators import csp_update
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST
from requests import RequestException

from mittelnetz.web.middleware import View


def offers_providers(view: View) -> View:
    """Wraps a view whose page has the provider's button: there, and nowhere else, a form may lead to that host."""
    widened: View = csp_update({"form-action": settings.OPEN_ID_ORIGINS})(view)
    return widened


@require_POST
def go_to_provider(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Allauth's view would also tie provider and account together, and ask for whatever the address says."""
    try:
        provider = get_adapter(request).get_provider(request, provider=provider_id)
    except SocialApp.DoesNotExist:
        raise Http404 from None
    try:
        answer: HttpResponse = provider.redirect(
            request, process=AuthProcess.LOGIN, next_url=get_next_redirect_url(request)
        )
    except RequestException as error:  # the provider does not answer
        answer = render_authentication_error(request, provider, exception=error)
    return answer
