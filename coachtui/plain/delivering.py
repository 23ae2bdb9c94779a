"""Delivering the record and reading back what leads wrote, said in sentences."""

from typing import TYPE_CHECKING

from coachtui.model.told import count_text
from coachtui.plain.session import Session

if TYPE_CHECKING:
    from coachtui.model.entry import LeadWords
    from coachtui.sharing.courier import Report

_WHERE = {
    "block": "changed the words of",
    "place": "wrote under",
    "next": "wrote for the next 1:1",
    "end": "wrote at the end of the record",
}


def deliver(session: Session, *, is_asked: bool = True) -> None:
    """Let the courier go once, and say what it did; where nobody asked, nothing is said when there was nothing."""
    from coachtui.sharing.courier import Courier
    from coachtui.sharing.record_place import record_folder

    folder = record_folder(session.places, session.settings)
    report = Courier(folder, session.notebook.outbox, lambda: session.clock.now().utc_ms).run()
    for name in report.delivered:
        session.say(f"Delivered: {name}.")
    for words in report.read:
        _tell(session, words)
    for name in report.merged:
        session.say(f"'{name}' was a copy. What stood in it is in the file itself; the copy lies in 'merged copies'.")
    both = len(session.notebook.record.conflicts())
    if both:
        session.say(
            f"{count_text(both, 'entry was', 'entries were')} changed by both of you: both forms stand in the record."
        )
    for sentence in (*report.odd, *report.waits):
        session.say(sentence)
    if is_asked and not _has_told(report, both):
        session.say("Everything is delivered, and there is nothing new to read.")


def _tell(session: Session, words: "LeadWords") -> None:
    """What a lead wrote, and where."""
    notebook = session.notebook
    lead = next((each.name for each in notebook.people.leads() if each.id == words.lead), "A lead")
    entry = "" if words.entry is None else f" '{notebook.record.get(words.entry).title}'"
    session.say(f"Read back: {lead} {_WHERE[words.place]}{entry}: {words.words}")


def _has_told(report: "Report", both: int) -> bool:
    return bool(report.delivered or report.read or report.merged or report.odd or report.waits or both)
