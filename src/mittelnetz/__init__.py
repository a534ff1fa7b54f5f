"""Mittelnetz runs a federation of regional networks."""

__version__ = "0.1.0"
