"""Finding the observation that a person means."""

from typing import TYPE_CHECKING

from coachtui.commandline.call import Refused
from coachtui.model.observation import Observation

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


def _begins(observation: Observation, words: str) -> bool:
    return observation.ref.startswith(words) or observation.id.lower().startswith(words)
