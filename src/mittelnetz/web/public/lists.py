"""What the lists have in common: filters from the address, and one page of rows."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from mittelnetz.core.pages import BadCursorError, Page, page_of, page_of_list
from mittelnetz.core.prepared import Prepared
from mittelnetz.regions.models import Region
from mittelnetz.regions.queries import regions_in
from mittelnetz.rulebook.keys import COUNTRY, Level
from mittelnetz.web.errors import NotThere, NotUnderstood
from mittelnetz.web.ui.downloads import FORMATS

Row = TypeVar("Row", bound=Model)
Item = TypeVar("Item")
LONGEST_SEARCH = 100
_LAENDER = Prepared(Region, lambda: regions_in(COUNTRY, Level.LAND).values_list("key", "name"))


@dataclass(frozen=True, slots=True)
class ListPage(Generic[Item]):
    """One page of a list, and the addresses of the pages beside it (empty where there is none).

    `query`: the filters, as they stand in an address.
    """

    rows: list[Item]
    previous_url: str
    next_url: str
    query: str = ""

    @property
    def download(self) -> str:
        """The address of the whole list as a file, up to the kind of file."""
        return f"{self.query}&format=" if self.query else "?format="


def text_from(request: HttpRequest, name: str) -> str:
    """What somebody typed, in one line and no longer than a search needs."""
    return " ".join(request.GET.get(name, "")[:LONGEST_SEARCH].replace("\0", "").split())


def choice_from(request: HttpRequest, name: str, choices: Collection[str]) -> str:
    """The chosen value of a filter, or nothing; raises NotUnderstood for one that is not on offer."""
    value = request.GET.get(name, "")
    if value and value not in choices:
        raise NotUnderstood(
            _("Nach „%(value)s“ lässt sich diese Liste nicht filtern.") % {"value": value[:LONGEST_SEARCH]},
            way=(_("Die ganze Liste ansehen"), request.path),
        )
    return value


def format_from(request: HttpRequest) -> str:
    """As what kind of file the list is wanted; empty for a page."""
    return choice_from(request, "format", dict(FORMATS))


def land_choices() -> list[tuple[str, str]]:
    """Key and name of each Land, for a filter."""
    return [(key, name) for key, name in _LAENDER.tuples()]


def list_page(
    request: HttpRequest,
    rows: "QuerySet[Row]",
    filters: dict[str, str],
    *,
    order: tuple[str, ...] = ("folded_name", "id"),
    descending: bool = False,
) -> ListPage[Row]:
    """The page that `?seite=` asks for, 25 rows, by name unless told otherwise; raises NotThere for no such page."""

    def read(cursor: str) -> Page[Row]:
        page = page_of(rows, order=order, descending=descending, cursor=cursor)
        if cursor and not page.rows:
            raise BadCursorError(cursor)
        return page

    return _list_page(request, read, filters)


def sorted_list_page(
    request: HttpRequest, rows: Sequence[Item], filters: dict[str, str], *, order: tuple[str, ...]
) -> ListPage[Item]:
    """As `list_page`, of rows that are not of one table and in order already."""
    return _list_page(request, lambda cursor: page_of_list(rows, order=order, cursor=cursor), filters)


def _list_page(request: HttpRequest, read: Callable[[str], Page[Item]], filters: dict[str, str]) -> ListPage[Item]:
    try:
        page = read(request.GET.get("seite", ""))
    except BadCursorError:
        missing = NotThere(_("Diese Seite der Liste gibt es nicht."), way=(_("Zum Anfang der Liste"), request.path))
        raise missing from None

    def address(at: str) -> str:
        return _query({**filters, "seite": at}) if at else ""

    return ListPage(page.rows, address(page.previous_cursor), address(page.next_cursor), _query(filters))


def _query(parameters: dict[str, str]) -> str:
    chosen = {name: value for name, value in parameters.items() if value}
    return f"?{urlencode(chosen)}" if chosen else ""
