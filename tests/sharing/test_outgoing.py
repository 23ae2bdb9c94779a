"""A file leaves whole or not at all, for its owner alone, and never over another."""

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from coachtui.sharing.errors import SharingError
from coachtui.sharing.outgoing import make_ready, write_out
from tests.support.terminal import ROOT

as_root = hasattr(os, "geteuid") and os.geteuid() == 0


def refused(target: Path, content: bytes = b"new", *, replace: bool = False) -> str:
    """The sentence that says why this is not written; nothing else may have come to lie beside it."""
    before = sorted(target.parent.iterdir()) if target.parent.is_dir() else []
    with pytest.raises(SharingError) as fault:
        write_out(target, content, replace=replace)
    if target.parent.is_dir():
        assert sorted(target.parent.iterdir()) == before
    words = str(fault.value)
    assert words.endswith(".") and ("othing was" in words or "Nothing was left behind" in words)
    return words


def test_a_new_file_is_its_owners_alone(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    before = os.umask(0)
    try:
        write_out(target, b"words")
    finally:
        os.umask(before)
    assert target.read_bytes() == b"words" and stat.S_IMODE(target.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [target]


def test_another_file_is_left_alone_unless_it_is_to_be_replaced(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_bytes(b"old")
    assert "--force" in refused(target)
    assert target.read_bytes() == b"old"
    write_out(target, b"new", replace=True)
    assert target.read_bytes() == b"new"


def test_the_same_file_once_more_is_fine(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    write_out(target, b"words")
    before = target.stat()
    write_out(target, b"words")
    assert target.stat().st_ino == before.st_ino


@pytest.mark.goal("S6")
@pytest.mark.parametrize("replace", [False, True])
def test_a_link_is_neither_followed_nor_replaced(tmp_path: Path, replace: bool) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_bytes(b"old")
    for number, aim in enumerate((precious, tmp_path / "nowhere", Path("/dev/null"))):
        link = tmp_path / f"link-{number}"
        link.symlink_to(aim)
        assert "is a link" in refused(link, replace=replace)
        assert link.is_symlink()
    assert precious.read_bytes() == b"old" and not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("replace", [False, True])
def test_what_is_no_plain_file_is_left_alone(tmp_path: Path, replace: bool) -> None:
    folder, fifo = tmp_path / "folder", tmp_path / "fifo"
    folder.mkdir()
    os.mkfifo(fifo)
    assert "is a folder" in refused(folder, replace=replace)
    assert "not a plain file" in refused(fifo, replace=replace)


def test_a_place_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert "There is no folder" in refused(tmp_path / "nowhere" / "out.txt")
    assert "is not a folder" in refused(tmp_path / "file" / "out.txt")
    assert "could not be written" in refused(tmp_path / ("x" * 300))


@pytest.mark.skipif(as_root, reason="an administrator may write anywhere: run the tests as somebody else")
def test_a_folder_without_the_right_to_write(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    assert "You may not write" in refused(folder / "out.txt")


def test_no_rights_are_told_as_such() -> None:
    """/proc takes no new files from anyone."""
    if not Path("/proc/self").is_dir():
        pytest.skip("needs /proc: run this on Linux")
    with pytest.raises(SharingError, match="othing was"):
        write_out(Path("/proc/out.txt"), b"words")


def test_a_writer_killed_at_any_moment_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    """Whole, one or the other; what is half-written has another name."""
    target = tmp_path / "out.txt"
    target.write_bytes(b"0" * 2_000_000)
    code = (
        "import sys; from pathlib import Path; from coachtui.sharing.outgoing import write_out; n = 0\n"
        "while True:\n"
        "    n += 1; write_out(Path(sys.argv[1]), str(n % 10).encode() * 2_000_000, replace=True)\n"
        "    print('.', flush=True)"
    )
    for kill in range(12):
        writer = subprocess.Popen([sys.executable, "-c", code, str(target)], cwd=ROOT, stdout=subprocess.PIPE)
        assert writer.stdout is not None and writer.stdout.read(1) == b"."
        time.sleep(0.003 * kill)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        content = target.read_bytes()
        assert len(content) == 2_000_000 and len(set(content)) == 1


def test_a_file_takes_the_next_name_that_is_free(tmp_path: Path) -> None:
    (tmp_path / "note.docx").write_bytes(b"old")
    (tmp_path / "note (2).docx").symlink_to(tmp_path / "nowhere")
    (tmp_path / "note (3).docx").mkdir()
    ready = make_ready(tmp_path / "note.docx", b"new")
    assert ready.put() == tmp_path / "note (4).docx"
    assert (tmp_path / "note (4).docx").read_bytes() == b"new" and (tmp_path / "note.docx").read_bytes() == b"old"
    assert stat.S_IMODE((tmp_path / "note (4).docx").stat().st_mode) == 0o600
    assert len(list(tmp_path.iterdir())) == 4 and not (tmp_path / "nowhere").exists()


def test_what_is_ready_and_let_go_leaves_nothing(tmp_path: Path) -> None:
    make_ready(tmp_path / "note.docx", b"new").let_go()
    assert list(tmp_path.iterdir()) == []
    for place in (tmp_path / "nowhere" / "a.txt", tmp_path / ("x" * 300)):
        with pytest.raises(SharingError, match=r"[Nn]othing was"):
            make_ready(place, b"new").put()
