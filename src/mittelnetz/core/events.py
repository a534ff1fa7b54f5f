"""Journal verbs of the kernel."""

from mittelnetz.core.journal import Event

SETTING_CHANGED = Event("core.setting_changed", is_public=True)
TEXT_CHANGED = Event("core.text_changed", is_public=True)
