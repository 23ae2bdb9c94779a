"""Finding the observation, or the lead, that a person means."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from coachtui.commandline.call import Refused
from coachtui.model.listed_words import listed_or
from coachtui.model.observation import Observation
from coachtui.model.people import Lead
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.store.notebook import Notebook

_MOST_NAMED = 5
_NONE = {
    "o": _("There is no observation '{words}' in this notebook. 'coachtui list observations' names them all."),
    "c": _("There is no cycle '{words}' in this notebook. 'coachtui list cycles' names them all."),
    "s": _("There is no step '{words}' in this notebook. 'coachtui list steps' names them all."),
    "m": _("There is no 1:1 '{words}' in this notebook. 'coachtui list one-on-ones' names them all."),
    "e": _("There is no entry of a record '{words}' in this notebook. 'coachtui list entries' names them all."),
}
"""What is said of a reference that is none, by its letter."""
_REFERENCE = re.compile(r"[ocsme][^aeiou\W_]{0,6}", re.IGNORECASE)


def meant_of(words: str, refs: Iterable[str]) -> str | None:
    """The reference that is meant: the whole of it, or the only one that begins so; None where there is none.

    Raises Refused where more than one may be meant.
    """
    typed = words.strip().lower()
    near = [ref for ref in refs if typed and ref.startswith(typed)]
    if typed in near:
        return typed
    if len(near) > 1:
        more = _(" and others") if len(near) > _MOST_NAMED else ""
        raise Refused(
            _("'{words}' may mean {near}{more}. Type a little more of it.").format(
                words=words, near=", ".join(near[:_MOST_NAMED]), more=more
            )
        )
    return near[0] if near else None


def observation_called(notebook: "Notebook", words: str, *, of_any_kind: bool = False) -> Observation:
    """The observation with this reference or id, the only one that begins so, or the newest for 'last'.

    Raises Refused where there is none, or where more than one is meant; it says what else `of_any_kind` it might have been.
    """
    words = words.strip()
    found = notebook.observations.find("last" if words.lower() == "last" else words)
    if found is not None:
        return found
    near = [one for one in notebook.observations.all() if _begins(one, words.lower())] if words else []
    if len(near) == 1:
        return near[0]
    if near:
        named = ", ".join(one.ref for one in near[:_MOST_NAMED])
        more = _(" and others") if len(near) > _MOST_NAMED else ""
        raise Refused(
            _("'{words}' may mean {named}{more}. Type a little more of it.").format(words=words, named=named, more=more)
        )
    if words.lower() == "last":
        raise Refused(_("There is no observation in this notebook yet. 'coachtui observe' begins one."))
    letter = words[0].lower() if of_any_kind and _REFERENCE.fullmatch(words) else "o"
    raise Refused(_NONE[letter].format(words=words))


def lead_called(notebook: "Notebook", words: str) -> Lead | None:
    """The lead with this name or this short name; an observation's reference comes first. None where there is none.

    Raises Refused where several have the name.
    """
    words = words.strip()
    if words.casefold() in ("", "last") or notebook.observations.find(words) is not None:
        return None
    everyone = [*notebook.leads.all(), *notebook.leads.retired()]
    typed = words.casefold().removesuffix(":")
    by_handle = [lead for lead in everyone if lead.handle.casefold() == typed]
    found = notebook.leads.called(words) or by_handle
    if len(found) > 1 and found != by_handle:
        handles = listed_or([f"'{lead.handle}'" for lead in found])
        raise Refused(
            _("There are {n} leads called {words}. Type {handles} instead.").format(
                n=len(found), words=words, handles=handles
            )
        )
    return found[0] if found else None


def _begins(observation: Observation, words: str) -> bool:
    return observation.ref.startswith(words) or observation.id.lower().startswith(words)
