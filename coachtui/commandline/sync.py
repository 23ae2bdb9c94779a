"""`coachtui sync`: delivers what waits for the record, and reads back what the leads wrote."""

from typing import TYPE_CHECKING, Any

from coachtui.commandline.call import Call, open_notebook
from coachtui.commandline.progress import telling_progress
from coachtui.commandline.speech import complain, say, say_json
from coachtui.wording import _, counted

if TYPE_CHECKING:
    from coachtui.model.entry import LeadWords
    from coachtui.sharing.courier import Report
    from coachtui.store.notebook import Notebook

_READ = {
    "block": _("Read back: {lead} changed the words of '{entry}'."),
    "place": _("Read back: {lead} wrote under '{entry}'."),
    "next": _("Read back: {lead} wrote for the next 1:1."),
    "end": _("Read back: {lead} wrote at the end of the record."),
}

_STOPPED = _("Stopped. What was delivered is delivered; what is left waits, and goes with the next 'coachtui sync'.")


def run(call: Call) -> int:
    """Deliver and read back; 1 where something waits because it could not be done."""
    from coachtui.settings import read_settings
    from coachtui.sharing.courier import Courier
    from coachtui.sharing.record_place import record_folder

    settings, complaints = read_settings(call.places.settings)
    for sentence in complaints:
        complain(sentence)
    with telling_progress(_STOPPED) as progress, open_notebook(call) as notebook:
        progress.begin_soon(_("Delivering and reading back"))
        folder = record_folder(call.places, settings)
        report = Courier(folder, notebook.outbox, lambda: call.clock.now().utc_ms).run(anew=call.options.anew)
        words = [_facts(notebook, each) for each in report.read]
        both = len(notebook.record.conflicts())
    if call.as_json:
        say_json({
            "folder": str(folder.path), "delivered": report.delivered, "read": words, "merged": report.merged,
            "waits": report.waits, "odd": report.odd, "conflicts": both,
        })  # fmt: skip
    else:
        _tell(report, words, both)
    return 1 if report.waits else 0


def _facts(notebook: "Notebook", words: "LeadWords") -> dict[str, Any]:
    """What a lead wrote, where, and in which entry."""
    lead = next((each.name for each in notebook.people.leads() if each.id == words.lead), "")
    entry = None if words.entry is None else notebook.record.get(words.entry).title
    return {"lead": lead, "place": words.place, "entry": entry, "words": words.words}


def _tell(report: "Report", words: list[dict[str, Any]], both: int) -> None:
    for name in report.delivered:
        say(_("Delivered '{name}'.").format(name=name))
    for each in words:
        say(_READ[each["place"]].format(lead=each["lead"], entry=each["entry"] or ""))
        for row in each["words"].split("\n"):
            say(f"    {row}".rstrip())
    for name in report.merged:
        say(
            _("'{name}' was a copy. What stood in it is in the file itself; the copy lies in 'merged copies'.").format(
                name=name
            )
        )
    if both:
        say(
            counted(
                both,
                "{n} entry was changed by both of you: both forms stand in the record.",
                "{n} entries were changed by both of you: both forms stand in the record.",
            )
        )
    for sentence in (*report.odd, *report.waits):
        complain(sentence)
    if not (report.delivered or words or report.merged or report.odd or report.waits):
        say(_("Everything is delivered, and there is nothing new to read."))
