"""What a record's file says to the lead, in each language: these words are known again when the file is read back.

They stand here rather than in the catalogs, since a file that was written in one language must be read in every other.
"""

import re
from typing import NamedTuple

from coachtui.wording import ENGLISH, spoken


class RecordWords(NamedTuple):
    """The words in one language; `{name}` is the lead's first name."""

    label: str
    changed: str
    introduction: str
    next: str
    end: str


_IN = {
    ENGLISH: RecordWords(
        "Write here, {name}:",
        "Both of you changed this. {name} changed it to:",
        "This is what the two of you hold together. {name}, write wherever it says so, "
        "or change what stands here: nothing you write is overwritten.",
        "For our next 1:1",
        "Anything else",
    ),
    "es": RecordWords(
        "Escriba aquí, {name}:",
        "Las dos personas cambiaron esto. {name} lo cambió así:",
        "Esto es lo que comparten las dos personas. {name}, escriba donde se indica, "
        "o cambie lo que está aquí: nada de lo que escriba se sobrescribe.",
        "Para nuestra próxima 1:1",
        "Algo más",
    ),
}
LABEL = re.compile(r"^\W{0,4}(?:write here|escriba aquí)(?:, [^:]{1,60})?\s*:[*_]{0,3}\s*(?P<rest>.*)$", re.IGNORECASE)
THEIRS = re.compile(r"^\W{0,4}(?:both of you changed this|las dos personas cambiaron esto)\.", re.IGNORECASE)
TITLE = re.compile(r"^#\s.+, (?:cycle \d+|outside a cycle|ciclo \d+|fuera de un ciclo)$")
INTRODUCTION = re.compile(
    r"^(?:This is what the two of you hold together\. .+ nothing you write is overwritten"
    r"|Esto es lo que comparten las dos personas\. .+ nada de lo que escriba se sobrescribe)\.$"
)
NEXT = tuple(words.next for words in _IN.values())
END = tuple(words.end for words in _IN.values())


def record_words() -> RecordWords:
    """The words in the language of the person."""
    return _IN.get(spoken(), _IN[ENGLISH])
