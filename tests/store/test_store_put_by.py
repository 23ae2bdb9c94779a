"""What SQLite puts by while it works stays in memory: no word goes into a temporary file outside the home."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from coachtui.store import salvaging
from coachtui.store.connecting import connect
from coachtui.store.key import Key
from tests.support.homes import Desk

_MUCH = """
WITH RECURSIVE many (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < 30000)
SELECT n, hex(randomblob(100)) AS words FROM many ORDER BY words
"""
_KEY = Key(bytes(32), bytes(16))


def put_by() -> list[str]:
    """The temporary files of SQLite's that this process has open; their names are gone already."""
    found: list[str] = []
    for name in os.listdir("/proc/self/fd"):
        try:
            found.append(os.readlink(f"/proc/self/fd/{name}"))
        except OSError:
            continue
    return [each for each in found if "etilqs" in each]


def seen_in(path: Path, key: Key | None, *pragmas: str) -> list[str]:
    """What is put by while much is put in order."""
    connection = connect(path, key)
    try:
        for pragma in ("PRAGMA cache_size=-256", *pragmas):
            connection.execute(pragma)
        rows = connection.execute(_MUCH)
        next(rows)
        return put_by()
    finally:
        connection.close()


@pytest.mark.goal("C2")
@pytest.mark.parametrize("key", [None, _KEY])
def test_no_connection_puts_words_into_a_temporary_file(tmp_path: Path, key: Key | None) -> None:
    assert seen_in(tmp_path / "any.db", key) == []


@pytest.mark.goal("C2", sabotage=True)
def test_a_temporary_file_is_seen(tmp_path: Path) -> None:
    assert len(seen_in(tmp_path / "any.db", None, "PRAGMA temp_store=FILE")) == 1


@pytest.mark.goal("C2")
def test_nor_does_a_repair(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """It makes the notebook anew in one piece, and may have to take back much of it."""
    desk.begin()
    desk.paste(*(f"line {number} of some length, so that there is much to put by" * 6 for number in range(300)))
    seen: list[str] = []
    put_back: Callable[..., None] = salvaging._put_back_others

    def look(*given: object) -> None:
        put_back(*given)
        seen.extend(put_by())

    monkeypatch.setattr(salvaging, "_put_back_others", look)
    salvaging.salvage(desk.places, desk.clock)
    assert seen == []
