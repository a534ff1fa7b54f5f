"""The workspace of the office."""
