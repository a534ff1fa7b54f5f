"""Being somebody in the demo, with one click and no account."""

from allauth.account.utils import perform_login
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from mittelnetz.people.actions.accounts import open_account
from mittelnetz.people.actors import VISITOR
from mittelnetz.people.models import Account
from mittelnetz.web.account.demo_people import DemoRole, is_demo, person_in


@require_POST
def sign_in_as(request: HttpRequest) -> HttpResponse:
    """404 wherever the demo federation is not alone in the database."""
    now = timezone.now()
    role, today = request.POST.get("role", ""), timezone.localdate(now)
    person = person_in(DemoRole(role), today) if role in DemoRole.values and is_demo(today) else None
    if person is None:
        raise Http404
    account = Account.objects.filter(person=person).first() or open_account(
        person=person, email=person.email or f"{person.pk}@example.org", actor=VISITOR, at=now
    )
    answer: HttpResponse = perform_login(request, account)
    return answer
