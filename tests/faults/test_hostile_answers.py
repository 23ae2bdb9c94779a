"""Hostile strings in what commands answer and in a whole notebook's archive: each is as it was, and steers no terminal."""

import io
import json
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coachtui.commandline.speech import complain, say, say_table
from coachtui.model.clean import clean
from coachtui.places import Places
from coachtui.plain.voice import Voice
from coachtui.store.notebook import Notebook
from coachtui.store.present import TABLES
from tests.support.answering import Answers
from tests.support.bare_bytes import bare
from tests.support.clocks import A_MORNING
from tests.support.homes import Desk, open_notebook, readings
from tests.support.hostile import COUNT, strings
from tests.support.placing import ANSWERED, ARCHIVED
from tests.support.poisoned import a_whole_school, cleaned_line, poison
from tests.support.program import ask
from tests.support.tally import Tell

DAY = date(2026, 12, 15)


@pytest.mark.goal("S1", "S2")
def test_hostile_words_are_told_as_they_are_by_every_command(quick_folder: Path, tell: Tell) -> None:
    answers = Answers(quick_folder)
    answers.cover(strings()[:30], once=True)
    assert answers.lost == [] and answers.fields >= ANSWERED
    tell(f"answers of commands: {answers}")


@pytest.mark.deep
@pytest.mark.goal("S1", "S2")
def test_each_of_500_strings_is_told_as_it_is_by_every_command(quick_folder: Path, tell: Tell) -> None:
    answers = Answers(quick_folder)
    answers.cover(strings())
    assert answers.lost == [] and answers.fields >= ANSWERED
    tell(f"answers of commands: {COUNT} strings x {answers}")


@pytest.mark.goal("S1", "S2", sabotage=True)
@pytest.mark.parametrize("way", ["a letter is lost", "nothing is cleaned"])
def test_answers_that_are_not_the_words_are_caught(
    quick_folder: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    lossy: Callable[[str], str] = (lambda text: text.replace("[", "")) if way.startswith("a") else str
    monkeypatch.setattr("coachtui.commandline.speech.clean", lossy)
    with pytest.raises(AssertionError):
        answers = Answers(quick_folder)
        answers.cover(strings()[:30], once=True)
        answers.cover(strings()[:6])
        assert answers.lost == []


ROW_ENDS = ("\n", "\r\n", "\x85", "\v", "\u2028", "\u2029")


@pytest.mark.parametrize("end", ROW_ENDS, ids=ascii)
def test_whatever_ends_a_row_is_a_newline_to_a_terminal_and_a_blank_in_a_table(
    capsys: pytest.CaptureFixture[str], end: str
) -> None:
    say(f"a{end}b")
    say_table([[f"a{end}b", "c"], ["d", f"e{end}f"]])
    complain(f"a{end}b.")
    voice = Voice(is_terminal=True)
    voice.prompt(f"Team{end}4> ")
    voice.say(f"a{end}b")
    assert capsys.readouterr() == ("a\nb\na b  c\nd    e f\nTeam 4> a\nb\n", "a\nb.\n")


def typed(notebook: Notebook) -> None:
    """Each string as a lead's role, a step, a deadline and a line."""
    notebook.observations.begin("o1", A_MORNING, "UTC")
    notebook.lines.paste("o1", readings(*(f"\\{cleaned_line(text)}" for text in strings())), A_MORNING, "line")
    for number, text in enumerate(strings()):
        lead = notebook.people.add_lead(f"Lead {number}", cleaned_line(text))
        notebook.steps.draft(lead.id, clean(text))
        notebook.deadlines.add(cleaned_line(text), DAY)


def rows_of(notebook: Notebook) -> dict[str, list[tuple[Any, ...]]]:
    """All that stands in the tables of the present."""
    return {
        table: notebook.file.rows(f"SELECT {', '.join(columns)} FROM {table} ORDER BY n")
        for table, columns in TABLES.items()
    }


def present_in(archive: bytes) -> dict[str, list[tuple[Any, ...]]]:
    """The same as it stands in an archive, by a reader of zips and one of JSON."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        texts = {table: opened.read(f"present/{table}.jsonl").decode() for table in TABLES}
    assert [
        found for text in texts.values() for found in bare(text, "\n\u2028\u2029")
    ] == []  # rows end in newlines alone
    rows = {table: [json.loads(row) for row in text.split("\n") if row] for table, text in texts.items()}
    return {table: [tuple(row[name] for name in TABLES[table]) for row in found] for table, found in rows.items()}


def archived(desk: Desk, folder: Path) -> Path:
    """The whole notebook in one file."""
    path = folder / "all.zip"
    assert ask(desk.places.home, "export", "--all", "-o", str(path), "--force").code == 0
    return path


@pytest.mark.goal("S1", "S2")
def test_500_strings_that_were_typed_come_out_of_an_archive_as_they_went_in(quick_folder: Path, tell: Tell) -> None:
    desk = Desk(quick_folder)
    desk.do(typed)
    path, other = archived(desk, quick_folder), quick_folder / "other"
    assert ask(other, "import", str(path)).code == 0
    before = desk.do(rows_of)
    with open_notebook(Places(other)) as notebook:
        assert rows_of(notebook) == before == present_in(path.read_bytes())
    assert {each[1] for each in before["deadlines"]} == {cleaned_line(text) for text in strings()}
    tell(f"archive: {COUNT} strings x 4 fields taken in elsewhere, {sum(map(len, before.values())):,} rows, 0 changed")


def present_faults(desk: Desk, folder: Path, first: int) -> int:
    """Put strings into every field, and see that an archive holds them; how many there were."""
    placed = poison(desk, first, cleaned_line)
    assert present_in(archived(desk, folder).read_bytes()) == desk.do(rows_of)
    assert placed.keys() >= ARCHIVED
    return sum(map(len, placed.values()))


@pytest.mark.goal("S1", "S2")
def test_hostile_words_in_each_field_stand_in_an_archive_as_they_were(quick_folder: Path) -> None:
    desk = Desk(quick_folder)
    a_whole_school(desk)
    assert present_faults(desk, quick_folder, 0) > 300


@pytest.mark.deep
@pytest.mark.goal("S1", "S2")
def test_each_of_500_strings_in_each_field_stands_in_an_archive_as_it_was(quick_folder: Path, tell: Tell) -> None:
    desk = Desk(quick_folder)
    a_whole_school(desk)
    placed = sum(present_faults(desk, quick_folder, first) for first in range(COUNT))
    tell(f"archive: {COUNT} strings x every field, {placed:,} read back, 0 changed, 0 control bytes")
