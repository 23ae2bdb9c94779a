"""The plain mode in tests: lines go in by a pipe, and what was said comes out, with no byte in it that steers a terminal."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from tests.support.starting import environment
from tests.support.terminal import ROOT

PLAIN = ("--plain", "observe")


def talk(home: Path, *lines: str, words: Sequence[str] = PLAIN, code: int = 0,
         env: Mapping[str, str] = MappingProxyType({})) -> str:  # fmt: skip
    """Type these lines, and leave; what was said."""
    done = subprocess.run(
        [sys.executable, "-m", "coachtui", "--home", str(home), *words], input="".join(f"{line}\n" for line in lines).encode(),
        capture_output=True, check=False, cwd=ROOT, timeout=60, env=environment(env),
    )  # fmt: skip
    assert done.returncode == code, done.stderr.decode() + done.stdout.decode()
    assert done.stderr == b"", done.stderr.decode()
    assert is_plain(done.stdout), done.stdout
    return done.stdout.decode()


def is_plain(said: bytes) -> bool:
    """Whether nothing in it steers a terminal: no escape, and of the control characters only those of a line that is typed."""
    return not any((byte < 0x20 and byte not in b"\n\r\t\a\b") or byte == 0x7F for byte in said)
