"""The text of the entry line, whatever is done to it."""

from hypothesis import example, given
from hypothesis import strategies as st

from coachtui.tui.widgets.entry_text import EDITS, EntryText
from coachtui.tui.widgets.wrapping import snap

EDIT_NAMES = st.lists(
    st.sampled_from([edit.change for edit in EDITS]) | st.text(st.sampled_from("ab e\u0301👩\u200d👧🇬🇧日"), max_size=3)
)


@given(EDIT_NAMES)
@example(["\u200d ", EntryText.left, "a", EntryText.kill_word_right])  # the cursor stands within what one sees as one
def test_no_edit_leaves_the_cursor_astray(steps: list[object]) -> None:
    line = EntryText()
    for step in steps:
        before = line.text
        if isinstance(step, str):
            line.insert(step)
            assert len(line.text) == len(before) + len(step)
        elif callable(step):
            step(line)
            assert len(line.text) <= len(before)
            assert line.cursor == snap(line.text, line.cursor) or line.text != before
        assert 0 <= line.cursor <= len(line.text)
