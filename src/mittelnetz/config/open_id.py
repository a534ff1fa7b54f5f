"""Signing in with an account of another house (OpenID Connect), where the operator has set it up."""

from typing import Any
from urllib.parse import urlsplit

import environ


def open_id_apps(env: environ.Env) -> list[dict[str, Any]]:
    """The one provider that `MITTELNETZ_OIDC_URL` names, as allauth wants it; none where it is not set."""
    url = env.str("MITTELNETZ_OIDC_URL", default="")
    if not url:
        return []
    return [
        {
            "provider_id": "oidc",
            "name": env.str("MITTELNETZ_OIDC_NAME", default="OpenID Connect"),
            "client_id": env.str("MITTELNETZ_OIDC_CLIENT"),
            "secret": env.str("MITTELNETZ_OIDC_SECRET"),
            "settings": {"server_url": url, "oauth_pkce_enabled": True},
        }
    ]


def open_id_origins(env: environ.Env) -> list[str]:
    """Where the button for signing in leads; browsers hold forms to the hosts that the page's policy names."""
    url = urlsplit(env.str("MITTELNETZ_OIDC_URL", default=""))
    return [f"{url.scheme}://{url.netloc}"] if url.netloc else []
