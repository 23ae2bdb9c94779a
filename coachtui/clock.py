"""The one source of time."""

import os
import sys
import time
from datetime import date
from functools import cached_property
from pathlib import Path

from coachtui.model.moment import Moment
from coachtui.model.timing import local_time

_MS = 1_000_000  # nanoseconds
_LOCALTIME = Path("/etc/localtime")
_ZONES = "zoneinfo/"

if sys.platform == "win32":

    def _boot_ms() -> int:
        """Milliseconds since the computer was started, sleep counted."""
        import ctypes

        count = ctypes.windll.kernel32.GetTickCount64
        count.restype = ctypes.c_uint64
        return int(count())
else:
    # Linux's monotonic clock stands still while the computer sleeps; CLOCK_BOOTTIME does not. On macOS it is
    # CLOCK_MONOTONIC_RAW that goes on (python/cpython issue 86273).
    _BOOT_CLOCK = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC_RAW", time.CLOCK_MONOTONIC))

    def _boot_ms() -> int:
        """Milliseconds since the computer was started, sleep counted."""
        return time.clock_gettime_ns(_BOOT_CLOCK) // _MS


class Clock:
    """Reads the computer's clocks."""

    def now(self) -> Moment:
        """The present moment."""
        return Moment(time.time_ns() // _MS, _boot_ms(), self._boot_id)

    def today(self) -> date:
        """The day it is now where the computer is."""
        return local_time(self.now().utc_ms, self.zone()).date()

    def zone(self) -> str:
        """The IANA name of the zone the computer is in now; UTC where it does not tell."""
        told = _zone_in(os.environ.get("TZ", "").lstrip(":"))
        if told and _is_known(told):
            return told
        linked = _linked_zone(_LOCALTIME)
        if linked:
            return linked
        from tzlocal import get_localzone_name  # late: most computers tell by the link above

        try:
            return get_localzone_name() or "UTC"
        except (LookupError, ValueError, OSError):
            return "UTC"

    @cached_property
    def _boot_id(self) -> str:
        """Which start of the computer this is; empty where it does not tell."""
        if sys.platform == "darwin":
            return _mac_boot_id()
        try:
            handle = os.open("/proc/sys/kernel/random/boot_id", os.O_RDONLY)
            try:
                return os.read(handle, 64).decode("ascii", "replace").strip()
            finally:
                os.close(handle)
        except OSError:
            return ""


def _linked_zone(link: Path) -> str:
    """The zone that the computer's link for its local time points to, or ""."""
    try:
        target = str(link.readlink())
    except OSError:
        return ""
    return _zone_in(target) if _ZONES in target else ""


def _zone_in(words: str) -> str:
    """The name of a zone, also where it is told by the path of its file."""
    return words.partition(_ZONES)[2] or words


def _is_known(name: str) -> bool:
    """Whether there is such a zone: TZ may also hold a rule such as EST5EDT,M3.2.0,M11.1.0, which is no name."""
    from zoneinfo import ZoneInfo  # late: few computers set TZ

    try:
        ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return False
    return True


def _mac_boot_id() -> str:
    """The id that macOS gives each start, or ""."""
    import ctypes

    try:
        library = ctypes.CDLL(None)
        room = ctypes.create_string_buffer(64)
        size = ctypes.c_size_t(len(room))
        failed = library.sysctlbyname(b"kern.bootsessionuuid", room, ctypes.byref(size), None, ctypes.c_size_t(0))
    except (OSError, AttributeError):
        return ""
    return "" if failed else room.value.decode("ascii", "replace")
