"""What a terminal sends for a key."""

NAMED = {
    "enter": b"\r", "escape": b"\x1b", "tab": b"\t", "shift+tab": b"\x1b[Z", "backspace": b"\x7f", "space": b" ",
    "up": b"\x1b[A", "down": b"\x1b[B", "right": b"\x1b[C", "left": b"\x1b[D", "home": b"\x1b[H", "end": b"\x1b[F",
    "insert": b"\x1b[2~", "delete": b"\x1b[3~", "pageup": b"\x1b[5~", "pagedown": b"\x1b[6~",
    "f1": b"\x1bOP", "f2": b"\x1bOQ", "f3": b"\x1bOR", "f4": b"\x1bOS", "f5": b"\x1b[15~", "f6": b"\x1b[17~",
    "f7": b"\x1b[18~", "f8": b"\x1b[19~", "f9": b"\x1b[20~", "f10": b"\x1b[21~", "f11": b"\x1b[23~",
    "f12": b"\x1b[24~",
    "ctrl+up": b"\x1b[1;5A", "ctrl+down": b"\x1b[1;5B", "ctrl+right": b"\x1b[1;5C", "ctrl+left": b"\x1b[1;5D",
    "ctrl+home": b"\x1b[1;5H", "ctrl+end": b"\x1b[1;5F", "shift+left": b"\x1b[1;2D", "shift+right": b"\x1b[1;2C",
    "shift+up": b"\x1b[1;2A", "shift+down": b"\x1b[1;2B",
    "ctrl+backslash": b"\x1c", "ctrl+underscore": b"\x1f", "ctrl+space": b"\x00", "ctrl+backspace": b"\x08",
}  # fmt: skip


def bytes_of(key: str) -> bytes:
    """The bytes of a key, by its name or its character. Raises ValueError for a name not known."""
    if key in NAMED:
        return NAMED[key]
    if len(key) == 1:
        return key.encode()
    before, _, last = key.rpartition("+")
    if before == "ctrl" and len(last) == 1 and last.isalpha():
        return bytes([ord(last.lower()) & 0x1F])
    if before == "alt":
        return b"\x1b" + bytes_of(last)
    raise ValueError(f"no such key: {key}")
