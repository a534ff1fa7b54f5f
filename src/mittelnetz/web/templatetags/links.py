"""Addresses of records. A page has many of them, and `url` would search for the pattern each time."""

from functools import cache

from django import template
from django.urls import reverse
from django.utils.translation import get_language

register = template.Library()


@cache
def _list_url(name: str, _language: str | None) -> str:
    return reverse(f"public:{name}")


@cache
def _office_url(_language: str | None) -> str:
    return reverse("office:start")


@register.filter
def network_url(network_id: str) -> str:
    return f"{_list_url('networks', get_language())}{network_id}/"


@register.filter
def organisation_url(organisation_id: str) -> str:
    return f"{_list_url('organisations', get_language())}{organisation_id}/"


@register.filter
def kept_organisation_url(organisation_id: str) -> str:
    """Where the office keeps it."""
    return f"{_office_url(get_language())}organisation/{organisation_id}/"


@register.filter
def region_url(key: str) -> str:
    return f"{_list_url('regions', get_language())}{key}/"
