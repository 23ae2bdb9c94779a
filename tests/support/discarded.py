"""A line with a past, to be discarded, and what is looked at afterwards."""

from coachtui.model.draft import Draft
from coachtui.model.grammar import read_line
from coachtui.model.line import Line
from coachtui.store.doctor import examine
from coachtui.store.notebook import Notebook
from tests.support.clocks import FakeClock
from tests.support.homes import Desk, seconds_on
from tests.support.traces import traces

WORDS = ("zanzibar", "quokka", "xylophone", "jacaranda", "wombat", "kumquat", "zan", "quo", "speakername", "codename")
"""Words that only ever stood in the line that is discarded; the three letters are its beginnings in the search index."""


def with_a_past(notebook: Notebook, identity: str = "secret") -> None:
    """A line that was typed bit by bit, filed, edited, starred, coded, moved, given an account, undone and redone."""
    lines, began = notebook.lines, seconds_on(30)
    for length in range(1, 18):
        notebook.drafts.keep(Draft("o1", "zanzibar quokkas!"[:length], length, began))
    lines.file(
        "o1", read_line("speakername: zanzibar quokkas #codename"), began, identity, read_line("zanzibar quokka")
    )
    lines.rewrite(identity, read_line("xylophone quokka *"))
    lines.star(identity, True)
    lines.code(identity, "codename2")
    lines.tag(identity, "speakername")
    lines.move(identity, -1)
    lines.shift([identity, "kept-1"], 1000)
    notebook.accounts.give(identity, "jacaranda, says the lead")
    notebook.observations.begin_earlier("o1", 60_000)
    lines.rewrite(identity, read_line("wombat kumquat"))
    for _ in range(12):
        notebook.undo("o1")
    for _ in range(11):
        notebook.redo("o1")
    lines.hide(identity)


def tell(desk: Desk) -> Desk:
    """An observation with three lines that stay, and one with a past between them."""
    desk.begin(team="Math")
    desk.file("kept before", seconds_on(10), "kept-1")
    desk.file("kept too", seconds_on(20), "kept-2")
    desk.do(with_a_past)
    desk.file("kept after", seconds_on(40), "kept-3")
    assert {word for word in WORDS if traces(desk.places.home, [word])} == set(WORDS)
    return desk


def discard(desk: Desk, line_id: str = "secret") -> Line:
    """Leave no trace of a line."""
    return desk.do(lambda notebook: notebook.discarding.discard(line_id))


def keep_only_talk(desk: Desk, line_id: str = "secret") -> Line:
    """Leave of a line only that there was a talk."""
    return desk.do(lambda notebook: notebook.discarding.keep_only_talk(line_id))


def troubles(desk: Desk) -> list[str]:
    """What the doctor finds, who also compares the tables with what the events make of them."""
    return [f"{check.name}: {check.detail}" for check in examine(desk.places, FakeClock()) if not check.ok]


def undo_all(notebook: Notebook) -> int:
    """Undo all that can be undone; how much that was."""
    count = 0
    while notebook.undo("o1"):
        count += 1
    return count


def redo_all(notebook: Notebook) -> int:
    """Redo all that can be redone; how much that was."""
    count = 0
    while notebook.redo("o1"):
        count += 1
    return count
