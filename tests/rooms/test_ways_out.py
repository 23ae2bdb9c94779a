"""The ways out of the gate: the clipboard and files have the words of the record, and each is a row of the ledger."""

import stat
from hashlib import sha256
from pathlib import Path

import pytest

from coachtui.model.grammar import read_line
from coachtui.model.share import Share
from coachtui.sharing.forms import target_of
from coachtui.sharing.written_out import written_from
from coachtui.store.errors import NotebookError
from coachtui.store.ledger import Ledger
from coachtui.tui.commands import GATE, TODAY
from coachtui.tui.commands import LEAD as LEAD_PAGE
from coachtui.tui.rooms.room import GoTo
from tests.support.clocks import A_MORNING
from tests.support.homes import Desk
from tests.support.read_back import pdf_words, rows_of, squeezed
from tests.support.rooms import Fault, Visitor, visit
from tests.support.sharing import LEAD, a_school

LINES = ('dana: "Where do we see that?" #TM3', "Tom reads it aloud, [/] =1+1", "! six of nine have no idea at all why")


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's own folder, with their documents; no program for the clipboard is there."""
    folder = tmp_path / "person"
    (folder / "Documents").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("PATH", str(tmp_path / "programs"))
    for name in ("XDG_CONFIG_HOME", "XDG_DOCUMENTS_DIR", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return folder


def shares(desk: Desk) -> list[Share]:
    return desk.do(lambda notebook: notebook.ledger.of(notebook.people.lead_called(LEAD) or ""))


async def come(here: Visitor) -> None:
    """To the gate, where the one name waits, and settle it."""
    here.app.post_message(GoTo(GATE, "observation:o1"))
    await here.until("1 name to settle")


async def save(here: Visitor, place: str) -> None:
    """Save it there: what is offered is put out of the way first."""
    await here.press("s")
    await here.until("Tab goes through")
    await here.press("ctrl+u")
    await here.paste(place)
    await here.press("enter")


async def test_every_way_has_the_same_words_and_stands_in_the_ledger(tmp_path: Path, own_folder: Path) -> None:
    desk = a_school(tmp_path, *LINES)
    async with visit(desk.places, desk.clock, TODAY) as here:
        await come(here)
        for key in ("c", "s"):
            await here.press(key)
            await here.until("One name waits to be settled")
        assert shares_of(here) == []
        await here.press("i", "c")
        await here.until("can't say whether it did, so paste it to see")
        await here.until("stays on the clipboard until something else is copied. The share is in the ledger.")
        copied = here.app.clipboard
        await here.press("s")
        await here.until("File: ~/Documents/Observation for Dana Ruiz, 2026-03-10")
        await here.press("enter")
        await here.until("Written as a Word file")
        for form in ("pdf", "txt", "md"):
            await save(here, f"~/shared.{form}")
            await here.until("The share is in the ledger")
        await here.press("enter")
        await here.until("Shared with Dana Ruiz")
        await here.press("v")
        await here.until("1 of 2")
        await here.press("n")
        await here.until("Every share with this lead")
        for words in ("into the record, version 1", "to the clipboard", "as a PDF", "as a Word file", "as Markdown"):
            assert words in here.text()
    found = shares(desk)
    assert [each.way for each in found] == ["clipboard", "docx", "pdf", "txt", "md", "record"]
    assert len({each.words for each in found}) == 1
    assert {each.sha256 for each in found} == {sha256(found[0].words.encode()).hexdigest()}
    (docx,) = (own_folder / "Documents").iterdir()
    assert docx.name == "Observation for Dana Ruiz, 2026-03-10.docx"
    rows = written_from(found[0].words, "", desk.clock.today()).rows()
    assert "T. A. reads it aloud, [/] =1+1" in rows[-2] and "idea" not in " ".join(rows)
    assert rows_of(docx.read_bytes(), "docx") == rows == rows_of(copied.encode(), "txt")
    for form in ("txt", "md"):
        assert rows_of((own_folder / f"shared.{form}").read_bytes(), form) == rows
    assert pdf_words((own_folder / "shared.pdf").read_bytes()) == squeezed("".join(rows))
    for path in (docx, *own_folder.glob("shared.*")):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def shares_of(here: Visitor) -> list[str]:
    """Nothing of it was copied."""
    return [here.app.clipboard] if here.app.clipboard else []


async def test_a_file_that_is_there_stays_and_what_can_not_be_is_said(
    tmp_path: Path, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = a_school(tmp_path, "Four of nine name the variable")
    (own_folder / "note.txt").write_text("precious")
    async with visit(desk.places, desk.clock, TODAY) as here:
        here.app.post_message(GoTo(GATE, "observation:o1"))
        await here.until("Enter shares it")
        await save(here, "~/note.odt")
        await here.until("'.odt' is none of these")
        assert "File: ~/note.odt" in here.text()
        await here.press("escape")
        await save(here, "nowhere/note.txt")
        await here.until("There is no folder")
        fault = Fault(Ledger.hand_over, NotebookError("The notebook takes nothing now."))
        monkeypatch.setattr(Ledger, "hand_over", fault)
        await save(here, "note.txt")
        await here.until("The notebook takes nothing now.")
        assert [path.name for path in own_folder.iterdir() if path.is_file()] == ["note.txt"]
        await save(here, "note.txt")
        await here.until("note (2).txt'")
    assert (own_folder / "note.txt").read_text() == "precious"
    assert "Four of nine" in (own_folder / "note (2).txt").read_text()
    assert [each.way for each in shares(desk)] == ["txt"]


async def test_a_change_after_it_left_is_shown_and_a_private_word_stops_every_way(
    tmp_path: Path, own_folder: Path
) -> None:
    desk = a_school(tmp_path, "Four of nine name the variable")
    async with visit(desk.places, desk.clock, TODAY) as here:
        here.app.post_message(GoTo(GATE, "observation:o1"))
        await here.until("Enter shares it")
        await here.press("c")
        await here.until("Left before")
        await here.press("down", "e")
        await here.until("Words: Four")
        await here.type(" twice")
        await here.press("enter")
        await here.until("Changed since it left to the clipboard")
        here.app.copy_to_clipboard("")
        work = here.app.workplace
        await work.scribe.do(
            lambda notebook: notebook.lines.file(
                "o1", read_line("! Four of nine name the variable, twice?"), A_MORNING, "p"
            )
        )
        await here.press("c")
        await here.until("Some of these words are those of a private line")
        assert here.app.clipboard == ""
        lead = await work.scribe.do(lambda notebook: notebook.people.lead_called(LEAD))
        here.app.post_message(GoTo(LEAD_PAGE, lead))
        await here.until("Last seen")
        await here.press("end")
        await here.until("Nothing is in the record; 1 share left another way.")
    assert [each.way for each in shares(desk)] == ["clipboard"]


def test_what_was_named_is_a_file_of_a_form(own_folder: Path) -> None:
    assert target_of("a") == own_folder / "a.docx"
    assert target_of("~/v1.5 of it") == own_folder / "v1.5 of it.docx"
    assert target_of("~/Documents/a.PDF") == own_folder / "Documents" / "a.PDF"
    assert target_of("/b/March 9, 2026.md") == Path("/b/March 9, 2026.md")
    for words in ("a.odt", "a.exe", "~nobody-at-all/a.txt"):
        assert isinstance(target_of(words), str)
