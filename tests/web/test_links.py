"""Addresses of records."""

import pytest
from django.urls import reverse
from django.utils import translation

from mittelnetz.web.templatetags.links import kept_organisation_url, network_url, organisation_url, region_url


@pytest.mark.parametrize("language", ["de", "en"])
def test_they_are_those_of_the_url_patterns(language):
    with translation.override(language):
        assert network_url("sauerland") == reverse("public:network", args=["sauerland"])
        assert organisation_url("kammer") == reverse("public:organisation", args=["kammer"])
        assert kept_organisation_url("kammer") == reverse("office:organisation", args=["kammer"])
        assert region_url("05966") == reverse("public:region", args=["05966"])
