"""The workspace of an organisation."""
