"""Values of any kind in any column, as a damaged page brings them: shown as far as they can be, or refused in a sentence."""

import re
import sqlite3
from pathlib import Path

import pytest

from coachtui.places import Places
from coachtui.store.present import TABLES
from tests.faults.damaging import a_real_notebook, a_school
from tests.support.homes import open_notebook
from tests.support.program import ask
from tests.support.tally import Tell

ODD = (None, -(2**46), 2**62, "text", b"\xff\x00")
COMMANDS = (
    ("doctor", "--json"), ("list", "observations"), ("list", "observations", "--json"), ("list", "leads"),
    ("list", "teams", "--json"), ("show", "m0"), ("show", "m1", "--json"), ("search", "grading", "teach"),
    ("search", "n1", "--json"), ("show", "dana ruiz"),
    ("list", "leads", "--all"), ("export", "last", "--to", "txt"), ("export", "all", "--to", "json"), ("restore",),
)  # fmt: skip
OF_A_MEETING = (
    "teams", "leads", "members", "observations", "lines", "gaps", "spans", "agenda", "accounts", "closings", "slots",
    "drafts", "events", "about",
)  # fmt: skip
"""The tables of which a notebook with nothing but meetings holds rows; of the others the sample school does."""
OF_A_SCHOOL = (
    ("doctor", "--json"), ("today", "--json"), ("show", "Daniel Reyes"), ("search", "who"), ("sync", "--json"),
    ("list", "cycles"), ("list", "steps", "--json"), ("list", "entries"), ("list", "one-on-ones"), ("list", "deadlines"),
    ("list", "feedback", "--json"),
)  # fmt: skip
OF_PLANS = (
    ("doctor", "--json"), ("today", "--json"), ("show", "Daniel Reyes"), ("search", "who"), ("list", "conversations"),
)  # fmt: skip
PLANS = ("conversations", "plan_rows", "supports", "rehearsals")
DRAFTS = ("scope", "text", "cursor", "began_utc_ms", "began_boot_ms", "began_boot_id", "at_utc_ms", "at_boot_ms",
          "at_boot_id")  # fmt: skip
COLUMNS = [
    *((table, column) for table, columns in TABLES.items() for column in columns),
    *(("drafts", column) for column in DRAFTS),
    *(("events", column) for column in ("device", "seq", "at", "subject", "what", "payload", "sha256")),
    ("about", "name"),
    ("about", "value"),
]

WITH_ROWS = [*TABLES, "drafts", "events", "about"]


def put(places: Places, table: str, column: str, value: object) -> None:
    """Put a value into the first row of a table, past the rules of the table that would not take it."""
    connection = sqlite3.connect(places.notebook, isolation_level=None)
    (words,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    loose = re.sub(r" (TEXT|INTEGER)(?! PRIMARY)", " BLOB", words).replace(" NOT NULL", "").replace(") STRICT", ")")
    make(connection, table, loose)
    cursor = connection.execute(f"SELECT rowid, * FROM {table} ORDER BY rowid LIMIT 1")
    names = [field[0] for field in cursor.description][1:]
    rowid, *values = cursor.fetchone()
    values[names.index(column)] = value
    connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))
    connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(names))})", values)
    make(connection, table, words)
    connection.close()


def first_plan(places: Places) -> str:
    """The reference of the first plan of a conversation."""
    with open_notebook(places) as notebook:
        return notebook.conversations.all()[0].ref


def ref_of_feedback(places: Places) -> str:
    """What a person types to see the first feedback."""
    with sqlite3.connect(places.notebook) as connection:
        (ref,) = connection.execute("SELECT ref FROM feedback ORDER BY n LIMIT 1").fetchone()
    connection.close()
    return str(ref)


def make(connection: sqlite3.Connection, table: str, words: str) -> None:
    """Let a table be one that is made with these words."""
    connection.execute("PRAGMA writable_schema=ON")
    connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (words, table))
    connection.execute("PRAGMA writable_schema=RESET")


def values_for(number: int, is_met: bool, is_quick: bool) -> tuple[object, ...]:
    """The odd values for the column of this number; in the quick form two of five or one of three, another each time."""
    if is_met:
        return (ODD[number % 5], ODD[(number + 2) % 5]) if is_quick else ODD
    return (ODD[::2][number % 3],) if is_quick else ODD[::2]


def try_values(folder: Path, tell: Tell, table: str, is_quick: bool) -> None:
    """Put odd values in turn into each column of a table, and ask everything that reads it."""
    is_met = table in OF_A_MEETING
    places = a_real_notebook(folder) if is_met else a_school(folder)
    commands: tuple[tuple[str, ...], ...] = COMMANDS if is_met else (*OF_A_SCHOOL, ("show", ref_of_feedback(places)))
    if table in PLANS:
        commands = (*OF_PLANS, ("show", first_plan(places), "--private"), ("show", first_plan(places), "--json"))
    whole = places.notebook.read_bytes()
    faults: list[str] = []
    tried = 0
    for number, column in enumerate(column for other, column in COLUMNS if other == table):
        for value in values_for(number, is_met, is_quick):
            places.notebook.write_bytes(whole)
            put(places, table, column, value)
            tried += 1
            for words in commands:
                answer = ask(places.home, *words)
                if not answer.is_foreseen():
                    faults.append(f"{table}.{column} = {value!r}, {' '.join(words)}: {answer.complaint.strip()}")
    tell(f"odd values in {table}: {tried} values, {tried * len(commands)} commands, {len(faults)} not foreseen")
    assert faults == []


@pytest.mark.parametrize("table", WITH_ROWS)
def test_odd_values_in_any_column_are_foreseen(quick_folder: Path, tell: Tell, table: str) -> None:
    try_values(quick_folder, tell, table, is_quick=True)


@pytest.mark.deep
@pytest.mark.parametrize("table", WITH_ROWS)
def test_any_value_in_any_column_is_foreseen(quick_folder: Path, tell: Tell, table: str) -> None:
    try_values(quick_folder, tell, table, is_quick=False)
