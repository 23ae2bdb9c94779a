"""The program's commands, run in this process or in one of their own, and what they answered."""

import contextlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coachtui.cli import main

ROOT = Path(__file__).parents[2]
_UNFORESEEN = ("Something went wrong inside", "Traceback", "Error:", "sqlite3.")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command answered: its exit code, what it printed, and what it said beside that."""

    code: int
    said: str
    complaint: str

    def json(self) -> Any:
        """The facts that were printed for scripts."""
        return json.loads(self.said)

    def is_foreseen(self) -> bool:
        """Whether it went well, or what went wrong was foreseen and is said in sentences for a person."""
        words = self.complaint.strip()
        if self.code not in (0, 1) or any(part in self.complaint for part in _UNFORESEEN):
            return False
        in_sentences = (words[:1].isupper() or words[:1] == "'") and words.endswith(".")
        return in_sentences or self.said != "" or not (words or self.code)


def ask(home: Path, *words: str) -> Answer:
    """Run a command in this process."""
    said, complaint = io.StringIO(), io.StringIO()
    umask = os.umask(0o077)
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(complaint):
            code = main(["--home", str(home), *words])
    finally:
        os.umask(umask)
    return Answer(code, said.getvalue(), complaint.getvalue())


def run(home: Path, *words: str, within: Sequence[str] = (), typed: str = "") -> Answer:
    """Run a command as a process of its own; `within` is a command that starts another, `typed` its standard input."""
    command = [*within, sys.executable, "-m", "coachtui", "--home", str(home), *words]
    done = subprocess.run(command, input=typed, capture_output=True, text=True, check=False, cwd=ROOT, timeout=60)
    return Answer(done.returncode, done.stdout, done.stderr)
