"""Today: the facts of a day, the cards that come out of them, and what was put off."""

import sqlite3
from typing import NamedTuple

from coachtui.model.card import SUBJECT, Card
from coachtui.model.cards import cards_of
from coachtui.model.day_facts import Day, Facts
from coachtui.model.first_steps import Begun, first_steps
from coachtui.model.retention import Keep
from coachtui.store.bells import BellShelf
from coachtui.store.blocks import Blocks
from coachtui.store.conversations import Conversations
from coachtui.store.cycles import Cycles
from coachtui.store.day_facts import DayFacts
from coachtui.store.holds import Holds
from coachtui.store.observation_rows import ObservationRows
from coachtui.store.one_on_ones import OneOnOnes
from coachtui.store.present import Change
from coachtui.store.record import Record
from coachtui.store.shelf import Desk, Shelf
from coachtui.store.steps import Steps
from coachtui.store.supports import Supports
from coachtui.wording import _m

_AT_A_TIME = 500


class Review(NamedTuple):
    """What Today shows: the moment and the bells, every card that is not put off by consequence; or what to do first."""

    day: Day
    cards: list[Card]
    first: tuple[str, ...] = ()


class TodayShelf(Shelf):
    """The review of a day. Every verb raises a NotebookError; then nothing was changed."""

    def __init__(self, desk: Desk, rows: ObservationRows, cycles: Cycles, steps: Steps, bells: BellShelf,
                 one_on_ones: OneOnOnes, record: Record, blocks: Blocks, conversations: Conversations,
                 supports: Supports, holds: Holds) -> None:  # fmt: skip
        super().__init__(desk)
        self._bells = bells
        self._facts = DayFacts(
            desk.file, rows, cycles, steps, one_on_ones, record, blocks, conversations, supports, holds
        )

    def review(self, now_ms: int, zone: str, keep: Keep | None = None) -> Review:
        """The cards of this moment, in ms since 1970 UTC, in this zone, where things are kept for so long."""
        day = Day(now_ms, zone, self._bells.all(), self._bells.days_off(), keep or {})
        facts = self._facts.on(day)
        cards = cards_of(facts, day)
        away = self._put_off([card.key for card in cards], now_ms)
        waiting = [card for card in cards if card.key not in away]
        return Review(day, waiting, () if waiting else first_steps(self._begun(facts, day)))

    def _begun(self, facts: Facts, day: Day) -> Begun:
        """What there is already, on a day on which nothing waits."""
        has_any = self._file.row("SELECT 1 FROM observations LIMIT 1") is not None
        return Begun(has_any, bool(facts.seen), bool(facts.cycles), bool(day.bells.schedules))

    def put_off(self, key: str, until_utc_ms: int | None) -> None:
        """Put a card away until a moment; for good, if its reason stays the same, where there is none."""

        def work(_: sqlite3.Connection) -> None:
            row = self._file.row("SELECT id, card, until_utc_ms FROM put_off WHERE card = ?", (key,))
            was = None if row is None else dict(zip(("id", "card", "until_utc_ms"), row, strict=True))
            identity = self._new_id() if was is None else was["id"]
            now = {"id": identity, "card": key, "until_utc_ms": until_utc_ms}
            what = _m("card done") if until_utc_ms is None else _m("card put off")
            self._record(SUBJECT, what, Change("put_off", was, now))

        self._file.write(work)

    def _put_off(self, keys: list[str], now_ms: int) -> set[str]:
        """Which of these cards are away now."""
        away: set[str] = set()
        for start in range(0, len(keys), _AT_A_TIME):
            some = keys[start : start + _AT_A_TIME]
            marks = ", ".join("?" * len(some))
            rows = self._file.rows(
                f"SELECT card FROM put_off WHERE card IN ({marks}) AND coalesce(until_utc_ms > ?, 1)",  # noqa: S608
                (*some, now_ms),
            )
            away.update(row[0] for row in rows)
        return away
