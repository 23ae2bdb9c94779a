"""A story: an observation is finished and passes the gate into a file; the lead writes there; it is seen in the 1:1."""

import base64
import re
from pathlib import Path

import pytest

from tests.support.program import run
from tests.support.read_back import rows_of
from tests.support.terminal import Terminal, coachtui


@pytest.mark.goal("C6")
def test_from_the_meeting_to_the_leads_own_words(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Terminal(coachtui(home, "observe", "--team", "Grade 4", "--lead", "Dana Ruiz")) as terminal:
        terminal.wait_for("Grade 4")
        terminal.type("Four of nine name the variable\r")
        terminal.wait_for("Four of nine name")
        terminal.type("! far too fast for anybody at the table\r")
        terminal.wait_for("a thought of mine")
        terminal.press("f8")
        terminal.wait_for("Ended at")
        terminal.press("f8")
        terminal.wait_for("One strength")
        terminal.type("She waits\r")
        terminal.wait_for("One idea for a step")
        terminal.press("enter")
        terminal.wait_for("One question")
        terminal.press("enter")
        terminal.wait_for("shares it")
        terminal.press("g")
        terminal.wait_for("Share  with Dana Ruiz")
        terminal.wait_for("Enter shares it")
        rows = terminal.wait_for("She waits")
        assert "too fast" not in "\n".join(rows)
        terminal.press("c")
        terminal.wait_for("The terminal was asked to put it")
        (asked,) = re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07", terminal.raw)
        terminal.press("enter")
        terminal.wait_for("Shared with Dana Ruiz")
        terminal.press("v")
        terminal.wait_for("What the lead can see")
        terminal.wait_for("coachtui record")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert run(home, "sync").code == 0  # what the courier had not delivered when the program was closed
    (path,) = (home / "record").glob("*.md")
    words = path.read_text("utf-8")
    assert "Four of nine name the variable" in words and "too fast" not in words and "She waits" not in words
    copied = rows_of(base64.b64decode(asked), "txt")
    told = run(home, "export", run(home, "list", "entries").said.split()[0], "--to", "md")
    assert copied == rows_of(told.said.encode(), "md") and told.said in words
    entry, heading, rest = words.partition("## For our next 1:1")
    entry = entry.replace("Write here, Dana:\n", "Write here, Dana: I will count to four.\n", 1)
    rest = rest.replace("Write here, Dana:\n", "Write here, Dana:\n\nWho takes the data wall?\n", 1)
    path.write_text(entry + heading + rest, "utf-8")
    answer = run(home, "sync")
    assert answer.code == 0 and "Dana Ruiz wrote under" in answer.said and "I will count to four." in answer.said
    assert "I will count to four." in path.read_text("utf-8")
    listed = run(home, "list", "entries")
    assert "Dana Ruiz" in listed.said and "observation" in listed.said
    told = run(home, "show", listed.said.split()[0])
    assert "Four of nine" in told.said and "Dana Ruiz wrote: I will count to four." in told.said
    with Terminal(coachtui(home)) as terminal:
        terminal.wait_for("l Leads")
        terminal.press("l")
        terminal.wait_for("1 lead")
        terminal.press("enter")
        terminal.wait_for("Team Lead")
        terminal.press("m")
        terminal.wait_for("Who takes the data wall?")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
