"""Under which address an installation is reached from outside."""

import re

import environ
from django.core.exceptions import ImproperlyConfigured


def named_address(env: environ.Env, hosts: list[str]) -> str:
    """What `MITTELNETZ_ADDRESS` names, such as `https://networks.example.org`; empty where it is not set."""
    address: str = env.str("MITTELNETZ_ADDRESS", default="").rstrip("/")
    if address and not re.fullmatch(r"https?://[a-z0-9.:\[\]-]+", address):
        raise ImproperlyConfigured("MITTELNETZ_ADDRESS must look like https://networks.example.org, without a path")
    if not address and "*" in hosts:
        raise ImproperlyConfigured("MITTELNETZ_HOSTS=* needs MITTELNETZ_ADDRESS, so that links in mails can be trusted")
    return address
