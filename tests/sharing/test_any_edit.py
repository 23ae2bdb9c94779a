"""Whatever is done to a record's file by hand: no word of it is lost, our words stand once, and a second sync changes nothing."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachtui.model.overlap import words_of
from coachtui.sharing.record_file import what_lead_sees
from tests.support.homes import Desk
from tests.support.sharing import LEAD, a_school, hold, share, sync

Edit = Callable[[list[str], random.Random, str], None]


def _insert(rows: list[str], chance: random.Random, words: str) -> None:
    rows.insert(chance.randint(0, len(rows)), words)


def _append(rows: list[str], chance: random.Random, words: str) -> None:
    place = chance.randrange(len(rows))
    if "coachtui" not in rows[place]:
        rows[place] += f" {words}"


def _delete(rows: list[str], chance: random.Random, words: str) -> None:
    if len(rows) > 1:
        del rows[chance.randrange(len(rows))]


def _double(rows: list[str], chance: random.Random, words: str) -> None:
    start = chance.randrange(len(rows))
    rows += rows[start : start + chance.randint(1, 12)]


def _move(rows: list[str], chance: random.Random, words: str) -> None:
    rows.insert(chance.randrange(len(rows)), rows.pop(chance.randrange(len(rows))))


def _spoil(rows: list[str], chance: random.Random, words: str) -> None:
    rows[chance.randrange(len(rows))] = f"<!-- coachtui {words} -->"


EDITS: list[Edit] = [_insert, _insert, _append, _delete, _double, _move, _spoil]


@given(st.lists(st.sampled_from(EDITS), min_size=1, max_size=8), st.integers(0, 2**32), st.booleans(), st.booleans())
@settings(max_examples=20, deadline=None)
def test_no_word_is_lost_and_the_next_sync_finds_nothing_new(
    tmp_path_factory: pytest.TempPathFactory, edits: list[Edit], seed: int, as_copy: bool, is_shared_again: bool
) -> None:
    desk, chance = a_school(tmp_path_factory.mktemp("any")), random.Random(seed)
    hold(desk, "o2", "A second meeting has other words")
    for identity in ("o1", "o2"):
        share(desk, f"observation:{identity}")
    (name,) = sync(desk).delivered
    path = desk.places.record / name
    rows = path.read_text().split("\n")
    for number, edit in enumerate(edits):
        edit(rows, chance, f"word{number}x{seed}")
    (path.with_name("a copy.md") if as_copy else path).write_text("\n".join(rows))
    if is_shared_again:
        share(desk, change=lambda gate: gate.edited("title", "Said anew"))
    written = {word for row in rows if "<!--" not in row for word in words_of(row)}
    sync(desk)
    assert written <= _all_words(desk), written - _all_words(desk)
    lead = desk.do(lambda notebook: notebook.people.lead_called(LEAD)) or ""
    seen = desk.do(lambda notebook: what_lead_sees(notebook.outbox.files_of(lead)[0]))
    found = {each.name: each.read_bytes() for each in desk.places.record.rglob("*.md")}
    assert _lines(path.read_text()) == _lines(seen)
    assert seen.count("<!-- coachtui entry") == 2
    again = sync(desk)
    assert (again.delivered, again.read, again.merged, again.waits) == ([], [], [], [])
    assert {each.name: each.read_bytes() for each in desk.places.record.rglob("*.md")} == found


def _lines(text: str) -> list[str]:
    return [row.rstrip() for row in text.rstrip().split("\n")]


def _all_words(desk: Desk) -> set[str]:
    """Every word in the folder, also in what was set aside or put away."""
    return {word for path in desk.places.record.rglob("*.md") for word in words_of(path.read_text())}
