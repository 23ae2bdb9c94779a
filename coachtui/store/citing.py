"""Citations: the lines that a draft stands on, what became of them since, and which drafts stand on a line."""

import sqlite3
from collections.abc import Sequence

from coachtui.model.citation import Citation, Cited, CitedLine, cited_line, free_mark, marks_in, words_hash
from coachtui.store.errors import NotFound
from coachtui.store.line_changes import LineChanges
from coachtui.store.rows import Rows
from coachtui.store.shelf import Desk, Shelf
from coachtui.wording import _, _m

CITATION_KINDS = "ttttt"
_NO_LINE = _("That line is no longer in the notebook. Nothing was changed.")
_DRAFT = """
SELECT feedback.ref, leads.name, coalesce(nullif(drafts.text, ''), feedback.text) FROM feedback
JOIN leads ON leads.id = feedback.lead LEFT JOIN drafts ON drafts.scope = 'feedback:' || feedback.id
WHERE feedback.id = ?
"""


class Citations(Shelf):
    """The part of the feedback shelf that knows the lines. Every verb raises a NotebookError; then nothing was changed."""

    def __init__(self, desk: Desk, lines: LineChanges) -> None:
        super().__init__(desk)
        self._lines = lines
        self._citations = Rows(desk.file, "citations", Citation, CITATION_KINDS)

    def cite(self, feedback_id: str, line_id: str, time: str = "") -> Citation:
        """Carry a line over; `time` is how the draft is to name it. A line that is carried over already keeps its mark."""

        def work(__: sqlite3.Connection) -> Citation:
            known = self.citations_of(feedback_id)
            was = next((each for each in known if each.line == line_id), None)
            if was is not None:
                return was
            line = self._lines.find(line_id)
            if line is None:
                raise NotFound(_NO_LINE)
            mark = free_mark(time, line.place, {each.mark for each in known})
            new = Citation(self._new_id(), feedback_id, line_id, mark, words_hash(line.text))
            self._record(feedback_id, _m("line carried over"), self._citations.change(None, new), undoable=False)
            return new

        return self._file.write(work)

    def accept(self, citation_id: str, words: str) -> Citation:
        """The correction of a cited line was looked at: these are the words it stands on now."""

        def work(__: sqlite3.Connection) -> Citation:
            was = self._citations.get(citation_id)
            now = was._replace(words_hash=words_hash(words))
            if now != was:
                self._record(was.about, _m("correction seen"), self._citations.change(was, now))
            return now

        return self._file.write(work)

    def citations_of(self, about: str) -> list[Citation]:
        """The lines that were carried over, the first one first; the draft may have let go of some."""
        return self._citations.where("about = ?", about)

    def citations_shown(self, about: str) -> list[CitedLine]:
        """The same, each with the line as it is now and what became of it; of a line in confidence no word."""
        return [cited_line(each, self._lines.find(each.line)) for each in self.citations_of(about)]

    def citing(self, line_id: str) -> list[Citation]:
        """Where a line was carried over to."""
        return self._citations.where("line = ?", line_id)

    def cited_in(self, line_ids: Sequence[str]) -> list[Cited]:
        """Every feedback whose text, as it is typed now, still names one of these lines."""
        marks: dict[str, list[str]] = {}
        for line_id in line_ids:
            for each in self.citing(line_id):
                marks.setdefault(each.about, []).append(each.mark)
        found: list[Cited] = []
        for about, named in marks.items():
            row = self._file.row(_DRAFT, (about,))
            standing = {} if row is None else marks_in(str(row[2]), named)
            if row is not None and standing:
                found.append(Cited(str(row[0]), str(row[1]), tuple(sorted(standing))))
        return found
