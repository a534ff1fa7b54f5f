"""Mistakes that visitors point out."""

from django.db import models

from mittelnetz.core.fields import CodeField


class ErrorReport(models.Model):
    """Somebody says that something on a page is wrong. `page` is its path; text and address are erasable.

    `settled_at`: when the office had dealt with it.
    """

    page = CodeField(max_length=200, blank=True)
    text = models.TextField()
    email = models.EmailField(blank=True)
    received_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.received_at:%Y-%m-%d} {self.page}"
