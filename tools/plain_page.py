"""docs/plain.md: the plain mode, by task, with every command of its tables."""

from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

from coachtui.plain.command import ELSEWHERE, Command
from coachtui.plain.commands import LINES, OBSERVE, PLACES, TODAY
from tools.catalogs import TRANSLATIONS

_BY_TASK = """\
# The plain mode

This page is written by the program (`make docs`).

`coachtui --plain` is coachtui as a conversation: you type a line, it answers in sentences. No boxes, nothing that moves or is
painted over, no colours, not one code that steers a terminal. It is made for screen readers and braille, and for a terminal that
can do nothing. The notebook is the same one; you can go on in the screens tomorrow, and come back the day after. A meeting,
feedback, the gate, Today, leads and their steps are done here from end to end; cycles, 1:1s and plans of conversations are read.
What can't be done here it says, with where it can ([below](#what-is-done-elsewhere)).

```
coachtui --plain                            open on Today
coachtui --plain observe                    straight into a meeting
coachtui --plain observe --team "Grade 4"   of this team
coachtui demo --plain                       look around in a sample school
```

`help` says what can be said where you are, `help WORD` what one word does. As many first letters as are no other word's are
enough: `sea` for `search`. Who reads coachtui in Spanish may say each word in Spanish, too, with or without its accents: the
tables [below](#every-command) have both, and the English one is always understood. **Numbers** are those that were said last;
on Today a number alone opens its card. Ctrl+C takes back what is typed, Ctrl+Z in an empty line takes back what was done,
Ctrl+D in an empty line leaves. A beep says that a key does nothing here: the line is corrected by backspace, Ctrl+W (a word)
and Ctrl+U (all of it).

## Sit in on a meeting

Say `observe`, or begin with `coachtui --plain observe`, and type what you see and hear. Every line is filed by
[the same grammar](sitting-in.md) as in the screens, and answered by its number and how it was read:

```
maria: "Where do we see that?" #TM3 *
1. 10:39, Maria, evidence, TM3, come back to this.
! has no plan for this
2. 10:41, judgment.
```

- **Words or a command?** Where what you type is kept as words, in a meeting and while you write a part of a feedback, a line that
  begins with a slash is a command: `/star`, `/end`. Two slashes file a line that begins with one. A slash and a word that is no
  command is not lost: it stands in the line again, and Enter files it. Everywhere else every line is a command, with or without
  the slash.
- **What was judged is not said aloud.** The answer never repeats your words. `lines`, `search` and `summary` say "a thought of
  mine" in the place of a judgment; `lines mine`, or `say` with its number, says its words, since you asked. What is in
  confidence is never said again.
- `/correct 3 other words` corrects a line; its kind, speaker, codes and star stay unless you say them anew. `/correct` alone puts
  the last line into yours, as it was typed, to be changed. `/star`,
  `/code TM3`, `/who maria`, `/time -3m`, `/hide`, `/out` and `/discard` are for the last line, or for the one whose number you
  say.
- `/clock` says how long it takes, `/segments` the minutes of each, `/lines` what was filed.
- `/end` ends it. Three short questions, then you are in the observation itself: `triage` goes through the lines that want
  another look, `summary` sums up, `feedback` drafts, `share` goes to the gate.

**The time of a line** is that of its first key, to the millisecond, as in the screens. For that the program reads each key
itself and echoes it just as a terminal does: the letter, and backspace, space, backspace for one that is taken away. So is
**what is half-typed** on the disk at every key: a closed lid, a killed terminal or a dead battery takes nothing, and the line
stands there again when you come back. (A half-typed judgment is filed as one, rather than said.) Where lines come in by a pipe,
or the answers go into one, whole lines are read: their time is the moment at which they came, and what is half-typed is not
known before Enter. In a shell inside an editor, where nothing is echoed, nothing is echoed here.

When nobody has typed for as many minutes as `blank_minutes` says ([settings](settings.md)), or after `blank`, what was said is
moved out of sight and nothing is said until Enter. What the terminal keeps to scroll back to, it still keeps: close its window,
or let it forget, where others may look.

## Four minutes between periods

Today says the next bell and at most six cards, each with a number: `2` opens it, `done 2` is done with it, `later 2` puts it off
until the next school day. `leads`, `lead maria` and `read REF` read on.

## Give feedback

`feedback` in an observation drafts from it. `parts` numbers the parts of its shape; `write 1` says what the part asks for and
takes your lines until an empty one. `evidence` says the lines by number, `cite 4 1` lets part 1 stand on line 4, `/cite 4` does
so while you write. `advice` says what is worth a thought, `why 2` why. `share` goes on to the gate.

## Share and protect

At the gate what leaves is said to the letter, between "This leaves, to the letter" and "That is all of it". Then each name is
asked for: keep, initial or role. `out 3` leaves a paragraph out; words of a private line don't pass. Only `share`, and `yes`
after it, puts it into the record; `copy` and `save` take it elsewhere, by the same gate and into the same ledger.

While the notebook stands in Together, nothing of it is said until you confirm that you are alone.

## A passphrase

A notebook that has one ([privacy](privacy.md)) asks for it when it opens on Today; what you type then is not shown. An empty line
writes without it, into the drop box, as does `observe`: a meeting does not wait for a passphrase. `lock` asks for it later, or
locks the notebook; so does a while without a key.

## A second window

If the notebook is open elsewhere, `observe` writes into the drop box; the lines are taken in when the notebook opens next.
"""


def plain_page() -> str:
    """The whole page."""
    parts = [_BY_TASK.strip(), "## Every command"]
    own = OBSERVE._replace(commands=tuple(each for each in OBSERVE.commands if each not in LINES.commands))
    for table in (TODAY, own, LINES, *(each for each in PLACES if each not in (TODAY, OBSERVE))):
        commands = [each for each in table.commands if table == LINES or each not in LINES.commands]
        rows = "\n".join(map(_row, commands))
        parts += [
            f"### {table.title}",
            table.purpose,
            f"| Say | In Spanish | What it does |\n| --- | --- | --- |\n{rows}",
        ]
    elsewhere = "\n".join(f"- `{word}`: {told}" for word, told in ELSEWHERE.items())
    parts += ["## What is done elsewhere", "Say the word, and this is the answer:", elsewhere]
    return "\n\n".join(parts) + "\n"


def _row(command: Command) -> str:
    call = command.call.replace("|", "\\|")
    return f"| `{call}` | `{_in_spanish()[command.word]}` | {command.meaning} |"


@cache
def _in_spanish() -> dict[str, str]:
    """The Spanish word of each command: the first one, where there are several."""
    with (Path(__file__).parents[1] / TRANSLATIONS / "es" / "LC_MESSAGES" / "plain.po").open("rb") as file:
        return {str(each.id): str(each.string).partition("|")[0] for each in read_po(file) if each.context == "command"}
