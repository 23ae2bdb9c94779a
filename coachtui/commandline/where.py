"""`coachtui where`: where the notebook and what belongs to it are."""

from coachtui.commandline.call import Call
from coachtui.commandline.speech import say_json, say_table
from coachtui.store.key import is_encrypted
from coachtui.wording import _

_NAMES = {
    "home": _("home"),
    "notebook": _("notebook"),
    "settings": _("settings"),
    "themes": _("themes"),
    "frameworks": _("frameworks"),
    "feedback_shapes": _("feedback_shapes"),
    "scenarios": _("scenarios"),
    "structures": _("structures"),
    "record": _("record"),
    "backups": _("backups"),
    "log": _("log"),
}
"""What each place is called, by the name that scripts know."""


def run(call: Call) -> int:
    """Print the places; nothing is opened or made."""
    places = {name: str(getattr(call.places, name)) for name in _NAMES}
    locked = is_encrypted(call.places.notebook)
    if call.as_json:
        say_json(places | {"locked": locked})
    else:
        rows = [(_NAMES[name], place) for name, place in places.items()]
        say_table([*rows, (_("locked"), _("yes, with a passphrase") if locked else _("no"))])
    return 0
