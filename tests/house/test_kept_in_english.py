"""What the notebook keeps does not depend on the language in which it is written; what is told of it does."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.support.terminal import ROOT

OF_A_SCRIPT = ("undone", "redone")
"""What the history knows by a word that nobody reads."""


def done_in(language: str, home: Path) -> dict[str, Any]:
    home.mkdir(mode=0o700)
    told = subprocess.run(
        [sys.executable, "-m", "tests.support.verbs", str(home)], cwd=ROOT, capture_output=True, text=True, check=True,
        env={"PATH": os.environ["PATH"], "COACHTUI_LANGUAGE": language},
    )  # fmt: skip
    found: dict[str, Any] = json.loads(told.stdout)
    found["called"] = {each for each in found["called"] if not each.startswith("shared: ")}  # the words of a title
    return found


def test_what_happened_is_kept_in_english_and_told_in_the_language_of_the_person(tmp_path: Path) -> None:
    english, spanish = done_in("en", tmp_path / "en"), done_in("es", tmp_path / "es")
    assert spanish["called"] == english["called"]
    assert spanish["purge"] == english["purge"] == "observations older than 1 year; steps older than 18 months"
    assert (english["undone"], spanish["undone"]) == ("step mastered", "paso dominado")
    assert english["told"]["1:1 moved to 2026-03-10"] == "1:1 moved to Tue Mar 10"
    assert spanish["told"]["Ada speaks, the principal plays the other one"] == "Ada habla; dirección contesta"
    kept = {*spanish["called"], spanish["purge"]} - set(OF_A_SCRIPT)
    assert [each for each in kept if spanish["told"][each] == each] == []
