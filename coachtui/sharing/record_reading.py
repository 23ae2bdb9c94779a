"""Reading a record's file back: what of it are the lead's words, and where they stand."""

from collections.abc import Callable
from typing import NamedTuple

from coachtui.model.entry import Entry, FoundWords, Place, RecordFile
from coachtui.model.written import both, is_among, normal, tidy
from coachtui.sharing.record_marks import Section, sections_of
from coachtui.sharing.record_words import END, INTRODUCTION, LABEL, NEXT, THEIRS, TITLE, record_words
from coachtui.wording import _

Key = tuple[str | None, int, Place]
_AT_THE_END: Key = (None, 0, "end")


class Reading(NamedTuple):
    """What was read in a file, and a sentence for each place that could not be understood, with its line."""

    found: FoundWords
    odd: list[str]


class _Reader:
    """Reads one file, section by section."""

    def __init__(self, record: RecordFile, shared: dict[str, list[str]], name: str) -> None:
        self._record = record
        self._shared = shared
        self._name = name
        self._entries = {entry.id: entry for entry in record.entries}
        self.places: dict[Key, str] = {}
        self._blocks: dict[Key, str] = {}
        self.stray = ""
        self.odd: list[str] = []

    def read(self, section: Section) -> None:
        """Take in one section."""
        kind = section.words[0].lower() if section.words else ""
        readers: dict[str, Callable[[Section], None]] = {
            "": self._heading, "record": self._heading, "entry": self._entry, "theirs": self._theirs,
            "write": self._write, "next": self._next, "end": self._after_the_end,
        }  # fmt: skip
        if kind in readers:
            readers[kind](section)
        else:
            self._unknown(section)

    def _heading(self, section: Section) -> None:
        """Before the first entry stand the title and what the file says of itself; all else is the lead's.

        The lead may have had another name, or the cycle another number, when they were written.
        """
        rows = [row for row in section.rows if not INTRODUCTION.match(normal(row))]
        if not section.words:
            rows = [row for place, row in enumerate(rows) if place or not TITLE.match(row.strip())]
        self._keep_stray(rows)

    def _entry(self, section: Section) -> None:
        entry = self._entries.get(section.words[1] if len(section.words) > 1 else "")
        if entry is None:
            self._unknown(section)
            return
        whole = tidy("\n".join(section.rows))
        is_ours = is_among(whole, self._forms_of(entry))  # whatever it says, also what a label says
        block, place = (whole, None) if is_ours else _split_at_label(section.rows)
        if place is not None:
            self._put((entry.id, 0, "place"), place)
        version = int(section.words[2]) if section.words[2:3] and section.words[2].isdigit() else entry.version
        if normal(block):  # one that was taken out whole comes back
            self._put_block(entry, min(version, entry.version), block)

    def _theirs(self, section: Section) -> None:
        entry = self._entries.get(section.words[1] if len(section.words) > 1 else "")
        if entry is None or not section.words[2:3] or not section.words[2].isdigit():
            self._unknown(section)
            return
        rows = [row for row in section.rows if not THEIRS.match(row)]
        self._put((entry.id, min(int(section.words[2]), entry.version), "block"), tidy("\n".join(rows)))

    def _write(self, section: Section) -> None:
        whose = section.words[1] if len(section.words) > 1 else ""
        if whose == "end":
            self._put(_AT_THE_END, _under_label(section.rows, END))
        elif whose in self._entries:
            self._put((whose, 0, "place"), _under_label(section.rows))
        else:
            self._unknown(section)

    def _next(self, section: Section) -> None:
        self._put((None, 0, "next"), _under_label(section.rows, NEXT))

    def _after_the_end(self, section: Section) -> None:
        self._keep_stray(list(section.rows))

    def _unknown(self, section: Section) -> None:
        self._keep_stray(list(section.rows))
        self.odd.append(
            _(
                "'{name}', line {line}: a mark that is none of this record's. What stands under it is kept "
                "as {first_name}'s words, under '{end}'."
            ).format(name=self._name, line=section.line, first_name=self._record.first_name, end=record_words().end)
        )

    def _keep_stray(self, rows: list[str]) -> None:
        text = tidy("\n".join(rows))
        if normal(text):
            self.stray = both(self.stray, text) if self.stray else text

    def _put_block(self, entry: Entry, version: int, block: str) -> None:
        """A block is the lead's words unless it is in a form that was ever shared; one that stands twice counts as both."""
        key: Key = (entry.id, version, "block")
        self._blocks[key] = block = both(self._blocks[key], block) if key in self._blocks else block
        self.places[key] = "" if is_among(block, self._forms_of(entry)) else block

    def _forms_of(self, entry: Entry) -> tuple[str, ...]:
        """All words that an entry ever had."""
        return (entry.words, *self._shared[entry.id])

    def _put(self, key: Key, text: str) -> None:
        was = self.places.get(key, "")
        self.places[key] = both(was, text) if was and text else was or text


def read_record(text: str, record: RecordFile, shared: dict[str, list[str]], name: str) -> Reading:
    """What the lead wrote in a file of this record.

    `shared` holds all words that each entry was ever shared in; `name` is what sentences call the file.
    """
    reader = _Reader(record, shared, name)
    for section in sections_of(text):
        reader.read(section)
    if reader.stray:
        known = reader.places.get(_AT_THE_END) or _standing(record).get(_AT_THE_END, "")
        reader.places[_AT_THE_END] = both(known, reader.stray) if known else reader.stray
    return Reading(FoundWords(record.lead, record.cycle, reader.places), reader.odd)


def merged(record: RecordFile, first: FoundWords, copies: list[FoundWords]) -> FoundWords:
    """The words of a file together with those of its copies; what a copy has from an earlier day is not brought back."""
    places = dict(first.places)
    for copy in copies:
        for key, text in copy.places.items():
            past = [each.words for each in record.replaced if (each.entry, each.version, each.place) == key]
            was = places.get(key) or _standing(record).get(key, "")
            if text and not is_among(text, past):
                places[key] = both(was, text) if was else text
    return first._replace(places=places)


def _standing(record: RecordFile) -> dict[Key, str]:
    return {(each.entry, each.version, each.place): each.words for each in record.standing}


def _split_at_label(rows: tuple[str, ...]) -> tuple[str, str | None]:
    """The words of a block, and what stands under a label that lost its mark; None where there is no label."""
    for place, row in enumerate(rows):
        if LABEL.match(row):
            return tidy("\n".join(rows[:place])), _under_label(rows[place:])
    return tidy("\n".join(rows)), None


def _under_label(rows: tuple[str, ...], headings: tuple[str, ...] = ()) -> str:
    """What the lead wrote in a place: all but its heading and its label; also on the same row as the label."""
    kept: list[str] = []
    labelled = False
    for row in rows:
        found = None if labelled else LABEL.match(row)
        if found is not None:
            labelled = True
            kept += [found["rest"]] if found["rest"] else []
        elif normal(row).lstrip("# ") not in map(normal, headings):
            kept.append(row)
    return tidy("\n".join(kept))
