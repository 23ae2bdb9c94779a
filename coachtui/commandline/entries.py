"""The entries of the leads' records on the command line: listed, and one of them shown with what the lead wrote."""

from typing import TYPE_CHECKING, Any

from coachtui.commandline.refs import meant_of
from coachtui.model.entry import Entry, LeadWords
from coachtui.model.summarizing import day_words
from coachtui.wording import _, _t

if TYPE_CHECKING:
    from coachtui.store.notebook import Notebook

_WHERE = {
    "block": _("{lead} changed it to: {words}"),
    "place": _("{lead} wrote: {words}"),
    "reply": _("{lead} answered: {words}"),
}


def entries_list(notebook: "Notebook") -> tuple[list[dict[str, Any]], list[list[str]]]:
    """Every entry, lead by lead: the facts, and the rows for reading."""
    found = [(lead.name, entry) for lead in notebook.people.leads() for entry in notebook.record.of(lead.id)]
    rows = [[entry.ref, name, entry.day.isoformat(), _t(entry.kind), entry.title] for name, entry in found]
    return [_facts(name, entry) for name, entry in found], rows


def _facts(lead: str, entry: Entry) -> dict[str, Any]:
    return {
        "ref": entry.ref,
        "lead": lead,
        "kind": entry.kind,
        "day": entry.day.isoformat(),
        "title": entry.title,
        "version": entry.version,
    }


def entry_told(notebook: "Notebook", ref: str) -> tuple[dict[str, Any], str] | None:
    """The entry with this reference, or the only one that begins so, as facts and as text; None where there is none.

    Raises Refused where more than one may be meant.
    """
    if ref.strip()[:1].lower() != "e":
        return None
    every = {entry.ref: (lead, entry) for lead in notebook.people.leads() for entry in notebook.record.of(lead.id)}
    found = every.get(meant_of(ref, every) or "")
    if found is None:
        return None
    lead, entry = found
    words = [each for each in notebook.record.words_of(lead.id) if each.entry == entry.id]
    said = [{"place": each.place, "version": each.version, "words": each.words} for each in words]
    return {**_facts(lead.name, entry), "words": entry.words, "lead_words": said}, _text(lead.name, entry, words)


def _text(lead: str, entry: Entry, words: list[LeadWords]) -> str:
    """The entry as it was shared, and under it what the lead wrote."""
    heading = _("{ref}: in the record of {lead}, {day}, version {version}").format(
        ref=entry.ref, lead=lead, day=day_words(entry.day), version=entry.version
    )
    told = (_WHERE.get(each.place, _WHERE["place"]).format(lead=lead, words=each.words) for each in words)
    return "\n\n".join([heading, entry.words, *told])
