"""A lead who writes strings into their record, wherever it may be written in; what is read back of it, and what stands then."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from coachtui.model.clean import clean
from coachtui.model.written import items_of, normal, tidy
from coachtui.sharing.record_marks import sections_of
from tests.support.bare_bytes import bare
from tests.support.poisoned import AS_IT_IS
from tests.support.program import ask
from tests.support.sharing import LEAD, a_school, share, the_file
from tests.support.standing import squeezed

PLACES = ("place", "next", "end", "block")
_LABEL = "Write here, Dana:\n"
_OURS = "Four of nine name the variable in the report"
_APART = 37
"""So many strings lie between those that are written at once."""


def is_page(text: str) -> bool:
    """Whether this is no mark of the record's own, nor holds what makes a file one that is no text: these are set aside."""
    return "\0" not in text and len(list(sections_of(clean(text)))) == 1


class Lead:
    """Writes, and looks at what becomes of it."""

    def __init__(self, folder: Path) -> None:
        self._desk = a_school(folder)
        self._home = self._desk.places.home
        share(self._desk)
        ask(self._home, "sync")
        self._path = the_file(self._desk.places)
        self._notebook, self._page = self._desk.places.notebook.read_bytes(), self._path.read_text()
        assert _OURS in self._page and self._page.count(_LABEL) == 3
        self.read = 0
        self.set_aside = 0

    def writes_each(self, texts: Sequence[str]) -> list[str]:
        """Write each of them into each place, four at once; what went wrong."""
        pages = [AS_IT_IS(text) for text in texts if is_page(AS_IT_IS(text))]
        odd = [AS_IT_IS(text) for text in texts if not is_page(AS_IT_IS(text))]
        faults = [fault for text in odd for place in PLACES for fault in self._no_page({place: text})]
        for number in range(len(pages)):
            written = {place: pages[(number + step * _APART) % len(pages)] for step, place in enumerate(PLACES)}
            faults += self._page_with(written)
        return faults

    def _write(self, written: Mapping[str, str]) -> bytes:
        """Begin anew, and write."""
        self._desk.places.notebook.write_bytes(self._notebook)
        for each in self._path.parent.iterdir():
            each.unlink()
        page = self._page
        for place, text in written.items():
            before = {"place": "", "next": "1:1\n\n", "end": "else\n\n"}.get(place)
            old, new = (_OURS, text) if before is None else (before + _LABEL, f"{before}{_LABEL}\n{text}\n")
            page = page.replace(old, new, 1)
        content = page.encode()
        self._path.write_bytes(content)
        return content

    def _sync(self) -> tuple[dict[str, str], list[str]]:
        """Sync as a person does; what was read by its place, and what steers a terminal in the answer or the file."""
        answer = ask(self._home, "sync", "--json")
        faults = [f"bare: {each}" for each in bare(answer.said + answer.complaint, "\n")]
        faults += [f"bare: {each}" for each in bare(self._path.read_text(), "\n\t\u2028\u2029")]
        facts = answer.json()
        faults += facts["waits"]
        return {each["place"]: each["words"] for each in facts["read"]}, faults

    def _page_with(self, written: Mapping[str, str]) -> list[str]:
        self._write(written)
        read, faults = self._sync()
        for place, text in written.items():
            wanted, found = tidy(clean(text)), read.get(place, "")
            is_read = squeezed(wanted) in squeezed(found) if place == "block" else found == wanted or not normal(wanted)
            stands = wanted in self._path.read_text() or not normal(wanted)
            self.read += is_read and stands
            faults += [] if is_read and stands else [f"{place}: {ascii(text)[:60]} is {ascii(found)[:60]}"]
        items = self._desk.do(
            lambda notebook: [each.words for each in notebook.items.of(notebook.people.lead_called(LEAD) or "")]
        )
        wanted_items = [*dict.fromkeys(map(" ".join, map(str.split, items_of(clean(written["next"])))))]
        if [" ".join(each.split()) for each in items] != wanted_items:
            faults.append(f"items: {ascii(items)[:80]}")
        return faults + self._again()

    def _again(self) -> list[str]:
        """A second sync finds nothing new, and changes nothing."""
        stood = self._path.read_bytes()
        read, faults = self._sync()
        return faults + [f"read again: {ascii(read)[:90]}"] * bool(read or self._path.read_bytes() != stood)

    def _no_page(self, written: Mapping[str, str]) -> list[str]:
        """Such a file is set aside byte for byte, or its mark is passed over; the rest of it stands as it did."""
        content = self._write(written)
        read, faults = self._sync()
        self.set_aside += 1
        aside = [each.read_bytes() for each in self._path.parent.glob("*.unread.md")]
        if "\0" in content.decode() and aside != [content]:
            faults.append(f"not set aside: {ascii(written)[:80]}")
        rows = self._path.read_text().split("\n")
        if sum(row.startswith("<!-- coachtui entry") for row in rows) != 1:
            faults.append(f"another page: {ascii(written)[:80]} {ascii(read)[:80]}")
        return faults + self._again()
