"""The clock: the computer's own clocks, its zone, and which start of the computer it is."""

import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from coachtui.clock import Clock, _linked_zone
from coachtui.model.moment import elapsed_ms

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def test_now_is_between_before_and_after() -> None:
    before = time.time_ns() // 1_000_000
    now = Clock().now()
    assert before <= now.utc_ms <= time.time_ns() // 1_000_000


def test_the_clock_that_counts_sleep_never_goes_back() -> None:
    clock = Clock()
    moments = [clock.now() for _ in range(200)]
    assert all(elapsed_ms(one, next_one) >= 0 for one, next_one in pairwise(moments))
    assert all(each.boot_ms >= 0 for each in moments)


@pytest.mark.goal("T1")
@pytest.mark.skipif(not hasattr(time, "CLOCK_BOOTTIME"), reason="a clock that only Linux has")
def test_it_is_the_clock_that_goes_on_while_the_computer_sleeps() -> None:
    before = time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000
    now = Clock().now().boot_ms
    assert before <= now <= time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000


@pytest.mark.skipif(not BOOT_ID.exists(), reason="a file that only Linux has")
def test_the_start_of_the_computer_has_its_id() -> None:
    assert Clock().now().boot_id == BOOT_ID.read_text().strip() != ""


def test_another_process_reads_the_same_start_of_the_computer() -> None:
    here = Clock().now()
    script = "from coachtui.clock import Clock; now = Clock().now(); print(now.boot_ms, now.boot_id)"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    boot_ms, _, boot_id = told.stdout.strip().partition(" ")
    assert boot_id == here.boot_id
    assert here.boot_ms <= int(boot_ms) <= Clock().now().boot_ms


# The zone


@pytest.mark.parametrize(
    ("told", "zone"),
    [
        ("America/New_York", "America/New_York"),
        (":Europe/Berlin", "Europe/Berlin"),
        ("Asia/Kathmandu", "Asia/Kathmandu"),
    ],
)
def test_the_surroundings_may_name_the_zone(told: str, zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", told)
    assert Clock().zone() == zone


def test_a_zone_that_changes_is_read_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    for zone in ("America/New_York", "America/Chicago"):
        monkeypatch.setenv("TZ", zone)
        assert clock.zone() == zone


@pytest.mark.parametrize("told", [None, "", ":"])
def test_else_it_is_the_zone_of_the_computer(told: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TZ", raising=False)
    if told is not None:
        monkeypatch.setenv("TZ", told)
    zone = Clock().zone()
    assert ZoneInfo(zone).key == zone
    linked = _linked_zone(Path("/etc/localtime"))
    assert not linked or zone == linked


@pytest.mark.parametrize("told", ["/etc/localtime", ":/etc/localtime", "/nowhere/at/all"])
def test_a_zone_that_is_named_by_a_file_breaks_nothing(told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", told)
    assert Clock().zone()


@pytest.mark.parametrize(
    ("target", "zone"),
    [
        ("/usr/share/zoneinfo/America/New_York", "America/New_York"),
        ("../usr/share/zoneinfo/Europe/Berlin", "Europe/Berlin"),
        ("/var/db/timezone/zoneinfo/America/Argentina/Salta", "America/Argentina/Salta"),
        ("/usr/share/zoneinfo/UTC", "UTC"),
        ("/somewhere/else", ""),
    ],
)
def test_the_link_of_the_computer_tells_its_zone(tmp_path: Path, target: str, zone: str) -> None:
    link = tmp_path / "localtime"
    link.symlink_to(target)
    assert _linked_zone(link) == zone


def test_a_file_that_is_no_link_or_is_missing_tells_no_zone(tmp_path: Path) -> None:
    assert _linked_zone(tmp_path / "none") == ""
    (tmp_path / "copy").write_bytes(b"TZif2")
    assert _linked_zone(tmp_path / "copy") == ""
