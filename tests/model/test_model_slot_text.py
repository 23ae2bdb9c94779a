"""Usual times, as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachtui.model.people import Slot
from coachtui.model.slot_text import read_slot, slot_text


@pytest.mark.parametrize(
    ("typed", "slot"),
    [
        ("Tue 10:40, 45 min", Slot(2, 640, 45)),
        ("tuesdays at 10.40", Slot(2, 640, 45)),
        ("Tue 10:40-11:25", Slot(2, 640, 45)),
        ("Wed 7:30am for 30 min", Slot(3, 450, 30)),
        ("thu 2:15", Slot(4, 855, 45)),
        ("Mon 1 to 2", Slot(1, 780, 60)),
        ("fri 12:10 pm 50", Slot(5, 730, 50)),
        ("Weds 3pm", Slot(3, 900, 45)),
    ],
)
def test_it_is_read_as_it_is_meant(typed: str, slot: Slot) -> None:
    assert read_slot(typed) == slot


@pytest.mark.parametrize(
    "typed", ["", "10:40", "Tue", "t 9", "Tue 25:00", "Fri 11:00-10:00", "Sun 23:50, 45", "Tue 13pm"]
)
def test_what_can_not_be_told_is_none(typed: str) -> None:
    assert read_slot(typed) is None


@given(st.builds(Slot, st.integers(1, 7), st.integers(7 * 60, 23 * 60), st.integers(1, 60)))
def test_what_is_told_can_be_typed(slot: Slot) -> None:
    assert read_slot(slot_text(slot)) == slot


@given(st.text(max_size=30))
def test_whatever_is_typed_is_a_time_or_none(typed: str) -> None:
    found = read_slot(typed)
    assert found is None or (1 <= found.weekday <= 7 and found.minute + found.minutes <= 24 * 60)
