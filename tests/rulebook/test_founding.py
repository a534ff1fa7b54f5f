"""The steps to a new network."""

import pytest

from mittelnetz.rulebook.founding import FOUNDING, WITHOUT_RECOGNITION
from mittelnetz.rulebook.norms import norm

STEPS = (*FOUNDING, WITHOUT_RECOGNITION)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.title.en)
def test_each_step_speaks_both_languages_and_names_norms_that_exist(step):
    assert step.title.de
    assert step.title.en
    assert step.text.de
    assert step.text.en
    assert step.norms
    assert all(norm(norm_id) for norm_id in step.norms)


def test_what_a_network_must_have_before_it_applies_is_named_before_the_application():
    order = [norm_id for step in FOUNDING for norm_id in step.norms]
    assert {"RB2.1", "RB2.2", "RB2.3", "RB9.1"} <= set(order[: order.index("RB1")])
