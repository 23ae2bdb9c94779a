"""A folder of the record that holds far more than a record ever does: what is too much is left alone and told."""

from pathlib import Path

import pytest

from coachtui.sharing.record_folder import RecordFolder
from coachtui.sharing.record_marks import LARGEST
from coachtui.sharing.record_round import Round

FILES = 22
"""Of 5 MB each: two more than are looked at."""


def crowd(folder: Path, files: int = FILES) -> list[str]:
    """So many files with a mark of ours, each as large as one may be: names of one and the same on the disk."""
    first = folder / "copy 00.md"
    mark = b"<!-- coachtui entry e1 1 -->\n"
    first.write_bytes(mark + b"x" * (LARGEST - len(mark)))
    names = [first.name, *(f"copy {number:02}.md" for number in range(1, files))]
    for name in names[1:]:
        (folder / name).hardlink_to(first)
    return names


@pytest.mark.goal("S8")
def test_no_more_is_held_than_a_record_ever_is_and_the_rest_is_named(tmp_path: Path) -> None:
    names = crowd(tmp_path)
    seen = Round(RecordFolder(tmp_path, is_ours=False), [])
    seen.look_around()
    assert seen.odd == [
        f"'{name}', line 1: the folder holds more than a record ever does. This file was left alone."
        for name in names[20:]
    ]
    assert sorted(seen._seen) == names[:20]
    assert all((tmp_path / name).stat().st_size == LARGEST for name in names)
