"""Whatever is typed or pasted: filed as text, shown as text, read back as text; no key fired by what was pasted."""

import re
import unicodedata
from pathlib import Path

import pytest

from coachtui.model.clean import clean_line
from tests.stories.test_whole_meeting import entry_of, show
from tests.support.terminal import Terminal, coachtui, restored

HOSTILE = {
    "markup": "[/ and [bold]loud[/bold] and [@click=app.quit]here[/] and [SEND] and \\[x]",
    "right to left": "שלום לכולם and مرحبا بكم",
    "bidi controls": "safe \u202eevil\u202c and \u2067more\u2069",
    "emoji families": "👨‍👩‍👧‍👦 and 👩🏽‍🏫 and 🏳️‍🌈",
    "combining accents": "e\u0301te\u0301 n\u0303 a\u0328\u0301",
    "wide": "会議を始めます ｆｕｌｌ",
    "joiners": "क्षत्रिय and ไม่เป็นไร",
    "controls": "a\x01b\x02c\x7fd\x9be\x85f",
    "escapes": "red \x1b[31mred\x1b[0m title \x1b]0;owned\x07 end",
    "private use": "\ue000 and \U0010ffff and \ufeff",
}
TYPED = ("markup", "right to left", "emoji families", "combining accents", "wide", "joiners")
KEYS_IN_A_PASTE = b"before \x1b \x11 \x03 \x1b[19~ \x1bOP \x1a\x1b[A after"
"""An Escape, and what Ctrl+Q, Ctrl+C, F8, F1, Ctrl+Z and the arrow up would send."""
TEXTUALS_OWN = re.compile(
    r"\x1b\[[0-9;]*[Hm]|\x1b\[\?[0-9]+(?:[hl]|\$p)|\x1b\[[<>=][0-9;]*u|\x1b\[\?u|\x1b\[6n|\x1b\[2J|\x1b\[[0-9]*[JKq]"
    r"|\x1b\[>[0-9;]*[mq]"
)
"""All that the program writes to a terminal besides text: places, colours, modes, questions."""


@pytest.fixture
def terminal(tmp_path: Path) -> "Terminal":
    """The program in capture."""
    terminal = Terminal(coachtui(tmp_path / "home", "observe"))
    terminal.wait_for("Enter files each line")
    return terminal


def is_alive(terminal: Terminal) -> None:
    """It still takes a line, and leaves when it is asked to."""
    terminal.type("still here\r")
    terminal.wait_for(lambda rows: any("still here" in row for row in rows[2:-4]))
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 0
    assert restored(terminal.raw)
    assert b"Traceback" not in terminal.raw


def filed(home: Path) -> list[str]:
    """The texts of the lines, as a fresh process tells them."""
    return [line["text"] for line in show(home)["lines"]]


def squeezed(rows: list[str]) -> str:
    """The words on the screen without the spaces: a wide character leaves one behind it in some terminals."""
    return unicodedata.normalize("NFC", "".join("".join(rows).split()))


def test_pasted_texts_are_filed_shown_and_read_back_as_they_are(tmp_path: Path, terminal: Terminal) -> None:
    texts = {name: words.replace("\x85", "") for name, words in HOSTILE.items()}
    with terminal:
        for name, text in texts.items():
            terminal.paste(text)
            terminal.wait_for(lambda rows: entry_of(rows) != "")
            terminal.press("enter")
            terminal.wait_for(lambda rows: entry_of(rows) == "" and "evidence" not in rows[-3])
            terminal.wait_for(lambda rows: "all saved" in rows[0])
            if name in ("markup", "combining accents", "right to left", "escapes", "controls"):
                shown = squeezed([clean_line(text)])
                terminal.wait_for(lambda rows, shown=shown: shown in squeezed(rows[2:-4]))  # type: ignore[misc]
        is_alive(terminal)
    assert filed(tmp_path / "home") == [*map(clean_line, texts.values()), "still here"]


def test_typed_texts_are_filed_as_they_are(tmp_path: Path, terminal: Terminal) -> None:
    texts = [HOSTILE[name] for name in TYPED]
    with terminal:
        for text in texts:
            for character in text:
                terminal.type(character)
            terminal.press("enter")
        is_alive(terminal)
    assert filed(tmp_path / "home") == [*map(clean_line, texts), "still here"]


def test_ten_thousand_characters_are_one_line(tmp_path: Path, terminal: Terminal) -> None:
    text = " ".join(f"word{number}" for number in range(2_000))[:9_999] + "."
    assert len(text) == 10_000
    with terminal:
        terminal.type(text)
        terminal.wait_for(lambda rows: entry_of(rows).endswith(text[-20:]), 60)
        terminal.press("enter")
        terminal.wait_for(lambda rows: text[-4:] in rows[-6] and text.split()[-2] in rows[-7])
        is_alive(terminal)
    assert filed(tmp_path / "home") == [text, "still here"]


def test_a_paste_of_five_hundred_lines_is_one_thing_done(tmp_path: Path, terminal: Terminal) -> None:
    lines = [f"pasted line {number}" for number in range(1, 501)]
    with terminal:
        terminal.type("half a line")
        terminal.paste("\r\n".join(lines) + "\r\n\r\n")
        rows = terminal.wait_for("500 pasted lines filed. Ctrl+Z takes them all back.")
        terminal.wait_for(lambda rows: any("pasted line 500" in row for row in rows))
        assert entry_of(rows) == "half a line"
        terminal.press("ctrl+z")
        terminal.wait_for("Taken back")
        terminal.wait_for(lambda rows: not any("pasted line" in row for row in rows[2:-6]))
        terminal.press("ctrl+y")
        terminal.wait_for(lambda rows: any("pasted line 500" in row for row in rows))
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert filed(tmp_path / "home") == lines
    assert show(tmp_path / "home")["draft"] == "half a line"


@pytest.mark.goal("S3")
def test_no_key_is_fired_by_what_is_pasted(tmp_path: Path, terminal: Terminal) -> None:
    with terminal:
        terminal.paste(KEYS_IN_A_PASTE)
        terminal.wait_for(lambda rows: entry_of(rows).endswith("after"))
        terminal.press("enter")
        is_alive(terminal)
    assert filed(tmp_path / "home") == [clean_line(KEYS_IN_A_PASTE.decode()), "still here"]


@pytest.mark.parametrize("pieces", [1, 7])
def test_an_end_mark_inside_a_paste_does_not_end_it(tmp_path: Path, terminal: Terminal, pieces: int) -> None:
    """What stands behind it is still text, in however many pieces the bytes come."""
    pasted = b"\x1b[200~one \x1b[201~ two \x11 \x1b[19~ three\x1b[201~"
    size = -(-len(pasted) // pieces)
    with terminal:
        for start in range(0, len(pasted), size):
            terminal.send(pasted[start : start + size])
        terminal.wait_for(lambda rows: entry_of(rows).endswith("three"))
        terminal.press("enter")
        is_alive(terminal)
    assert filed(tmp_path / "home") == ["one [201~ two  [19~ three", "still here"]


@pytest.mark.goal("S3")
def test_bytes_that_are_no_utf8_cost_nothing_but_themselves(tmp_path: Path, terminal: Terminal) -> None:
    with terminal:
        terminal.send(b"typed \xff\xfe and \xc3( and \xed\xa0\x80 end")
        terminal.wait_for(lambda rows: entry_of(rows).endswith("end"))
        terminal.press("enter")
        terminal.paste(b"pasted \xff and \xf0\x9f\x98 end")
        terminal.wait_for(lambda rows: entry_of(rows).endswith("end"))
        terminal.press("enter")
        is_alive(terminal)
    typed, pasted, last = filed(tmp_path / "home")
    assert typed.startswith("typed \ufffd")
    assert re.sub("\ufffd+", "", typed) == "typed  and ( and  end"
    assert re.sub("\ufffd+", "", pasted) == "pasted  and  end"
    assert last == "still here"


@pytest.mark.parametrize("dress", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"COLORTERM": ""}, {"TERM": "xterm"}], ids=str)
def test_it_works_on_plain_terminals(tmp_path: Path, dress: dict[str, str]) -> None:
    with Terminal(coachtui(tmp_path / "home", "observe"), env=dress) as terminal:
        terminal.wait_for("Enter files each line")
        terminal.type("maria: [bold] good morning\r")
        terminal.wait_for(lambda rows: any("[bold] good morning" in row for row in rows[2:-4]))
        is_alive(terminal)
        assert terminal.termios() == terminal.termios_before
        if "NO_COLOR" in dress:
            colours = re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", terminal.raw)
            assert all(red == green == blue for red, green, blue in colours)
            assert not re.search(rb"[34]8;5;", terminal.raw)
        if dress.get("COLORTERM") == "":
            assert not re.search(rb"\x1b\[[0-9;]*[34]8;2;", terminal.raw)
    assert filed(tmp_path / "home") == ["[bold] good morning", "still here"]
