"""Organisations, networks, partnerships, contacts and what else stands in the register."""
