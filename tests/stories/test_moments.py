"""Moments of a meeting as a principal lives them: the real program on a real terminal, keys counted where they count."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from coachtui.tui.rooms.confiding import A_PRESS_MS
from tests.support.homes import make_home, open_notebook
from tests.support.program import run
from tests.support.terminal import Terminal, coachtui
from tests.support.told_clock import ToldClock, told_program

ENTRY_ROW = -2
MINUTE = 60_000


class Hand:
    """Presses keys and counts them."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.keys = 0

    def type(self, text: str) -> None:
        """Type this text; each character is a key."""
        self.keys += len(text)
        self.terminal.type(text)
        self.terminal.wait_for(lambda rows: text[-20:].strip() in rows[ENTRY_ROW])

    def press(self, key: str) -> None:
        """Press one key."""
        self.keys += 1
        self.terminal.press(key)

    def file(self, text: str) -> None:
        """Type this line, and Enter."""
        self.type(text)
        self.press("enter")
        self.terminal.wait_for(lambda rows: rows[ENTRY_ROW].strip() == "›")


def home_of(folder: Path) -> Path:
    """A home with a team in it."""
    places = make_home(folder)
    with open_notebook(places) as notebook:
        notebook.people.add_team("Grade 4", "Jo Ash", ("Tom Adeyemi", "Priya Nair"))
    return places.home


def show(home: Path, *words: str) -> Any:
    """What a fresh process shows of the last observation."""
    return run(home, "show", "last", "--json", *words).json()


def lines_of(home: Path) -> list[dict[str, Any]]:
    """Its lines."""
    lines: list[dict[str, Any]] = show(home)["lines"]
    return lines


def leave(terminal: Terminal) -> None:
    """Close the program."""
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 0


def ready(terminal: Terminal) -> Hand:
    """Whoever sits before the room, once it is there."""
    terminal.wait_for("Enter files each line")
    terminal.type("x")  # what is typed first waits for the notebook; these stories begin when it is open
    terminal.wait_for("all saved")
    terminal.press("backspace")
    terminal.wait_for(lambda rows: rows[ENTRY_ROW].strip() == "›")
    return Hand(terminal)


@contextmanager
def observing(home: Path, *words: str) -> Iterator[tuple[Terminal, Hand]]:
    """The room, with whoever sits before it; left in the end as one leaves it."""
    with Terminal(coachtui(home, "observe", *words)) as terminal:
        yield terminal, ready(terminal)
        leave(terminal)


def test_1_the_laptop_is_opened_thirty_seconds_late(tmp_path: Path) -> None:
    """The program is started and typed into at once; `o` and a line, and later the beginning is moved without a dialog."""
    home, clock = tmp_path / "home", ToldClock(tmp_path / "clock")
    with Terminal(coachtui(home)) as terminal:
        terminal.type("omaria: good morning\r")
        terminal.wait_for(
            lambda rows: any("F8 End" in row for row in rows) and any("  good morning" in row for row in rows)
        )
        leave(terminal)
    assert [(line["speaker"], line["text"]) for line in lines_of(home)] == [("maria", "good morning")]

    clock.tell(28 * MINUTE)
    with Terminal(told_program(tmp_path / "second", tmp_path / "clock")) as terminal:
        hand = ready(terminal)
        hand.file("first")
        terminal.press("f5", "enter", "enter", "enter", "ctrl+u")
        terminal.wait_for("It began at:")
        terminal.type("8:57\r")
        terminal.wait_for("8:57 · 1 min")
        leave(terminal)
    told = show(tmp_path / "second")
    assert told["lines"][0]["at_ms"] == MINUTE and told["lines"][0]["provenance"] == "live"


def test_2_who_is_talking_one_key_more(tmp_path: Path) -> None:
    home = home_of(tmp_path)
    with observing(home, "--team", "Grade 4") as (terminal, hand):
        hand.file('"The almosts count tick marks."')
        before = hand.keys
        hand.press("alt+2")
        terminal.wait_for(lambda rows: any("Tom" in row and "almosts" in row for row in rows))
        assert hand.keys - before == 1
        hand.file("zoë: who is she?")
        terminal.wait_for("zoë")
    assert [line["speaker"] for line in lines_of(home)] == ["Tom Adeyemi", "zoë"]


def test_3_something_from_three_minutes_ago(tmp_path: Path) -> None:
    """Four keys more than a plain line, and the cursor never leaves the entry."""
    home, clock = tmp_path / "home", ToldClock(tmp_path / "clock")
    with Terminal(told_program(home, tmp_path / "clock")) as terminal:
        hand = ready(terminal)
        hand.file("Ana comes in")
        plain = hand.keys
        clock.tell(10 * MINUTE)
        hand.file("-3m Ana comes in")
        assert hand.keys - plain == plain + len("-3m ")
        terminal.wait_for(lambda rows: any("8:37" in row and "Ana comes in" in row for row in rows))
        leave(terminal)
    assert [(line["at_ms"], line["provenance"]) for line in lines_of(home)] == [(0, "live"), (7 * MINUTE, "added")]


@pytest.mark.parametrize("is_filed", [False, True])
def test_4_a_lead_says_something_confidential(tmp_path: Path, is_filed: bool) -> None:
    """One key: it is on no picture after that, and in nothing that is searched, shown or printed unless asked for."""
    home = home_of(tmp_path)
    with observing(home, "--team", "Grade 4") as (terminal, hand):
        hand.file("one")
        hand.type("tom: the surgery is on Monday")
        if is_filed:
            hand.press("enter")
            terminal.wait_for(lambda rows: rows[ENTRY_ROW].strip() == "›")
        before, pictures = hand.keys, len(terminal.replay())
        hand.press("f3")
        terminal.wait_for("Taken in confidence.")
        terminal.wait_quiet()
        assert hand.keys - before == 1
        after = terminal.replay()[pictures:]
        gone = next(n for n, (_, rows) in enumerate(after) if not any("surgery" in row for row in rows))
        assert all("surgery" not in row for _, rows in after[gone:] for row in rows)
        assert b"\x07" not in b"".join(data for _, data in terminal.chunks[pictures:]).replace(b"\x1b]", b"")
    for words in (("search", "surgery"), ("show", "last"), ("show", "last", "--json"), ("list", "observations")):
        answer = run(home, *words)
        assert "surgery is" not in answer.said + answer.complaint, words
    assert "the surgery is on Monday" in run(home, "search", "surgery", "--in-confidence").said
    assert "the surgery is on Monday" in run(home, "show", "last", "--in-confidence").said
    assert show(home, "--in-confidence")["lines"][1]["kind"] == "in confidence"


def test_4_discarded_it_is_nowhere(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with observing(home) as (terminal, hand):
        hand.file("one")
        hand.type("the surgery is on Monday")
        hand.press("f3")
        terminal.wait_for("Taken in confidence.")
        time.sleep(A_PRESS_MS / 1000)  # pressed in haste it is pressed once
        hand.press("f3")
        terminal.wait_for("Discarded.")
    assert [line["text"] for line in lines_of(home)] == ["one"]
    assert not any(b"surgery" in path.read_bytes() for path in home.rglob("*") if path.is_file())


def test_5_a_lead_glances_at_the_screen(tmp_path: Path) -> None:
    """One key, a neutral page; the next key brings back every row as it was."""
    with observing(tmp_path / "home") as (terminal, hand):
        hand.file("! too quick")
        hand.type("half a line")
        terminal.wait_quiet(0.5)
        assert not any("too quick" in row for row in terminal.screen()[:-6])
        before = terminal.screen()[1:]
        hand.press("f9")
        terminal.wait_for(lambda rows: rows[0].startswith(" Notes"))
        terminal.wait_quiet()
        rows = terminal.screen()
        assert not any(row.strip("─ ") for row in rows[1:])
        hand.press("left")
        terminal.wait_for("half a line")
        terminal.wait_quiet()
        assert terminal.screen()[1:] == before


def test_6_the_battery_dies_in_the_middle_of_a_word(tmp_path: Path) -> None:
    home, clock = tmp_path / "home", ToldClock(tmp_path / "clock")
    with Terminal(told_program(home, tmp_path / "clock")) as terminal:
        hand = ready(terminal)
        for number in range(5):
            clock.tell(number * MINUTE)
            hand.file(f"line {number}")
        hand.type("and a ha")
        terminal.wait_quiet(0.5)
        terminal.kill()
        terminal.wait_exit()
    clock.tell(9 * MINUTE)
    with Terminal(told_program(home, tmp_path / "clock")) as terminal:
        terminal.wait_for("This observation stopped at 8:34, 5 min ago.")
        rows = terminal.wait_for(lambda rows: rows[ENTRY_ROW].startswith("› and a ha"))
        assert not any("?" in row[-3:] for row in rows)
        Hand(terminal).file("lf")
        terminal.wait_for("not running from 8:34 to 8:39 (5 min)")
        leave(terminal)
    assert [line["text"] for line in lines_of(home)] == [*(f"line {number}" for number in range(5)), "and a half"]
    assert lines_of(home)[0]["at_ms"] == 0


def test_7_four_minutes_between_periods(tmp_path: Path) -> None:
    """What was cut off waits at the top; one key ends it, one opens what was seen, and leaving keeps all."""
    home = tmp_path / "home"
    with Terminal(coachtui(home, "observe", "--team", "Grade 4")) as terminal:
        ready(terminal).file("seen")
        terminal.type("half")
        terminal.wait_for("half")
        leave(terminal)
    with Terminal(coachtui(home)) as terminal:
        terminal.wait_for("Waiting for you")
        terminal.press("e")
        terminal.wait_for("2 lines")
        terminal.press("enter")
        terminal.wait_for("seen")
        terminal.press("escape")
        terminal.wait_for("Observations")
        leave(terminal)
    assert [line["text"] for line in lines_of(home)] == ["seen", "half"] and show(home)["state"] == "ended"


def test_8_the_meeting_ends_and_there_is_a_hallway(tmp_path: Path) -> None:
    """Two keys and three answers, typed as fast as one likes; then the observation, safe and open."""
    home = tmp_path / "home"
    with Terminal(coachtui(home, "observe")) as terminal:
        ready(terminal).file("Tom waits eleven seconds #TM8")
        terminal.press("f8", "f8")
        terminal.type("waits\r\rwho decides?\r")
        terminal.wait_for("Kept. s shows the summary.")
        terminal.press("s")
        terminal.wait_for("Strength: waits")
        rows = terminal.wait_for("Question: who decides?")
        assert not any("Idea for a step" in row for row in rows)
        terminal.press("escape")
        leave(terminal)
    told = show(home)
    assert told["state"] == "ended" and [line["text"] for line in told["lines"]] == ["Tom waits eleven seconds"]


def test_13_that_is_not_what_happened(tmp_path: Path) -> None:
    """The line stands, what the lead says stands beside it, and what it was can be told."""
    home = tmp_path / "home"
    with observing(home) as (terminal, hand):
        hand.file("-3m Ana comes late")
        hand.file("two")
        terminal.press("f8", "escape")
        terminal.wait_for("Observations")
        terminal.press("enter")
        terminal.wait_for("Ana comes late")
        terminal.press("f2", "home", "a")
        terminal.type("I had hall duty\r")
        terminal.wait_for("The lead: I had hall duty")
        terminal.press("h")
        terminal.wait_for("line filed: Ana comes late")
    assert [(line["text"], line["provenance"]) for line in lines_of(home)] == [
        ("Ana comes late", "added"), ("two", "live"),
    ]  # fmt: skip
    assert "I had hall duty" in run(home, "show", "last").said


@pytest.mark.parametrize(("rows", "cols"), [(24, 80), (18, 60)])
def test_16_a_small_terminal_without_a_mouse(tmp_path: Path, rows: int, cols: int) -> None:
    """A long paste is lines, not keys; nothing of the room is wider than the window."""
    home = home_of(tmp_path)
    with Terminal(coachtui(home, "observe", "--team", "Grade 4"), rows=rows, cols=cols) as terminal:
        hand = ready(terminal)
        terminal.paste("\n".join(f"f8 q line {number} " + "said " * 20 for number in range(50)))
        terminal.wait_for("50 pasted lines filed. Ctrl+Z takes them all back.")
        hand.press("f4")
        terminal.wait_for("TM1 purpose")
        hand.file("one more")
        terminal.wait_for("one more")
        for key, wanted in (("f1", "Esc closes"), ("f5", "Team:"), ("f2", "e Edit")):
            terminal.press(key)
            seen = terminal.wait_for(wanted)
            assert all(len(row) <= cols for row in seen)
            terminal.press("escape")
            terminal.wait_for("F8 End")
        leave(terminal)
    assert len(lines_of(home)) == 51


def test_17_accents_emoji_and_names_of_many_alphabets(tmp_path: Path) -> None:
    home = tmp_path / "home"
    said = ['muñoz: "¿Dónde está la evidencia, señora?"', "Nguyễn: hai cái 👩‍🏫 ổn", "李老师: 看这一页"]
    with observing(home) as (terminal, hand):
        for words in said:
            terminal.type(words)
            terminal.press("enter")
            terminal.wait_for(lambda rows: rows[ENTRY_ROW].strip() == "›")
        hand.file("the cursor is where it was")
    assert [f"{line['speaker']}: {line['text']}" for line in lines_of(home)[:3]] == said
    for words, found in (("donde", "Dónde"), ("senora", "señora"), ("on", "ổn")):
        assert found in run(home, "search", words).said
    assert "Nguyễn" in run(home, "export", "last").said


def test_18_a_clock_that_is_wrong_and_a_report_with_its_offset(tmp_path: Path) -> None:
    """The lines keep their order and elapsed time; what is printed for scripts carries the offset."""
    home, clock = tmp_path / "home", ToldClock(tmp_path / "clock")
    with Terminal(told_program(home, tmp_path / "clock")) as terminal:
        hand = ready(terminal)
        hand.file("one")
        clock.tell(MINUTE)
        hand.file("two")
        leave(terminal)
    words = [sys.executable, "-m", "coachtui", "--home", str(home), "show", "last", "--json"]
    told = json.loads(
        subprocess.run(words, capture_output=True, text=True, check=True, env={"TZ": "Asia/Tokyo"}, timeout=60).stdout
    )
    assert [line["at_ms"] for line in told["lines"]] == [0, MINUTE]
    assert told["started"].endswith(("+00:00", "Z"))
