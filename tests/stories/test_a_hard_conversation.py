"""A story: a lead asks for help, the two plan it at one screen, it is rehearsed and held; the record has what was agreed."""

from pathlib import Path

from tests.support.at_room import program_at
from tests.support.homes import Desk, readings
from tests.support.meetings import meeting
from tests.support.program import run
from tests.support.terminal import Terminal

TEAM, LEAD = "Grade 4 Math", "Dana Ruiz"
MINE = "I have put up with this for far too long already"
OPENING = "I would like to talk about who brings what"
AGREED = "We will both bring our half of the plan on Mondays"


def a_meeting_that_was(desk: Desk) -> str:
    """The home of a lead with a real meeting behind her; returns a word of a starred line of it."""
    desk.do(lambda notebook: notebook.people.add_team(TEAM, LEAD, ("Tom Adeyemi",)))
    said = [each for each in meeting() if len(each.text) > 40][:30]
    desk.begin("o1", desk.clock.now(), team=TEAM)
    lines = readings(*(f"{each.speaker}: {each.text}{' *' if place == 7 else ''}" for place, each in enumerate(said)))
    desk.do(lambda notebook: notebook.lines.paste("o1", lines, desk.clock.now(), "line"))
    desk.do(lambda notebook: notebook.observations.end("o1", desk.clock.now().utc_ms))
    return " ".join(said[7].text.split()[:4])


def test_from_a_request_for_help_to_the_words_that_both_agreed_to(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    starred = a_meeting_that_was(desk)
    home = desk.places.home
    with Terminal(program_at(home, "conversations", "-")) as terminal:
        terminal.wait_for("No conversation is planned")
        ask_for_help(terminal)
        plan_it(terminal, starred)
        plan_it_together(terminal)
        rehearse_it_twice(terminal)
        hold_it(terminal)
        share_it(terminal)
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert run(home, "sync").code == 0
    (path,) = (home / "record").glob("*.md")
    words = path.read_text("utf-8")
    assert AGREED in words and "put the list into the folder" in words
    for never in (MINE, OPENING, starred, "He said nothing for a while", "slower"):
        assert never not in words, never


def answer(terminal: Terminal, question: str, words: str) -> None:
    """Wait for a question, and answer it over what stands there."""
    terminal.wait_for(question)
    terminal.press("ctrl+u")
    terminal.paste(words)
    terminal.press("enter")


def ask_for_help(terminal: Terminal) -> None:
    terminal.press("h")
    answer(terminal, "What is it about", "Tom never brings his half")
    answer(terminal, "How much help is asked for", "1")
    terminal.wait_for("nothing agreed yet")
    terminal.press("enter")
    answer(terminal, "Agreed on", "2")
    answer(terminal, "Who decided it", "both of us")
    answer(terminal, "When does it step back down", "+2w")
    terminal.wait_for("agreed: rehearse it")


def plan_it(terminal: Terminal, starred: str) -> None:
    terminal.press("a")
    terminal.wait_for("Why now")
    terminal.wait_quiet()
    terminal.press("f")
    terminal.wait_for(starred)
    terminal.press("enter")
    terminal.wait_for("Taken as a fact")
    terminal.press("escape")
    terminal.wait_for("Why now")
    terminal.wait_quiet()
    while not any(row.startswith("› Why now") for row in terminal.screen()):
        terminal.press("down")
        terminal.wait_quiet()
    terminal.press("enter")
    answer(terminal, "Why now:", MINE)
    terminal.wait_for("only mine")


def plan_it_together(terminal: Terminal) -> None:
    terminal.press("t")
    terminal.wait_for("1 of ")
    terminal.wait_for("Principal")
    assert MINE not in "\n".join(terminal.screen())
    while not any("Opening" in row for row in terminal.screen()[:6]):
        terminal.press("pagedown")
        terminal.wait_quiet()
    terminal.paste(OPENING)
    terminal.press("f8")
    rehearse(terminal, "slower")
    terminal.wait_for("Principal")
    terminal.press("escape")
    answer(terminal, "Type leave and press Enter", "leave")
    terminal.wait_for("Why now")


def rehearse(terminal: Terminal, noticed: str) -> None:
    terminal.wait_for("Your opening")
    terminal.wait_for(OPENING)
    terminal.press("d")
    answer(terminal, "Noticed:", noticed)


def rehearse_it_twice(terminal: Terminal) -> None:
    """Once with the lead, as above, and once more."""
    terminal.wait_quiet()
    terminal.press("r")
    rehearse(terminal, "calmer now")
    terminal.wait_for("rehearsed")


def hold_it(terminal: Terminal) -> None:
    terminal.wait_quiet()
    terminal.press("d")
    answer(terminal, "How did it go", "He said nothing for a while, then he laughed")
    answer(terminal, "Agreed to do", "Dana: put the list into the folder, by fri")
    terminal.wait_for("Fri ")
    answer(terminal, "Agreed to do (who", "")
    answer(terminal, "When do you look at it again", "+2w")
    terminal.wait_for("put the list into the folder")


def share_it(terminal: Terminal) -> None:
    terminal.press("t")
    terminal.wait_for("1 of ")
    terminal.wait_for("Principal")
    while not any("For the record" in row for row in terminal.screen()[:6]):
        terminal.press("pageup")
        terminal.wait_quiet()
    terminal.paste(AGREED)
    terminal.press("escape")
    answer(terminal, "Type leave and press Enter", "leave")
    terminal.wait_for("What came of it")
    terminal.wait_quiet()
    terminal.press("g")
    terminal.wait_for("Share  with Dana Ruiz")
    terminal.wait_quiet()
    for _ in range(3):
        terminal.press("K")
    terminal.wait_quiet()
    terminal.press("enter")
    terminal.wait_for("Shared with Dana Ruiz")
