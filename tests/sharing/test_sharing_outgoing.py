"""A file that leaves is there whole or not at all, its owner's alone, and takes no other file's place."""

import os
import random
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from coachtui.sharing.errors import SharingError
from coachtui.sharing.outgoing import write_out
from tests.support.program import ROOT


def refusal(target: Path, content: bytes = b"new", replace: bool = False) -> str:
    """The sentence with which nothing is written there."""
    with pytest.raises(SharingError) as refused:
        write_out(target, content, replace=replace)
    return str(refused.value)


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_file_is_written_whole_and_for_its_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_out(tmp_path / "notes.txt", b"words\n")
    finally:
        os.umask(before)
    assert (tmp_path / "notes.txt").read_bytes() == b"words\n"
    assert stat.S_IMODE((tmp_path / "notes.txt").stat().st_mode) == 0o600
    assert names(tmp_path) == ["notes.txt"]


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "notes.txt"
    target.write_bytes(b"somebody's")
    assert refusal(target) == (
        f"There is a file '{target}' already and it is a different one, so nothing was written. "
        "Choose another name, or add --force to replace it."
    )
    assert target.read_bytes() == b"somebody's" and names(tmp_path) == ["notes.txt"]


def test_a_file_with_the_very_same_bytes_is_as_good_as_written(tmp_path: Path) -> None:
    target = tmp_path / "notes.txt"
    target.write_bytes(b"same")
    inode = target.stat().st_ino
    write_out(target, b"same")
    assert target.stat().st_ino == inode


def test_a_file_is_replaced_only_when_that_is_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "notes.txt"
    target.write_bytes(b"old")
    target.chmod(0o644)
    write_out(target, b"new", replace=True)
    assert target.read_bytes() == b"new" and stat.S_IMODE(target.stat().st_mode) == 0o600
    assert names(tmp_path) == ["notes.txt"]


@pytest.mark.parametrize("replace", [False, True])
@pytest.mark.parametrize("exists", [False, True])
def test_a_link_is_neither_followed_nor_replaced(tmp_path: Path, replace: bool, exists: bool) -> None:
    elsewhere, link = tmp_path / "elsewhere", tmp_path / "notes.txt"
    if exists:
        elsewhere.write_bytes(b"precious")
    link.symlink_to(elsewhere)
    assert refusal(link, replace=replace).startswith(f"'{link}' is a link to another place, so nothing was written.")
    assert link.is_symlink() and elsewhere.exists() == exists
    assert not exists or elsewhere.read_bytes() == b"precious"


@pytest.mark.parametrize("replace", [False, True])
def test_only_a_plain_file_can_be_written(tmp_path: Path, replace: bool) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert refusal(tmp_path, replace=replace) == (
        f"'{tmp_path}' is a folder, so nothing was written. Give the file a name inside it."
    )
    assert (
        refusal(pipe, replace=replace) == f"'{pipe}' is not a plain file, so nothing was written. Choose another name."
    )
    assert names(tmp_path) == ["pipe"]


def test_a_folder_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    assert refusal(tmp_path / "no" / "notes.txt") == (
        f"There is no folder '{tmp_path}/no', so nothing was written. Make it, or choose another."
    )
    assert refusal(tmp_path / "file" / "notes.txt") == (
        f"'{tmp_path}/file' is not a folder, so nothing was written. Choose another place."
    )
    assert refusal(tmp_path / ("x" * 300)).endswith("Nothing was left behind. Choose another place.")
    assert refusal(Path("/dev/null/notes.txt")).startswith("'/dev/null' is not a folder")
    assert names(tmp_path) == ["file"]


WITHOUT_RIGHTS = """
import os
from pathlib import Path
from coachtui.sharing.outgoing import write_out
if os.getuid() == 0:
    os.setuid(65534)  # the rights of a folder do not bind root
try:
    write_out(Path("/usr/coachtui-notes.txt"), b"x")
except Exception as fault:
    print(type(fault).__name__, fault)
"""


def test_a_folder_where_one_may_not_write_is_named() -> None:
    told = subprocess.run([sys.executable, "-c", WITHOUT_RIGHTS], capture_output=True, text=True, check=True, cwd=ROOT)
    assert told.stdout == ("SharingError You may not write to '/usr', so nothing was written. Choose another folder.\n")


WRITER = """
import sys
from pathlib import Path
from coachtui.sharing.outgoing import write_out
target = Path(sys.argv[1])
print("ready", flush=True)
while True:
    for letter in b"abcdefgh":
        write_out(target, bytes([letter]) * 300_000, replace=True)
"""


def test_a_writer_that_is_killed_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    target = tmp_path / "notes.txt"
    target.write_bytes(b"a" * 300_000)
    moments = random.Random(4)
    seen: set[bytes] = set()
    for _ in range(12):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(target)], stdout=subprocess.PIPE, cwd=ROOT)
        assert writer.stdout is not None and writer.stdout.readline() == b"ready\n"
        time.sleep(moments.random() * 0.05)
        writer.kill()
        writer.wait()
        writer.stdout.close()
        content = target.read_bytes()
        assert len(content) == 300_000 and len(set(content)) == 1
        seen.add(content[:1])
    assert len(seen) > 1, "no writer had begun when it was killed"
