"""Backups: verified before they have a name, thinned out without ever losing the last good one, and good for going back."""

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from coachtui.model.draft import Draft
from coachtui.store import backups as backups_module
from coachtui.store.backups import (
    OFTEN_ENOUGH,
    BackupFailed,
    all_backups,
    back_up,
    back_up_if_due,
)
from coachtui.store.errors import NotebookBusy, NotebookDamaged
from coachtui.store.notebook import Notebook
from coachtui.store.restoring import restore
from coachtui.store.scribe import Scribe
from coachtui.tui.long_work import WorkStopped
from tests.support.clocks import A_MORNING, FakeClock
from tests.support.homes import Desk, make_home, open_notebook, readings, seconds_on
from tests.support.program import ask
from tests.support.state import faults_of, whole_state
from tests.support.tally import Tell

HOUR = 60 * 60 * 1000
DAY = 24 * HOUR
NOW = A_MORNING.utc_ms


def make_backup(desk: Desk, reason: str = "asked") -> Path:
    return desk.do(lambda notebook: back_up(notebook.file.connection, desk.places.backups, desk.clock.now(), reason))


def if_due(desk: Desk) -> Path | None:
    return desk.do(lambda notebook: back_up_if_due(notebook, desk.places, desk.clock))


@pytest.fixture
def written(desk: Desk) -> Desk:
    """A notebook with something in it."""
    desk.do(lambda notebook: notebook.people.add_team("Math", "Dana Ruiz", ("Ana", "Bo")))
    desk.begin(team="Math")
    desk.paste(*(f"line {number}" for number in range(40)))
    return desk


def test_a_backup_that_is_stopped_leaves_nothing_and_the_earlier_ones_stand(written: Desk) -> None:
    written.paste(*(f"{number} " * 60 for number in range(2_000)))
    breaths: list[int] = []

    def made(stops_at: int) -> Path:
        def breathe() -> None:
            breaths.append(stops_at)
            if len(breaths) == stops_at:
                raise WorkStopped

        breaths.clear()
        folder, now = written.places.backups, written.clock.now()
        return written.do(lambda notebook: back_up(notebook.file.connection, folder, now, "asked", breathe))

    first = made(-1)
    for stops_at in (1, 2):  # while it is copied, and while it is read back
        with pytest.raises(WorkStopped):
            made(stops_at)
    assert list(written.places.backups.iterdir()) == [first]


@pytest.mark.goal("B1")
def test_a_backup_is_one_private_file_that_holds_everything_and_opens_by_itself(written: Desk) -> None:
    path = make_backup(written, "Before the import!")
    assert path.name == "notebook-20260310-083000-000-before-the-import.db"
    assert [other.name for other in written.places.backups.iterdir()] == [path.name]
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    copied = make_home(written.places.home, "elsewhere")
    shutil.copy(path, copied.notebook)
    with open_notebook(copied) as notebook:
        assert whole_state(notebook) == written.do(whole_state)
        assert faults_of(notebook) == []


def backups_while_writing(desk: Desk, count: int) -> list[bool]:
    """Backups made while lines are filed without a pause: whether each is sound and holds what was filed until then."""

    async def write() -> list[int]:
        scribe = Scribe(lambda _: None)
        await scribe.start(lambda: open_notebook(desk.places))
        held: list[int] = []
        for number in range(count):
            for each in range(4):
                scribe.ask(filing(f"{number} {each}"))
            await scribe.do(
                lambda opened: back_up(opened.file.connection, desk.places.backups, desk.clock.advance(1000), "asked")
            )
            held.append(40 + (number + 1) * 4)
        assert scribe.close()
        return held

    held = asyncio.run(write())
    made = [backup.path for backup in reversed(all_backups(desk.places.backups))]
    assert len(made) == count
    return [lines_in(desk, path) == lines for path, lines in zip(made, held, strict=True)]


def filing(text: str) -> Callable[[Notebook], object]:
    return lambda opened: opened.lines.paste("o1", readings(text), seconds_on(1), f"id {text}")


def lines_in(desk: Desk, path: Path) -> int:
    """How many lines a backup holds; none where it is not sound."""
    copy = make_home(desk.places.home, f"of-{path.stem}")
    shutil.copy(path, copy.notebook)
    with open_notebook(copy) as notebook:
        lines = 0 if faults_of(notebook) else len(notebook.lines.of("o1"))
    shutil.rmtree(copy.home)
    return lines


@pytest.mark.goal("B1")
def test_backups_made_while_lines_are_filed_are_whole(written: Desk, tell: Tell) -> None:
    found = backups_while_writing(written, 6)
    tell(f"backups while lines are filed: {found.count(True)} of {len(found)} whole")
    assert all(found)


def kept_during_a_backup(desk: Desk) -> tuple[set[str], int]:
    """Keys and a line that come while a backup is made: what of them stood in the notebook before it was done."""
    seen: set[str] = set()

    async def work() -> Path:
        scribe = Scribe(lambda _: None)
        await scribe.start(lambda: open_notebook(desk.places))
        loop = asyncio.get_running_loop()

        def backed_up(opened: Notebook) -> Path:
            def breathe() -> None:
                if not seen:
                    asyncio.run_coroutine_threadsafe(file(), loop).result()
                scribe.breathe()
                draft = opened.drafts.get("o1")
                seen.update([draft.text if draft else "", str(len(opened.lines.of("o1")))])

            return back_up(opened.file.connection, desk.places.backups, desk.clock.now(), "asked", breathe)

        async def file() -> None:
            scribe.ask(filing("meanwhile"), insist=True)
            scribe.jot(Draft("o1", "half typed", 4, None))

        path = await scribe.do(backed_up)
        assert scribe.close()
        return path

    return seen, lines_in(desk, asyncio.run(work()))


@pytest.mark.goal("R3", "B1")
def test_what_is_typed_while_a_backup_is_made_does_not_wait_for_it(
    written: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups_module, "_AT_A_TIME", 20)
    seen, backed_up = kept_during_a_backup(written)
    assert {"half typed", "41"} <= seen
    assert backed_up == len(written.lines()) == 41


@pytest.mark.goal("R3", sabotage=True)
def test_what_would_wait_for_the_end_of_a_backup_would_be_seen(written: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups_module, "_AT_A_TIME", 20)
    monkeypatch.setattr(Scribe, "breathe", lambda _: None)
    assert "half typed" not in kept_during_a_backup(written)[0]


@pytest.mark.deep
@pytest.mark.goal("B1")
def test_sixty_backups_made_while_lines_are_filed_are_whole(written: Desk, tell: Tell) -> None:
    found = backups_while_writing(written, 60)
    tell(f"backups while lines are filed: {found.count(True)} of {len(found)} whole")
    assert all(found)


def test_two_backups_of_one_moment_have_two_names(written: Desk) -> None:
    assert len({make_backup(written), make_backup(written)}) == 2
    assert len(all_backups(written.places.backups)) == 2


def test_a_damaged_notebook_is_not_backed_up(written: Desk) -> None:
    good = make_backup(written)

    def spoil(notebook: Notebook) -> int:
        row = notebook.file.row("SELECT rootpage FROM sqlite_schema WHERE name = 'gaps'")
        assert row
        return int(row[0])

    words = bytearray(written.places.notebook.read_bytes())
    place = (written.do(spoil) - 1) * 4096
    words[place : place + 60] = b"\xff" * 60
    written.places.notebook.write_bytes(words)
    with pytest.raises((BackupFailed, NotebookDamaged)):
        make_backup(written)
    assert [backup.path for backup in all_backups(written.places.backups)] == [good]


@pytest.mark.goal("B1")
def test_a_copy_that_is_not_the_notebook_gets_no_name(written: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a disk that loses writes would leave: the copy is read back before it is called a backup."""
    whole = backups_module._copy

    def losing(connection: object, target: Path, breathe: Callable[[], None]) -> None:
        whole(connection, target, breathe)  # type: ignore[arg-type]
        words = bytearray(target.read_bytes())
        words[len(words) // 2 :] = bytes(len(words) - len(words) // 2)
        target.write_bytes(words)

    monkeypatch.setattr(backups_module, "_copy", losing)
    with pytest.raises(BackupFailed):
        make_backup(written)
    assert list(written.places.backups.iterdir()) == []


@pytest.mark.goal("B1")
def test_one_is_due_when_something_changed_and_half_an_hour_went_by(desk: Desk) -> None:
    assert if_due(desk) is None, "nothing is written yet"
    desk.begin()
    assert if_due(desk) is not None
    desk.file("more")
    assert if_due(desk) is None
    desk.clock.advance(OFTEN_ENOUGH - 1)
    assert if_due(desk) is None
    desk.clock.advance(1)
    assert if_due(desk) is not None
    desk.clock.advance(DAY)
    assert if_due(desk) is None, "nothing changed since"
    desk.file("after the clock was set back a year")
    desk.clock.advance(-365 * DAY)
    assert if_due(desk) is not None, "a backup from the future is no reason to wait"


@pytest.mark.goal("B3")
def test_the_newest_backup_in_a_new_home_holds_the_same(written: Desk) -> None:
    """The drill: what is restored elsewhere is all that was written, event by event."""
    make_backup(written)
    elsewhere = make_home(written.places.home, "new")
    assert restore(elsewhere, all_backups(written.places.backups)[0].path, FakeClock()) is None
    with open_notebook(elsewhere) as notebook:
        assert whole_state(notebook) == written.do(whole_state)
        assert notebook.device != written.do(lambda opened: opened.device)
        notebook.lines.paste("o1", readings("on the new computer"), seconds_on(1), "new")
        assert faults_of(notebook) == []


@pytest.mark.goal("B3")
def test_what_was_written_since_is_set_aside_whole_and_can_be_gone_back_to(written: Desk) -> None:
    backup = make_backup(written)
    then = written.do(whole_state)
    written.file("written since")
    since = written.do(whole_state)
    aside = restore(written.places, backup, written.clock)
    assert aside is not None
    assert aside.stat().st_mode & 0o777 == 0o600
    assert written.do(whole_state) == then
    written.file("on another branch")
    again = restore(written.places, aside, written.clock)
    assert again is not None
    assert again != aside
    assert written.do(whole_state) == since
    assert written.do(faults_of) == []


def test_the_command_lists_what_differs_and_asks_before_it_goes_back(written: Desk) -> None:
    home = written.places.home
    make_backup(written)
    written.clock.advance(HOUR)
    written.begin("o2")
    written.file("written since", observation="o2")
    make_backup(written, "before-import")
    listed = ask(home, "restore").said.splitlines()
    assert listed[0] == "The present notebook holds 2 observations and 41 lines."
    assert "before import" in listed[1]
    assert listed[1].endswith("the same as now")
    assert listed[2].endswith("1 observation and 40 lines, 1 observation fewer and 1 line fewer than now")
    unasked = ask(home, "restore", "2")
    assert unasked.code == 1
    assert "Nothing was changed." in unasked.complaint
    assert written.texts("o2") == ["written since"]
    done = ask(home, "restore", "2", "--yes")
    assert done.code == 0
    (aside,) = home.glob("notebook-set-aside-*.db")
    assert str(aside) in done.said
    assert len(written.texts()) == 40
    assert ask(home, "restore", "9", "--yes").complaint.startswith("There is no backup '9'.")


def test_nothing_is_restored_while_a_window_is_open(written: Desk) -> None:
    backup = make_backup(written)
    with open_notebook(written.places), pytest.raises(NotebookBusy):
        restore(written.places, backup, FakeClock())
    assert not list(written.places.home.glob("notebook-set-aside-*"))
