"""The terminal's bytes told apart: keys and pastes in their order, in however many pieces they come."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from coachtui.tui.guarded_driver import GuardedParser
from coachtui.tui.terminal_input import END, MOST_AFTER_END, START, InputSplitter, Keys, Paste, Piece, told_apart

PARTS = st.sampled_from(
    [START, END, b"\x1b[", b"\x1b", b"a", "é".encode(), b"\xff", b"\x11", b"200~", b"words and words"]
)


def told(*pieces: bytes) -> list[Piece]:
    """What a splitter gives for these pieces and a moment of quiet, keys that stand together as one."""
    splitter = InputSplitter()
    given_out = [each for piece in pieces for each in splitter.feed(piece)] + splitter.give_up()
    joined: list[Piece] = []
    for each in given_out:
        if joined and isinstance(each, Keys) and isinstance(joined[-1], Keys):
            joined[-1] = Keys(joined[-1].text + each.text)
        else:
            joined.append(each)
    return joined


@given(st.lists(PARTS, max_size=12), st.data())
def test_the_pieces_make_no_difference(parts: list[bytes], data: st.DataObject) -> None:
    whole = b"".join(parts)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(whole)), max_size=8)))
    assert told(*(whole[start:end] for start, end in pairwise([0, *cuts, len(whole)]))) == told(whole)


def test_a_paste_goes_on_to_the_last_end_mark_of_its_burst() -> None:
    pieces = (b"key" + START + b"one " + END, b" two \x11 ", b"three" + END)
    assert told(*pieces) == [Keys("key"), Paste("one \x1b[201~ two \x11 three")]


def test_a_new_paste_or_a_moment_of_quiet_ends_one() -> None:
    assert told(START + b"one" + END, START + b"two" + END) == [Paste("one"), Paste("two")]
    splitter = InputSplitter()
    assert splitter.feed(START + b"one" + END) == []
    assert splitter.quiet() == [Paste("one")]
    assert splitter.feed(b"keys") == [Keys("keys")]
    assert not splitter.is_waiting


def test_keys_far_behind_an_end_mark_are_keys() -> None:
    splitter = InputSplitter()
    (paste, keys) = splitter.feed(START + b"one" + END + b"k" * (MOST_AFTER_END + len(END)))
    assert paste == Paste("one")
    assert isinstance(keys, Keys)


def test_a_paste_whose_end_never_comes_is_given_as_it_is() -> None:
    assert told(START + b"one and no end") == [Paste("one and no end")]


def test_half_a_mark_is_a_key_after_a_moment() -> None:
    splitter = InputSplitter()
    assert splitter.feed(b"\x1b") == []
    assert splitter.quiet() == [Keys("\x1b")]


@pytest.mark.parametrize(("sent", "keys"), [
    (["\x1b"], ["escape"]),
    (["\x1b", "s"], ["escape", "s"]),
    (["\x1bs"], ["alt+s"]),
    (["\x1ba\x1b3"], ["alt+a", "alt+3"]),
    (["\x1bsay"], ["alt+s", "a", "y"]),
    (["\x1b\r"], ["escape", "enter"]),
    (["\x1b "], ["escape", "space"]),
    (["\x1b\x11"], ["escape", "ctrl+q"]),
    (["\x1b\x1b\x1a"], ["escape", "escape", "ctrl+z"]),
    (["\x1b\x1b[15~"], ["escape", "f5"]),
    (["\x1b\x7f", "\x1b\t"], ["ctrl+w", "shift+tab"]),
])  # fmt: skip
def test_an_escape_and_the_key_behind_it_are_two(sent: list[str], keys: list[str]) -> None:
    """A piece that ends with an Escape had a moment of quiet behind it; Escape and a letter in one piece is what Alt sends."""
    parser = GuardedParser()
    found = [event for piece in sent for event in parser.feed(told_apart(piece))]
    assert [event.key for event in found if isinstance(event, events.Key)] == keys
