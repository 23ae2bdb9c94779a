"""How long things are kept: what may be typed for it, and the day before which all is due."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachtui.model.names import Person
from coachtui.model.retention import read_keep, read_span
from coachtui.model.unnaming import Unnaming


@pytest.mark.parametrize(
    ("typed", "words", "before"),
    [
        ("3y", "3 years", date(2023, 11, 26)),
        ("3 years", "3 years", date(2023, 11, 26)),
        (" 1 Year ", "1 year", date(2025, 11, 26)),
        ("18 months", "18 months", date(2025, 5, 26)),
        ("11mo", "11 months", date(2025, 12, 26)),
        ("2w", "2 weeks", date(2026, 11, 12)),
        ("90 days", "90 days", date(2026, 8, 28)),
        ("999 years", "999 years", date(1027, 11, 26)),
    ],
)
def test_a_length_of_time_is_read_as_people_say_it(typed: str, words: str, before: date) -> None:
    span = read_span(typed)
    assert span is not None and span.words == words and span.before(date(2026, 11, 26)) == before


@pytest.mark.parametrize("typed", ["", "3", "years", "0 years", "-3y", "3 yearsx", "soon", "1000y", "3.5 years"])
def test_what_is_none_is_not_guessed(typed: str) -> None:
    assert read_span(typed) is None and read_keep({"steps": typed}) == {}


@given(st.dates(date(1000, 1, 1), date(9998, 12, 31)), st.integers(1, 999), st.sampled_from("ymwd"))
def test_any_day_has_one_before_it(today: date, number: int, unit: str) -> None:
    span = read_span(f"{number}{unit}")
    assert span is not None and span.before(today) < today


DANA = [Person("Dana Ruiz", "dana", ""), Person("Dana Diaz", "dana", "")]
OTHERS = [Person("Tom Hall", "tom", ""), Person("Dana Smith", "danas", "")]


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("Dana Ruiz said so", "D. R. said so"),
        ("said Dana Ruiz.", "said D. R."),
        ("Ruiz, Dana Diaz and DANA RUIZ's plan", "D. R., D. R. and D. R.'s plan"),
        ("Dana Smith and Dana", "Dana Smith and Dana"),
        ("Ruizville is no name", "Ruizville is no name"),
        ("nobody", "nobody"),
        ("", ""),
    ],
)
def test_only_what_can_be_nobody_else_is_taken_for_the_name(text: str, without: str) -> None:
    unnaming = Unnaming(DANA, OTHERS)
    assert unnaming.without(text) == without
    assert unnaming.stands_in(text) == (text != without)
    assert unnaming.without(without) == without


def test_a_name_that_is_a_word_as_well_is_left_where_it_may_be_the_word() -> None:
    unnaming = Unnaming([Person("Will Grant", "will", "")], OTHERS)
    assert unnaming.without("Will you ask? they will, and Will's plan") == "Will you ask? they will, and W. G.'s plan"
