"""`coachtui where`: where the notebook and what belongs to it are."""

from coachtui.commandline.call import Call
from coachtui.commandline.speech import say_json, say_table

_NAMES = ("home", "notebook", "settings", "themes", "frameworks", "feedback_shapes", "record", "backups", "log")


def run(call: Call) -> int:
    """Print the places; nothing is opened or made."""
    places = {name: str(getattr(call.places, name)) for name in _NAMES}
    if call.as_json:
        say_json(places)
    else:
        say_table(places.items())
    return 0
