"""The two sets of keys that come with the program: the usual one, and one that needs no function keys and no Alt."""

from collections.abc import Mapping
from types import MappingProxyType

USUAL = "default"
NO_FUNCTION_KEYS = "no-function-keys"

_WITHOUT: Mapping[str, str] = MappingProxyType(
    {
        "app.help": "ctrl+o h",
        "app.blank": "ctrl+o b",
        "app.lock": "ctrl+o z",
        "observe.end": "ctrl+d",
        "observe.next-meeting": "ctrl+o n",
        "observe.lines": "ctrl+n",
        "observe.confide": "ctrl+x",
        "observe.pad": "ctrl+o p",
        "observe.about": "ctrl+o a",
        "observe.segment": "ctrl+o s",
        "observe.step-seen": "ctrl+o w",
        "reading.lines": "l",
        "reading.closing": "c",
        "reading.about": "a",
        "lines.earlier": "u",
        "lines.later": "d",
        "lines.confide": "i",
        "lines.back": "escape",
        "feedback.other-side": "shift+tab",
        "feedback.next-advice": "ctrl+o a",
        "feedback.why": "ctrl+o y",
        "feedback.not-here": "ctrl+o x",
        "feedback.spelling": "ctrl+o s",
        "feedback.line": "ctrl+o l",
        "feedback.share": "ctrl+o g",
        "feedback.state": "ctrl+o t",
        "feedback.editor": "ctrl+o e",
        "feedback.changes": "ctrl+o c",
        "feedback.shape": "ctrl+o k",
        "feedback.others": "ctrl+o d",
        "one-on-one.next-segment": "t",
        "one-on-one.end": "d",
        "conversation.held": "d",
        "rehearse.done": "d",
        "together.other-side": "tab,shift+tab",
        "together.rehearse": "ctrl+o r",
    }
)
PRESETS: Mapping[str, Mapping[str, str]] = MappingProxyType({USUAL: MappingProxyType({}), NO_FUNCTION_KEYS: _WITHOUT})
"""For the name of each preset the keys that are others than the tables say, by the ids of their commands."""
