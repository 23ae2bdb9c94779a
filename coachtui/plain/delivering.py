"""Delivering the record and reading back what leads wrote, said in sentences."""

from typing import TYPE_CHECKING

from coachtui.plain.session import Session
from coachtui.wording import _, counted

if TYPE_CHECKING:
    from coachtui.model.entry import LeadWords
    from coachtui.sharing.courier import Report

_READ = {
    "block": _("Read back: {lead} changed the words of '{entry}': {words}"),
    "place": _("Read back: {lead} wrote under '{entry}': {words}"),
    "next": _("Read back: {lead} wrote for the next 1:1: {words}"),
    "end": _("Read back: {lead} wrote at the end of the record: {words}"),
}


def deliver(session: Session, *, is_asked: bool = True) -> None:
    """Let the courier go once, and say what it did; where nobody asked, nothing is said when there was nothing."""
    from coachtui.sharing.courier import Courier
    from coachtui.sharing.record_place import record_folder

    folder = record_folder(session.places, session.settings)
    report = Courier(folder, session.notebook.outbox, lambda: session.clock.now().utc_ms).run()
    for name in report.delivered:
        session.say(_("Delivered: {name}.").format(name=name))
    for words in report.read:
        _tell(session, words)
    for name in report.merged:
        session.say(
            _("'{name}' was a copy. What stood in it is in the file itself; the copy lies in 'merged copies'.").format(
                name=name
            )
        )
    both = len(session.notebook.record.conflicts())
    if both:
        session.say(
            counted(
                both,
                "{n} entry was changed by both of you: both forms stand in the record.",
                "{n} entries were changed by both of you: both forms stand in the record.",
            )
        )
    for sentence in (*report.odd, *report.waits):
        session.say(sentence)
    if is_asked and not _has_told(report, both):
        session.say(_("Everything is delivered, and there is nothing new to read."))


def _tell(session: Session, words: "LeadWords") -> None:
    """What a lead wrote, and where."""
    notebook = session.notebook
    lead = next((each.name for each in notebook.people.leads() if each.id == words.lead), _("A lead"))
    entry = "" if words.entry is None else notebook.record.get(words.entry).title
    session.say(_READ[words.place].format(lead=lead, entry=entry, words=words.words))


def _has_told(report: "Report", both: int) -> bool:
    return bool(report.delivered or report.read or report.merged or report.odd or report.waits or both)
