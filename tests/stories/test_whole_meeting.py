"""A whole meeting, typed key by key into the real program, and read back by a fresh process."""

from pathlib import Path
from typing import Any

import pytest

from tests.support.meetings import Utterance, meeting
from tests.support.program import ask
from tests.support.terminal import Terminal
from tests.support.told_clock import ToldClock, told_program

ENTRY_ROW = -2


def entry_of(rows: list[str]) -> str:
    """What the entry line shows."""
    return rows[ENTRY_ROW].removeprefix("›").strip()


def type_utterance(terminal: Terminal, clock: ToldClock, said: Utterance) -> None:
    """Type one utterance when it is said: the clock stands at its time until its Enter has been taken."""
    clock.tell(said.at_ms)
    terminal.type(said.typed)
    end = said.typed[-30:].strip()
    terminal.wait_for(lambda rows: entry_of(rows).endswith(end))
    terminal.press("enter")
    terminal.wait_for(lambda rows: entry_of(rows) == "")


def show(home: Path) -> dict[str, Any]:
    """The last observation, as another process than the program tells it: this one, from a notebook opened anew."""
    told = ask(home, "show", "last", "--json")
    assert told.code == 0, told.complaint
    facts: dict[str, Any] = told.json()
    return facts


@pytest.mark.long
@pytest.mark.parametrize("share", [pytest.param(8, id="an eighth"), pytest.param(1, marks=pytest.mark.deep, id="all")])
def test_every_utterance_of_a_meeting_stands_once_in_order_at_its_time(tmp_path: Path, share: int) -> None:
    """Forty minutes, key by key: what a fresh process reads is what was said, to the millisecond."""
    said = meeting()[::share]
    clock = ToldClock(tmp_path / "clock")
    with Terminal(told_program(tmp_path / "home", tmp_path / "clock")) as terminal:
        terminal.wait_for("Enter files each line")
        for each in said:
            type_utterance(terminal, clock, each)
        terminal.type("half a line")
        terminal.wait_for("half a line")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    told = show(tmp_path / "home")
    lines = told["lines"]
    assert isinstance(lines, list)
    assert [(line["at_ms"], line["speaker"], line["text"]) for line in lines] == [
        (each.at_ms, each.speaker, each.text) for each in said
    ]
    assert {line["provenance"] for line in lines} == {"live"}
    assert told["draft"] == "half a line"
