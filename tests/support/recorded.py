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
from tests.support.placing import Place, named, places_in, put, subjects
from tests.support.poisoned import a_whole_school, cleaned_line
from tests.support.sharing import gate_for, sync, through
from tests.support.standing import squeezed

TRIES = 4
_MARK = re.compile(r"<!-- coachtui (?:record|entry|write|next|end)(?: \w+)* -->\n?")
_WORDS = frozenset({"text", "softbreak", "strong_open", "strong_close"})
_SHAPE = frozenset({"heading", "paragraph", "bullet_list", "list_item"})
_COUNTED = "Seen:"
"""Begins the row in which codes that are alike are one, the most frequent first: each stands with its line besides."""
_DRAFT, _NAME = ("feedback", "text"), ("leads", "name")
_ITEM = re.compile(r"^[-*+•–—][ \t]+")
"""Begins a row of a draft that is a row of a list, on purpose."""
_STOPS = re.compile(r"\.{2,}")
"""What ends in a full stop is given no other."""
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
        elif token.type != "inline" and token.nesting >= 0:
            kind = token.type.removesuffix("_open")
            kinds[f"{kind} {token.tag}"] += 1
            live += [] if kind in _SHAPE else [token.type]
        for each in token.children or ():
            live += [] if each.type in _WORDS else [f"{each.type}: {each.content[:60]}"]
        words = squeezed("".join(each.content for each in token.children or ()))
        shown += [] if words.startswith(_COUNTED) else [words]
    return "".join(shown), kinds, live


def wishes_of(notebook: Notebook) -> list[str]:
    """All that may be shared in a school."""
    talks = [f"one-on-one:{row[0]}" for row in notebook.file.rows("SELECT id FROM one_on_ones ORDER BY n")]
    return [each for each in [*subjects(notebook)[GATE], *talks] if each]


def _whose(path: Path) -> str:
    """The row in which a file says whose record it is."""
    return next((row for row in path.read_text().split("\n") if row.startswith("<!-- coachtui record")), "")


class Record:
    """A school whose record is delivered again and again, each time with other words in it."""

    def __init__(self, folder: Path) -> None:
        self.desk = Desk(folder)
        a_whole_school(self.desk)
        self._names = named(self.desk.do(places_in))
        self.desk.do(lambda notebook: put(notebook, self._names))
        self._before = self.desk.places.notebook.read_bytes()
        self.counts: Counter[str] = Counter()
        self.faults: list[str] = []
        self._refused: frozenset[Place] = frozenset()
        self._plain, self._kinds = self._delivered({})
        self.places = [place for place, name in self._names.items() if squeezed(name) in self._plain]
        self.fields = {place.field for place in self.places}

    def _delivered(self, words: Mapping[Place, str]) -> tuple[str, Counter[str]]:
        """All that a reader sees of the record once these words stand in their places, and of how many parts it is made."""
        folder = self.desk.places.record
        shutil.rmtree(folder, ignore_errors=True)
        self.desk.places.notebook.write_bytes(self._before)
        self._refused = self.desk.do(lambda notebook: put(notebook, words))
        self.desk.do(self._share)
        report = sync(self.desk)
        self.faults += report.waits + report.odd
        found = {path.name: path.read_bytes() for path in sorted(folder.iterdir(), key=_whose)}
        self.faults += [f"a name: {name!a}" for name in found if _NO_NAME.search(name) or len(name.encode()) > 255]
        again = sync(self.desk)
        if again.read or again.delivered or {each.name: each.read_bytes() for each in folder.iterdir()} != found:
            self.faults.append(f"taken for the lead's: {[each.words[:60] for each in again.read]!a}")
        self.counts.update({"rounds": 1, "files": len(found)})
        return self._read([content.decode() for content in found.values()])

    def _share(self, notebook: Notebook) -> None:
        for wish in wishes_of(notebook):
            try:
                gate = through(notebook, gate_for(notebook, self.desk, wish), Way.KEEP)
            except NotebookError:  # a conversation that was not held has nothing to share
                continue
            notebook.ledger.share(gate.sending())

    def _read(self, pages: Sequence[str]) -> tuple[str, Counter[str]]:
        kinds: Counter[str] = Counter()
        shown = []
        for page in pages:
            words, made_of, live = read_apart(page)
            shown.append(words)
            kinds += made_of
            self.faults += [f"live: {each!a}" for each in live] + [f"bare: {each}" for each in bare(page, "\n")]
        return "\n".join(shown), kinds

    def cover(self, texts: Sequence[str], *, once: bool = False) -> None:
        """Put every string into each field that goes out, as many at once as there are places, deliver, and read; or once.

        All that is read has to be what was read of plain names, with the strings in the place of these, to the letter.
        """
        waiting = {field: deque((cleaned_line(text), 1) for text in texts) for field in self.fields}
        while any(waiting.values()):
            tried = {place: waiting[place.field].popleft() for place in self.places if waiting[place.field]}
            given = {place: text for place, (text, _) in tried.items()}
            shown, kinds = self._delivered(given)
            for place in self._refused & given.keys():  # two would be alike: once more, beside others
                text, times = tried[place]
                if times == TRIES:
                    self.faults.append(f"never put: {place.field} {ascii(text)[:60]}")
                else:
                    waiting[place.field].append((text, times + 1))
                del given[place]
            self._compare(given, shown, kinds)
            if once:
                break

    def _compare(self, given: Mapping[Place, str], shown: str, kinds: Counter[str]) -> None:
        as_item = [place for place, text in given.items() if place.field == _DRAFT and _ITEM.match(text)]
        if kinds != self._kinds + Counter({"bullet_list ul": len(as_item), "list_item li": len(as_item)}):
            self.faults.append(f"made of other parts: {kinds - self._kinds} {self._kinds - kinds}")
        wanted = self._plain
        marks = {place: f"\x01{number}\x02" for number, place in enumerate(given)}
        for place, mark in marks.items():
            wanted = wanted.replace(squeezed(self._names[place]), mark)
            if place.field == _NAME:  # who is spoken to is called by the first name
                wanted = wanted.replace(self._names[place].split()[0], f"{mark}first")
        for place, mark in marks.items():
            text = _ITEM.sub("", given[place]) if place in as_item else given[place]
            wanted = wanted.replace(f"{mark}first", next(iter(text.split()), "")).replace(mark, squeezed(clean(text)))
        wanted, shown = (_STOPS.sub(".", each) for each in (wanted, shown))
        if wanted != shown:
            at = next((place for place, (one, other) in enumerate(zip(wanted, shown, strict=False)) if one != other), 0)
            near = slice(max(0, at - 30), at + 40)
            self.faults.append(f"{wanted[near]!a} is {shown[near]!a}")
        else:
            self.counts["read back"] += len(given)

    def __str__(self) -> str:
        """The counts, in a sentence."""
        return (
            f"{len(self.fields)} fields, {self.counts['read back']:,} read back as they are from {self.counts['files']:,} files, "
            "0 changed, 0 taken for the lead's, 0 live, 0 control bytes"
        )
