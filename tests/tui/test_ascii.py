"""What a terminal can show, by its environment; and ASCII in the place of every other character, cell for cell."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.segment import Segment
from textual.color import Color

from coachtui.ascii_letters import as_ascii
from coachtui.terminal_limits import is_without_colour, wants_ascii
from coachtui.tui.ascii_filter import AsciiFilter, in_ascii
from coachtui.tui.widgets.wrapping import cells


@pytest.mark.parametrize(
    ("environment", "is_coerced", "wanted"),
    [
        ({}, True, False),
        ({"LC_CTYPE": "C.UTF-8"}, True, False),
        ({"LANG": "en_US.UTF-8"}, False, False),
        ({"LANG": "C.utf8", "TERM": "xterm"}, False, False),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, False, False),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "C"}, False, False),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, True, True),
        ({"LANG": "POSIX"}, True, True),
        ({"LC_ALL": "C", "LANG": "en_US.UTF-8"}, True, True),
        ({"LANG": "de_DE.ISO-8859-1"}, True, True),
        ({"LC_CTYPE": "ru_RU.KOI8-R", "LANG": "en_US.UTF-8"}, False, True),
        ({"LANG": "en_US.UTF-8", "TERM": "linux"}, False, True),
        ({"LANG": "en_US.UTF-8", "TERM": "vt220"}, False, True),
        ({"LANG": "en_US.UTF-8", "TERM": "dumb"}, False, True),
    ],
)
def test_ascii_where_terminal_or_locale_can_show_no_more(
    environment: dict[str, str], is_coerced: bool, wanted: bool
) -> None:
    assert wants_ascii(environment, is_coerced=is_coerced) == wanted


def test_a_terminal_without_colours_is_known() -> None:
    for environment in ({"NO_COLOR": "1"}, {"TERM": "xterm-mono"}, {"TERM": "vt100"}):
        assert is_without_colour(environment)
    for environment in ({}, {"TERM": "linux"}, {"NO_COLOR": "", "TERM": "xterm-256color"}):
        assert not is_without_colour(environment)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Grade 4 · Maria…", "Grade 4 - Maria~"),
        ("Search for themes…    ", "Search for themes...  "),
        ("━━━┃───│▲ ░", "===|---|^ x"),
        ("▁▂▃▄▅▆▇", "..::+##"),
        ("“So?” – ‘No’ → 3", "\"So?\" - 'No' > 3"),
        ("Zoë Ñandú, naïve, Łódź", "Zoe Nandu, naive, Lodz"),
        ("e\u0301te\u0301", "ete"),
        ("Ａ1 字", "A 1 ??"),
        ("👩\u200d👩\u200d👧!", "??!"),
        ("привет", "??????"),
    ],
)
def test_each_sign_has_a_likeness(text: str, shown: str) -> None:
    assert in_ascii(text) == shown


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=12))
@settings(max_examples=60, deadline=None)
def test_any_text_is_ascii_in_as_many_cells(text: str) -> None:
    assert as_ascii(text).isascii()
    shown = in_ascii(text)
    assert shown.isascii() and cells(shown) == cells(text)
    filtered = AsciiFilter().apply([Segment(text), Segment("plain")], Color(0, 0, 0))
    assert [segment.text for segment in filtered] == [shown, "plain"]
