"""Finds functions, classes and imports that nothing uses: `python tools/find_dead_code.py`.

Vulture finds them; this leaves out what Django reads by name (fields, settings, words of a list are variables) and
counts a name that stands in a template or in pyproject.toml as used.
"""

import os
import re
import sys
from pathlib import Path

from vulture import Vulture

KINDS = {"function", "class", "method", "property", "import", "unreachable_code"}
# Called by Django and allauth under these names.
HOOKS = [
    "as_postgresql",
    "as_sqlite",
    "can_delete_authenticator",
    "db_parameters",
    "get_client_ip",
    "get_list_display",
    "get_totp_issuer",
    "get_user",
    "handle_raw_input",
    "has_*permission",
    "is_open_for_signup",
    "on_authentication_error",
    "process_view",
    "ready",
    "send_mail",
    "clean_*",
    "handle_*tag",
    "location",
    "*Config",
    "*Middleware",
]
TESTS = Path("tests").resolve()
DECORATORS = ["@register.*"]
TEXTS = [Path("pyproject.toml"), *Path("src").rglob("*.html"), *Path("src/mittelnetz/config").glob("*.py")]


def main() -> int:
    vulture = Vulture(ignore_names=HOOKS, ignore_decorators=DECORATORS)
    vulture.scavenge(["src", "tests", "tools", "bench"], exclude=["*/migrations/*"])
    in_texts = {word for text in TEXTS for word in re.findall(r"\w+", text.read_text(encoding="utf-8"))}
    dead = [
        item
        for item in vulture.get_unused_code()
        if item.typ in KINDS and item.name not in in_texts and TESTS not in Path(item.filename).parents
    ]
    for item in dead:
        print(f"{os.path.relpath(item.filename)}:{item.first_lineno}: {item.typ} {item.name} is used nowhere")
    return bool(dead)


if __name__ == "__main__":
    sys.exit(main())
