"""What never leaves: words of the notebook that are the person's own, compared with what is to leave by windows of six words."""

import re
from collections.abc import Iterator

from coachtui.model.overlap import Window, shared, windows_of
from coachtui.store.file import NotebookFile
from coachtui.store.of_kinds import of_kinds

_TEXTS = (
    "SELECT coalesce(speaker, '') || ' ' || text FROM lines WHERE kind IN ('wondering', 'judgment', 'in confidence') "
    "OR kind = 'evidence' AND visibility = 'mine'",
    "SELECT words FROM items WHERE private = 1",
    "SELECT set_aside_because FROM conversations",
    "SELECT note FROM rehearsals WHERE about IN (SELECT id FROM conversations)",
)
"""Lines that are the person's own, private items of 1:1s, why a plan was set aside, what was noticed in its rehearsals."""
_PLANNED = """
SELECT conversation, plan_rows.is_private, plan_rows.words, coalesce(lines.speaker, ''), lines.text
FROM plan_rows LEFT JOIN lines ON lines.id = plan_rows.source AND lines.kind = 'evidence' AND lines.visibility <> 'mine'
WHERE plan_rows.is_private = 1 OR part NOT IN ('agreed', 'commitments')
"""
_IN_RECORD = "SELECT conversation, words FROM plan_rows WHERE part IN ('agreed', 'commitments') AND is_private = 0"
_CLOCK = re.compile(r"\W*(\d{1,2}:\d{2})")


class PrivateWords:
    """Reads them, and tells of windows alone; the words themselves stay here."""

    def __init__(self, file: NotebookFile) -> None:
        self._file = file

    def among(self, windows: frozenset[Window], own_plan: str | None = None) -> frozenset[Window]:
        """Which of these windows are in something private. Raises a NotebookError if the file can't be read.

        `own_plan` is the id of the plan that its lead takes along: what both could see of that one is not private.
        """
        return shared(windows, self._texts()) | self._planned(windows, own_plan) if windows else frozenset()

    def _texts(self) -> Iterator[str]:
        for query in _TEXTS:
            for row in self._file.rows(query):
                yield str(row[0])

    def _planned(self, windows: frozenset[Window], own_plan: str | None) -> frozenset[Window]:
        """Those in the plan of a conversation: all of it is the person's own but what was agreed to there.

        The words of a line of evidence that was pulled into a plan are no more private than the line. What was agreed to may
        be said in the words in which it was asked for, unless these were the principal's alone.
        """
        agreed: dict[str, set[Window]] = {}
        for row in self._file.rows(_IN_RECORD):
            plan, words = of_kinds("tt", row)
            agreed.setdefault(plan, set()).update(windows_of(words))
        found: set[Window] = set()
        for row in self._file.rows(_PLANNED):
            plan, is_private, words, speaker, line = of_kinds("tntTT", row)
            if plan == own_plan and not is_private:
                continue
            here = {window for window in windows_of(words) if window in windows}
            if here and line is not None:
                clock = _CLOCK.match(words)
                here -= set(windows_of(f"{clock[1] if clock else ''} {speaker} {line}"))
            found |= here if is_private else here - agreed.get(plan, set())
        return frozenset(found)
