"""The file of a lead's record: one Markdown file a cycle, pleasant to read, with marks by which its blocks are known."""

from collections.abc import Iterator

from coachtui.model.entry import Entry, LeadWords, RecordFile
from coachtui.sharing.record_text import inert
from coachtui.sharing.record_words import record_words

NO_CYCLE = "none"


def what_lead_sees(record: RecordFile) -> str:
    """The whole file, byte for byte as the courier writes it (in UTF-8)."""
    return "\n".join(_rows(record)) + "\n"


def label(record: RecordFile) -> str:
    """What marks an empty place that is meant for the lead."""
    return record_words().label.format(name=inert(record.first_name))


def changed_label(record: RecordFile) -> str:
    """What stands over the lead's own form of a block that both changed."""
    return record_words().changed.format(name=inert(record.first_name))


def introduction(record: RecordFile) -> str:
    """What the file says of itself."""
    return record_words().introduction.format(name=inert(record.first_name))


def mark(*words: str) -> str:
    """A mark by which a block is known; who reads the page does not see it."""
    return f"<!-- coachtui {' '.join(words)} -->"


def _rows(record: RecordFile) -> list[str]:
    write_here = label(record)
    rows = [f"# {inert(record.title)}", mark("record", record.lead, record.cycle or NO_CYCLE), "", introduction(record)]
    for entry in record.entries:
        rows += _entry(record, entry, write_here)
    rows += ["", mark("next"), f"## {record_words().next}", "", write_here, *_written(record, None, "next")]
    rows += ["", mark("write", "end"), f"## {record_words().end}", "", write_here, *_written(record, None, "end")]
    return [*rows, "", mark("end")]


def _entry(record: RecordFile, entry: Entry, write_here: str) -> list[str]:
    """An entry as it stands: in our words, or as the lead changed them; both where both changed it."""
    changed = [each for each in record.standing if each.place == "block" and each.entry == entry.id]
    now = next((each for each in changed if each.version == entry.version), None)
    rows = ["", mark("entry", entry.id, str(entry.version)), now.words if now else entry.words]
    for words in sorted(changed, key=_by_version):
        if words.is_beside(entry):
            rows += ["", mark("theirs", entry.id, str(words.version)), changed_label(record), "", words.words]
    return [*rows, "", mark("write", entry.id), write_here, *_written(record, entry.id, "place")]


def _by_version(words: LeadWords) -> int:
    return words.version


def _written(record: RecordFile, entry: str | None, place: str) -> Iterator[str]:
    """What stands in a place for the lead, under its label."""
    for each in record.standing:
        if (each.entry, each.place) == (entry, place):
            yield from ("", each.words)
