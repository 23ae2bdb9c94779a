"""A conversation: somebody types a line, something is done and said; until it is left."""

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from coachtui.plain.command import Command, Table, command_called
from coachtui.plain.commands import EVERYWHERE
from coachtui.plain.listener import Leaves, Line, Typed
from coachtui.plain.locking import LockedNow, lock_or_unlock, unlock
from coachtui.plain.said_words import is_answer
from coachtui.plain.session import Session
from coachtui.sharing.errors import SharingError
from coachtui.store.errors import NotebookError
from coachtui.wording import _

T = TypeVar("T")
_NUMBER = re.compile(r"#?(\d{1,6})[.:,]?(?:\s+|$)")
_UNDONE = {
    "undo": (_("Taken back"), _("There is nothing more to take back.")),
    "redo": (_("Done again"), _("There is nothing to do again.")),
}
_CHANGED = _("Something was changed in the notebook while it was locked, so this is Today again.")
AGAIN = _("Enter files it as a line; Ctrl+U takes it away.")


class Back(Exception):
    """A conversation is left, for the one from which it was begun."""


class ToToday(Exception):
    """Every conversation is left but Today."""


class Conversation:
    """One place of the plain mode. For each command of its table it has a method: `do_` and the word."""

    TABLE: Table
    NUMBER_MEANS = ""
    """The command that a number alone stands for; none where there is none."""

    STAYS = False
    """Whether it is held even if it can't begin as it should."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.say = session.say
        self.put_in = ""
        """What stands in the next line already."""

    @property
    def prompt(self) -> str:
        """What is said before one types; nothing where words are kept."""
        return "" if self.TABLE.keeps_words else f"{self.TABLE.title}: "

    def begin(self) -> None:
        """What is said first."""

    def hold(self) -> None:
        """Go on until it is left. Raises ToToday, Leaves or Ended."""
        if not self.attempt(self.begin) and not self.STAYS:
            return
        while True:
            try:
                self.hear(self.listen())
            except Back:
                return
            except LockedNow:
                if self._unlock():
                    self.attempt(self.unlocked)

    def _unlock(self) -> bool:
        """Ask for the passphrase; whether one can go on here. Where somebody else had the notebook, what was known is old."""
        unlock(self.session)
        if not self.session.is_as_left:
            self.session.capture = None
            self.say(_CHANGED)
            self.goes_on_anew()
        return self.session.is_as_left

    def goes_on_anew(self) -> None:
        """What was known here may be gone. Raises ToToday."""
        raise ToToday

    def unlocked(self) -> None:
        """The notebook was locked while a line was typed, and is open again."""

    def listen(self) -> Typed:
        """The next line."""
        text, self.put_in = self.put_in, ""
        return self.session.listener.ask(Line(self.prompt, text))

    def hear(self, typed: Typed) -> None:
        """Do what a line asks for, or keep it."""
        was_blank, self.session.is_blank = self.session.is_blank, False
        text = typed.text
        if typed.is_undo:
            self.attempt(lambda: self.order("undo"))
        elif self.TABLE.keeps_words and (not text.startswith("/") or text.startswith("//")):
            self.attempt(lambda: self.keep(typed._replace(text=text[1:] if text.startswith("//") else text)))
        elif text.strip("/ "):
            self.attempt(lambda: self.order(text.strip().lstrip("/")))
        elif text:
            self.attempt(self.do_help)
        if was_blank and not text:
            self.say(_("You are back."))

    def keep(self, typed: Typed) -> None:
        """Keep what was typed as words."""
        raise NotImplementedError

    @property
    def commands(self) -> Sequence[Command]:
        """What can be said here."""
        own = self.TABLE.commands
        names = {each.word for each in own}
        return [*own, *(each for each in EVERYWHERE.commands if each.word not in names)]

    def order(self, words: str) -> None:
        """Do the command that these words are."""
        word, __, rest = words.strip().partition(" ")
        if word.isdigit() and self.NUMBER_MEANS:
            word, rest = self.NUMBER_MEANS, word
        found = command_called(word, self.commands)
        if found.command is not None:
            getattr(self, f"do_{found.command.word}")(rest.strip())
            return
        self.not_known(words, found.why_not)

    def not_known(self, words: str, why_not: str) -> None:
        """Say why there is no such command; where words are kept, these are not lost."""
        self.say(why_not)
        if self.TABLE.keeps_words and self.session.keyboard.by_key:
            self.say(AGAIN)
            self.put_in = f"//{words}"
        elif self.TABLE.keeps_words:
            self.say(_("Two slashes in front of it keep it as a line."))

    def attempt(self, deed: Callable[[], None]) -> bool:
        """Do it; what can't be done is said. Whether it was done."""
        try:
            deed()
        except LockedNow:
            self._unlock()
        except (NotebookError, SharingError) as fault:
            self.say(str(fault))
            return False
        return True

    def ask(self, prompt: str, text: str = "", *, is_secret: bool = False) -> str:
        """Ask for some words; what stands there already can be changed."""
        put_in = text if self.session.keyboard.by_key else ""
        if text and not put_in:
            self.say(f"{prompt}{text}")
        return self.session.listener.ask(Line(prompt, put_in, is_secret=is_secret)).text.strip()

    def numbered(self, rest: str) -> tuple[str, str]:
        """A number or "last" at the beginning of some words, in figures, and the other words."""
        first, __, others = rest.partition(" ")
        if is_answer(first.rstrip(".:,"), "last"):
            return "last", others.strip()
        found = _NUMBER.match(rest)
        return ("", rest) if found is None else (found[1], rest[found.end() :])

    def chosen(self, rest: str, among: Sequence[T]) -> T | None:
        """What has the number that was said; the only one, where there is one alone. If none has, that is said."""
        number, __ = self.numbered(rest)
        if not among:
            self.say(_("There is nothing with a number here yet."))
        elif not number and len(among) == 1:
            return among[0]
        elif not number:
            self.say(_("Say which: a number from 1 to {n}.").format(n=len(among)))
        elif number == "last":
            return among[-1]
        elif 1 <= int(number) <= len(among):
            return among[int(number) - 1]
        else:
            self.say(_("There is no number {number} here. There are {n}.").format(number=number, n=len(among)))
        return None

    def turn(self, verb: str, subject: str | None) -> bool:
        """Undo or redo the last thing about a subject, and say what it was; whether there was one."""
        done = None if subject is None else getattr(self.session.notebook, verb)(subject)
        words, nothing = _UNDONE[verb]
        self.say(nothing if done is None else f"{words}: {done.what}.")
        return done is not None

    def do_help(self, rest: str = "") -> None:
        """What can be said here, or what one word does."""
        if rest:
            found = command_called(rest.lstrip("/").split()[0], self.commands)
            self.say(found.why_not if found.command is None else f"{found.command.call}. {found.command.meaning}")
            return
        mark = "/" if self.TABLE.keeps_words else ""
        self.say(f"{self.TABLE.title}. {self.TABLE.purpose}")
        self.say(_("Here you can say: {ns}.").format(ns=", ".join(mark + each.told for each in self.commands)))
        self.say(_("{mark}help and one of these words says what it does.").format(mark=mark))

    def whereabouts(self) -> str:
        """Where one is, in a sentence."""
        return f"{self.TABLE.title}."

    def do_where(self, __: str) -> None:
        """Where one is, and what is open."""
        self.say(self.whereabouts())
        writing = self.session.writing
        if writing is not None and self.session.each_tick is None:
            self.say(_("An observation is being written; observe on Today goes back to it."))

    def do_search(self, rest: str) -> None:
        """Where words stand."""
        from coachtui.plain.finding import Finding

        if rest:
            Finding(self.session, rest).hold()
        else:
            self.say(_("Say which words: search norms."))

    def do_blank(self, __: str) -> None:
        """Nothing in sight, nothing said."""
        self.session.go_blank()

    def do_lock(self, __: str) -> None:
        """Lock, or unlock."""
        lock_or_unlock(self.session)

    def do_back(self, __: str) -> None:
        """Leave this conversation."""
        raise Back

    def do_today(self, __: str) -> None:
        """Leave all but Today."""
        raise ToToday

    def do_quit(self, __: str) -> None:
        """Leave the program."""
        raise Leaves
