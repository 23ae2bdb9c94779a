"""What is typed in the plain mode, command or answer: its English word is always understood, so is that of the language.

A catalog may give several words, apart by a bar; the first is the one that is told. Accents may be left out.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from coachtui.commandline.argument_names import told_arguments
from coachtui.wording import _c

_COMMANDS: Final = {
    "help": _c("command", "help"), "where": _c("command", "where"), "search": _c("command", "search"),
    "blank": _c("command", "blank"), "lock": _c("command", "lock"), "back": _c("command", "back"),
    "today": _c("command", "today"), "quit": _c("command", "quit"), "observe": _c("command", "observe"),
    "open": _c("command", "open"), "done": _c("command", "done"), "later": _c("command", "later"),
    "week": _c("command", "week"), "end": _c("command", "end"), "undo": _c("command", "undo"),
    "redo": _c("command", "redo"), "observations": _c("command", "observations"), "leads": _c("command", "leads"),
    "lead": _c("command", "lead"), "read": _c("command", "read"), "feedback": _c("command", "feedback"),
    "share": _c("command", "share"), "sync": _c("command", "sync"), "lines": _c("command", "lines"),
    "say": _c("command", "say"), "correct": _c("command", "correct"), "star": _c("command", "star"),
    "code": _c("command", "code"), "who": _c("command", "who"), "time": _c("command", "time"),
    "kind": _c("command", "kind"), "account": _c("command", "account"), "history": _c("command", "history"),
    "out": _c("command", "out"), "hide": _c("command", "hide"), "discard": _c("command", "discard"),
    "team": _c("command", "team"), "watch": _c("command", "watch"), "began": _c("command", "began"),
    "lookfors": _c("command", "lookfors"), "segments": _c("command", "segments"),
    "summary": _c("command", "summary"), "clock": _c("command", "clock"), "agenda": _c("command", "agenda"),
    "next": _c("command", "next"), "mark": _c("command", "mark"), "confide": _c("command", "confide"),
    "seen": _c("command", "seen"), "pause": _c("command", "pause"), "new": _c("command", "new"),
    "triage": _c("command", "triage"), "closing": _c("command", "closing"), "page": _c("command", "page"),
    "steps": _c("command", "steps"), "agreed": _c("command", "agreed"), "practised": _c("command", "practised"),
    "tried": _c("command", "tried"), "mastered": _c("command", "mastered"), "dropped": _c("command", "dropped"),
    "record": _c("command", "record"), "hear": _c("command", "hear"), "parts": _c("command", "parts"),
    "write": _c("command", "write"), "rewrite": _c("command", "rewrite"), "evidence": _c("command", "evidence"),
    "cite": _c("command", "cite"), "quote": _c("command", "quote"), "advice": _c("command", "advice"),
    "why": _c("command", "why"), "aside": _c("command", "aside"), "shape": _c("command", "shape"),
    "ready": _c("command", "ready"), "talked": _c("command", "talked"), "followed": _c("command", "followed"),
    "reply": _c("command", "reply"), "replies": _c("command", "replies"), "ask": _c("command", "ask"),
    "in": _c("command", "in"), "edit": _c("command", "edit"), "names": _c("command", "names"),
    "changes": _c("command", "changes"), "copy": _c("command", "copy"), "save": _c("command", "save"),
    "left": _c("command", "left"), "more": _c("command", "more"),
    "cycle": _c("command", "cycle"), "cycles": _c("command", "cycles"), "conversations": _c("command", "conversations"),
    "one-on-ones": _c("command", "one-on-ones"), "teams": _c("command", "teams"), "bells": _c("command", "bells"),
    "calendar": _c("command", "calendar"), "deadlines": _c("command", "deadlines"), "import": _c("command", "import"),
    "export": _c("command", "export"), "backup": _c("command", "backup"), "doctor": _c("command", "doctor"),
    "together": _c("command", "together"), "themes": _c("command", "themes"), "settings": _c("command", "settings"),
    "spelling": _c("command", "spelling"), "purge": _c("command", "purge"), "restore": _c("command", "restore"),
    "rehearse": _c("command", "rehearse"),
}  # fmt: skip
_ANSWERS: Final = {
    "yes": _c("answer", "yes"), "stop": _c("answer", "stop"), "keep": _c("answer", "keep"),
    "initial": _c("answer", "initial"), "role": _c("answer", "role"), "discard": _c("answer", "discard"),
    "leave": _c("answer", "leave"), "last": _c("answer", "last"), "all": _c("answer", "all"), "mine": _c("answer", "mine"),
    "starred": _c("answer", "starred"), "star": _c("command", "star"), "hide": _c("command", "hide"),
    "evidence": _c("answer", "evidence"), "wondering": _c("answer", "wondering"), "judgment": _c("answer", "judgment"),
}  # fmt: skip


def command_names(word: str) -> tuple[str, ...]:
    """All words of a command, as they are compared: those of the language, then the English one."""
    return _names(_COMMANDS.get(word, word), word)


def told_command(word: str) -> str:
    """The word of a command that is told."""
    return _first(_COMMANDS.get(word, word))


def told_answer(word: str) -> str:
    """The word of an answer that is told."""
    return _first(_ANSWERS[word])


def is_answer(typed: str, word: str) -> bool:
    """Whether this answer was typed, whole."""
    return folded(typed) in _names(_ANSWERS[word], word)


def as_ref(typed: str) -> str:
    """A reference as the notebook knows it: "last" is the newest."""
    return "last" if is_answer(typed, "last") else typed


def begins_answer(typed: str, word: str) -> bool:
    """Whether this answer was typed, or its beginning."""
    said = folded(typed)
    return bool(said) and any(name.startswith(said) for name in _names(_ANSWERS[word], word))


def answer_among(typed: str, words: Iterable[str]) -> str | None:
    """The first of these answers that was typed, or begun; a whole one goes before those that are only begun."""
    known = list(words)
    return next((word for fits in (is_answer, begins_answer) for word in known if fits(typed, word)), None)


def told_rest(rest: str) -> str:
    """What follows a command, in the words of the language."""
    answers = re.sub(r"[a-z]+", lambda found: _first(_ANSWERS.get(found[0], found[0])), rest)
    return told_arguments(answers)


def folded(typed: str) -> str:
    """Small letters without accents, blanks single."""
    apart = unicodedata.normalize("NFD", " ".join(typed.casefold().split()))
    return "".join(each for each in apart if not unicodedata.combining(each))


def _names(told: str, word: str) -> tuple[str, ...]:
    return (*map(folded, told.split("|")), word)


def _first(told: str) -> str:
    return told.partition("|")[0]
