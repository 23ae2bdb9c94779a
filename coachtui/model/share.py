"""A share: something left the notebook. The words, their hash, and how the gate was passed are kept for good."""

import json
from datetime import date
from typing import NamedTuple

from coachtui.model.summary import EntryKind, LeftOut
from coachtui.wording import _

RECORD = "record"
"""The way into the lead's record."""

CLIPBOARD = "clipboard"

WAYS: dict[str, str] = {
    RECORD: _("into the record"),
    CLIPBOARD: _("to the clipboard"),
    "txt": _("as plain text"),
    "md": _("as Markdown"),
    "docx": _("as a Word file"),
    "pdf": _("as a PDF"),
}
"""Every way out, and how it is said of something that left."""


class Share(NamedTuple):
    """One row of the ledger. `sha256` is that of the UTF-8 bytes of `words`; `settled` says how each name was settled.

    `words` are those of the block in the record, whichever way they left: every way has the same ones. `kind` and `about` are
    what they tell of; one that is older than these has an entry that says it.
    """

    id: str
    lead: str
    entry: str | None
    version: int | None
    way: str
    at_utc_ms: int
    zone: str
    words: str
    sha256: str
    left_out: str
    settled: str
    kind: EntryKind | None = None
    about: str | None = None

    @property
    def way_text(self) -> str:
        """Which way it left, in words."""
        version = "" if self.version is None else _(", version {version}").format(version=self.version)
        return WAYS.get(self.way, _("as {way}").format(way=self.way)) + version

    @property
    def names(self) -> dict[str, str]:
        """How each name was settled."""
        found: dict[str, str] = json.loads(self.settled)
        return found


class Chosen(NamedTuple):
    """What a sharing is of, for whom, and the keys of the paragraphs that were chosen for it."""

    kind: EntryKind
    about: str
    lead: str
    parts: frozenset[str] = frozenset()


class Sending(NamedTuple):
    """What passed the gate, on its way out; `taken_out` counts paragraphs that the person took out."""

    kind: EntryKind
    about: str
    lead: str
    cycle: str | None
    day: date
    title: str
    words: str
    left_out: LeftOut
    taken_out: int
    settled: dict[str, str]
    parts: frozenset[str] = frozenset()

    @property
    def chosen(self) -> Chosen:
        """What it is of, and which of its paragraphs leave."""
        return Chosen(self.kind, self.about, self.lead, self.parts)

    def left_out_text(self) -> str:
        """What was left out, as counts."""
        return json.dumps({**self.left_out._asdict(), "taken_out": self.taken_out})

    def settled_text(self) -> str:
        """How the names were settled, as it is kept."""
        return json.dumps(self.settled, ensure_ascii=False, sort_keys=True)
