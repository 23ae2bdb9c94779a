"""A notebook of a whole school in which every place for words holds a hostile string, another one in each."""

import itertools
import json
import sqlite3
from collections.abc import Callable, Iterator

from coachtui.model.clean import clean, clean_line
from coachtui.store.belonging import SHARED, TYPED
from coachtui.store.notebook import Notebook
from coachtui.store.present import TABLES
from tests.support.clocks import A_MORNING
from tests.support.homes import Desk, fill
from tests.support.hostile import strings

MORE = {
    "observations": ("framework",), "lines": ("codes",), "spans": ("code",), "own_words": ("word",), "deadlines": ("role",),
    "lead_words": ("place",), "drafts": ("text",), "gaps": ("reason",), "cycles": ("verdict",), "citations": ("mark",),
}  # fmt: skip
"""Where else text stands that the program shows: names of files, codes, marks."""
WORDS: dict[str, tuple[str, ...]] = {
    table: (*(TYPED | SHARED).get(table, ()), *MORE.get(table, ())) for table in (*TABLES, "drafts")
}
FACTS = {
    "id", "lead", "team", "observation", "cycle", "one_on_one", "conversation", "about", "line", "source", "follows", "slot",
    "entry", "step", "schedule", "card", "people", "purge", "replaced_by", "carried_from", "ref", "state", "kind", "provenance",
    "visibility", "zone", "anchor_boot_id", "shape", "scenario", "structure", "held_by", "part", "whose", "author", "way", "rule",
    "sha256", "words_hash", "settled", "left_out", "counts", "what", "place", "scope", "began_boot_id", "at_boot_id",
}  # fmt: skip
"""Columns of text that nobody types: ids, kinds, hashes. tests/faults/test_odd_values.py puts odd values into those."""
PARTS_OF_A_DAY = ("_on", "day", "_by", "_to", "by_when", "check_back")
"""How columns that hold a day end."""


def is_fact(table: str, column: str) -> bool:
    """Whether this column of text holds something that is not typed."""
    return column not in WORDS.get(table, ()) and (column in FACTS or column.endswith(PARTS_OF_A_DAY))


def a_whole_school(desk: Desk) -> None:
    """The sample school, with something in each table that it leaves empty."""
    desk.places.notebook.unlink(missing_ok=True)
    fill(desk.places, desk.clock)
    desk.do(_add_what_is_missing)


def _add_what_is_missing(notebook: Notebook) -> None:
    lead, team = notebook.leads.all()[0].id, notebook.teams.all()[0].id
    running = notebook.observations.latest(1)[0]
    (talk,) = notebook.file.row("SELECT id FROM one_on_ones LIMIT 1") or ("",)
    (draft,) = notebook.file.row("SELECT id FROM feedback LIMIT 1") or ("",)
    line = notebook.lines.of(running.id)[0].id
    rows = (
        ("gaps", "g", running.id, 0, 60_000, "not running", 0), ("spans", "s", running.id, "TM3", 0, None),
        ("accounts", "a", running.id, line, "x", A_MORNING.utc_ms), ("segments", "m", lead, talk, "x", 5, A_MORNING.utc_ms),
        ("not_here", "n", draft, "tone", "x"), ("own_words", "o", "x"), ("put_off", "p", "deadline:x", A_MORNING.utc_ms),
        ("holds", "h", json.dumps([lead, team]), "x", "x", A_MORNING.utc_ms, "UTC"),
        ("purges", "u", "x", "{}", A_MORNING.utc_ms, "UTC"),
        ("gone_shares", "r", "u", "md", A_MORNING.utc_ms, "UTC", "step", "0"),
    )  # fmt: skip
    for table, *values in rows:
        notebook.file.connection.execute(f"INSERT INTO {table} VALUES (NULL, {', '.join('?' * len(values))})", values)
    notebook.file.connection.execute(
        "INSERT OR REPLACE INTO drafts (scope, text, cursor, at_utc_ms, at_boot_ms, at_boot_id) VALUES (?, 'x', 0, 0, 0, '')",
        (running.id,),
    )


Says = Callable[[str], str]
"""What becomes of a string on its way into the table."""
AS_IT_IS: Says = lambda text: text.encode("utf-8", "replace").decode()  # noqa: E731
"""What should never have come in: nothing of it was cleaned, but SQLite takes no half of a pair."""


def poison(desk: Desk, first: int, says: Says = AS_IT_IS) -> dict[tuple[str, str], list[str]]:
    """Put strings from the first one on into every place for words; which stand where."""
    put: dict[tuple[str, str], list[str]] = {}

    def work(notebook: Notebook) -> None:
        notebook.file.write(lambda _: everywhere(notebook))

    def everywhere(notebook: Notebook) -> None:
        numbers = itertools.count(first)
        put.clear()
        for table, column in places_for_words():
            for (row,) in notebook.file.rows(f"SELECT rowid FROM {table}"):
                text = says(strings()[next(numbers) % len(strings())])
                value = json.dumps([text]) if column == "codes" else text
                _put(notebook.file.connection, table, column, value, row)
                put.setdefault((table, column), []).append(text)

    desk.do(work)
    return put


def _put(connection: sqlite3.Connection, table: str, column: str, value: str, row: int) -> None:
    """Where names must differ and two would not, this one stays as it was."""
    try:
        connection.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (value, row))
    except sqlite3.IntegrityError as fault:
        if "UNIQUE" not in str(fault) and "CHECK" not in str(fault):
            raise


def places_for_words() -> Iterator[tuple[str, str]]:
    """Every table and column that words stand in."""
    return ((table, column) for table, columns in WORDS.items() for column in columns)


def cleaned(text: str) -> str:
    """The string as it is stored where it came in as it should."""
    return clean(text)


def cleaned_line(text: str) -> str:
    """The same for what is one line; never empty, for most places hold something."""
    return clean_line(text).strip() or "x"


def refs(notebook: Notebook) -> dict[str, str]:
    """What each room is opened for in such a school; a room that is not named shows all there is."""
    lead, team = notebook.leads.all()[0].id, notebook.teams.all()[0].id
    ended = next(each.id for each in notebook.observations.latest(9) if each.ended_utc_ms is not None)
    plan, step = notebook.conversations.all()[0].id, notebook.steps.all_open()[0].id
    return {
        "reading": ended, "feedback": notebook.feedback.all()[0].id, "feedback-list": f"lead:{lead}", "team": team, "step": step,
        "gate": f"observation:{ended}", **dict.fromkeys(("conversation", "rehearse", "together"), plan),
        **dict.fromkeys(("lead", "cycle", "one-on-one", "blocks", "seen"), lead),
    }  # fmt: skip
