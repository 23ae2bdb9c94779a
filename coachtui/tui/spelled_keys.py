"""How a key is spelled in a keymap, and why some keys can't be had in a terminal."""

from coachtui.tui.widgets.entry_text import EDITS
from coachtui.wording import _

SAME_BYTE = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+j": "enter", "ctrl+h": "backspace", "ctrl+[": "escape"}
"""Keys that a terminal sends the same byte for."""
_ARROWS = frozenset({"up", "down", "left", "right", "home", "end"})
_NAMED = _ARROWS | {
    "enter", "escape", "tab", "space", "backspace", "delete", "insert", "pageup", "pagedown",
    *(f"f{number}" for number in range(1, 13)),
}  # fmt: skip
_TAKEN = {"ctrl+c": _("copies"), "ctrl+s": _("may stop the terminal"), "ctrl+b": _("belongs to tmux")}
_OF_A_TEXT = frozenset(f"ctrl+{letter}" for letter in "acdekuvwxyz") | {
    "alt+delete",
    "alt+backspace",
    "ctrl+left",
    "ctrl+right",
}
"""What a text of several lines takes for itself; Ctrl+Z and Ctrl+Y are bound before it."""
_OF_A_LINE = frozenset(key for edit in EDITS for key in edit.keys)


def parts_of(keys: str) -> list[str]:
    """The keys that stand in a keymap with commas between them, each trimmed."""
    return [" ".join(key.split()) for key in keys.split(",") if key.strip()]


def why_no_key(key: str) -> str | None:
    """Why this can't be a key, as the end of a sentence; None where it can. One key may follow another: `ctrl+o e`."""
    first, *rest = key.split()
    if len(rest) > 1:
        return _("has more than two keys one after the other")
    if rest and (len(rest[0]) != 1 or not first.startswith("ctrl+")):
        return _("has to be a key with Ctrl and then one letter, as in `ctrl+o e`")
    return _why_not_one(first)


def _why_not_one(key: str) -> str | None:
    *held, last = key.split("+") if key != "+" else ["+"]
    same = SAME_BYTE.get(key)
    if same is not None:
        return _("is the same as {same} in a terminal").format(same=same)
    if key in _TAKEN:
        return _("{taken}, so it can't be had").format(taken=_TAKEN[key])
    if not held:
        is_key = last in _NAMED or (len(last) == 1 and last.isprintable())
    elif held == ["ctrl"]:
        is_key = last in _ARROWS or (len(last) == 1 and last.isascii() and last.isalpha() and last.islower())
    elif held == ["alt"]:
        is_key = len(last) == 1 and last.isascii() and last.isalnum() and last.islower() | last.isdigit()
    else:
        is_key = held == ["shift"] and (last in _ARROWS or last == "tab")
    return None if is_key else _("is no key that every terminal sends")


def writes(key: str, *, in_a_text: bool) -> bool:
    """Whether a key types or edits where words are written: in one line, or in a text of several."""
    key = key.split(maxsplit=1)[0]
    if len(key) == 1 or key in ("space", "backspace", "delete", "left", "right", "home", "end"):
        return True
    return key in (_OF_A_TEXT if in_a_text else _OF_A_LINE)
