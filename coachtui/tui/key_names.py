"""Keys as a person reads them on the keyboard."""

from coachtui.wording import _

_NAMES = {
    "pageup": _("PgUp"),
    "pagedown": _("PgDn"),
    "escape": _("Esc"),
    "enter": _("Enter"),
    "tab": _("Tab"),
    "space": _("Space"),
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "home": _("Home"),
    "end": _("End"),
    "backspace": _("Backspace"),
    "delete": _("Del"),
}


def key_name(key: str) -> str:
    """A key as a person reads it: "Ctrl+Z", "F8", "PgUp", "o"; "Ctrl+O e" where one key follows another."""
    if " " in key:
        return " ".join(key_name(each) for each in key.split())
    *held, last = key.split("+")
    if last in _NAMES:
        last = _NAMES[last]
    elif held or (last.startswith("f") and last[1:].isdigit()):
        last = last.upper()
    return "+".join([*(part.capitalize() for part in held), last])
