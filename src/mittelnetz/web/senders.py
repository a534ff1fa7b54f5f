"""Who sends a form without an account, without knowing who it is."""

from datetime import date
from ipaddress import IPv6Address, ip_address, ip_network

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

_OF_ONE_LINE = 64
"""Bits of an IPv6 address that belong to one line; it can choose the others at will."""


def sender_of(request: HttpRequest, day: date) -> str:
    """A sum over the visitor's address, the day and the installation's key; nobody can tell the address from it."""
    try:
        address = ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:  # a socket without addresses
        line = ""
    else:
        is_long = isinstance(address, IPv6Address) and address.ipv4_mapped is None
        line = str(ip_network((address, _OF_ONE_LINE), strict=False)) if is_long else str(address)
    return salted_hmac(day.isoformat(), line, algorithm="sha256").hexdigest()
