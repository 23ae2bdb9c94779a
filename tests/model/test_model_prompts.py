"""Prompts and starters: what ships can be used, a school's own wins, a broken one names its line."""

from datetime import date
from pathlib import Path

import pytest

from coachtui.library import load_prompts, load_starters
from coachtui.model.prompts import PLACES, Starter
from coachtui.model.step import Step
from coachtui.model.step_checks import check_step
from tests.support.homes import make_home


def test_what_ships_is_whole_and_holds_to_its_own_advice(tmp_path: Path) -> None:
    places = make_home(tmp_path)
    prompts, complaints = load_prompts(places)
    assert set(prompts) == set(PLACES) and complaints == []
    starters, complaints = load_starters(places)
    assert len(starters) == 15 and complaints == []
    for starter in starters:
        step = Step("1", "s1", "lead", words=starter.words, looks_like=starter.looks_like, practice="x",
                    by_when=date(2026, 11, 13))  # fmt: skip
        assert check_step(step, None, date(2026, 11, 9)) == [] or ";" in starter.words, starter.words


def test_a_schools_own_takes_the_place_of_ours(tmp_path: Path) -> None:
    places = make_home(tmp_path)
    places.prompts.write_text('goal = "What will the team do?"\n')
    places.starters.write_text('[[starter]]\nwords = "Ask twice"\n')
    assert load_prompts(places) == ({"goal": "What will the team do?"}, [])
    assert load_starters(places) == ((Starter("Ask twice"),), [])


@pytest.mark.parametrize(
    ("words", "said"),
    [("goal = 'a'\ngaol = 'b'", "line 2: 'gaol'"), ("\n\ngoal = 3", "line 3: goal takes words"), ('goal = "a\nx = 1', "line 1"),
     ("goal = 'a'\n\nx x", "line 3")],
)  # fmt: skip
def test_broken_prompts_name_their_line(tmp_path: Path, words: str, said: str) -> None:
    places = make_home(tmp_path)
    places.prompts.write_text(words)
    prompts, (complaint,) = load_prompts(places)
    assert set(prompts) == set(PLACES)
    assert said in complaint and complaint.startswith("'prompts.toml'") and complaint.endswith("Ours is in use.")


def test_broken_starters_name_their_line(tmp_path: Path) -> None:
    places = make_home(tmp_path)
    places.starters.write_text('[[starter]]\nwords = "Ask"\n\n[[starter]]\nlooks_like = "so"\n')
    starters, (complaint,) = load_starters(places)
    assert len(starters) == 15 and "line 4: words is missing" in complaint
