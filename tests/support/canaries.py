"""A lead with a word of their own in every place where words of a person can stand, to be purged; and one beside who stays."""

from pathlib import Path
from typing import Any

from coachtui.model.draft import Draft
from coachtui.model.grammar import read_line
from coachtui.places import Places
from coachtui.sharing.editing import lend
from coachtui.store.belonging import BESIDE_A_LINE, OWNERS, SHARED, TYPED
from coachtui.store.notebook import Notebook
from coachtui.store.present import TABLES, Change, Fields
from coachtui.store.purge_plan import Plan
from tests.support.homes import Desk, seconds_on
from tests.support.sharing import share, sync

NAME, TEAM = "Zqxana Zqxruiz", "Grade 4 Math"
MARK = "zqx"
"""In every word of the lead's, in no word of anybody else's; three letters, as the shortest beginnings in the search index."""
STAYS = "Maria Okafor"
_PARENTS = {
    "observation": "o1",
    "cycle": "cycles-zq",
    "one_on_one": "one_on_ones-zq",
    "conversation": "conversations-zq",
    "about": "feedback-zq",
    "line": "kept-zq",
    "source": "kept-zq",
}
_OF_THE_LEAD = [
    table for table in TABLES if table in OWNERS and table not in ("put_off", "holds", "observations", "lines")
]


def tell_all(desk: Desk) -> str:
    """Write all of it; the id of the lead. What was done is undone here and there, taken out, half-typed, shared."""
    places = desk.places
    desk.do(lambda notebook: notebook.people.add_team(TEAM, NAME, ("Tom Adeyemi",)))
    desk.do(lambda notebook: notebook.people.add_team("Grade 6", STAYS, ("Priya Nair",)))
    lead = desk.do(lambda notebook: notebook.leads.called(NAME)[0].id)
    desk.begin(team=TEAM)
    desk.begin("o2", seconds_on(7200), team="Grade 6")
    desk.do(_write_lines)
    desk.do(lambda notebook: _put_everywhere(notebook, lead))
    desk.do(lambda notebook: _half_type(notebook, lead))
    desk.do(lambda notebook: notebook.observations.end("o1", seconds_on(3000).utc_ms))
    share(desk)
    sync(desk)
    desk.do(lambda notebook: notebook.observations.end("o2", seconds_on(9000).utc_ms))
    _leave_outside(places)
    return lead


def _write_lines(notebook: Notebook) -> None:
    lines, began = notebook.lines, seconds_on(30)
    lines.file("o1", read_line("zqxline one of evidence *"), began, "kept-zq")
    for number, words in enumerate(("? zqxwondering", "! zqxjudgment", "zqxspeaker: zqxsaid #zqxcode"), 1):
        lines.file("o1", read_line(words), seconds_on(30 + number), f"line-{number}")
    lines.rewrite("line-1", read_line("? zqxrewritten"))
    lines.file("o1", read_line("zqxundone"), seconds_on(50), "undone")
    notebook.undo("o1")
    notebook.accounts.give("kept-zq", "zqxaccount by the lead")
    lines.file("o2", read_line("stays as it is"), seconds_on(7300), "other-1")


def _put_everywhere(notebook: Notebook, lead: str) -> None:
    """A row in every table that belongs to a lead, each typed column with a word that stands nowhere else; some are taken out."""
    for suffix in ("zq", "gone"):
        for table in _OF_THE_LEAD:
            row = _row(notebook, table, lead, suffix)
            changes = [Change(table, None, row)]

            def work(_: object, table: str = table, changes: list[Change] = changes) -> None:
                notebook.events.record(lead, f"put: zqxtitle of {table}", changes)

            notebook.file.write(work)
            if suffix == "gone":
                assert notebook.undo(lead) is not None


def _row(notebook: Notebook, table: str, lead: str, suffix: str) -> Fields:
    kinds = {row[1]: row[2:4] for row in notebook.file.rows(f"PRAGMA table_info({table})")}
    usual: dict[str, Any] = {
        column: None if not kinds[column][1] else 0 if kinds[column][0] == "INTEGER" else "" for column in TABLES[table]
    }
    owners = (*OWNERS[table], *filter(None, (BESIDE_A_LINE.get(table),)))
    parents = {column: lead if column == "lead" else _PARENTS[column] for column in owners}
    words = {column: f"zqx{table}{column}{suffix}" for column in (TYPED | SHARED).get(table, ())}
    days = {"day": "2026-03-10"} if "day" in usual else {}
    return usual | days | parents | words | _odd(table, suffix) | {"id": f"{table}-{suffix}"}


def _odd(table: str, suffix: str) -> Fields:
    """What else such a row needs to be one that a shelf can read."""
    ref = {"ref": f"{table[0]}zq{suffix}"} if "ref" in TABLES[table] else {}
    states = {"cycles": "draft", "steps": "agreed", "feedback": "draft", "conversations": "planning",
              "one_on_ones": "held", "items": "open", "lead_words": "seen"}  # fmt: skip
    state = {"state": states[table]} if table in states else {}
    kinds = {"entries": "step", "shares": "step"}
    kind = {"kind": kinds[table]} if table in kinds else {}
    share = {"way": "md", "zone": "UTC", "settled": "{}", "left_out": "{}"} if table == "shares" else {}
    return {**ref, **state, **kind, **share}


def _half_type(notebook: Notebook, lead: str) -> None:
    scopes = ("o1", "feedback:feedback-zq", "ask:goal:cycles-zq", f"ask:situation:{lead}", "together:conversations-zq:facts:lead",
              "gate:observation:o1", "ask:account:kept-zq")  # fmt: skip
    for scope in scopes:
        for length in range(1, 12):
            notebook.drafts.keep(Draft(scope, "zqxhalftyped"[:length], length, seconds_on(60)))
    notebook.drafts.keep(Draft("o2", "half of a line that stays", 5, seconds_on(60)))
    notebook.together.begin("conversations-zq")
    notebook.own_words.add("Zqxruiz")
    notebook.holds.lift(notebook.holds.put([lead], NAME, "zqxrequest").id)
    notebook.today.put_off(f"unseen:{lead}:2026", None)


def _leave_outside(places: Places) -> None:
    """What lies beside the notebook: a file of the drop box that can't be read whole, a text lent to an editor."""
    places.dropbox.mkdir(mode=0o700, exist_ok=True)
    (places.dropbox / "old.unread").write_bytes(
        b'{"lines": ["zqxdropped"], "of": "o1"}\n{"lines": ["stays in the box"], "of": "o2"}\n{"lines": ["zqxtorn'
    )
    (places.dropbox / ".old.unread.123.part").write_bytes(b"zqxpart")
    (places.home / ".restoring.db").write_bytes(b"zqxrestoring")
    lend(places.home, "zqxlent to an editor")


def plan_for(notebook: Notebook, words: str = NAME, *, with_lines: bool = False) -> Plan:
    """What purging this person would do."""
    planning = notebook.purging.planning()
    return planning.of_person(planning.meant(words), with_lines=with_lines)


def traces_but_record(home: Path, word: str = MARK) -> list[str]:
    """In which files of the home, but those of the record, the word is found, or in whose name."""
    found: list[str] = []
    for path in sorted(path for path in home.rglob("*") if path.is_file()):
        where = str(path.relative_to(home))
        if not where.startswith("record/") and (
            word in path.read_bytes().lower().decode("latin-1") or word in where.lower()
        ):
            found.append(where)
    return found
