"""The commands in a world that is not as it should be: a notebook in use, a closed pipe, hostile words, no rights."""

import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from coachtui.model.grammar import read_line
from coachtui.places import Places
from coachtui.store.dropbox import DropBox
from tests.support.clocks import FakeClock
from tests.support.homes import make_home, open_notebook, seconds_on
from tests.support.program import run
from tests.support.terminal import ROOT, Terminal, coachtui
from tests.support.wholes import a_full_whole, a_line

OPENERS = (
    ["list", "observations"],
    ["show", "last"],
    ["search", "item"],
    ["export", "last"],
    ["import", "{archive}"],
    ["backup"],
    ["restore"],
    ["restore", "1", "--yes"],
    ["doctor", "--rebuild"],
)
HOLDER = """
import sys
from pathlib import Path
from coachtui.clock import Clock
from coachtui.places import Places
from coachtui.store.notebook import Notebook

with Notebook.open(Places(Path(sys.argv[1])), Clock()):
    print("held", flush=True)
    input()
"""
HOSTILE = (
    "\x1b[2J\x1b]0;owned\x07 \x9b31m \x90q\x9c",
    "one\rtwo\x08\x08\x7f",
    "\u202egnihton\u2066 \u200f",
    "[bold]not bold[/] [@click=app.quit]x[/]",
    "tab\tand\nnewline",
)


def test_a_notebook_in_use_says_since_when_and_where(home: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive.json"
    assert run(home, "export", "last", "-o", str(archive)).code == 0
    with Terminal([sys.executable, "-c", HOLDER, str(home)]) as terminal:
        terminal.wait_for("held")
        for words in OPENERS:
            answer = run(home, *(word.format(archive=archive) for word in words))
            assert (answer.code, answer.said) == (1, ""), words
            assert (
                answer.complaint.startswith("The notebook is already open since ") and "/dev/pts/" in answer.complaint
            )
            assert "Nothing was changed. Go on in that window, or close it there first; " in answer.complaint
            assert answer.complaint.count("\n") == 1
        for words in (["where"], ["keys"], ["--version"]):
            assert run(home, *words).code == 0
        terminal.press("enter")
        assert terminal.wait_exit() == 0
    assert run(home, "list", "observations").code == 0


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A home whose notebook holds what could steer a terminal, as if another program had written it."""
    full = a_full_whole()
    for place, words in enumerate(HOSTILE, 10):
        full.lines.append(a_line(place, f"hostile {words} end", at_ms=0, speaker=words, codes=(words,)))
    places = make_home(tmp_path)
    with open_notebook(places) as notebook:
        notebook.observations.take_in_all([full])
        notebook.people.add_team(HOSTILE[0], HOSTILE[1], HOSTILE)
    return places.home


@pytest.mark.parametrize(
    "words",
    [
        "show last", "show last --json", "search hostile", "search hostile --json", "list teams", "list leads",
        "list teams --json", "export last", "export last --to md", "export last --to csv", "export last --to vtt",
        "export last --to json",
    ],
)  # fmt: skip
def test_hostile_words_steer_no_terminal(hostile: Path, words: str) -> None:
    with Terminal(coachtui(hostile, *words.split()), cols=200) as terminal:
        assert terminal.wait_exit() == 0
        shown = terminal.raw.decode("utf-8")
    assert "hostile" in shown or "list" in words
    unseen = {name for name in shown if unicodedata.category(name) in ("Cc", "Cf") and name not in "\r\n\t"}
    assert unseen == set()
    assert shown.count("\r") == shown.count("\r\n")


@pytest.mark.parametrize("words", [["$(evil)\x1b[2J"], ["show", "\x1b[2J\u202e"], ["list", "\x9b2J"], ["--\x1b[2J"]])
def test_hostile_words_in_a_question_are_not_echoed(home: Path, words: list[str]) -> None:
    with Terminal(coachtui(home, *words)) as terminal:
        assert terminal.wait_exit() in (1, 2)
        shown = terminal.raw.decode("utf-8")
    assert shown.strip() and not any(unicodedata.category(name) in ("Cc", "Cf") for name in shown if name not in "\r\n")


@pytest.mark.parametrize(
    "words", ["keys", "show last", "show last --json", "export last --to json", "--help", "list observations --json"]
)
def test_a_closed_pipe_is_quiet(tmp_path: Path, words: str) -> None:
    full = a_full_whole()
    full.lines.extend(a_line(place, f"a line that is long enough to fill a pipe {place}") for place in range(10, 5000))
    places = make_home(tmp_path)
    with open_notebook(places) as notebook:
        notebook.observations.take_in_all([full])
    command = [sys.executable, "-m", "coachtui", "--home", str(places.home), *words.split()]
    done = subprocess.run(
        ["bash", "-c", '"$@" | head -1; echo "${PIPESTATUS[0]}"', "bash", *command],
        capture_output=True, text=True, check=False, cwd=ROOT, timeout=60,
    )  # fmt: skip
    assert done.stderr == "" and done.stdout.endswith("\n0\n") and done.stdout.count("\n") == 2


@pytest.mark.parametrize("words", [["list", "observations"], ["show", "nothing"], ["dance"]])
def test_closed_streams_are_no_fault_of_ours(home: Path, words: list[str]) -> None:
    for closed in ("1>&-", "2>&-", "1>&- 2>&-"):
        answer = run(home, *words, within=["sh", "-c", f'exec "$@" {closed}', "sh"])
        assert answer.code in (0, 1, 2)
        assert "Traceback" not in answer.complaint + answer.said
        assert "inside coachtui" not in answer.complaint


def test_a_terminal_without_utf8_gets_an_answer(hostile: Path) -> None:
    environment = {**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    for words in (["show", "last"], ["show", "last", "--json"], ["search", "hostile"], ["list", "teams"]):
        command = [sys.executable, "-m", "coachtui", "--home", str(hostile), *words]
        done = subprocess.run(command, capture_output=True, check=False, cwd=ROOT, timeout=60, env=environment)
        assert done.returncode == 0 and done.stderr == b"" and done.stdout.isascii()


def test_a_home_that_can_not_be_one(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("words")
    for home in (file, file / "below", Path("/proc/nowhere")):
        answer = run(home, "list", "observations")
        assert (answer.code, answer.said) == (1, "") and answer.is_foreseen(), answer
        assert answer.complaint.count("\n") == 1 and "--home" in answer.complaint
    assert file.read_text() == "words"


def test_a_file_that_is_no_notebook_is_left_as_it_is(tmp_path: Path) -> None:
    places = make_home(tmp_path)
    places.notebook.write_text("not a notebook at all, but somebody's words" * 100)
    before = places.notebook.read_bytes()
    answer = run(places.home, "list", "observations")
    assert (answer.code, answer.said) == (1, "") and answer.is_foreseen()
    assert answer.complaint.count("\n") == 1
    assert places.notebook.read_bytes() == before
    assert run(places.home, "doctor").code == 1


def test_lines_from_another_window_are_told_of(home: Path) -> None:
    box = DropBox(Places(home), FakeClock(), "another")
    box.begin("jotted", seconds_on(0), "UTC")
    for number in range(2):
        box.file("jotted", read_line(f"from the second window {number}"), seconds_on(number), f"jotted-{number}")
    box.close()
    answer = run(home, "search", "second", "window")
    assert answer.code == 0 and answer.said.count("from the second window") == 2
    assert answer.complaint == "2 lines from another window were taken in from the drop box.\n"
    assert run(home, "search", "second").complaint == ""
