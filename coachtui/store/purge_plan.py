"""What a purge would do away with, and what stays and why: told before anything is done."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import NamedTuple

from coachtui.model.hold import Hold
from coachtui.model.purge import PERSON
from coachtui.model.retention import Keep, kind_words, what_is_old
from coachtui.model.unnaming import Unnaming
from coachtui.store.belonging import SHARED, TYPED
from coachtui.store.file import NotebookFile
from coachtui.store.holds import Held, Holds
from coachtui.store.outdated import TABLE_OF, due
from coachtui.store.ties import Row, Ties
from coachtui.store.whom import Meant, whom
from coachtui.wording import _, _m, _n, counted

REFS = ("observations", "feedback", "cycles", "steps", "one_on_ones", "conversations")


_IS_HELD = _(
    "There is a hold on what is written here, so it stays. 'coachtui hold' says why it is held, and since when."
)


class Plan(NamedTuple):
    """What would go. `counts` are by table, of what is there now; `past` counts what was taken out or undone before.

    `refs` are what a person types to name some of it, by table. `kept` says in sentences what stays though it is old enough.
    `elsewhere` counts, by table, where the name stands in what stays, `shared` where it stands in what was shared with others.
    `untouched` are the rows that keep the name, `files` those of the record that were delivered: they stay.
    """

    what: str
    name: str
    rows: frozenset[Row]
    counts: dict[str, int]
    past: int
    refs: dict[str, list[str]]
    kept: tuple[str, ...] = ()
    elsewhere: dict[str, int] = {}
    shared: int = 0
    unnaming: Unnaming | None = None
    untouched: frozenset[Row] = frozenset()
    files: tuple[str, ...] = ()

    @property
    def is_of_member(self) -> bool:
        """Whether it is of somebody who leads nobody."""
        return bool(self.name) and all(table != "leads" for table, __ in self.rows)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return not self.rows and not self.elsewhere


class Planning:
    """Plans purges of one notebook, read once. Every verb raises a NotebookError; nothing is changed by it."""

    def __init__(self, file: NotebookFile, ties: Ties, holds: Holds) -> None:
        self._file = file
        self._ties = ties
        self._holds = holds

    def meant(self, words: str) -> Meant:
        """The person of this name."""
        return whom(self._ties, words)

    def of_person(self, meant: Meant, *, with_lines: bool) -> Plan:
        """All that is a person's; with the lines of other people's meetings that name them, or without. Raises Held."""
        held = self._held()
        rows = self._ties.with_theirs([*meant.rows, *self._own_words(meant), *self._said_by(meant)])
        if any(hold.is_of_all for hold in self._holds.all()) or rows & held:
            raise Held(self._stays(meant))
        unnaming = Unnaming(meant.mine, meant.others)
        named = list(self._naming(unnaming, rows))
        if with_lines:
            lines = [row for row in named if row[0] == "lines" and row not in held]
            rows |= self._ties.with_theirs(lines)
            rows -= held
            named = [row for row in named if row not in rows]
        elsewhere = Counter(table for table, __ in named if table not in SHARED)
        shared = sum(table in SHARED for table, __ in named)
        kept = _held_back(sum(row in held for row in named))
        plan = self._plan(PERSON, meant.name, rows, kept)
        return plan._replace(elsewhere=dict(elsewhere), shared=shared, unnaming=unnaming, untouched=frozenset(held),
                             files=tuple(self._files(meant)))  # fmt: skip

    def of_age(self, keep: Keep, today: date) -> Plan:
        """What is older than it is to be kept. What is held, or belongs to something that is kept longer, stays."""
        old = {
            kind: [*rows, *self._past(kind, keep[kind].before(today))] for kind, rows in due(self._file, keep, today)
        }
        every = {row for rows in old.values() for row in rows}
        held = self._held()
        longer = {row for row in self._ties.present if row[0] in TABLE_OF.values()} - every
        gone: set[Row] = set()
        kept: list[str] = []
        for kind, rows in old.items():
            theirs = {row: self._ties.with_theirs([row]) for row in rows}
            is_held = {row for row in rows if theirs[row] & held}
            is_longer = {row for row in rows if theirs[row] & longer} - is_held
            gone |= {each for row in rows if row not in is_held | is_longer for each in theirs[row]}
            kept += _kept_back(kind, len(is_held), len(is_longer))
        return self._plan(what_is_old(keep), "", gone, kept)

    def of_observation(self, identity: str) -> Plan:
        """One observation whole, begun by mistake. Raises Held where it must stay, or where something stands on it."""
        gone = self._ties.with_theirs([("observations", identity)])
        if any(table == "feedback" for table, __ in gone):
            raise Held(_("There is feedback on this observation, so it stays. Nothing was changed."))
        said = {str(self._ties.known(row, "speaker") or "").casefold() for row in gone if row[0] == "lines"}
        is_named = any(said & self._holds.names_of(hold) for hold in self._holds.all())
        if is_named or gone & self._held():
            raise Held(_IS_HELD)
        return self._plan(_m("an observation"), "", gone, ())

    def _plan(self, what: str, name: str, rows: set[Row], kept: Sequence[str]) -> Plan:
        there = rows & self._ties.present
        refs = {table: self._refs(table, there) for table in REFS}
        counts = Counter(table for table, __ in there)
        return Plan(what, name, frozenset(rows), dict(counts), len(rows) - len(there), refs, tuple(kept))

    def _refs(self, table: str, rows: set[Row]) -> list[str]:
        found = self._file.rows(f"SELECT id, ref FROM {table} ORDER BY n")  # noqa: S608
        return [str(ref) for identity, ref in found if (table, identity) in rows]

    def _past(self, kind: str, before: date) -> list[Row]:
        """Those of a kind that were taken out, or undone, before this day."""
        limit = datetime.combine(before, time(), UTC).isoformat()
        rows = self._ties.rows(TABLE_OF[kind])
        return [row for row in rows if row not in self._ties.present and self._ties.last_at[row] < limit]

    def _said_by(self, meant: Meant) -> Iterator[Row]:
        """What a member said in any meeting. What a lead said in other people's meetings is about these meetings."""
        if meant.is_lead:
            return
        names = meant.names - {form.casefold() for each in meant.others for form in (each.name, each.handle)}
        for row in self._ties.rows("lines"):
            if str(self._ties.known(row, "speaker") or "").casefold() in names:
                yield row

    def _own_words(self, meant: Meant) -> Iterator[Row]:
        """Parts of the name that the speller was told to take as they are."""
        parts = {part.casefold() for each in meant.mine for part in each.name.split()}
        parts -= {part.casefold() for each in meant.others for part in each.name.split()}
        for row in self._ties.rows("own_words"):
            if str(self._ties.known(row, "word")).casefold() in parts:
                yield row

    def _naming(self, unnaming: Unnaming, gone: set[Row]) -> Iterator[Row]:
        """The rows that stay and name the person."""
        for table, columns in (TYPED | SHARED).items():
            for identity, *texts in self._file.rows(f"SELECT id, {', '.join(columns)} FROM {table} ORDER BY n"):  # noqa: S608
                row = (table, str(identity))
                if row not in gone and any(unnaming.stands_in(str(text)) for text in texts if text):
                    yield row

    def _files(self, meant: Meant) -> Iterator[str]:
        """The files of the record that were delivered to a lead."""
        for table, identity in meant.rows:
            if table == "leads":
                found = self._file.rows("SELECT folder, file FROM delivered WHERE lead = ? ORDER BY n", (identity,))
                yield from (str(Path(folder) / file) for folder, file in found)

    def _held(self) -> set[Row]:
        """All that is about those whose words must stay, also what was taken out or undone."""
        held: set[Row] = set()
        for hold in self._holds.all():
            held |= self._ties.all() if hold.is_of_all else self._held_by(hold)
        return held

    def _held_by(self, hold: Hold) -> set[Row]:
        names = self._holds.names_of(hold)
        people = [row for table in ("leads", "members") for row in self._ties.rows(table) if row[1] in hold.ids]
        said = [row for row in self._ties.rows("lines")
                if str(self._ties.known(row, "speaker") or "").casefold() in names]  # fmt: skip
        return self._ties.with_theirs([*people, *said])

    def _stays(self, meant: Meant) -> str:
        """Why a person can't be purged."""
        mine = {identity for __, identity in meant.rows}
        holds = [hold for hold in self._holds.all() if hold.is_of_all or mine & set(hold.ids)]
        if holds and holds[0].is_of_all:
            return _(
                "There is a hold on what is written about everyone, so nothing was purged. "
                "'coachtui hold' says why it is held, and since when."
            )
        if holds:
            return _(
                "There is a hold on what is written about {whom_text}, so nothing was purged. "
                "'coachtui hold' says why it is held, and since when."
            ).format(whom_text=meant.name)
        return _(
            "Something that belongs to {name} is about somebody on whom there is a hold, so nothing was purged. "
            "'coachtui hold' says who that is."
        ).format(name=meant.name)


def _held_back(number: int) -> tuple[str, ...]:
    if not number:
        return ()
    return (
        counted(
            number,
            "In {n} place the name stays as it is: there is a hold on them.",
            "In {n} places the name stays as it is: there is a hold on them.",
        ),
    )


def _kept_back(kind: str, held: int, longer: int) -> Iterator[str]:
    """What is old enough and stays all the same."""
    if held:
        yield _n("{what} stays: there is a hold.", "{what} stay: there is a hold.", held).format(
            what=kind_words(kind, held)
        )
    if longer:
        yield _n(
            "{what} stays: what belongs to it is kept longer, such as feedback on it.",
            "{what} stay: what belongs to them is kept longer, such as feedback on it.",
            longer,
        ).format(what=kind_words(kind, longer))
