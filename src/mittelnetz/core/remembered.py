"""What many pages share: worked out once for each public revision, in each process."""

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from mittelnetz.core.journal import public_revision
from mittelnetz.core.transactions import is_reading

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


def remembered(work_out: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """The same function, whose answers are remembered until the public revision is raised.

    Like a public page, the answer must follow from the arguments, the release, and data that no action changes
    without raising the revision; and nobody may change it. In an action or a preview it is always worked out: what
    these see is not committed.
    """

    @wraps(work_out)
    def ask(*args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
        if not is_reading():
            return work_out(*args, **kwargs)
        answer: Answer = _worked_out(public_revision(), work_out, args, tuple(sorted(kwargs.items())))
        return answer

    return ask


@lru_cache(32)
def _worked_out(
    _revision: int,
    work_out: Callable[..., Answer],
    args: tuple[Hashable, ...],
    kwargs: tuple[tuple[str, Hashable], ...],
) -> Answer:
    return work_out(*args, **dict(kwargs))
