"""Opening reads what is shown first, and no more of the file however many lines it holds."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from bench.homes import fill
from coachtui.clock import Clock
from coachtui.places import Places
from coachtui.store import file as file_module
from coachtui.store.connecting import connect
from coachtui.store.file import NotebookFile
from coachtui.store.notebook import Notebook
from coachtui.tui.opening import read_opening, was_in_a_meeting
from tests.support.tally import Tell

FEW, MANY = 40, 1200
"""Lines of each of three meetings."""
PAGE = 4096


class Cost(NamedTuple):
    """What an opening took: tens of SQLite's steps, and bytes read from files."""

    steps: int
    bytes: int


def cost_of_opening(places: Places, monkeypatch: pytest.MonkeyPatch) -> Cost:
    """Open the notebook as the program does before the first line can be filed, and close it."""
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    def counting(*given: object, **named: object) -> object:
        connection = connect(*given, **named)  # type: ignore[arg-type]
        connection.set_progress_handler(count, 10)
        return connection

    with monkeypatch.context() as patch:
        patch.setattr(file_module, "connect", counting)
        before = bytes_read()
        with Notebook.open(places, Clock()) as notebook:
            was_in_a_meeting(notebook, Clock().now())
            notebook.begin_session()
            read_opening(notebook, "Grade 6 Math")
            read = bytes_read() - before
    return Cost(steps, read)


def bytes_read() -> int:
    """How many bytes this process read from files so far."""
    return int(Path("/proc/self/io").read_text().partition("rchar:")[2].split()[0])


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> tuple[Places, Places]:
    """A notebook of few lines, and one of many."""
    folder = tmp_path_factory.mktemp("many-lines")
    for name, lines in (("few", FEW), ("many", MANY)):
        fill(folder / name, 3, lines)
    return Places(folder / "few"), Places(folder / "many")


def costs(homes: tuple[Places, Places], monkeypatch: pytest.MonkeyPatch) -> tuple[Cost, Cost]:
    """What opening each of them takes, the second time: what is imported late is imported then."""
    cost_of_opening(homes[0], monkeypatch)
    few, many = (cost_of_opening(each, monkeypatch) for each in homes)
    return few, many


def compare(homes: tuple[Places, Places], monkeypatch: pytest.MonkeyPatch, tell: Tell) -> None:
    """See that both cost the same."""
    few, many = costs(homes, monkeypatch)
    sizes = [each.notebook.stat().st_size // 1024 for each in homes]
    tell(
        f"a notebook of {sizes[0]:,} KB opened, and one of {sizes[1]:,} KB: {few.steps}0 and {many.steps}0 steps of SQLite's, "
        f"{few.bytes // 1024} and {many.bytes // 1024} KB read"
    )
    assert sizes[1] > 4 * sizes[0] > 0
    assert abs(many.steps - few.steps) <= 2
    assert many.bytes - few.bytes <= 16 * PAGE, "only the ways to a row are longer, by a page each"


@pytest.mark.goal("R11")
def test_opening_costs_the_same_whatever_the_notebook_holds(
    homes: tuple[Places, Places], monkeypatch: pytest.MonkeyPatch, tell: Tell
) -> None:
    compare(homes, monkeypatch, tell)


@pytest.mark.deep
@pytest.mark.goal("R11")
def test_opening_costs_the_same_with_a_hundred_thousand_lines(
    homes: tuple[Places, Places], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tell: Tell
) -> None:
    fill(tmp_path / "home", 20, 5000)
    compare((homes[0], Places(tmp_path / "home")), monkeypatch, tell)


def looked_over(work: Callable[[NotebookFile], None]) -> Callable[[NotebookFile], None]:
    """The same, and then every page and row is looked at."""

    def both(file: NotebookFile) -> None:
        work(file)
        file.rows("PRAGMA quick_check")

    return both


@pytest.mark.goal("R11", sabotage=True)
def test_a_file_that_is_looked_over_at_every_opening_is_seen(
    homes: tuple[Places, Places], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NotebookFile, "prepare", looked_over(NotebookFile.prepare))
    few, many = costs(homes, monkeypatch)
    assert many.steps > 2 * few.steps and many.bytes > 2 * few.bytes + 16 * PAGE


@pytest.mark.goal("R11", sabotage=True)
def test_an_opening_that_reads_every_line_is_seen(
    homes: tuple[Places, Places], monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = Notebook.begin_session

    def and_read(notebook: Notebook) -> None:
        begin(notebook)
        notebook.file.rows("SELECT text FROM lines")

    monkeypatch.setattr(Notebook, "begin_session", and_read)
    few, many = costs(homes, monkeypatch)
    assert many.steps > 2 * few.steps
