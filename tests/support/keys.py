"""What a terminal sends for a key."""

ARROWS = {"up": b"A", "down": b"B", "right": b"C", "left": b"D", "home": b"H", "end": b"F"}
TILDE = {
    "insert": 2, "delete": 3, "pageup": 5, "pagedown": 6, "f5": 15, "f6": 17, "f7": 18, "f8": 19, "f9": 20,
    "f10": 21, "f11": 23, "f12": 24,
}  # fmt: skip
NAMED = {
    "enter": b"\r", "escape": b"\x1b", "tab": b"\t", "shift+tab": b"\x1b[Z", "backspace": b"\x7f",
    "space": b" ", "f1": b"\x1bOP", "f2": b"\x1bOQ", "f3": b"\x1bOR", "f4": b"\x1bOS",
    "ctrl+backslash": b"\x1c", "ctrl+underscore": b"\x1f", "ctrl+space": b"\x00", "ctrl+backspace": b"\x08",
    **{name: b"\x1b[" + letter for name, letter in ARROWS.items()},
    **{f"shift+{name}": b"\x1b[1;2" + letter for name, letter in ARROWS.items()},
    **{f"ctrl+{name}": b"\x1b[1;5" + letter for name, letter in ARROWS.items()},
    **{name: b"\x1b[%d~" % number for name, number in TILDE.items()},
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
