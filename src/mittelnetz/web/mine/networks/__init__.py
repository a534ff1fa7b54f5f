"""The workspace of a network."""
