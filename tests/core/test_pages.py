"""Pages of a list, by key."""

import base64
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mittelnetz.core.models import Attempt
from mittelnetz.core.pages import BadCursorError, page_of, page_of_list
from mittelnetz.register.models import Organisation

pytestmark = pytest.mark.django_db

ORDER = ("folded_name", "id")


def add_organisations(names: list[str]) -> None:
    Organisation.objects.bulk_create(
        Organisation(id=f"o{number:03}", name=name, folded_name=name, kind="other") for number, name in enumerate(names)
    )


def page(cursor: str = "", size: int = 3):
    return page_of(Organisation.objects.all(), order=ORDER, cursor=cursor, size=size)


def page_of_sorted(cursor: str = "", size: int = 3):
    return page_of_list(list(Organisation.objects.order_by(*ORDER)), order=ORDER, cursor=cursor, size=size)


def ids(rows) -> list[str]:
    return [row.id for row in rows]


@pytest.mark.parametrize("page", [page, page_of_sorted])
@given(names=st.lists(st.sampled_from(["a", "a-b", "ab", "b", "Z", "z", "ä", ""]), max_size=14), size=st.integers(1, 5))
def test_turning_all_pages_forth_and_back_shows_every_row_once_in_order(page, names, size, rolled_back):
    with rolled_back():
        add_organisations(names)
        expected = [f"o{number:03}" for name, number in sorted((name, number) for number, name in enumerate(names))]
        pages = [page(size=size)]
        while pages[-1].next_cursor:
            pages.append(page(pages[-1].next_cursor, size))
        assert [key for each in pages for key in ids(each.rows)] == expected
        assert all(len(each.rows) == size for each in pages[:-1])

        back = [pages[-1]]
        while back[-1].previous_cursor:
            back.append(page(back[-1].previous_cursor, size))
        assert [ids(each.rows) for each in reversed(back)] == [ids(each.rows) for each in pages]
        assert back[-1].next_cursor == pages[0].next_cursor


@pytest.mark.parametrize("page", [page, page_of_sorted])
def test_an_empty_list_has_one_empty_page(page):
    empty = page()
    assert (empty.rows, empty.previous_cursor, empty.next_cursor) == ([], "", "")


def test_behind_what_is_gone_from_a_sorted_list_stands_its_last_page():
    add_organisations(["a", "b", "c", "d", "e"])
    cursor = page_of_sorted().next_cursor
    Organisation.objects.filter(name__in=["d", "e"]).delete()
    last = page_of_sorted(cursor)
    assert (ids(last.rows), last.previous_cursor, last.next_cursor) == (["o000", "o001", "o002"], "", "")


def test_a_page_costs_one_query_and_no_count(django_assert_num_queries):
    add_organisations(["x"] * 30)
    with django_assert_num_queries(1):
        following = page(size=20).next_cursor
    with django_assert_num_queries(1):
        page(following)


def test_a_row_that_vanished_leaves_its_page_usable():
    add_organisations(list("abcdef"))
    cursor = page().next_cursor
    Organisation.objects.filter(folded_name="c").delete()
    assert [row.folded_name for row in page(cursor).rows] == ["d", "e", "f"]


def encoded(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "cursor",
    [
        "x", "%%%", "ä", "=", encoded("nonsense"), encoded("{}"), encoded("[]"), encoded('[">","a"]'),
        encoded('[">","a",1]'), encoded('["?","a","b"]'), encoded('[">","a","b","c"]'), encoded('[">","a","b\\u0000"]'),
        encoded("[" * 5000), encoded('">ab"'),
    ],
)  # fmt: skip
def test_a_cursor_that_nobody_gave_out_is_refused(cursor):
    for read in (page, page_of_sorted):
        with pytest.raises(BadCursorError):
            read(cursor)


@given(cursor=st.text(max_size=40))
def test_no_text_as_a_cursor_does_worse_than_being_refused(cursor, db):
    with suppress(BadCursorError):
        page(cursor)


def test_pages_turn_downwards_by_number_too():
    for number in range(7):
        Attempt.objects.create(id=number + 5, form="f", sender="s", at=datetime(2026, 6, 15, tzinfo=UTC))

    def page(cursor: str = ""):
        return page_of(Attempt.objects.all(), order=("id",), descending=True, cursor=cursor, size=3)

    pages = [page()]
    while pages[-1].next_cursor:
        pages.append(page(pages[-1].next_cursor))
    assert [ids(each.rows) for each in pages] == [[11, 10, 9], [8, 7, 6], [5]]
    assert ids(page(pages[2].previous_cursor).rows) == [8, 7, 6]
    with pytest.raises(BadCursorError):
        page(base64.urlsafe_b64encode(b'[">","x"]').decode())
