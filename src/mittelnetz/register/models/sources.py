"""Where a statement about a record was found."""

from django.db import models


class Source(models.Model):
    """A statement of a record, and the page that makes it."""

    statement = models.TextField()
    url = models.URLField(max_length=500)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.statement
