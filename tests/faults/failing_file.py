"""Writes a file out where the disk fails: run as `python -m tests.faults.failing_file FOLDER`, with the shim on that folder.

For each way to fail, what was said and what stood in the folder then is printed as JSON.
"""

import errno
import json
import sys
from pathlib import Path
from typing import Any

from coachtui.sharing.errors import SharingError
from coachtui.sharing.outgoing import make_ready
from tests.support.shim import Failures

WAYS = [("C", errno.ENOSPC), ("W", errno.ENOSPC), ("S", errno.EIO), ("L", errno.EPERM), ("C", errno.EROFS)]


def try_all(folder: Path) -> list[dict[str, Any]]:
    """What came of each way."""
    failures, found = Failures(), list[dict[str, Any]]()
    for kind, error in WAYS:
        failures.arm(kind, 1, error, for_ever=True)
        try:
            said = str(make_ready(folder / "note.docx", b"words" * 1000).put())
        except SharingError as fault:
            said = str(fault)
        failed = failures.disarm()
        found.append({"kind": kind, "failed": failed, "said": said, "there": [each.name for each in folder.iterdir()]})
    return found


if __name__ == "__main__":
    print(json.dumps(try_all(Path(sys.argv[1]))))
