"""What was sealed while the notebook was locked can be read by whatever takes its place: it was told as kept."""

from pathlib import Path

import pytest

from coachtui.model.grammar import read_line
from coachtui.store import restoring, salvaging
from coachtui.store.backups import all_backups, back_up
from coachtui.store.dropbox import DropBox
from coachtui.store.errors import NotebookDamaged
from coachtui.store.notebook import Notebook
from coachtui.store.repairing import repair
from coachtui.store.restoring import restore
from tests.support.clocks import A_MORNING, FakeClock
from tests.support.homes import Desk, seconds_on
from tests.support.state import faults_of

PAGE = 4096


def write_beside(desk: Desk, name: str = "w1") -> DropBox:
    """A line that is written while nobody has the notebook's passphrase at hand."""
    box = DropBox(desk.places, FakeClock(), name)
    box.observations.begin(f"o-{name}", A_MORNING, "UTC")
    box.lines.file(f"o-{name}", read_line("told as kept"), seconds_on(1), f"l-{name}")
    return box


def damage(path: Path) -> None:
    """Spoil every page but those at the beginning: it does not open any more."""
    words = bytearray(path.read_bytes())
    for place in range(PAGE + 200, len(words), PAGE):
        words[place] ^= 255
    path.write_bytes(words)


def found(desk: Desk, name: str = "w1") -> list[str]:
    """What came of it."""
    assert desk.do(faults_of) == []
    return desk.texts(f"o-{name}")


def test_what_was_sealed_beside_a_damaged_notebook_outlives_its_repair(locked: Desk) -> None:
    desk = locked
    desk.do(lambda notebook: back_up(notebook.file.connection, desk.places.backups, desk.clock.now(), "by-hand"))
    damage(desk.places.notebook)
    with pytest.raises(NotebookDamaged):
        desk.do(faults_of)
    write_beside(desk).close()
    assert any("new one" in sentence for sentence in repair(desk.places, desk.clock, desk.key))
    assert found(desk) == ["told as kept"]


def test_what_a_window_seals_while_an_older_backup_is_gone_back_to_is_taken_in(locked: Desk) -> None:
    """The backup is from before the lock: it has no keys of its own."""
    desk = locked
    (before,) = [each for each in all_backups(desk.places.backups) if each.reason == "before-lock"]
    box = write_beside(desk)
    restore(desk.places, before.path, desk.clock, key=desk.key)
    box.close()
    assert found(desk) == ["told as kept"]
    write_beside(desk, "w2").close()
    assert found(desk, "w2") == ["told as kept"]


@pytest.mark.parametrize("where", [restoring, salvaging])
def test_one_that_forgets_the_keys_is_found_out(locked: Desk, monkeypatch: pytest.MonkeyPatch, where: object) -> None:
    """The sabotage: what was told as kept can't be read by anybody."""
    monkeypatch.setattr(where, "keep_keys", lambda *_: None)
    if where is restoring:
        test = test_what_a_window_seals_while_an_older_backup_is_gone_back_to_is_taken_in
    else:
        test = test_what_was_sealed_beside_a_damaged_notebook_outlives_its_repair
    with pytest.raises(AssertionError):
        test(locked)


def test_the_same_keys_are_kept_once(locked: Desk) -> None:
    desk = locked
    made = desk.do(lambda notebook: back_up(notebook.file.connection, desk.places.backups, desk.clock.now(), "by-hand"))
    query = "SELECT value FROM about WHERE name = 'drop box keys'"
    keys = desk.do(lambda notebook: notebook.file.rows(query))
    seal = desk.places.seal.read_bytes()
    restore(desk.places, made, desk.clock, key=desk.key)
    with Notebook.open(desk.places, desk.clock, key=desk.key) as notebook:
        assert notebook.file.rows(query) == keys
    assert desk.places.seal.read_bytes() == seal
