"""The doctor's repair of what is around a notebook, and of what is made from its events."""

from pathlib import Path

import pytest

from coachtui.clock import Clock
from coachtui.store.backups import back_up
from coachtui.store.ballast import SIZE, Ballast
from coachtui.store.checks import Check
from coachtui.store.doctor import examine
from coachtui.store.notebook import Notebook
from tests.support.clocks import A_MORNING, FakeClock
from tests.support.homes import Desk, fill, make_home
from tests.support.program import ask
from tests.support.state import faults_of, whole_state

DAY = 24 * 60 * 60 * 1000


@pytest.fixture
def written(desk: Desk) -> Desk:
    """A notebook with something in it, and everything beside it in order."""
    desk.begin(team="Math")
    desk.paste("ana: agreed on this", "bo: agreed on that #TM3", "? who speaks")
    Ballast(desk.places.ballast).lay_in()
    return desk


def repaired(desk: Desk) -> str:
    """What the repair says."""
    return ask(desk.places.home, "doctor", "--repair").complaint


def test_where_all_is_well_nothing_is_done(written: Desk) -> None:
    before = written.places.notebook.read_bytes()
    assert repaired(written) == "There was nothing to repair.\n"
    assert written.places.notebook.read_bytes() == before and not written.places.backups.exists()


@pytest.mark.goal("B1", "R9")
@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE lines SET text = 'never said' WHERE place = 2",
        "DELETE FROM lines WHERE place = 2",
        "INSERT INTO lines_index (lines_index, rowid, text, speaker) VALUES ('delete', 1, 'agreed', 'ana')",
    ],
)
def test_what_is_made_from_the_events_is_made_anew_after_a_backup(written: Desk, spoil: str) -> None:
    whole = written.do(whole_state)
    written.do(lambda notebook: notebook.file.connection.execute(spoil))
    assert "were made anew from 3 events. The backup from before is" in repaired(written)
    assert written.do(whole_state) == whole and written.do(faults_of) == []
    assert [path.name.endswith("-before-repair.db") for path in written.places.backups.iterdir()] == [True]


def test_a_shape_that_is_not_ours_is_left_behind_with_the_old_file(written: Desk) -> None:
    whole = written.do(whole_state)
    written.do(lambda notebook: notebook.file.connection.execute("DROP TRIGGER lines_index_gone"))
    told = repaired(written)
    assert (
        "What is whole is in a new one: observations: 1, lines: 3." in told and "Nothing of it was unreadable." in told
    )
    assert written.do(whole_state) == whole and written.do(faults_of) == []
    (aside,) = written.places.home.glob("notebook-damaged-*.db")
    assert f"Older notebooks lie beside this one: {aside.name}." in ask(written.places.home, "doctor").said
    assert aside.stat().st_mode & 0o777 == 0o600


@pytest.mark.goal("R9")
def test_of_a_file_that_was_cut_off_it_is_said_that_more_may_be_missing(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    fill(places, clock)
    with Notebook.open(places, clock) as notebook:
        held = len(notebook.lines.of(notebook.observations.latest(1)[0].id))
        back_up(notebook.file.connection, places.backups, clock.now(), "asked")
    words = places.notebook.read_bytes()
    places.notebook.write_bytes(words[: len(words) // 2])
    told = ask(places.home, "doctor", "--repair").complaint
    with Notebook.open(places, clock) as notebook:
        assert len(notebook.lines.of(notebook.observations.latest(1)[0].id)) < held
    assert "Nothing of it was unreadable" not in told and "more may be missing than is listed" in told
    assert "The newest backup, " in told and "holds more (observations: 3, lines: 63)" in told


def test_what_was_left_behind_is_taken_away_and_what_is_loose_is_closed(written: Desk) -> None:
    home = written.places.home
    written.places.backups.mkdir(mode=0o700)
    written.places.themes.mkdir(mode=0o755)
    left = [home / ".restoring.db", home / ".settings.toml.77.part", written.places.backups / ".making-9.db"]
    for path in left:
        path.touch(0o600)
    (home / "mine.part").touch()
    written.places.ballast.write_bytes(b"x")
    home.chmod(0o755)
    told = repaired(written)
    assert "Only you can read" in told and "had been left behind" in told and "Room for the last lines" in told
    assert not any(path.exists() for path in left) and (home / "mine.part").exists()
    assert home.stat().st_mode & 0o077 == written.places.themes.stat().st_mode & 0o077 == 0
    assert written.places.ballast.stat().st_size == SIZE


def test_the_right_to_read_and_write_is_given_back(written: Desk) -> None:
    places = written.places
    places.backups.mkdir(mode=0o700)
    backup = places.backups / "notebook-20260310-083000-000-asked.db"
    backup.touch(0o400)
    places.notebook.chmod(0o400)
    places.backups.chmod(0)
    places.home.chmod(0o500)
    told = repaired(written)
    assert "You can read and write home, backups, notebook.db and 1 more again." in told
    assert places.home.stat().st_mode & 0o777 == places.backups.stat().st_mode & 0o777 == 0o700
    assert places.notebook.stat().st_mode & 0o777 == backup.stat().st_mode & 0o777 == 0o600


def test_repairing_where_there_is_nothing_makes_nothing(tmp_path: Path) -> None:
    assert ask(tmp_path / "nowhere", "doctor", "--repair").code == 0
    assert not (tmp_path / "nowhere").exists()


class Far(FakeClock):
    """A clock that is off by so many milliseconds."""

    def __init__(self, ms: int) -> None:
        super().__init__()
        self.advance(ms)


@pytest.mark.parametrize(
    ("clock", "words"),
    [(Far(-DAY), "It was set back"), (Far(30 * 365 * DAY), "long after"), (Far(-A_MORNING.utc_ms), "can't be")],
)
def test_a_clock_that_can_not_be_right_is_told(written: Desk, clock: Clock, words: str) -> None:
    (found,) = [check for check in examine(written.places, clock) if check.name == "clock"]
    assert not found.ok and words in found.detail and found.remedy
    assert _clock_of(written, written.clock).ok and _clock_of(written, Far(-60_000)).ok


def _clock_of(desk: Desk, clock: Clock) -> Check:
    return next(check for check in examine(desk.places, clock) if check.name == "clock")
