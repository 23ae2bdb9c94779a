"""Delivers into a folder whose disk fails: run as `python -m tests.faults.failing_delivery HOME`, with the shim on the record.

For each way to fail, a new version is shared and the courier sent twice: with the disk failing, then with it well again.
What it said and what stood in the folder is printed as JSON.
"""

import errno
import json
import sys
from pathlib import Path
from typing import Any

from coachtui.places import Places
from tests.support.homes import Desk
from tests.support.sharing import share, sync
from tests.support.shim import Failures

WAYS = [(kind, error) for kind in "CWSR" for error in (errno.ENOSPC, errno.EACCES)]


def try_all(places: Places) -> list[dict[str, Any]]:
    """What came of each way."""
    desk, failures, found = Desk(places.home, places), Failures(), list[dict[str, Any]]()
    path = places.record / "Dana Ruiz, outside a cycle.md"
    for number, (kind, error) in enumerate(WAYS):
        title, old = f"Version {number}", path.read_text()
        share(desk, change=lambda gate, words=title: gate.edited("title", words))  # type: ignore[misc]
        failures.arm(kind, 1, error, for_ever=True)
        report = sync(desk)
        failed = failures.disarm()
        kept = path.read_text() == old and [each.name for each in places.record.iterdir()] == [path.name]
        again = sync(desk)
        found.append({
            "kind": kind, "error": errno.errorcode[error], "failed": failed, "waits": report.waits, "old": kept,
            "delivered": again.delivered, "new": f"## {title}\n" in path.read_text(),
        })  # fmt: skip
    return found


if __name__ == "__main__":
    print(json.dumps(try_all(Places(Path(sys.argv[1])))))
