"""Where the notebook can't be had, typing goes on: into the drop box, from which the notebook takes it in."""

import json
import signal
from pathlib import Path

import pytest

from tests.stories.test_whole_meeting import entry_of, show
from tests.support.leaving import FILED, HALF, all_is_kept
from tests.support.program import run
from tests.support.tally import Tell
from tests.support.terminal import Terminal, coachtui, restored


@pytest.mark.goal("R8")
def test_a_second_window_says_where_it_is_open_and_takes_what_is_typed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Terminal(coachtui(home, "observe")) as first:
        first.wait_for("Enter files each line")
        first.type("in the first window\r")
        first.wait_for(lambda rows: any("in the first window" in row for row in rows[2:-4]))
        with Terminal(coachtui(home, "observe")) as second:
            rows = second.wait_for("The notebook is already open since")
            assert "/dev/pts/" in " ".join(rows)
            second.wait_for("What you type here goes into the drop box, and comes into the notebook")
            second.type(FILED + "\r" + HALF)
            second.wait_for(lambda rows: any(FILED in row for row in rows[2:-6]) and entry_of(rows) == HALF)
            second.press("ctrl+z")
            second.wait_for("nothing to take back here")
            second.press("ctrl+q")
            assert second.wait_exit() == 0
            assert restored(second.raw)
        first.press("ctrl+q")
        assert first.wait_exit() == 0
    with Terminal(coachtui(home, "observe", "--team", "Grade 9")) as third:
        third.wait_for("1 line from the drop box taken in. See Today.")
        third.press("ctrl+q")
        assert third.wait_exit() == 0
    assert list((home / "dropbox").iterdir()) == []
    found = json.loads(run(home, "list", "observations", "--json").said)
    told = [run(home, "show", each["ref"], "--json").json() for each in found]
    kept = [([line["text"] for line in each["lines"]], each["draft"]) for each in told]
    assert sorted(kept, key=str) == sorted([(["in the first window"], None), ([FILED], HALF)], key=str)


@pytest.mark.goal("R3", "R8")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_a_second_window_that_is_killed_loses_nothing(tmp_path: Path, number: int) -> None:
    home = tmp_path / "home"
    with Terminal(coachtui(home)) as first:
        first.wait_for("Press o when a meeting begins")
        with Terminal(coachtui(home, "observe")) as second:
            second.wait_for("drop box")
            second.type(FILED + "\r" + HALF)
            second.wait_for(lambda rows: any(FILED in row for row in rows[2:-6]) and entry_of(rows) == HALF)
            second.wait_quiet()
            second.kill(number)
            assert second.wait_exit() == (-number if number == signal.SIGKILL else 128 + number)
        first.press("ctrl+q")
        assert first.wait_exit() == 0
    all_is_kept(home)


def test_today_of_a_second_window_says_so_and_leads_to_the_drop_box(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Terminal(coachtui(home)) as first:
        first.wait_for("Press o when a meeting begins")
        with Terminal(coachtui(home)) as second:
            second.wait_for("The notebook is already open since")
            second.wait_for("Press o to write into the drop box")
            second.type("ojotted down\r")
            second.wait_for(lambda rows: any("jotted down" in row for row in rows[2:-6]))
            second.press("ctrl+q")
            assert second.wait_exit() == 0
        first.press("ctrl+q")
        assert first.wait_exit() == 0
    assert [line["text"] for line in show(home)["lines"]] == ["jotted down"]


@pytest.mark.parametrize("words", [[], ["observe"]], ids=["Today", "Observe"])
def test_beside_a_damaged_notebook_typing_goes_on(tmp_path: Path, words: list[str]) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    damage = b"this is no notebook at all " * 400
    (home / "notebook.db").write_bytes(damage)
    with Terminal(coachtui(home, *words)) as terminal:
        terminal.wait_for("The notebook file is damaged")
        if not words:
            terminal.press("o")
            terminal.wait_for("goes into the drop box")
        terminal.type("said beside it\r")
        terminal.wait_for(lambda rows: any("said beside it" in row for row in rows[2:-8]))
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
        assert restored(terminal.raw)
        assert b"Traceback" not in terminal.raw
    assert (home / "notebook.db").read_bytes() == damage
    (home / "notebook.db").unlink()
    assert [line["text"] for line in show(home)["lines"]] == ["said beside it"]


@pytest.mark.deep
@pytest.mark.goal("R8")
def test_four_hundred_lines_typed_beside_are_each_shown_and_taken_in(tmp_path: Path, tell: Tell) -> None:
    home = tmp_path / "home"
    with Terminal(coachtui(home, "observe")) as first:
        first.wait_for("Enter files each line")
        with Terminal(coachtui(home, "observe")) as second:
            second.wait_for("drop box")
            for start in range(0, 400, 20):
                for window, name in ((first, "first"), (second, "second")):
                    window.type("".join(f"{name} window {number}\r" for number in range(start, start + 20)))
                    window.wait_for(lambda rows: any(f"{name} window {start + 19}" in row for row in rows[2:-4]))
            second.press("f8")
            second.wait_for("400 lines, all saved in the drop box")
            second.press("ctrl+q")
            assert second.wait_exit() == 0
        first.press("ctrl+q")
        assert first.wait_exit() == 0
    for name in ("first", "second"):
        found = [
            run(home, "show", each["ref"], "--json").json()["lines"]
            for each in run(home, "list", "observations", "--json").json()
        ]
        texts = [line["text"] for lines in found for line in lines if line["text"].startswith(name)]
        assert texts == [f"{name} window {number}" for number in range(400)]
    tell("typed into two windows at once: 800 lines, 400 of them beside, each shown, 0 lost")
