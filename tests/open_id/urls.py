"""The pages of the provider, and what it tells about people."""

from django.contrib.auth.views import LoginView
from django.urls import include, path
from oauth2_provider.oauth2_validators import OAuth2Validator

from tests.open_id.people import PEOPLE

urlpatterns = [
    path("sign-in/", LoginView.as_view()),
    path("", include("oauth2_provider.urls")),
]


class Validator(OAuth2Validator):
    def get_additional_claims(self, request):
        return PEOPLE[request.user.username]
