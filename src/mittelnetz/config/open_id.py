"""Signing in with an account of another house (OpenID Connect), where the operator has set it up."""

from typing import Any

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
