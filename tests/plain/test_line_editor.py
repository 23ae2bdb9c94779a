"""One line as it is typed in the plain mode, byte by byte."""

from hypothesis import given, settings
from hypothesis import strategies as st

from coachtui.plain.line_editor import BEEP, END, ENTER, UNDO, LineEditor
from tests.support.talking import is_plain


def typed(data: bytes, text: str = "") -> tuple[str, str, str]:
    """The line after these bytes, what was echoed, what ended it."""
    editor = LineEditor(text, lambda words: "a: " if words == "mari" else "")
    taken = editor.take(data)
    return editor.text, taken.echo, taken.ending


def test_letters_are_echoed_as_they_are_and_enter_ends_the_line() -> None:
    assert typed(b"good\nmorning") == ("good", "good", ENTER)
    assert typed("né 漢".encode()) == ("né 漢", "né 漢", "")


def test_what_ends_the_line_is_not_taken_with_the_next_one() -> None:
    assert LineEditor().take(b"ab\ncd").used == 3


def test_backspace_takes_away_what_a_terminal_would() -> None:
    assert typed(b"ab\x7f") == ("a", "ab\b \b", "")
    assert typed("a漢\x7f".encode()) == ("a", "a漢\b \b\b \b", "")  # two cells
    assert typed("\u0301\x7f".encode(), "e") == ("", "\u0301\b \b", "")  # a letter with its accent apart is one
    assert typed(b"\x7f") == ("", BEEP, "")


def test_a_word_and_the_whole_line_are_taken_away() -> None:
    assert typed(b"one two \x17")[0] == "one "
    assert typed(b"one two\x15")[0] == ""


def test_control_d_and_z_mean_something_in_an_empty_line_alone() -> None:
    assert typed(b"\x04")[2] == END and typed(b"\x1a")[2] == UNDO
    assert typed(b"a\x04") == ("a", f"a{BEEP}", "") and typed(b"a\x1a") == ("a", f"a{BEEP}", "")


def test_tab_adds_what_is_clear() -> None:
    assert typed(b"mari\t") == ("maria: ", "maria: ", "") and typed(b"t\t") == ("t", f"t{BEEP}", "")


def test_arrows_and_function_keys_are_no_text() -> None:
    assert typed(b"a\x1b[Db\x1bOPc\x1b[19~d\x1be")[0] == "abcde"


def test_the_escape_key_alone_takes_nothing_of_what_comes_later() -> None:
    editor = LineEditor()
    editor.take(b"\x1b")
    assert editor.is_in_sequence
    editor.give_up()
    assert editor.take(b"maria").echo == "maria"


def test_a_letter_may_come_in_pieces() -> None:
    editor = LineEditor()
    assert [editor.take(bytes((byte,))).echo for byte in "é".encode()] == ["", "é"]


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=60))
def test_whatever_is_sent_the_echo_steers_no_terminal(data: bytes) -> None:
    text, echo, _ = typed(data)
    assert is_plain(echo.encode()) and is_plain(text.encode())
