"""The terminal's bytes told apart: keys and pastes in their order, in however many pieces they come."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from coachtui.tui.terminal_input import END, MOST_AFTER_END, START, InputSplitter, Keys, Paste, Piece

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
