"""`coachtui where`: where the notebook and what belongs to it are."""

from coachtui.commandline.call import Call
from coachtui.commandline.speech import say_json, say_table
from coachtui.store.key import is_encrypted
from coachtui.wording import _

_NAMES = (
    "home",
    "notebook",
    "settings",
    "themes",
    "frameworks",
    "feedback_shapes",
    "scenarios",
    "structures",
    "record",
    "backups",
    "log",
)


def run(call: Call) -> int:
    """Print the places; nothing is opened or made."""
    places = {name: str(getattr(call.places, name)) for name in _NAMES}
    locked = is_encrypted(call.places.notebook)
    if call.as_json:
        say_json(places | {"locked": locked})
    else:
        say_table([*places.items(), ("locked", _("yes, with a passphrase") if locked else "no")])
    return 0
