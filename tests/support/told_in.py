"""What the command line answers in one language: each command that reads, on one home, as JSON.

python -m tests.support.told_in HOME read      in the language of the environment
python -m tests.support.told_in HOME marked    every message of ours stands between ⟦ and ⟧
python -m tests.support.told_in HOME json      the facts for scripts, in the language of the environment
"""

import contextlib
import io
import json
import sys
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

from coachtui.language import choose_language
from coachtui.wording import ENGLISH, speak


class Marked(NullTranslations):
    """A language in which every message is the English one between marks."""

    def gettext(self, message: str) -> str:
        words = message.strip()
        return message.replace(words, f"⟦{words}⟧", 1) if words else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)


def calls(home: Path, *, as_json: bool) -> Iterator[list[str]]:
    """Every command that reads, and every page of help."""
    from coachtui.commandline.usage import KINDS, USAGES
    from coachtui.places import Places
    from coachtui.store.notebook import Notebook
    from tests.support.clocks import FakeClock

    yield from ([usage.name] for usage in USAGES if usage.reads and usage.name not in ("list", "show", "search"))
    yield from (["list", kind] for kind in KINDS)
    yield ["search", "they"]
    with Notebook.open(Places(home), FakeClock()) as notebook:
        tables = ("observations", "cycles", "steps", "feedback", "conversations", "one_on_ones")
        refs = [str(row[0]) for table in tables for row in notebook.file.rows(f"SELECT ref FROM {table} ORDER BY n")]
        leads = notebook.people.leads()
        refs += [entry.ref for lead in leads for entry in notebook.record.of(lead.id)]
    yield from (["show", ref, "--private"] for ref in [*refs, *(lead.name for lead in leads)])
    if not as_json:
        yield from (
            ["search", "zzz"],
            ["restore"],
            ["--help"],
            ["show", "oxx"],
            ["list", "nothing"],
            ["where", "--nothing"],
        )
        yield from ([usage.name, "--help"] for usage in USAGES)


def main(home: Path, how: str) -> None:
    """Ask them all."""
    if how == "marked":
        speak(ENGLISH, Marked())
    else:
        choose_language(["--json"] if how == "json" else [])
    from coachtui.cli import main as ask

    told: dict[str, str] = {}
    for words in calls(home, as_json=how == "json"):
        said = io.StringIO()
        more = ["--json"] if how == "json" else []
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            ask(["--home", str(home), *words, *more])
        told[" ".join(words)] = said.getvalue()
    print(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
