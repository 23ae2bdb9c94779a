"""Where words stand in the notebook besides the lines, and the statements that make one index over them.

A row of the index has the number `n * STRIDE + number` of the row that its words are from, so that no word is kept twice.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

STRIDE = 64

_OF_OBSERVATION = "(SELECT {} FROM observations WHERE observations.id = row.observation)"
_ABOUT = "(SELECT {0} FROM {1} WHERE {1}.id = row.about)"
_BOTH_ARE_IN = "row.lead_reflected_on IS NOT NULL AND row.my_reflected_on IS NOT NULL"


class Source(NamedTuple):
    """A table whose words are found; `number` is never given to another one.

    `noun` is what a hit in it is called. `words` are its columns with words. The others are SQL over `row`: the id of the thing
    that a hit opens, the ids of the lead and the team, a day, a moment with its zone, whether a row is told of at all, the
    reference that a person may type, and the name of the table of that thing, where rows of one are read in several rooms.
    """

    number: int
    table: str
    noun: str
    words: tuple[str, ...]
    opens: str = "row.id"
    lead: str = "NULL"
    team: str = "NULL"
    day: str = "NULL"
    at: str = "NULL"
    zone: str = "NULL"
    told: str = "1"
    ref: str = "NULL"
    within: str = "NULL"

    def text(self, row: str) -> str:
        """The words of a row, each column's on lines of its own."""
        parts = (words.replace("row.", f"{row}.") if "row." in words else f"{row}.{words}" for words in self.words)
        return " || char(10) || ".join(parts)

    def place(self, row: str) -> str:
        """The number that the words of a row have in the index."""
        return f"{row}.n * {STRIDE} + {self.number}"


def _in_observation(number: int, table: str, noun: str, *words: str, told: str = "1") -> Source:
    lead, team, at, zone, ref = map(_OF_OBSERVATION.format, ("lead", "team", "anchor_utc_ms", "zone", "ref"))
    return Source(number, table, noun, words, "row.observation", lead, team, at=at, zone=zone, told=told, ref=ref)


_NOT_CONFIDED = "NOT EXISTS (SELECT 1 FROM lines WHERE lines.id = row.line AND lines.kind = 'in confidence')"
_CYCLE_WORDS = (
    "goal", "measure", "baseline", "moment", "target", "extended_because", "verdict_because", "next_goal", "my_reflection",
    f"iif({_BOTH_ARE_IN}, row.lead_reflection, '')",
)  # fmt: skip

SOURCES: tuple[Source, ...] = (
    Source(1, "leads", "lead", ("name", "role"), lead="row.id"),
    Source(2, "teams", "team", ("name",), lead="row.lead", team="row.id"),
    Source(3, "members", "member", ("name",), "row.team", team="row.team"),
    _in_observation(4, "accounts", "account", "words", told=_NOT_CONFIDED),
    _in_observation(5, "closings", "closing words", "strength", "step_idea", "question"),
    _in_observation(6, "agenda", "agenda", "title"),
    Source(7, "cycles", "cycle", _CYCLE_WORDS, lead="row.lead", day="row.starts_on", ref="row.ref"),
    Source(8, "activities", "activity", ("kind", "note"), "row.cycle",
           "(SELECT lead FROM cycles WHERE cycles.id = row.cycle)", day="coalesce(row.done_on, row.planned_on)"),
    Source(9, "steps", "step", ("words", "looks_like", "practice"), lead="row.lead", day="row.by_when", ref="row.ref"),
    Source(10, "days_off", "days off", ("name",), day="row.from_day"),
    Source(11, "entries", "record", ("title", "words"), "row.lead", "row.lead", day="row.day"),
    Source(12, "lead_words", "lead's words", ("words",), "row.lead", "row.lead", at="row.at_utc_ms"),
    Source(13, "one_on_ones", "1:1", ("skipped_because",), lead="row.lead", day="row.day",
           ref="row.ref"),
    Source(14, "items", "1:1 item", ("words",), "coalesce(row.one_on_one, row.lead)", "row.lead",
           day="(SELECT day FROM one_on_ones WHERE one_on_ones.id = row.one_on_one)"),
    Source(15, "blocks", "release time", ("planned", "coalesce(row.actual, '')", "lost_because"), "row.lead", "row.lead",
           day="row.day"),
    Source(16, "deadlines", "deadline", ("label",), day="row.day"),
    Source(17, "bell_schedules", "bell schedule", ("name",)),
    Source(18, "decisions", "decision", ("who", "what"), "row.one_on_one", "row.lead",
           day="(SELECT day FROM one_on_ones WHERE one_on_ones.id = row.one_on_one)"),
    Source(19, "feedback", "feedback", ("text",), lead="row.lead", ref="row.ref", at="row.begun_utc_ms",
           zone="(SELECT zone FROM observations WHERE observations.id = row.observation)"),
    Source(20, "rehearsals", "rehearsal", ("note",), "row.about",
           f"coalesce({_ABOUT.format('lead', 'feedback')}, {_ABOUT.format('lead', 'conversations')})",
           ref=f"coalesce({_ABOUT.format('ref', 'feedback')}, {_ABOUT.format('ref', 'conversations')})",
           within=f"iif({_ABOUT.format('1', 'conversations')}, 'conversations', NULL)"),
    Source(21, "conversations", "conversation", ("with_whom", "set_aside_because"), lead="row.lead", day="row.day",
           ref="row.ref"),
    Source(22, "plan_rows", "conversation", ("words",), "row.conversation",
           "(SELECT lead FROM conversations WHERE conversations.id = row.conversation)", day="row.day",
           ref="(SELECT ref FROM conversations WHERE conversations.id = row.conversation)"),
    Source(23, "supports", "support", ("situation",), "row.lead", "row.lead", day="row.asked_on"),
)  # fmt: skip


def statements(sources: Sequence[Source]) -> Iterator[str]:
    """What makes the index over these, and keeps it in line with the tables."""
    yield _view(sources)
    yield (
        "CREATE VIRTUAL TABLE words_index USING fts5 (text, content='other_words', content_rowid='n', prefix='2 3', "
        'tokenize="unicode61 remove_diacritics 2")'
    )
    yield "INSERT INTO words_index (words_index) VALUES ('rebuild')"
    for each in sources:
        yield from _triggers(each)


def added(sources: Sequence[Source], after: int) -> Iterator[str]:
    """What takes those of a number above `after` into the index, whose tables are new and empty."""
    yield "DROP VIEW other_words"
    yield _view(sources)
    for each in sources:
        if each.number > after:
            yield from _triggers(each)


def _view(sources: Sequence[Source]) -> str:
    selects = (
        f"SELECT {each.place('row')} AS n, {each.text('row')} AS text FROM {each.table} AS row" for each in sources
    )
    return f"CREATE VIEW other_words AS {' UNION ALL '.join(selects)}"


def _triggers(source: Source) -> Iterator[str]:
    put = f"INSERT INTO words_index (rowid, text) VALUES ({source.place('new')}, {source.text('new')});"
    take = f"INSERT INTO words_index (words_index, rowid, text) VALUES ('delete', {source.place('old')}, {source.text('old')});"
    for name, when, work in (
        ("added", "INSERT", put),
        ("gone", "DELETE", take),
        ("changed", "UPDATE", f"{take} {put}"),
    ):
        yield f"CREATE TRIGGER words_of_{source.table}_{name} AFTER {when} ON {source.table} BEGIN {work} END"
