"""Which backups are kept: many recent ones, one a day, one a week; the newest good one whatever the clock does."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachtui.model.moment import Moment
from coachtui.store import backup_rotation
from coachtui.store.backup_rotation import DAILY, LAST, OLDEST, RECENT, WEEKLY, rotate, to_keep
from coachtui.store.backups import Backup, all_backups, as_backup, back_up, stamp
from tests.support.clocks import A_MORNING
from tests.support.homes import Desk

HOUR = 60 * 60 * 1000
DAY = 24 * HOUR
NOW = A_MORNING.utc_ms

MOMENTS = st.lists(
    st.one_of(
        st.integers(0, 20 * DAY), st.integers(0, 200 * DAY), st.integers(-30 * DAY, 0), st.integers(0, 40).map(lambda n: n * HOUR)
    ).map(lambda age: NOW - age),
    max_size=120,
    unique=True,
)  # fmt: skip


def named(folder: Path, utc_ms: int) -> Backup:
    backup = as_backup(folder / f"notebook-{stamp(utc_ms)}-automatic.db")
    assert backup is not None
    assert backup.made_utc_ms == utc_ms
    return backup


def newest_of_each_day(backups: list[Backup]) -> list[Backup]:
    days: dict[object, Backup] = {}
    for backup in backups:
        days.setdefault(datetime.fromtimestamp(backup.made_utc_ms / 1000, UTC).date(), backup)
    return list(days.values())


def newest_of_each_week(backups: list[Backup]) -> list[Backup]:
    weeks: dict[object, Backup] = {}
    for backup in backups:
        weeks.setdefault(datetime.fromtimestamp(backup.made_utc_ms / 1000, UTC).isocalendar()[:2], backup)
    return list(weeks.values())


@given(MOMENTS)
@settings(max_examples=400, deadline=None)
def test_of_any_backups_the_right_ones_are_kept(moments: list[int]) -> None:
    backups = [named(Path("backups"), moment) for moment in sorted(moments, reverse=True)]
    kept = to_keep(backups, NOW)
    assert kept <= set(backups)
    assert set(backups[:LAST]) <= kept
    true = [backup for backup in backups if NOW - OLDEST <= backup.made_utc_ms <= NOW]
    around = [backup for backup in backups if NOW - OLDEST <= backup.made_utc_ms <= NOW + DAY]
    if around == true:
        assert set(true[:RECENT]) <= kept
        assert set(newest_of_each_day(true)[:DAILY]) <= kept
        assert set(newest_of_each_week(true)[:WEEKLY]) <= kept
    assert len(kept & set(around)) <= RECENT + DAILY + WEEKLY
    assert len(kept) <= 2 * (RECENT + DAILY + WEEKLY) + LAST
    too_old = {backup for backup in backups if backup.made_utc_ms < NOW - OLDEST}
    assert kept & too_old <= set(backups[:LAST])


@pytest.mark.goal("B2")
@pytest.mark.parametrize("years", [0, 80])
def test_after_a_summer_and_with_a_clock_far_ahead_there_is_more_than_one(years: int) -> None:
    backups = [named(Path("backups"), NOW - hours * HOUR) for hours in range(16)]
    late = NOW + years * 365 * DAY + 100 * DAY
    newest = [named(Path("backups"), late)] if years else []
    assert to_keep([*newest, *backups], late) == {*newest, *backups[: LAST - len(newest)]}


@pytest.mark.goal("B2")
@given(MOMENTS)
@settings(max_examples=100, deadline=None)
def test_what_is_kept_today_does_not_depend_on_how_often_it_was_thinned(moments: list[int]) -> None:
    backups = [named(Path("backups"), moment) for moment in moments]
    kept = to_keep(backups, NOW)
    assert to_keep(list(kept), NOW) == kept


SPOILT = b"spoilt"
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("later"), st.integers(0, 3 * DAY)),
        st.tuples(st.just("later"), st.integers(0, 2 * HOUR)),
        st.tuples(st.just("clock set"), st.integers(-400 * DAY, 400 * DAY)),
        st.tuples(st.just("backup"), st.just(0)),
        st.tuples(st.just("backup"), st.just(0)),
        st.tuples(st.just("newest spoilt"), st.just(0)),
        st.tuples(st.just("thinned out"), st.just(0)),
    ),
    min_size=20,
    max_size=80,
)


@pytest.fixture(scope="module")
def a_good_one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real backup, to be given many names: making one takes longer than thinning out."""
    desk = Desk(tmp_path_factory.mktemp("good"))
    desk.begin()
    return desk.do(lambda notebook: back_up(notebook.file.connection, desk.places.backups, A_MORNING, "asked"))


@pytest.mark.goal("B2")
@given(steps=STEPS)
@settings(max_examples=240, deadline=None)
def test_whatever_the_clock_does_the_newest_good_backup_stays(
    tmp_path_factory: pytest.TempPathFactory, a_good_one: Path, steps: list[tuple[str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("backups")
    now = NOW
    for what, ms in steps:
        if what in ("later", "clock set"):
            now = max(0, now + ms)
        elif what == "newest spoilt":
            for backup in all_backups(folder)[:1]:
                spoil(backup.path)
        else:
            if what == "backup":
                give_name(a_good_one, folder / f"notebook-{stamp(now)}-automatic.db")
            see_thinned_out(folder, now)


def give_name(good: Path, name: Path) -> None:
    """Let this be one more backup, in the place of any other of this name."""
    name.unlink(missing_ok=True)
    name.hardlink_to(good)


def spoil(path: Path) -> None:
    path.unlink()
    path.write_bytes(SPOILT)


@pytest.mark.goal("B2", sabotage=True)
def test_a_backup_that_is_believed_without_being_read_would_be_found_out(
    tmp_path: Path, a_good_one: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_rotation, "is_readable", lambda *_: True)
    give_name(a_good_one, tmp_path / f"notebook-{stamp(NOW - 100 * DAY)}-automatic.db")
    for hours in range(LAST):
        (tmp_path / f"notebook-{stamp(NOW - hours * HOUR)}-automatic.db").write_bytes(SPOILT)
    with pytest.raises(AssertionError):
        see_thinned_out(tmp_path, NOW)


def see_thinned_out(folder: Path, now: int) -> None:
    """Thin out, and see that the newest good one is still there."""
    before = good_ones(folder)
    removed = rotate(folder, Moment(now, 0, "boot-1"))
    after = good_ones(folder)
    assert before[:1] == after[:1]
    assert not set(removed) & set(after)
    assert len(after) <= 2 * (RECENT + DAILY + WEEKLY) + LAST + 1


def good_ones(folder: Path) -> list[Path]:
    """Those that nobody spoilt, as the test knows: the program has to find that out by reading them."""
    return [backup.path for backup in all_backups(folder) if backup.path.stat().st_size != len(SPOILT)]


@pytest.mark.goal("B2")
def test_nothing_but_backups_is_ever_removed(desk: Desk, a_good_one: Path) -> None:
    folder = desk.places.backups
    folder.mkdir()
    others = ["notes.txt", "notebook.db", "notebook-20200101-000000-000.db", "notebook-20209999-000000-000-asked.db"]
    for name in others:
        (folder / name).write_bytes(b"mine")
    for number in range(200):
        give_name(a_good_one, folder / f"notebook-{stamp(NOW - number * HOUR)}-asked.db")
    assert rotate(folder, A_MORNING)
    assert set(others) <= {path.name for path in folder.iterdir()}


@pytest.mark.goal("B2")
def test_the_last_good_one_stays_however_old_it_is(desk: Desk, a_good_one: Path) -> None:
    folder = desk.places.backups
    folder.mkdir()
    for age in (400, 200):
        give_name(a_good_one, folder / f"notebook-{stamp(NOW - age * DAY)}-asked.db")
    for hours in range(LAST):
        (folder / f"notebook-{stamp(NOW - hours * HOUR)}-asked.db").write_bytes(SPOILT)
    removed = rotate(folder, A_MORNING)
    assert [path.name[9:17] for path in removed] == ["20250203"]
    assert len(good_ones(folder)) == 1
