"""Measures Mittelnetz beside yardsticks of the same run: `make bench`. No figure here is a test.

Machines differ and are noisy, so only ratios count: each page is measured in turn with a *bare* answer (a constant
string through the same server and middleware) and a *plain list* (one query of 25 rows in a template, some 12 KB).
"""
