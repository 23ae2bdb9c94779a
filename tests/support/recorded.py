"""The record of a whole school, delivered and read back by what knows nothing of coachtui, with strings in what goes out."""

import re
import shutil
from collections import Counter, deque
from collections.abc import Mapping, Sequence
from pathlib import Path

from markdown_it import MarkdownIt

from coachtui.model.clean import clean
from coachtui.model.names import Way
from coachtui.store.errors import NotebookError
from coachtui.store.notebook import Notebook
from coachtui.tui.commands import GATE
from tests.support.bare_bytes import bare
from tests.support.homes import Desk
from tests.support.placing import Field, Place, named, places_in, put, subjects
from tests.support.poisoned import a_whole_school, cleaned_line
from tests.support.sharing import gate_for, sync, through
from tests.support.standing import squeezed

TRIES = 4
_MARK = re.compile(r"<!-- coachtui (?:record|entry|write|next|end)(?: \w+)* -->\n?")
_WORDS = frozenset({"text", "softbreak", "strong_open", "strong_close"})
_SHAPE = frozenset({"heading", "paragraph", "bullet_list", "list_item"})
_NO_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f]|^[. ]')


def read_apart(content: str) -> tuple[str, Counter[str], list[str]]:
    """A page as any reader of Markdown shows it: the words, how many parts of each kind, and what is live in it."""
    shown: list[str] = []
    live: list[str] = []
    kinds: Counter[str] = Counter()
    for token in MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(content):
        if token.type == "html_block":
            kinds["mark"] += 1
            live += [] if _MARK.fullmatch(token.content) else [token.content[:60]]
        elif token.type != "inline":
            kind = token.type.removesuffix("_open").removesuffix("_close")
            kinds[f"{kind} {token.tag}"] += 1
            live += [] if kind in _SHAPE else [token.type]
        for each in token.children or ():
            shown.append(each.content)
            live += [] if each.type in _WORDS else [f"{each.type}: {each.content[:60]}"]
    return "".join(shown), kinds, live


def wishes_of(notebook: Notebook) -> list[str]:
    """All that may be shared in a school."""
    talks = [f"one-on-one:{row[0]}" for row in notebook.file.rows("SELECT id FROM one_on_ones ORDER BY n")]
    return [each for each in [*subjects(notebook)[GATE], *talks] if each]


class Record:
    """A school whose record is delivered again and again, each time with other words in it."""

    def __init__(self, folder: Path) -> None:
        self.desk = Desk(folder)
        a_whole_school(self.desk)
        self.names = named(self.desk.do(places_in))
        self.desk.do(lambda notebook: put(notebook, self.names))
        self._before = self.desk.places.notebook.read_bytes()
        self.counts: Counter[str] = Counter()
        self.lost: list[tuple[Field, str]] = []
        self.faults: list[str] = []
        self.shape: Counter[str] = Counter()
        shown = self._delivered({})
        self.places = [place for place, name in self.names.items() if squeezed(name) in shown]
        self.fields = {place.field for place in self.places}

    def _delivered(self, words: Mapping[Place, str]) -> str:
        """All that a reader sees of the record once these words stand in their places."""
        shutil.rmtree(self.desk.places.record, ignore_errors=True)
        self.desk.places.notebook.write_bytes(self._before)
        self.refused = self.desk.do(lambda notebook: put(notebook, words))
        self.desk.do(self._share)
        report = sync(self.desk)
        self.faults += report.waits + report.odd
        found = {path.name: path.read_bytes() for path in self.desk.places.record.iterdir()}
        self.faults += [f"a name: {name!a}" for name in found if _NO_NAME.search(name) or len(name.encode()) > 255]
        again = sync(self.desk)
        if (
            again.read
            or again.delivered
            or found != {each.name: each.read_bytes() for each in self.desk.places.record.iterdir()}
        ):
            self.faults.append(f"our own words are read as the lead's: {[each.words[:60] for each in again.read]!a}")
        self.counts.update({"rounds": 1, "files": len(found)})
        return self._read([content.decode() for content in found.values()])

    def _share(self, notebook: Notebook) -> None:
        for wish in wishes_of(notebook):
            try:
                gate = through(notebook, gate_for(notebook, self.desk, wish), Way.KEEP)
            except NotebookError:  # a conversation that was not held has nothing to share
                continue
            notebook.ledger.share(gate.sending())

    def _read(self, pages: Sequence[str]) -> str:
        shape: Counter[str] = Counter()
        shown = []
        for page in pages:
            words, kinds, live = read_apart(page)
            shown.append(squeezed(words))
            shape += kinds
            self.faults += [f"live: {each!a}" for each in live] + [f"bare: {each}" for each in bare(page, "\n")]
        if self.shape and shape != self.shape:
            self.faults.append(f"another shape: {shape - self.shape} {self.shape - shape}")
        self.shape = self.shape or shape
        return "\n".join(shown)

    def cover(self, texts: Sequence[str], *, once: bool = False) -> None:
        """Put every string into each field that goes out, as many at once as there are places, deliver, and read; or once."""
        waiting = {field: deque((cleaned_line(text), 1) for text in texts) for field in self.fields}
        while any(waiting.values()):
            tried = {place: waiting[place.field].popleft() for place in self.places if waiting[place.field]}
            shown = self._delivered({place: text for place, (text, _) in tried.items()})
            for place, (text, times) in tried.items():
                is_seen = squeezed(clean(text)) in shown and place not in self.refused
                self.counts["read back"] += is_seen
                if not is_seen and times < TRIES:
                    waiting[place.field].append((text, times + 1))
                elif not is_seen:
                    self.lost.append((place.field, ascii(text)[:80]))
            if once:
                break

    def __str__(self) -> str:
        """The counts, in a sentence."""
        return (
            f"{len(self.fields)} fields, {self.counts['read back']:,} read back as they are from {self.counts['files']:,} files, "
            "0 changed, 0 taken for the lead's, 0 live, 0 control bytes"
        )
