"""What a person types: lines, searches, days, times; what a terminal sends; what another window left."""

import json
import tempfile
from pathlib import Path

from coachtui.ids import new_id
from coachtui.model import bell_text, dates, found_day, release_block
from coachtui.model.abbreviations import Abbreviations
from coachtui.model.agenda import read_agenda
from coachtui.model.clean import clean, clean_line, clean_lines
from coachtui.model.file_name import safe_name
from coachtui.model.grammar import read_edited, read_line, write_line, write_text
from coachtui.model.line_times import read_time
from coachtui.model.one_on_one import read_decision, read_wish
from coachtui.model.retention import read_span
from coachtui.model.slot_text import read_slot
from coachtui.sharing.record_text import inert
from coachtui.sharing.written_out import written_from
from coachtui.store.dropbox import DropBox
from coachtui.store.search import as_query
from coachtui.tui.terminal_input import InputSplitter, Keys, told_apart
from coachtui.tui.words import printable, printable_line
from tests.fuzzing.files import TODAY, a_folder, school
from tests.fuzzing.form import Form, NotForeseen
from tests.support.bare_bytes import bare
from tests.support.clocks import A_MORNING, FakeClock
from tests.support.homes import Desk, readings


def _search(content: bytes) -> object:
    """Both searches over the sample school; a query is nothing but quoted words."""
    words = content.decode("utf-8", "surrogateescape")
    notebook = school()
    if not as_query(words).replace('"', "").replace("*", "").replace(" ", "").replace("_", "a").isalnum() and as_query(
        words
    ):
        raise NotForeseen(f"a query that says more than words: {as_query(words)!r}")
    return notebook.search.find(words), notebook.words.find(words)


def _line(content: bytes) -> object:
    """A line, as it is cleaned, read, written, read again and edited."""
    typed = clean_line(content.decode("utf-8", "surrogateescape"))
    reading = read_line(typed)
    if read_line(write_line(reading)) != reading:
        raise NotForeseen("a line does not read back as it was written")
    if read_line(write_text(typed)).text != typed:
        raise NotForeseen("words kept literally do not read back")
    again = read_edited(write_line(reading), reading)
    short = Abbreviations({"sw": "students were", typed[:5]: typed[5:9]})
    return reading, again, short.expand(typed), read_agenda(clean_lines(content.decode("utf-8", "replace")))


def _said(content: bytes) -> object:
    """Every small thing that is read from words: days, times, spans, decisions, periods."""
    words = clean_line(content.decode("utf-8", "surrogateescape"))
    try:
        day = str(dates.read_date(words, TODAY))
    except dates.BadDate as fault:
        day = str(fault)
    return (
        day, dates.find_date(words[:2000], TODAY), found_day.day_in(words[:2000], TODAY), read_slot(words), read_span(words),
        read_time(words), read_wish(words), read_decision(words, TODAY), release_block.read_plan(words, TODAY),
        release_block.read_loss(words, 45), bell_text.read_periods(clean_lines(words)),
    )  # fmt: skip


def _written(content: bytes) -> object:
    """Words as they leave: on the screen, in Markdown, in a file name, as a document."""
    words = content.decode("utf-8", "surrogateescape")
    name = safe_name(words, "x" * 32)
    if len(name.encode()) > 160 or name != Path(name).name or name.startswith("."):
        raise NotForeseen(f"no name of a file: {name!r}")
    line = inert(clean_line(words))
    if "\n" in line or "\n" in printable_line(words):
        raise NotForeseen("two rows where one was meant")
    if not printable(words).replace("\n", "").isprintable() and bare(printable(words)):
        raise NotForeseen("something that a terminal would act on")
    return name, line, written_from(f"## {line}\n\n- {line}", clean_line(words), TODAY)


def _keyboard(content: bytes) -> object:
    """What a terminal sends, in two pieces: in whatever pieces it comes, pastes are the same, and nothing is kept for ever."""
    splitter = InputSplitter()
    pieces = [*splitter.feed(content[:7]), *splitter.feed(content[7:]), *splitter.quiet(), *splitter.give_up()]
    if splitter.is_waiting:
        raise NotForeseen("something is kept back for ever")
    for piece in pieces:
        if isinstance(piece, Keys):
            told_apart(piece.text)
    return [clean(piece.text) for piece in pieces]


def _left_by_a_window(content: bytes) -> object:
    """What another window left in the drop box: what can be read comes in, the rest stays, and the notebook opens."""
    with tempfile.TemporaryDirectory(dir=a_folder()) as folder:
        desk = Desk(Path(folder))
        desk.places.dropbox.mkdir(mode=0o700)
        (desk.places.dropbox / "w.jsonl").write_bytes(content)
        return desk.do(lambda notebook: [(each, notebook.lines.of(each.id)) for each in notebook.observations.all()])


def _records_of_a_window() -> list[bytes]:
    """What a window that could not have the notebook writes."""
    desk = Desk(Path(tempfile.mkdtemp(dir=a_folder())))
    box = DropBox(desk.places, FakeClock(), "w")
    box.begin(new_id(), A_MORNING, "UTC", "Math", None)
    (identity,) = box._observations
    box.file(identity, readings("maria: good morning #TM3 *")[0], A_MORNING, new_id())
    box.paste(identity, readings("? why", "= Data 15"), A_MORNING, new_id())
    box.end(identity, A_MORNING.utc_ms + 60_000)
    box.close()
    whole = (desk.places.dropbox / "w.jsonl").read_bytes()
    return [whole, *whole.splitlines(keepends=True)]


def _lines() -> list[bytes]:
    return [write_line(each).encode() for each in readings(
        "-3m maria: we look at item 4 #TM3 #norms *", "@10:42:30 ? why", "~9:05 ! too fast", "= Data review 15", "\\- as it is",
        "@? T2: \"no\"")]  # fmt: skip


def _sayings() -> list[bytes]:
    return [each.encode() for each in (
        "next fri", "12/5", "Dec 3rd 2026", "in two weeks", "Tue 10:40-11:25", "mon 2:15 pm for 30 min", "18 months", "+1m30s",
        "every 2 weeks Thu 1:30 45", "Maria: pairs read first, by Dec 3", "Tue 10:15 P3 45 observe Priya", "agreed: testing",
        "1 8:00-8:50, Lunch 11:30–12:05", json.dumps("x"))]  # fmt: skip


TYPED = {
    "search": Form(_search, (), lambda: [b"grading teach", "Núñez".encode(), b'NEAR("a" b) OR c* -d'], (b'"', b"*", b"NEAR"),
                   cleans=False),
    "line": Form(_line, (), _lines, (b"-1m30s ", b"@10:42 ", b" #", b" *", b"= ", b": ")),
    "said": Form(_said, (), _sayings, (b"tomorrow", b"wednesday", b" pm", b"weeks", b"agreed:", b"-")),
    "written": Form(_written, (), lambda: [b"Dana, cycle 2 [x](javascript:y) **z** &amp; <b>", b"CON.txt", b"../../etc"],
                    (b"](", b"<!--", b"\\", b"**", b"com1")),
    "keyboard": Form(_keyboard, (), lambda: [b"maria\r\x1b[200~one \x1b[201~ two\x1b[201~\x1bOP", b"\x1b[<0;5;5M\x1b1\xff"],
                     (b"\x1b[200~", b"\x1b[201~", b"\x1b", b"\xf0\x9f")),
    "drop-box": Form(_left_by_a_window, (), _records_of_a_window,
                     (b'"begin"', b'"draft"', b'"lines"', b'"end"', b'"written"', b'"typed_at"')),
}  # fmt: skip
