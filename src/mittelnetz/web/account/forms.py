"""Forms of allauth where ours differ."""

from typing import Any

from allauth.account.forms import LoginForm


class PasswordSignInForm(LoginForm):  # type: ignore[misc] # allauth has no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""  # the page itself leads to a forgotten password
