"""Example federations of any size: seeded, and the same on every machine."""

from mittelnetz.exchange.generator.federation import generate_federation

__all__ = ["generate_federation"]
