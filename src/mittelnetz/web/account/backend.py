"""Whose session it is."""

from allauth.account.auth_backends import AuthenticationBackend

from mittelnetz.core.prepared import Prepared
from mittelnetz.people.models import Account, Person


class AccountBackend(AuthenticationBackend):  # type: ignore[misc] # allauth has no types
    """Every request of somebody who is signed in asks for the account and its person, so both are prepared."""

    def get_user(self, user_id: int) -> Account | None:
        for account in _ACCOUNT(account_id=user_id):
            if self.user_can_authenticate(account):
                (account.person,) = _PERSON(account_id=user_id)
                return account
        return None


_ACCOUNT = Prepared(Account, lambda account_id: Account.objects.filter(pk=account_id), account_id=int)
_PERSON = Prepared(Person, lambda account_id: Person.objects.filter(account=account_id), account_id=int)
