"""One line as it is typed: what each byte from a terminal does to it, and what is echoed.

The terminal itself could do this ("canonical mode"), but it keeps what is half-typed to itself until Enter: the moment of the
first key would not be known, and a killed terminal would take the words along. So the bytes are read as they come, and the echo
is the very one that a terminal gives: the letter, and backspace, space, backspace for one that is taken away. A screen reader
hears no difference. There is no moving about in the line, since that would need the codes that no plain terminal knows.
"""

import codecs
import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from coachtui.model.clean import clean_line
from coachtui.wording import _

BEEP = "\a"
"""Says that a key does nothing here."""
ENTER, END, UNDO, TAKEN_BACK = "enter", "end", "undo", _("taken back")
_ENDINGS = {0x0A: ENTER, 0x0D: ENTER, 0x03: TAKEN_BACK}
_IN_EMPTY_LINE = {0x04: END, 0x1A: UNDO}
_LETTERS = re.compile(rb"[\x20-\x7e\x80-\xff]+")
_ESCAPE = 0x1B
_UNSEEN = ("Mn", "Me", "Cf")
_SEQUENCE_BEGINS = {ord("["): "[", ord("O"): "O"}


class Taken(NamedTuple):
    """What became of some bytes: how many were used, what is echoed, and what ended the line, if anything did."""

    used: int
    echo: str
    ending: str = ""


class LineEditor:
    """The line that is being typed."""

    def __init__(self, text: str = "", complete: Callable[[str], str] = lambda __: "") -> None:
        """`text` stands in it already. `complete` gives what Tab adds to what is typed; nothing where that is not clear."""
        self.text = text
        self._complete = complete
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._sequence = ""

    @property
    def is_in_sequence(self) -> bool:
        """Whether a key that sends several bytes has begun, and its end did not come yet."""
        return bool(self._sequence)

    def give_up(self) -> None:
        """The rest of a key's bytes does not come: it was the Escape key alone, which does nothing."""
        self._sequence = ""

    def take(self, data: bytes) -> Taken:
        """Take bytes in, up to the one that ends the line."""
        echo: list[str] = []
        place = 0
        while place < len(data):
            byte = data[place]
            letters = None if self._is_in_key(byte) else _LETTERS.match(data, place)
            place = place + 1 if letters is None else letters.end()
            if letters is not None:  # many at once: a paste may be long
                echo.append(self._type(self._decoder.decode(letters[0])))
            elif self._sequence:
                echo.append(self._go_on_in_key(byte))
            elif byte in _ENDINGS:
                return Taken(place, "".join(echo), _ENDINGS[byte])
            elif byte in _IN_EMPTY_LINE and not self.text:
                return Taken(place, "".join(echo), _IN_EMPTY_LINE[byte])
            else:
                echo.append(self._control(byte))
        return Taken(len(data), "".join(echo))

    def clear(self) -> str:
        """Take all of it away; what is echoed."""
        return self._cut(0)

    def _type(self, letters: str) -> str:
        shown = clean_line(letters)
        self.text += shown
        return shown

    def _control(self, byte: int) -> str:
        """What a control key does: those of every terminal, and Tab."""
        if byte == _ESCAPE:
            self._sequence = "escape"
            return ""
        if byte in (0x08, 0x7F):
            return self._cut(self._before_last()) if self.text else BEEP
        if byte == 0x15:
            return self._cut(0)
        if byte == 0x17:
            rest = self.text.rstrip()
            return self._cut(len(rest) - len(rest.split(" ")[-1]))
        if byte == 0x09:
            return self._type(self._complete(self.text)) or BEEP
        return BEEP

    def _is_in_key(self, byte: int) -> bool:
        """Whether this byte belongs to an arrow or a function key; what else comes behind Escape is text."""
        if self._sequence == "escape" and byte not in _SEQUENCE_BEGINS:
            self._sequence = ""
        return bool(self._sequence)

    def _go_on_in_key(self, byte: int) -> str:
        """The bytes of such a key are no text; at their end a beep says that nothing came of it."""
        if self._sequence == "escape" and byte in _SEQUENCE_BEGINS:
            self._sequence = _SEQUENCE_BEGINS[byte]
            return ""
        if self._sequence == "[" and not 0x40 <= byte <= 0x7E:
            return ""
        self._sequence = ""
        return BEEP

    def _before_last(self) -> int:
        """Where the last letter begins, with the marks over it."""
        place = len(self.text) - 1
        while place > 0 and not width_of(self.text[place]):
            place -= 1
        return place

    def _cut(self, place: int) -> str:
        gone, self.text = self.text[place:], self.text[:place]
        return "\b \b" * width_of(gone)


def width_of(text: str) -> int:
    """How many cells of a terminal a text takes."""
    seen = (letter for letter in text if unicodedata.category(letter) not in _UNSEEN)
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in seen)
