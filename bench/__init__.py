"""Measures Mittelnetz beside yardsticks of the same run: `make bench`. No limit here is a test."""
