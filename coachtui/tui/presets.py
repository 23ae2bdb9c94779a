"""The two sets of keys that come with the program: the usual one, and one that needs no function keys and no Alt."""

from collections.abc import Mapping
from types import MappingProxyType

from coachtui.wording import _

USUAL = "default"
NO_FUNCTION_KEYS = "no-function-keys"

_WITHOUT: Mapping[str, str] = MappingProxyType(
    {
        "app.help": _("ctrl+o h"),
        "app.blank": _("ctrl+o b"),
        "app.lock": _("ctrl+o z"),
        "observe.end": "ctrl+d",
        "observe.next-meeting": _("ctrl+o n"),
        "observe.lines": "ctrl+n",
        "observe.confide": "ctrl+x",
        "observe.pad": _("ctrl+o p"),
        "observe.about": _("ctrl+o a"),
        "observe.segment": _("ctrl+o s"),
        "observe.step-seen": _("ctrl+o w"),
        "reading.lines": "l",
        "reading.closing": "c",
        "reading.about": "a",
        "lines.earlier": "u",
        "lines.later": "d",
        "lines.confide": "i",
        "lines.back": "escape",
        "feedback.other-side": "shift+tab",
        "feedback.next-advice": _("ctrl+o a"),
        "feedback.why": _("ctrl+o y"),
        "feedback.not-here": _("ctrl+o x"),
        "feedback.spelling": _("ctrl+o s"),
        "feedback.line": _("ctrl+o l"),
        "feedback.share": _("ctrl+o g"),
        "feedback.state": _("ctrl+o t"),
        "feedback.editor": _("ctrl+o e"),
        "feedback.changes": _("ctrl+o c"),
        "feedback.shape": _("ctrl+o k"),
        "feedback.others": _("ctrl+o d"),
        "one-on-one.next-segment": "t",
        "one-on-one.end": "d",
        "conversation.held": "d",
        "rehearse.done": "d",
        "together.other-side": "tab,shift+tab",
        "together.rehearse": _("ctrl+o r"),
    }
)
PRESETS: Mapping[str, Mapping[str, str]] = MappingProxyType({USUAL: MappingProxyType({}), NO_FUNCTION_KEYS: _WITHOUT})
"""For the name of each preset the keys that are others than the tables say, by the ids of their commands."""
