"""The page that --help shows: every command with what it does."""

from textwrap import fill

from coachtui.commandline.argument_names import told_arguments
from coachtui.commandline.usage import USAGES
from coachtui.wording import _


def help_text() -> str:
    """The page that --help shows."""
    calls = [("coachtui", _("open on Today"))]
    calls += [(f"coachtui {usage.name} {told_arguments(usage.rest)}".rstrip(), usage.meaning) for usage in USAGES]
    width = max(len(call) for call, __ in calls)
    rows = "\n".join(f"  {call:<{width}}  {meaning}" for call, meaning in calls)
    facts = _("facts for a script, with: {names}").format(
        names=", ".join(usage.name for usage in USAGES if usage.reads)
    )
    return _("""coachtui: notes on the meetings of people you coach. They stay on this computer.

{rows}

  --home DIR   use the notebook in this folder (or set COACHTUI_HOME)
  --plain      as a conversation, for screen readers; with observe and demo, too
  --anyway     keep it in that folder although it is synced, or open to others
  --json       {fill}
  --version    which coachtui this is
  --help       this page; after a command, more about that command

What you write is never part of a command: you type it in the program.
""").format(rows=rows, fill=fill(facts, 65, subsequent_indent=" " * 15))
