"""Who has an account at the provider, and what it says about them; what it gave to its one client."""

from typing import Any

CLIENT, SECRET = "mittelnetz", "ein Geheimnis"
PASSWORD = "beim Anbieter geheim"
PEOPLE: dict[str, dict[str, Any]] = {
    "toni": {"email": "toni@example.org", "email_verified": True},
    "koordination": {"email": "privat@example.org", "email_verified": True},
    "fremd": {"email": "fremd@example.org", "email_verified": True},
    "behauptet": {"email": "toni@example.org", "email_verified": False},
    "geschrieben": {"email": "toni@example.org", "email_verified": "false"},
    "verschwiegen": {"email": "toni@example.org"},
}
