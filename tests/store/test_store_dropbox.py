"""The drop box: what a window writes that can't have the notebook is taken in at the next opening, once."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from coachtui.model.draft import Draft
from coachtui.model.grammar import read_line
from coachtui.store import taking_in
from coachtui.store.dropbox import DropBox
from coachtui.store.errors import NotebookBusy, NotebookError
from coachtui.store.notebook import Notebook
from tests.support.clocks import A_MORNING, FakeClock
from tests.support.homes import Desk, open_notebook, readings, seconds_on
from tests.support.state import faults_of, whole_state

SECOND_WINDOW = """
import sys
from pathlib import Path
from coachtui.clock import Clock
from coachtui.model.draft import Draft
from coachtui.model.grammar import read_line
from coachtui.model.moment import Moment
from coachtui.places import Places
from coachtui.store.dropbox import DropBox
from coachtui.store.errors import NotebookBusy
from coachtui.store.notebook import Notebook
places, clock = Places(Path(sys.argv[1])), Clock()
try:
    Notebook.open(places, clock)
except NotebookBusy:
    box = DropBox(places, clock, "second")
    anchor = Moment(1_773_131_400_000, 5_000_000, "boot-1")
    box.observations.begin("o2", anchor, "UTC", "Math", None)
    box.lines.file("o2", read_line("maria: from the second window #TM3"), anchor, "l1")
    box.lines.paste("o2", [read_line("one"), read_line("? two")], anchor, "l2")
    box.drafts.keep(Draft("o2", "half ty", 7, anchor))
    print("written", flush=True)
    sys.stdin.read()
"""


def write_box(desk: Desk, name: str = "w1", *, close: bool = True) -> DropBox:
    """What a window left: one observation with three lines, one of them ended with text half-typed."""
    box = DropBox(desk.places, FakeClock(), name)
    box.observations.begin("o1", A_MORNING, "UTC", "Math")
    box.lines.file("o1", read_line("ana: first *"), seconds_on(1), "l1")
    box.lines.paste("o1", readings("second", "third"), seconds_on(2), "l2")
    box.drafts.keep(Draft("o1", "half ty", 7, seconds_on(3)))
    if close:
        box.close()
    return box


def left_over(desk: Desk) -> list[str]:
    return sorted(path.name for path in desk.places.dropbox.iterdir())


def file_of(desk: Desk, name: str = "w1") -> Path:
    return desk.places.dropbox / f"{name}.jsonl"


def test_what_a_second_process_wrote_is_taken_in_at_the_next_opening(desk: Desk) -> None:
    with open_notebook(desk.places) as first:
        command = [sys.executable, "-c", SECOND_WINDOW, str(desk.places.home)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as second:
            assert second.stdout is not None
            assert second.stdout.readline() == "written\n"
            first.observations.begin("o1", A_MORNING, "UTC")
            second.kill()
    with open_notebook(desk.places) as notebook:
        assert notebook.taken_in == 3
        assert [line.text for line in notebook.lines.of("o2")] == ["from the second window", "one", "two"]
        assert notebook.drafts.get("o2") == Draft("o2", "half ty", 7, A_MORNING)
        assert notebook.observations.get("o2").team == "Math"
        assert faults_of(notebook) == []
    assert left_over(desk) == []
    assert desk.do(lambda notebook: notebook.taken_in) == 0


def test_the_lines_a_window_showed_are_the_lines_the_notebook_has(desk: Desk) -> None:
    box = DropBox(desk.places, FakeClock(), "w1")
    box.observations.begin("o1", A_MORNING, "UTC")
    shown = [
        box.lines.file("o1", read_line(typed), seconds_on(n), f"l{n}")
        for n, typed in enumerate(["ana: said #TM3 *", "-1m ? late", "@? \\#no code", "= Data 15", "\\-3m literal"])
    ]
    box.close()
    assert desk.lines() == shown


def test_nothing_is_written_before_the_first_key(desk: Desk) -> None:
    DropBox(desk.places, FakeClock(), "w1").close()
    assert not desk.places.dropbox.exists()


def test_taken_in_twice_is_once(desk: Desk) -> None:
    write_box(desk)
    words = file_of(desk).read_bytes()
    once = desk.do(whole_state)
    file_of(desk).write_bytes(words)
    assert desk.do(whole_state) == once
    assert left_over(desk) == []


def test_half_typed_text_filed_at_the_end_is_not_filed_again_when_taking_in_was_cut_off(desk: Desk) -> None:
    box = write_box(desk, close=False)
    ended = box.observations.end("o1", seconds_on(60).utc_ms)
    assert (ended.ended_utc_ms, ended.state) == (seconds_on(60).utc_ms, "ended")
    box.close()
    words = file_of(desk).read_bytes()
    once = desk.do(whole_state)
    assert desk.texts() == ["first", "second", "third", "half ty"]
    file_of(desk).write_bytes(words)
    assert desk.do(whole_state) == once


def test_a_window_that_still_lives_keeps_its_file_for_the_next_time(desk: Desk) -> None:
    box = write_box(desk, close=False)
    assert desk.do(lambda notebook: notebook.observations.all()) == []
    box.lines.file("o1", read_line("fourth"), seconds_on(4), "l4")
    box.close()
    assert desk.texts() == ["first", "second", "third", "fourth"]


@pytest.mark.parametrize("lost", range(1, 60, 7))
def test_a_torn_last_record_loses_nothing_that_stands_before_it(desk: Desk, lost: int) -> None:
    box = write_box(desk, close=False)
    box.lines.file("o1", read_line("torn"), seconds_on(9), "l9")
    box.close()
    os.truncate(file_of(desk), file_of(desk).stat().st_size - 1 - lost)
    assert desk.texts() == ["first", "second", "third"]
    assert left_over(desk) == ["w1.unread"]
    assert desk.do(faults_of) == []


@pytest.mark.parametrize(
    "words",
    [
        b"\xff\xfe\x00", b"[]", b"3", b'"begin"', b"null", b'{"begin": 3}', b'{"lines": ["x"]}', b"\n\n", b"{}",
        b'{"lines": ["x"], "of": "nowhere", "typed_at": [1, 2, "b"], "id": "x1"}',
        b'{"lines": ["x"], "of": "o1", "typed_at": ["a", [], {}], "id": "x1"}',
        b'{"lines": ["x"], "of": ["o1"], "typed_at": [1, 2, "b"], "id": {}}',
        b'{"begin": {"id": "o8", "anchor": ["x", "y", 3], "zone": 7, "team": null, "lead": null}}',
        b'{"begin": {"id": "o8", "anchor": [1e400, 2, "b"], "zone": "UTC", "team": [], "lead": null}}',
        b'{"draft": {"scope": "o1", "text": 7, "cursor": "x", "began": null}}',
        b'{"draft": {"scope": "o1", "text": "\\ud800", "cursor": 1, "began": null}}',
        b'{"end": "nowhere", "at": 5}', b'{"end": "o1", "at": "never"}', b'{"end": "o1", "at": 99999999999999999999}',
        b'{"lines": ["x"], "of": "o1", "typed_at": [99999999999999999999, 2, "b"], "id": "x1"}',
        b"[" * 100_000,
    ],
)  # fmt: skip
def test_no_record_however_odd_keeps_the_notebook_shut_or_the_others_out(desk: Desk, words: bytes) -> None:
    write_box(desk)
    first, *others = file_of(desk).read_bytes().splitlines(keepends=True)
    file_of(desk).write_bytes(b"".join([first, words, b"\n", *others]))
    write_box_of_another(desk)
    assert desk.texts() == ["first", "second", "third"]
    assert desk.texts("o5") == ["elsewhere"]
    assert desk.do(faults_of) == []
    assert all(name.endswith(".unread") for name in left_over(desk))


def write_box_of_another(desk: Desk) -> None:
    box = DropBox(desk.places, FakeClock(), "w2")
    box.observations.begin("o5", A_MORNING, "UTC")
    box.lines.file("o5", read_line("elsewhere"), seconds_on(1), "far-1")
    box.close()


def test_lines_whose_observation_can_not_be_read_are_kept_in_the_file_that_stays(desk: Desk) -> None:
    write_box(desk)
    words = file_of(desk).read_bytes().replace(b'"begin"', b'"bexin"', 1)
    file_of(desk).write_bytes(words)
    assert desk.do(lambda notebook: notebook.observations.all()) == []
    assert left_over(desk) == ["w1.unread"]
    assert (desk.places.dropbox / "w1.unread").read_bytes() == words


def test_a_file_that_can_not_be_opened_is_no_reason_to_refuse_the_notebook(desk: Desk) -> None:
    file_of(desk).parent.mkdir()
    file_of(desk).mkdir()
    desk.begin("o7")
    assert left_over(desk) == ["w1.jsonl"]


def test_a_disk_that_will_not_take_it_now_leaves_it_for_the_next_time(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_box(desk)
    words = file_of(desk).read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(taking_in, "_replay", lambda *_: (_ for _ in ()).throw(NotebookBusy("not now")))
        assert desk.do(lambda notebook: notebook.taken_in) == 0
    assert file_of(desk).read_bytes() == words
    assert desk.texts() == ["first", "second", "third"]


def test_a_record_that_failed_to_be_written_is_told_and_the_next_one_is_whole(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = write_box(desk, close=False)
    real = os.write

    def full(handle: int, words: bytes) -> int:
        if len(words) > 10 and not full.failed:  # type: ignore[attr-defined]
            return real(handle, words[:10])
        full.failed = True  # type: ignore[attr-defined]
        raise OSError(28, "No space left on device")

    def fixed(handle: int, size: int) -> None:
        raise OSError(5, "Input/output error")

    full.failed = False  # type: ignore[attr-defined]
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        patch.setattr(os, "ftruncate", fixed)
        with pytest.raises(NotebookError):
            box.lines.file("o1", read_line("not yet"), seconds_on(5), "l5")
    box.lines.file("o1", read_line("not yet"), seconds_on(5), "l5")
    box.close()
    assert desk.texts() == ["first", "second", "third", "not yet"]


def test_a_folder_that_is_read_only_is_told_in_a_sentence(desk: Desk) -> None:
    desk.places.dropbox.write_text("a file in the place of the folder")
    box = DropBox(desk.places, FakeClock(), "w1")
    with pytest.raises(NotebookError, match="not saved yet"):
        box.observations.begin("o1", A_MORNING, "UTC")
    desk.begin("o7")


def test_the_file_is_for_its_owner_alone(desk: Desk) -> None:
    before = os.umask(0)
    try:
        write_box(desk)
    finally:
        os.umask(before)
    assert file_of(desk).stat().st_mode & 0o777 == 0o600
    assert desk.places.dropbox.stat().st_mode & 0o777 == 0o700


def test_each_record_is_one_line_of_json_with_its_own_words(desk: Desk) -> None:
    write_box(desk)
    records = [json.loads(words) for words in file_of(desk).read_text(encoding="utf-8").splitlines()]
    assert [next(iter(record)) for record in records] == ["begin", "lines", "lines", "draft"]


def test_what_is_taken_in_by_a_notebook_that_is_closed_at_once_is_there(desk: Desk) -> None:
    write_box(desk)
    Notebook.open(desk.places, FakeClock()).close()
    assert len(desk.lines()) == 3
