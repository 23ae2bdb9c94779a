"""An observation: its reference, which a person reads off a screen and types again, and its state."""

import re

from hypothesis import given
from hypothesis import strategies as st

from coachtui.model.moment import Moment
from coachtui.model.observation import Observation, ref_for


@given(st.text(st.characters(codec=None, categories=None)))
def test_a_reference_is_short_and_none_of_its_letters_looks_like_another(identity: str) -> None:
    ref = ref_for(identity)
    assert re.fullmatch("o[b-df-hj-km-np-tv-z2-9]{6}", ref)
    assert ref == ref_for(identity)


def test_a_reference_is_the_same_in_every_notebook_and_in_every_version() -> None:
    """Exports name their observation by it, and reading one back holds it to its id."""
    assert ref_for("o1") == "omqxtfh"


def test_two_thousand_observations_have_references_of_their_own() -> None:
    assert len({ref_for(f"observation {number}") for number in range(2000)}) == 2000


def test_the_state_tells_what_is_ended_what_is_written_now_and_what_was_cut_off() -> None:
    observation = Observation("o1", "o", None, None, Moment(0, 0, ""), "UTC", None, None, 0)
    assert observation.state == "interrupted"
    assert observation._replace(live=True).state == "live"
    assert observation._replace(ended_utc_ms=1).state == "ended"
    assert observation._replace(ended_utc_ms=0, live=True).state == "ended"
