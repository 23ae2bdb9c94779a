"""The words of something that was shared, as they left last: what `coachtui export` writes of all but observations."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from coachtui.commandline.call import Refused, WrongUsage
from coachtui.model.cycle import Cycle
from coachtui.model.dates import say_date
from coachtui.model.feedback import Feedback
from coachtui.model.share import Share
from coachtui.model.step import Step
from coachtui.model.summary import EntryKind
from coachtui.model.timing import local_time
from coachtui.sharing.forms import FORMS, as_bytes, name_for
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.store.notebook import Notebook

_KINDS: dict[str, tuple[EntryKind, ...]] = {
    "f": ("feedback",), "s": ("step",), "c": ("intention", "reflection"), "m": ("1:1",),
}  # fmt: skip
"""By the letter that a reference begins with, what of it may have been shared."""
_NOT_YET = {
    "f": _("This feedback was not shared yet, so nothing was exported. In the program, g takes it to the gate first."),
    "s": _("This step was not shared yet, so nothing was exported. In the program, g takes it to the gate first."),
    "c": _(
        "Nothing of this cycle was shared yet, so nothing was exported. In the program, g takes it to the gate first."
    ),
    "m": _("This 1:1 was not shared yet, so nothing was exported. In the program, g takes it to the gate first."),
}


class SharedWords(NamedTuple):
    """One share, to whom it was, and what it tells of."""

    share: Share
    recipient: str
    kind: str
    day: date
    today: date

    @property
    def name(self) -> str:
        """What a file of it is called."""
        return name_for(self.kind, self.recipient, self.day)

    @property
    def told(self) -> str:
        """When and which way these words left."""
        return _("These words left {way_text}, on {day}.").format(
            way_text=self.share.way_text, day=say_date(self.day, self.today)
        )

    def as_form(self, form: str) -> bytes:
        """The words in this form. Raises WrongUsage for one that is of observations alone, or SharingError."""
        if form not in FORMS:
            raise WrongUsage(
                _("What was shared can be exported to txt, md, docx or pdf, not to {form}.").format(form=form)
            )
        return as_bytes(self.share.words, self.recipient, self.day, form)


def shared_called(notebook: "Notebook", ref: str, today: date) -> SharedWords | None:
    """What left last of the thing with this reference; None where that names no such thing, but perhaps an observation.

    Raises Refused where nothing of it was shared yet, or where more than one may be meant.
    """
    words = ref.strip().lower()
    if words in ("last", "all") or notebook.observations.find(words) is not None:
        return None
    if words[:1] == "e":
        return _of_entry(notebook, words, today)
    about = _about(notebook, words, today)
    if about is None:
        return None
    shares = [share for kind in _KINDS[words[0]] for share in notebook.ledger.about(kind, about)]
    if not shares:
        raise Refused(_NOT_YET[words[0]])
    return _told(notebook, max(reversed(shares), key=_when), today)


def _about(notebook: "Notebook", words: str, today: date) -> str | None:
    """The id of the feedback, step, cycle or 1:1 with this reference, or the only one whose reference begins so."""
    if words[:1] == "m":
        one = notebook.one_on_ones.find(words, today)
        return None if one is None else one.id
    everything: dict[str, Callable[[], Sequence[Feedback | Step | Cycle]]] = {
        "f": notebook.feedback.all, "s": notebook.steps.all, "c": notebook.cycles.all,
    }  # fmt: skip
    found = [each for each in everything[words[0]]() if each.ref.startswith(words)] if words[:1] in everything else []
    exact = [each for each in found if each.ref == words] or found
    if len(exact) > 1:
        raise Refused(
            _("'{words}' may mean {refs}. Type a little more of it.").format(
                words=words, refs=", ".join(each.ref for each in exact[:5])
            )
        )
    return exact[0].id if exact else None


def _of_entry(notebook: "Notebook", words: str, today: date) -> SharedWords | None:
    for lead in notebook.people.leads():
        for entry in notebook.record.of(lead.id):
            if entry.ref == words:
                return _told(notebook, notebook.ledger.about(entry.kind, entry.about)[-1], today)
    return None


def _told(notebook: "Notebook", share: Share, today: date) -> SharedWords:
    names = {lead.id: lead.name for lead in notebook.people.leads()}
    kind = share.kind or notebook.record.get(share.entry or "").kind
    return SharedWords(
        share, names.get(share.lead, _("a lead")), kind, local_time(share.at_utc_ms, share.zone).date(), today
    )


def _when(share: Share) -> int:
    return share.at_utc_ms
