"""Passwords for tests: made like an installation's, but without the work that is meant to slow a thief down."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class QuickArgon2(Argon2PasswordHasher):
    time_cost, memory_cost, parallelism = 1, 64, 1
