"""Links in mails: each opens what it was made for, until it expires, and nothing else."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mittelnetz.core.signed_links import VALID_FOR, Asked, ExpiredError, ForgedError, open_token, token_for
from tests.factories import AT

NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
ASKED = st.builds(
    Asked,
    purpose=st.sampled_from(["listing", "showing", "framework", "organisation"]),
    who=st.sampled_from(["people/00000000-0000-4000-8000-000000000001", "mailbox/1", ""]) | NAMES,
    about=st.lists(NAMES, max_size=3).map(tuple),
)


@given(asked=ASKED, after=st.integers(0, int(VALID_FOR.total_seconds()) - 1))
def test_a_link_opens_what_it_was_made_for_until_it_expires(asked, after):
    token = token_for(asked, at=AT)
    assert open_token(token, at=AT + timedelta(seconds=after)) == asked
    with pytest.raises(ExpiredError):
        open_token(token, at=AT + VALID_FOR)


@given(asked=ASKED, other=ASKED)
def test_no_link_opens_another_purpose_person_or_thing(asked, other):
    token = token_for(asked, at=AT)
    assert (token == token_for(other, at=AT)) == (asked == other)
    if other.purpose != asked.purpose:
        signed = token.partition(":")[2]
        with pytest.raises(ForgedError):
            open_token(f"{other.purpose}:{signed}", at=AT)


@given(asked=ASKED, place=st.integers(min_value=0), letter=st.characters(exclude_categories=["Cs"]))
def test_a_link_that_was_changed_opens_nothing(asked, place, letter):
    token = token_for(asked, at=AT)
    place %= len(token)
    changed = token[:place] + letter + token[place + 1 :]
    if changed != token:
        with pytest.raises(ForgedError):
            open_token(changed, at=AT)


@given(other=ASKED)
def test_content_and_signature_of_two_links_do_not_fit(other):
    asked = Asked("listing", "people/1", ("7",))
    content = token_for(other, at=AT).rpartition(":")[0]
    signature = token_for(asked, at=AT).rpartition(":")[2]
    with pytest.raises(ForgedError):
        open_token(f"{content}:{signature}", at=AT)


@given(token=st.text(max_size=60))
def test_nonsense_opens_nothing(token):
    with pytest.raises(ForgedError):
        open_token(token, at=AT)


def test_another_key_opens_nothing(settings):
    token = token_for(Asked("listing", "people/1", ("7",)), at=AT)
    settings.SECRET_KEY = "another one"
    with pytest.raises(ForgedError):
        open_token(token, at=AT)
