"""Writes with the shim watching, and says after each deed, once it is acknowledged, what the notebook then holds.

Run as `python -m tests.faults.power_writer WAY HOME LINES OPTIONS`; what is said goes to standard output, a JSON object a line.
"""

import json
import os
import sqlite3
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from coachtui.places import Places
from coachtui.store import migrations, notebook
from coachtui.store.backups import all_backups, back_up
from coachtui.store.dropbox import DropBox
from coachtui.store.notebook import SHAPE, Notebook
from coachtui.store.restoring import restore
from tests.faults.day_work import editing, triage
from tests.faults.deeds import Person
from tests.support.canaries import plan_for
from tests.support.clocks import FakeClock
from tests.support.homes import readings
from tests.support.state import digest

NEXT_SHAPE = SHAPE + 1
PASSPHRASE, NEXT_PASSPHRASE = "four plain words", "five other plain words"


def say(deed: str, **facts: Any) -> None:
    """Acknowledge a deed."""
    os.write(1, (json.dumps({"deed": deed, **facts}) + "\n").encode())


def to_the_next_shape(connection: sqlite3.Connection, version: int, device: str) -> None:
    """Stands for a migration to come: it changes the shape of a table and fills what it added."""
    del device
    connection.execute("ALTER TABLE leads ADD COLUMN note TEXT NOT NULL DEFAULT ''")
    connection.execute("CREATE TABLE notes AS SELECT n, text FROM lines")
    connection.execute("DROP TABLE notes")
    connection.execute(f"PRAGMA user_version = {version:d}")


def use_the_next_shape() -> None:
    """Let this process be a coachtui whose notebook has the next shape."""
    notebook.SHAPE = NEXT_SHAPE
    migrations.migrate = to_the_next_shape


def open_as(places: Places, clock: FakeClock, options: dict[str, Any]) -> Notebook:
    """Open the notebook; the options are pragmas set after that, for sabotage and for more of what is rare."""
    opened = Notebook.open(places, clock)
    for name, value in options.items():
        opened.file.connection.execute(f"PRAGMA {name} = {value}")
    return opened


def write_meetings(places: Places, lines: int, options: dict[str, Any]) -> None:
    """Two meetings, with a backup after the first, then the notebook closed and opened again."""
    clock = FakeClock()
    person = Person(clock, seed=lines)
    for number in range(2):
        with open_as(places, clock, options) as opened:
            say("open", state=digest(opened))
            for deed in person.meeting(f"m{number}", lines):
                deed.act(opened)
                say(deed.name, state=digest(opened))
            made = back_up(opened.file.connection, places.backups, clock.advance(1000), "by-hand")
            state = digest(opened)
            say("backup", state=state, backup=made.name)
        say("close", state=state)


def work(places: Places, deeds: int, options: dict[str, Any]) -> None:
    """Lines are edited and gone over, after meetings."""
    clock = FakeClock()
    with open_as(places, clock, options) as opened:
        say("open", state=digest(opened))
        for deed in (*editing(places, deeds), *triage(places, deeds))[::3][:deeds]:
            clock.advance(1000)
            deed.act(opened)
            say(deed.name, state=digest(opened))


def purge(places: Places, lines: int, options: dict[str, Any]) -> None:
    """A lead is purged, as `coachtui purge` does."""
    del lines
    with open_as(places, FakeClock(), options) as opened:
        say("open", state=digest(opened))
        opened.purging.purge(plan_for(opened), places)
        say("purged", state=digest(opened))


def write_drop_box(places: Places, lines: int, options: dict[str, Any]) -> None:
    """A window that can't have the notebook."""
    del options
    clock = FakeClock()
    person = Person(clock, seed=lines)
    box = DropBox(places, clock, "window")
    texts: list[str] = []
    box.observations.begin("m0", clock.now(), "UTC", "Math")
    say("begin", texts=texts)
    for number in range(lines):
        made = readings(*(person.sentence() for _ in range(1 + number % 3)))
        texts += [line.text for line in box.lines.paste("m0", made, clock.advance(900), f"m0-{number}")]
        say("lines", texts=texts)
    box.close()
    say("close", texts=texts)


def migrate(places: Places, lines: int, options: dict[str, Any]) -> None:
    """Open a notebook of an older shape."""
    del lines
    use_the_next_shape()
    with open_as(places, FakeClock(), options) as opened:
        say("open", state=digest(opened))


def make_backup(places: Places, lines: int, options: dict[str, Any]) -> None:
    """One more backup."""
    del lines
    with open_as(places, FakeClock(), options) as opened:
        say("open", state=digest(opened))
        made = back_up(opened.file.connection, places.backups, FakeClock().now(), "one-more")
        say("backup", state=digest(opened), backup=made.name)


def go_back(places: Places, lines: int, options: dict[str, Any]) -> None:
    """Go back to the newest backup."""
    del lines, options
    restore(places, all_backups(places.backups)[0].path, FakeClock())
    say("restored")


def deliver(places: Places, lines: int, options: dict[str, Any]) -> None:
    """Deliver the record and read it back; with `in_place` the file is written over, as a sabotage."""
    del lines
    from coachtui.sharing import record_folder
    from coachtui.sharing.courier import Courier

    if options.pop("in_place", False):
        record_folder.lay_beside = write_over  # type: ignore[attr-defined]
    with open_as(places, FakeClock(), options) as opened:
        folder = record_folder.RecordFolder(places.record, is_ours=True)
        report = Courier(folder, opened.outbox, lambda: 1).run()
        say("delivered", files=report.delivered, read=[each.words for each in report.read])


def write_over(target: Path, content: bytes) -> Path:
    """A sabotage: half of the file is written over what stood there, then the rest."""
    with target.open("r+b") as file:
        file.write(content[: len(content) // 2])
        file.flush()
        file.write(content[len(content) // 2 :])
    beside = target.with_name("beside")
    beside.write_bytes(content)
    return beside


def change_lock(places: Places, lines: int, options: dict[str, Any]) -> None:
    """Lock a plain notebook, or take the lock off, or change it where that is asked for.

    With `wipes_first` the old file is gone before the new one is there; with `keeps_seal` the seal is not taken away first.
    """
    del lines
    from coachtui.store import encrypting, key, recasting
    from coachtui.store.errors import WrongPassphrase
    from coachtui.store.seal import key_of_passphrase

    key.ROUNDS = 1  # what takes time here is not what is tried
    take_its_place = recasting._take_its_place

    def wiped_first(new: Path, path: Path) -> None:
        recasting.wipe(path)
        take_its_place(new, path)

    if options.get("keeps_seal"):
        encrypting._take_seal_away = lambda places: None
    if options.get("wipes_first"):
        recasting._take_its_place = wiped_first
    if options.get("changes"):
        with suppress(WrongPassphrase):  # where the seal was kept
            encrypting.change_passphrase(places, FakeClock(), key_of_passphrase(places, PASSPHRASE), NEXT_PASSPHRASE)
    elif key.is_encrypted(places.notebook):
        encrypting.take_lock_off(places, FakeClock(), key_of_passphrase(places, PASSPHRASE))
    else:
        encrypting.lock(places, FakeClock(), PASSPHRASE)
    say("changed")


WAYS = {
    "lock": change_lock,
    "meetings": write_meetings,
    "work": work,
    "purge": purge,
    "drop box": write_drop_box,
    "migration": migrate,
    "backup": make_backup,
    "restore": go_back,
    "delivery": deliver,
}

if __name__ == "__main__":
    WAYS[sys.argv[1]](Places(Path(sys.argv[2])), int(sys.argv[3]), json.loads(sys.argv[4]))
