"""The clock: the moment, the zone, and which start of the computer this is."""

import re
import sys
import time
from pathlib import Path

import pytest

from coachtui.clock import Clock
from coachtui.model.timing import local_time

LOCALTIME = Path("/etc/localtime")


@pytest.fixture
def without_tz(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.delenv("TZ", raising=False)
    return monkeypatch


@pytest.mark.parametrize(
    ("told", "zone"),
    [
        ("America/Chicago", "America/Chicago"),
        (":America/Chicago", "America/Chicago"),
        ("/usr/share/zoneinfo/America/Chicago", "America/Chicago"),
        (":/usr/share/zoneinfo/America/Chicago", "America/Chicago"),
        ("EST5EDT", "EST5EDT"),
        ("UTC", "UTC"),
    ],
)
def test_the_zone_that_is_set_is_believed(without_tz: pytest.MonkeyPatch, told: str, zone: str) -> None:
    without_tz.setenv("TZ", told)
    assert Clock().zone() == zone


@pytest.mark.parametrize(
    "told", ["", ":", "EST5EDT,M3.2.0,M11.1.0", "<+03>-3", "Mars/Olympus", "/etc/passwd", "../../etc/passwd", "a b"]
)
def test_what_is_no_zone_is_passed_over_for_the_computers_own(without_tz: pytest.MonkeyPatch, told: str) -> None:
    own = Clock().zone()
    without_tz.setenv("TZ", told)
    assert Clock().zone() == own


def test_the_computers_own_zone_is_the_one_it_points_to(without_tz: pytest.MonkeyPatch) -> None:
    if not LOCALTIME.is_symlink() or "zoneinfo/" not in str(LOCALTIME.readlink()):
        pytest.skip("this computer does not tell its zone by a link at /etc/localtime")
    assert str(LOCALTIME.readlink()).endswith(f"zoneinfo/{Clock().zone()}")


def test_without_a_link_it_is_still_a_zone(without_tz: pytest.MonkeyPatch) -> None:
    def no_link(path: Path) -> Path:
        raise OSError

    without_tz.setattr(Path, "readlink", no_link)
    zone = Clock().zone()
    assert re.fullmatch(r"[A-Za-z0-9_+/-]+", zone)
    local_time(0, zone)


def test_a_moment_is_read_from_both_clocks() -> None:
    clock = Clock()
    before = time.time_ns() // 1_000_000
    first, second = clock.now(), clock.now()
    after = time.time_ns() // 1_000_000
    assert before <= first.utc_ms <= after
    assert 0 < first.boot_ms <= second.boot_ms
    assert first.boot_id == second.boot_id == Clock().now().boot_id


@pytest.mark.skipif(sys.platform != "linux", reason="the clock that counts sleep has another name there")
def test_the_second_clock_is_the_one_that_counts_sleep() -> None:
    before = time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000
    told = Clock().now().boot_ms
    assert before <= told <= time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000


@pytest.mark.skipif(sys.platform != "linux", reason="the start has no file there")
def test_the_start_of_the_computer_has_the_name_that_the_system_gives_it() -> None:
    assert Clock().now().boot_id == Path("/proc/sys/kernel/random/boot_id").read_text().strip()
