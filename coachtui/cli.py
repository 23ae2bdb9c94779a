"""The command line: reads what was asked, runs that command, and says in one sentence what went wrong."""

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module

from coachtui.clock import Clock
from coachtui.commandline.call import Call, WrongUsage
from coachtui.commandline.parser import parse
from coachtui.commandline.speech import answer, complain, finish_answer, hush, prepare_streams
from coachtui.places import find_places, make_private


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 when all went well, 1 when it could not be done, 2 when it was asked wrongly."""
    make_private()
    prepare_streams()
    options: Namespace | None = None
    try:
        options = parse(sys.argv[1:] if argv is None else argv)
        result = _run(options)
        finish_answer()
        return result
    except BrokenPipeError:
        hush()
        return 0
    except WrongUsage as fault:
        complain(str(fault))
        return 2
    except KeyboardInterrupt:
        return 1
    except Exception as fault:  # noqa: BLE001  (the last place that can turn a fault into a sentence)
        from coachtui.commandline.mishaps import tell

        return tell(fault, options.home if options else None)


def _run(options: Namespace) -> int:
    if options.page is not None:
        answer(options.page)
        return 0
    name = "rooms" if options.usage is None else options.usage.file
    run: Callable[[Call], int] = import_module(f"coachtui.commandline.{name}").run
    places = find_places(options.home)
    if options.anyway and name != "move":  # there it is said of the new folder
        from coachtui.home import insist

        insist(places)
    return run(Call(places, Clock(), options))
