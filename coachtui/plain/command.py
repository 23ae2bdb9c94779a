"""A command of the plain mode: what it is made of, and which one is meant by what was typed."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import NamedTuple

from coachtui.model.listed_words import listed_or
from coachtui.plain.said_words import command_names, folded, told_command, told_rest
from coachtui.wording import _


class Command(NamedTuple):
    """A word, what may follow it, and what it does."""

    word: str
    rest: str
    meaning: str

    @property
    def call(self) -> str:
        """How it is said."""
        return f"{self.told} {told_rest(self.rest)}".strip()

    @property
    def told(self) -> str:
        """The word, in the language of the person."""
        return told_command(self.word)

    @property
    def names(self) -> tuple[str, ...]:
        """Every word that it is called by, as they are compared."""
        return command_names(self.word)


class Table(NamedTuple):
    """The commands of a place. With `keeps_words`, what is typed there is kept as words, and a command begins with a slash."""

    title: str
    purpose: str
    commands: tuple[Command, ...]
    keeps_words: bool = False


class Found(NamedTuple):
    """The command that is meant; else why none is, in a sentence."""

    command: Command | None
    why_not: str = ""


ELSEWHERE = {
    "cycle": _(
        "Cycles are read here, by read and a reference; they are planned and closed in the screens, by coachtui."
    ),
    "cycles": _(
        "coachtui list cycles names them; read and a reference reads one. They are planned in the screens, by coachtui."
    ),
    "conversations": _("Plans are read here, by read and a reference; they are written in the screens, by coachtui."),
    "one-on-ones": _(
        "1:1s are read here, by read and a reference; they are prepared and held in the screens, by coachtui."
    ),
    "teams": _("coachtui list teams names them. A team is named with observe; its members come by coachtui import."),
    "bells": _("Bell times are entered in the screens, by coachtui."),
    "calendar": _("Days off are taken in by coachtui import, or entered in the screens."),
    "deadlines": _("coachtui list deadlines names them; they are entered in the screens, by coachtui."),
    "import": _("Files are taken in on the command line: coachtui import FILE."),
    "export": _(
        "Files are written on the command line: coachtui export REF. What was shared can be saved at the gate."
    ),
    "backup": _("Backups are made by themselves, and by coachtui backup on the command line."),
    "doctor": _("coachtui doctor, on the command line, says whether everything is sound."),
    "together": _("Together needs a screen that two can look at: it is done in the screens, by coachtui."),
    "themes": _(
        "Nothing is painted in the plain mode, so no theme is needed. coachtui shows the screens in any of them."
    ),
    "settings": _("Settings are rows of a small text file; coachtui where says where it is."),
    "spelling": _("Spelling is looked at in the screens, by coachtui, or by an editor that the draft is saved for."),
    "purge": _("coachtui purge, on the command line, does away for good with what is written about somebody."),
    "restore": _("coachtui restore, on the command line, goes back to a backup."),
    "rehearse": _("Rehearsals are timed in the screens, by coachtui."),
}
"""What can't be done in the plain mode, and where it can."""


def command_called(word: str, commands: Sequence[Command]) -> Found:
    """The command of this word, or the only one that begins so; else a sentence that says why there is none.

    The words of the language go before the English ones.
    """
    typed = folded(word)
    whole = next((each for each in commands if typed in each.names), None)
    own = [each for each in commands if any(name.startswith(typed) for name in each.names[:-1])]
    fits = own or [each for each in commands if each.word.startswith(typed)]
    if whole is not None or len(fits) == 1:
        return Found(whole or fits[0])
    if fits:
        either = listed_or([each.told for each in fits])
        return Found(None, _("That may be {either}. Type a little more of it.").format(either=either))
    if told := next((each for name, each in ELSEWHERE.items() if typed in command_names(name)), ""):
        return Found(None, told)
    near = get_close_matches(typed, [each.told for each in commands], 1)
    return Found(
        None,
        _("There is no '{word}' here. {near}help says what there is.").format(
            word=word[:40], near=_("Did you mean {near}? ").format(near=near[0]) if near else ""
        ),
    )
