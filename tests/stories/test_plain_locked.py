"""The plain mode on a notebook with a passphrase: a meeting does not wait for it; nobody typing locks it, with nothing lost."""

from pathlib import Path

import pytest

from coachtui.store.encrypting import lock
from coachtui.store.notebook import Notebook
from tests.support.clocks import FakeClock
from tests.support.homes import Desk
from tests.support.talking import PLAIN, talk
from tests.support.terminal import Terminal
from tests.support.told_clock import ToldClock, told_plain

PASSPHRASE = "otter lamp gravel"
LEAD = "Dana Ruiz"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    found = Desk(tmp_path)
    found.do(lambda notebook: notebook.people.add_lead(LEAD))
    found.key, _ = lock(found.places, FakeClock(), PASSPHRASE)
    return found


def test_a_meeting_does_not_wait_and_is_taken_in(desk: Desk) -> None:
    home = desk.places.home
    said = talk(
        home, "a line without it", "/lines", "/lock", "wrong", PASSPHRASE, "a line with it", "/lines", words=PLAIN
    )
    assert "This notebook is locked" in said and "In the drop box lines are only written." in said
    assert "That is not the passphrase of this notebook." in said and PASSPHRASE not in said
    assert "1. " in said and ": a line without it." in said and ": a line with it." in said
    assert LEAD not in talk(home, "", "leads", words=("--plain",))
    assert LEAD in talk(home, PASSPHRASE, "leads", words=("--plain",))


def test_nobody_typing_locks_it_and_nothing_is_lost(desk: Desk, tmp_path: Path) -> None:
    clock = tmp_path / "clock"
    ToldClock(clock).tell(0)
    with Terminal(told_plain(desk.places.home, clock, "today"), cols=120) as terminal:
        terminal.wait_for("Passphrase:")
        terminal.type(f"{PASSPHRASE}\robserve\rhalf a line")
        terminal.wait_for("half a line")
        terminal.wait_quiet()
        ToldClock(clock).tell(31 * 60_000)
        terminal.wait_for(lambda rows: rows[0] == "" and any("This notebook is locked." in row for row in rows))
        assert not any("half a line" in row for row in terminal.screen())
        terminal.type(f"{PASSPHRASE}\r")
        terminal.wait_for("half a line")
        terminal.type(" and the rest\r/lines\r")
        terminal.wait_for("half a line and the rest.")
        terminal.press("ctrl+d")
        assert terminal.wait_exit() == 0
        assert PASSPHRASE.encode() not in terminal.raw


@pytest.mark.goal("C5")
def test_what_was_purged_while_it_was_locked_does_not_come_back(desk: Desk, tmp_path: Path) -> None:
    clock = tmp_path / "clock"
    ToldClock(clock).tell(0)
    with Terminal(told_plain(desk.places.home, clock, "today"), cols=120) as terminal:
        terminal.wait_for("Passphrase:")
        terminal.type(f"{PASSPHRASE}\robserve\rzqxone\rhalf zqxhalf")
        terminal.wait_for("zqxhalf")
        terminal.wait_quiet()
        ToldClock(clock).tell(31 * 60_000)
        terminal.wait_for(lambda rows: rows[0] == "" and any("This notebook is locked." in row for row in rows))
        with Notebook.open(desk.places, FakeClock(), key=desk.key) as other:
            plan = other.purging.planning().of_observation(other.observations.latest(1)[0].id)
            other.purging.purge(plan, desk.places)
        terminal.type(f"{PASSPHRASE}\r")
        terminal.wait_for("this is Today again")
        terminal.type("where\r")
        terminal.wait_quiet()
        assert not any("zqx" in row for row in terminal.screen())
        terminal.press("ctrl+d")
        assert terminal.wait_exit() == 0
    with Notebook.open(desk.places, FakeClock(), key=desk.key) as notebook:
        assert notebook.file.rows("SELECT text FROM drafts") == [] and notebook.observations.all() == []
