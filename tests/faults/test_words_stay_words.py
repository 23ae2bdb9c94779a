"""Hostile words are never a key, a query, a statement, a path, a formula or markup: pasted, searched, stored, written."""

import csv
import io
import random
import re
import sqlite3
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from coachtui.model.clean import clean_line
from coachtui.model.file_name import safe_name
from coachtui.model.summary import Paragraph
from coachtui.model.whole import Whole
from coachtui.sharing import record_text, table
from coachtui.sharing.markdown import as_markdown
from coachtui.sharing.record_text import block_text, inert
from coachtui.sharing.table import as_csv
from coachtui.store.search import as_query
from coachtui.tui.terminal_input import END, START, InputSplitter, Keys, Paste
from tests.support.homes import Desk
from tests.support.hostile import COUNT, strings
from tests.support.tally import Tell
from tests.support.wholes import a_line, an_observation

NAMES = 20_000
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_LIVE = re.compile(r"<(?:a|img|script|style|details|h[1-6]|hr|table|pre|code|blockquote|ul|ol)\b|<!--", re.IGNORECASE)
_FORMULA = tuple("=+-@\t\r＝＋－＠")


def as_pasted(text: str) -> bytes:
    """The bytes of a paste."""
    return START + text.encode("utf-8", "replace") + END


@pytest.mark.goal("S3")
def test_each_string_pasted_is_one_paste_and_no_key(tell: Tell) -> None:
    for text in strings():
        splitter = InputSplitter()
        pieces = [*splitter.feed(as_pasted(text)), *splitter.quiet(), *splitter.give_up()]
        if START.decode() not in text:
            assert [type(piece) for piece in pieces] == [Paste], ascii(text)
            assert pieces[0].text == text.encode("utf-8", "replace").decode()
    tell(f"pasted: {COUNT} strings, 0 keys fired")


@pytest.mark.goal("S3", sabotage=True)
def test_a_paste_that_ends_at_its_first_end_mark_fires_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(InputSplitter, "_reach", lambda self: 0)
    pieces = InputSplitter().feed(as_pasted("one \x1b[201~ \x11 two"))
    assert any(isinstance(piece, Keys) and "\x11" in piece.text for piece in pieces)


@pytest.fixture
def written(quick_folder: Path) -> Desk:
    """A notebook that holds each of the strings as a line."""
    desk = Desk(quick_folder)
    desk.begin()
    desk.paste(*("\\" + clean_line(text) for text in strings()))
    return desk


@pytest.mark.goal("S4", "S5")
def test_each_string_is_stored_as_it_is_and_no_search_for_it_fails(written: Desk, tell: Tell) -> None:
    expected = [clean_line(text) for text in strings()]
    found = written.texts()
    assert [text.removeprefix("\\") for text in found] == [text.removeprefix("\\") for text in expected]
    searches = [*strings(), *(f"{one} {other}" for one, other in zip(strings(), reversed(strings()), strict=True))]
    with_hits = written.do(lambda notebook: sum(bool(notebook.search.find(each).hits) for each in searches))
    written.do(lambda notebook: [notebook.words.find(each) for each in searches])
    tell(f"stored and searched: {COUNT} strings, {len(searches)} searches, {with_hits} with hits, 0 errors")


@pytest.mark.goal("S4", "S5", sabotage=True)
def test_words_that_go_to_the_database_as_they_are_fail(written: Desk) -> None:
    connection = sqlite3.connect(written.places.notebook)
    failed = {"query": 0, "statement": 0}
    for text in map(clean_line, strings()):
        for name, ask in (
            ("query", ("SELECT 1 FROM lines_index WHERE lines_index MATCH ?", (text,))),
            ("statement", (f"SELECT 1 FROM lines WHERE text = '{text}'", ())),
        ):
            try:
                connection.execute(*ask).fetchone()
            except (sqlite3.Error, ValueError):
                failed[name] += 1
    connection.close()
    assert failed["query"] > 100 and failed["statement"] > 10
    assert all(re.fullmatch(r'(?:"\w+" ?)*\*?', as_query(text)) for text in strings())


def names() -> list[str]:
    """Twenty thousand names: each string, and pieces of several."""
    chance = random.Random(6)
    made = list(strings())
    while len(made) < NAMES:
        made.append("".join(chance.choice(strings())[: chance.randint(1, 40)] for _ in range(chance.randint(1, 3))))
    return made


def faults_of_names(called: list[str]) -> list[str]:
    """Names that no system should be given: a path, one too long, one that means something to Windows."""
    return [
        name for name in called
        if re.search(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f]', name) or name.startswith((".", " ")) or name.endswith((".", " "))
        or len(name.encode("utf-8", "replace")) > 200 or _RESERVED.fullmatch(name) or _RESERVED.fullmatch(name.split(",")[0])
    ]  # fmt: skip


@pytest.mark.goal("S6")
def test_twenty_thousand_names_are_names_of_files_and_no_two_are_one(tell: Tell) -> None:
    called = [safe_name(name, f"{number:032x}") for number, name in enumerate(names())]
    assert faults_of_names(called) == []
    stems = {safe_name(name) for name in names()}
    assert faults_of_names(sorted(stems)) == []
    tell(f"names: {len(called):,} tried, 0 paths, 0 too long, 0 that mean something")


@pytest.mark.goal("S6", sabotage=True)
def test_names_that_are_taken_as_they_are_are_caught() -> None:
    assert len(faults_of_names([f"{name}.md" for name in names()])) > 1000


def hostile_whole() -> Whole:
    """An observation in which each string is a line, a speaker and a code."""
    lines = [
        a_line(place, clean_line(text), speaker=clean_line(text)[:200].strip() or None, codes=(clean_line(text)[:40],))
        for place, text in enumerate(strings(), 1)
    ]
    team = clean_line(strings()[0])
    return Whole(an_observation(lines=len(lines), team=team), lines, [], None)


def cells_of(whole: Whole) -> list[list[str]]:
    """The table, as a spreadsheet reads it."""
    return list(csv.reader(io.StringIO(as_csv(whole), newline="")))


def formulae(rows: list[list[str]]) -> list[str]:
    """Cells that a spreadsheet would take for more than words, past blanks that it passes over; numbers of ours aside."""
    cells = [cell for row in rows[1:] for place, cell in enumerate(row) if place != 3]
    return [cell for cell in cells if cell.lstrip(" \u00a0\u3000\u200b\ufeff").startswith(_FORMULA)]


@pytest.mark.goal("S7")
def test_no_string_is_a_formula_in_a_table_or_live_in_a_page(tell: Tell) -> None:
    whole = hostile_whole()
    rows = cells_of(whole)
    assert len(rows) == COUNT + 1 and formulae(rows) == []
    texts = {row[7].removeprefix("'") for row in rows[1:]}
    assert {clean_line(text).removeprefix("'") for text in strings()} <= texts
    pages = [MarkdownIt("commonmark", {"html": True}).render(inert(clean_line(text))) for text in strings()]
    assert [page for page in pages if _LIVE.search(page)] == []
    assert as_markdown(whole).count("\n") > COUNT
    assert block_text("t", [Paragraph("k", clean_line(strings()[3]), "")]).startswith("## t")
    tell(f"tables and pages: {COUNT} strings, {sum(map(len, rows)):,} cells, 0 formulae, 0 live tags")


@pytest.mark.goal("S7", sabotage=True)
def test_cells_and_pages_without_a_guard_are_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "_guarded", lambda cell: cell)
    assert len(formulae(cells_of(hostile_whole()))) > 30
    raw = [MarkdownIt("commonmark", {"html": True}).render(clean_line(text)) for text in strings()]
    assert len([page for page in raw if _LIVE.search(page)]) > 20
    assert record_text.inert("<b>") == "\\<b>"
