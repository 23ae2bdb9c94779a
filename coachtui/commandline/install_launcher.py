"""`coachtui install-launcher`: an icon for those who never open a terminal."""

from coachtui.commandline.call import Call, Refused
from coachtui.commandline.speech import say
from coachtui.launchers import NoLauncher, launcher_here, program_here, put, remove
from coachtui.places import usual_places
from coachtui.wording import _


def run(call: Call) -> int:
    """Put the launcher there, or take it away. Raises Refused with the sentence that says why not."""
    launcher = launcher_here()
    try:
        if call.options.remove:
            gone = remove(launcher)
            say(_("The launcher is gone; the notebook is as it was.") if gone else _("There was no launcher of ours."))
            return 0
        put(launcher, [*program_here(), *_home_of(call)])
    except NoLauncher as fault:
        raise Refused(str(fault)) from fault
    say(_("A launcher is in '{path}'. {found}").format(path=launcher.path, found=launcher.found))
    say(_("'coachtui install-launcher --remove' takes it away."))
    return 0


def _home_of(call: Call) -> list[str]:
    """The home for the launcher, where it is not the usual one: a menu knows nothing of COACHTUI_HOME."""
    return [] if call.places.home == usual_places().home else ["--home", str(call.places.home)]
