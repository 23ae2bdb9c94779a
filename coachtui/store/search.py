"""Search: every word of every line, accents aside."""

import re
from typing import NamedTuple

from coachtui.model.clean import clean
from coachtui.store.file import NotebookFile
from coachtui.store.of_kinds import of_kinds

RANKED = 2000  # newest hits that are ranked; ranking costs about 1.4 ms a thousand hits (measured)
_MOST_WORDS = 32


class Hit(NamedTuple):
    """One line found: the observation's reference, and the line's kind, time and text."""

    ref: str
    kind: str
    at_ms: int | None
    text: str


class Found(NamedTuple):
    """The hits, best first, and whether only the newest of very many were ranked."""

    hits: list[Hit]
    only_newest: bool


_BEST = """
WITH newest AS MATERIALIZED (
    SELECT rowid AS hit, rank AS score FROM lines_index WHERE lines_index MATCH ? ORDER BY rowid DESC LIMIT ?
)
SELECT (SELECT count(*) FROM newest), observations.ref, lines.kind, lines.at_ms, lines.text
FROM newest
CROSS JOIN lines ON lines.n = hit
CROSS JOIN observations ON observations.id = lines.observation
WHERE ? OR lines.kind <> 'in confidence'
ORDER BY score LIMIT ?
"""


def as_query(words: str) -> str:
    """What a person typed as a query that can't be misread: each word quoted, the last one a beginning too."""
    # Lines are stored clean; a letter with its accent apart would fall into two words that no line has.
    terms: list[str] = re.findall(r"\w+", clean(words))[:_MOST_WORDS]
    if not terms:
        return ""
    quoted = [f'"{term}"' for term in terms]
    return " ".join(quoted) + ("*" if len(terms[-1]) > 1 else "")


class Search:
    """Finds lines by their words."""

    def __init__(self, file: NotebookFile) -> None:
        self._file = file

    def find(self, words: str, limit: int = 50, *, in_confidence: bool = False) -> Found:
        """The lines that hold all the words, best first; nothing to look for finds nothing.

        Lines in confidence are passed over unless they are asked for. Where there are more than RANKED hits, only the
        newest of them are ranked. Raises a NotebookError.
        """
        query = as_query(words)
        if not query:
            return Found([], only_newest=False)
        rows = self._file.rows(_BEST, (query, RANKED + 1, in_confidence, limit))
        return Found(
            [Hit._make(of_kinds("ttNt", row[1:])) for row in rows], only_newest=bool(rows) and rows[0][0] > RANKED
        )
