"""Finding the observation, or the lead, that a person means."""

from typing import TYPE_CHECKING

from coachtui.commandline.call import Refused
from coachtui.model.observation import Observation
from coachtui.model.people import Lead

if TYPE_CHECKING:
    from coachtui.store.notebook import Notebook

_MOST_NAMED = 5


def observation_called(notebook: "Notebook", words: str) -> Observation:
    """The observation with this reference or id, the only one that begins so, or the newest for 'last'.

    Raises Refused where there is none, or where more than one is meant.
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
        more = " and others" if len(near) > _MOST_NAMED else ""
        raise Refused(f"'{words}' may mean {named}{more}. Type a little more of it.")
    if words.lower() == "last":
        raise Refused("There is no observation in this notebook yet. 'coachtui observe' begins one.")
    raise Refused(f"There is no observation '{words}' in this notebook. 'coachtui list observations' names them all.")


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
        handles = " or ".join(f"'{lead.handle}'" for lead in found)
        raise Refused(f"There are {len(found)} leads called {words}. Type {handles} instead.")
    return found[0] if found else None


def _begins(observation: Observation, words: str) -> bool:
    return observation.ref.startswith(words) or observation.id.lower().startswith(words)
