"""A file that is written out where the disk fails: a sentence, and nothing left behind; or the file, where links are unknown."""

import json
import subprocess
import sys
from pathlib import Path

from tests.faults.tracing import ROOT
from tests.support.shim import environment


def test_a_disk_that_fails_or_knows_no_links_is_a_sentence_or_a_file(shim: Path, tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "tests.faults.failing_file", str(tmp_path)], cwd=ROOT, text=True,
                          env=environment(shim, tmp_path), capture_output=True, check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert all(each["failed"] for each in found)
    said = {each["kind"]: each for each in found}
    for each in found:
        if each["kind"] != "L":
            assert "No space" in each["said"] or "Read-only" in each["said"] or "Input/output" in each["said"]
            assert each["there"] in ([], ["note.docx"])
    assert said["L"]["there"] == ["note.docx"] and said["L"]["said"] == str(tmp_path / "note.docx")
    assert (tmp_path / "note.docx").read_bytes() == b"words" * 1000
