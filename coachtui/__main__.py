"""`python -m coachtui`, and the command itself.

Opening a room is what is asked most and must be seen first: its first picture is painted before anything else is
imported. Everything else goes through the command line.
"""

import gc
import sys


def main() -> None:
    """Run what was asked for and end with its exit code."""
    from coachtui.language import choose_language

    choose_language(sys.argv[1:])  # before what holds sentences is imported
    from coachtui.tui.early import opening_of, paint

    asked = opening_of(sys.argv[1:])
    if asked is None:
        from coachtui.cli import main as command_line

        sys.exit(command_line())
    gc.disable()  # until the first room stands: nothing made before that is garbage
    stage = paint(asked)
    try:
        from coachtui.tui.launch import open_rooms

        sys.exit(open_rooms(asked, stage))
    finally:
        stage.restore()


if __name__ == "__main__":
    main()
