"""Who is at the other end of a request, and what they may."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.views.decorators.cache import never_cache

from mittelnetz.access.rights import Right
from mittelnetz.access.roles import NOBODY, Roles, roles_of
from mittelnetz.people.actors import Actor
from mittelnetz.people.models import Account, Person
from mittelnetz.web.middleware import View


class NotAllowed(PermissionDenied):
    """Somebody who is signed in lacks a right. The sentence is shown."""

    def __init__(self, right: Right) -> None:
        super().__init__(right.name)
        self.sentence = str(right.refusal)


def roles_in(request: HttpRequest) -> Roles:
    """The roles, today, of whoever sends the request; asked once for each request."""
    known: Roles | None = getattr(request, "roles", None)
    if known is None:
        account = request.user
        known = roles_of(account.person, timezone.localdate()) if isinstance(account, Account) else NOBODY
        request.roles = known  # type: ignore[attr-defined]
    return known


def person_in(request: HttpRequest) -> Person:
    person = roles_in(request).person
    if person is None:
        raise PermissionDenied
    return person


def actor_in(request: HttpRequest) -> Actor:
    return Actor.person(person_in(request))


def require(request: HttpRequest, right: Right, subject: str) -> None:
    """Asked inside a view, of a record that the address does not name."""
    if not right.is_held_by(roles_in(request), subject):
        raise NotAllowed(right)


def is_still_held(request: HttpRequest, right: Right, subject: str) -> bool:
    """Asked anew, after a change that may have ended a role of whoever made it."""
    person = roles_in(request).person
    return person is not None and right.is_held_by(roles_of(person, timezone.localdate()), subject)


def needs(right: Right, *, of: str = "") -> Callable[[View], View]:
    """Marks a view: only for those who hold the right, of the record whose id is the address's argument `of`.

    Visitors are asked to sign in first. Whether there is such a record, nobody learns who may not see it.
    """

    def mark(view: View) -> View:
        @never_cache
        @wraps(view)
        def show(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            roles = roles_in(request)
            if roles.person is None:
                return redirect_to_login(request.get_full_path())
            if not right.is_held_by(roles, kwargs[of] if of else ""):
                raise NotAllowed(right)
            return view(request, *args, **kwargs)

        show.right = right  # type: ignore[attr-defined]
        return show

    return mark
