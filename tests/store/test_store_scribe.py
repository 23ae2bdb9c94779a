"""The scribe: one thread, in order; half-typed text coalesced; what was written insisted on; nothing left behind."""

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from coachtui.model.draft import Draft
from coachtui.model.grammar import read_line
from coachtui.store import insisting as scribe_module
from coachtui.store.errors import NotebookError, NotebookFull, NotFound
from coachtui.store.explain import FULL
from coachtui.store.notebook import Notebook
from coachtui.store.scribe import Scribe
from tests.support.clocks import A_MORNING
from tests.support.homes import Desk, open_notebook

PATIENCE = 10  # seconds; far more than anything here takes


@dataclass
class Pad:
    """Stands where the notebook stands, writes down what it is told, and can be held up."""

    done: list[str] = field(default_factory=list[str])
    texts: list[str] = field(default_factory=list[str])
    threads: set[str] = field(default_factory=set[str])
    go_on: threading.Event = field(default_factory=threading.Event)
    faults: list[Exception] = field(default_factory=list[Exception])
    closed: bool = False

    @property
    def drafts(self) -> "Pad":
        """Itself: it keeps half-typed text too."""
        return self

    def keep(self, draft: Draft) -> None:
        """Keep half-typed text, or fail with the next fault."""
        self.write(f"draft {draft.scope} {draft.text}")
        self.texts.append(draft.text)

    def write(self, words: str) -> str:
        """Write something down, or fail with the next fault."""
        assert not self.closed
        self.threads.add(threading.current_thread().name)
        if self.faults:
            raise self.faults.pop(0)
        self.done.append(words)
        return words

    def wait(self) -> None:
        """Hold the scribe up until the test says so."""
        assert self.go_on.wait(PATIENCE)

    def close(self) -> None:
        """Be closed."""
        self.closed = True


def writing(words: str) -> Callable[[Pad], str]:
    """The verb that writes this down."""
    return lambda pad: pad.write(words)


@pytest.fixture(autouse=True)
def quick_retries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait a whole second before the disk is tried again."""
    monkeypatch.setattr(scribe_module, "RETRY_SECONDS", 0.01)


def run(work: Callable[[Scribe, Pad], Awaitable[None]], pad: Pad | None = None) -> tuple[Pad, list[Any]]:
    """Run this with a scribe that has started on a pad; the pad and what trouble was told, once the scribe closed."""
    told: list[Any] = []
    used = pad or Pad()

    async def inside() -> None:
        scribe = Scribe(told.append)
        await scribe.start(lambda: used)
        await asyncio.wait_for(asyncio.ensure_future(work(scribe, used)), PATIENCE)
        used.go_on.set()
        assert scribe.close(PATIENCE)

    asyncio.run(inside())
    return used, told


def test_everything_is_done_on_one_thread_of_its_own_in_order() -> None:
    async def work(scribe: Scribe, pad: Pad) -> None:
        promises = [scribe.ask(writing(str(n))) for n in range(200)]
        scribe.jot(Draft("o1", "half", 4, None))
        assert await scribe.do(lambda pad: pad.write("last")) == "last"
        assert await asyncio.gather(*promises) == [str(n) for n in range(200)]

    pad, _ = run(work)
    assert pad.done == [*(str(n) for n in range(200)), "draft o1 half", "last"]
    assert pad.threads == {"scribe"}
    assert pad.closed


@pytest.mark.goal("R5")
def test_half_typed_text_is_coalesced_while_the_scribe_is_busy_and_the_newest_is_kept() -> None:
    async def work(scribe: Scribe, pad: Pad) -> None:
        busy = scribe.ask(lambda pad: pad.wait())
        for length in range(1, 1001):
            scribe.jot(Draft("o1", "x" * length, length, None))
        pad.go_on.set()
        await busy
        await scribe.do(lambda pad: None)

    pad, _ = run(work)
    assert pad.texts == ["x" * 1000]


@pytest.mark.goal("R4")
def test_half_typed_text_never_overtakes_a_line_nor_one_of_another_place() -> None:
    async def work(scribe: Scribe, pad: Pad) -> None:
        busy = scribe.ask(lambda pad: pad.wait())
        scribe.jot(Draft("o1", "ab", 2, None))
        scribe.jot(Draft("o1", "abc", 3, None))
        filed = scribe.ask(lambda pad: pad.write("abc filed"))
        scribe.jot(Draft("o1", "d", 1, None))
        scribe.jot(Draft("o2", "e", 1, None))
        scribe.jot(Draft("o1", "de", 2, None))
        pad.go_on.set()
        await asyncio.gather(busy, filed)

    pad, _ = run(work)
    assert pad.done == ["draft o1 abc", "abc filed", "draft o1 d", "draft o2 e", "draft o1 de"]


def jotted_beside_a_busy_disk() -> bool:
    """Whether a thousand keys are taken while the disk does not answer."""
    taken: list[bool] = []

    async def work(scribe: Scribe, pad: Pad) -> None:
        scribe.ask(lambda pad: pad.wait())
        typing = asyncio.get_running_loop().run_in_executor(None, type_a_thousand, scribe)
        done, _ = await asyncio.wait([typing], timeout=2)
        taken.append(bool(done))
        pad.go_on.set()
        await typing

    run(work)
    return taken[0]


def type_a_thousand(scribe: Scribe) -> None:
    for length in range(1000):
        scribe.jot(Draft("o1", "x" * length, length, None))


@pytest.mark.goal("R5")
def test_jotting_never_waits() -> None:
    assert jotted_beside_a_busy_disk()


@pytest.mark.goal("R5", sabotage=True)
def test_a_scribe_that_waits_for_the_disk_at_a_key_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def wait(scribe: Scribe, draft: Draft) -> None:
        while scribe._notebook is None or not scribe._notebook.go_on.is_set():
            time.sleep(0.01)

    monkeypatch.setattr(Scribe, "jot", wait)
    assert not jotted_beside_a_busy_disk()


def test_what_a_verb_raises_comes_to_the_one_who_asked_and_the_scribe_goes_on() -> None:
    async def work(scribe: Scribe, pad: Pad) -> None:
        pad.faults = [NotFound("no such thing"), ValueError("a mistake of ours")]
        for fault in (NotFound, ValueError):
            with pytest.raises(fault):
                await scribe.do(lambda pad: pad.write("never"))
        assert await scribe.do(lambda pad: pad.write("after")) == "after"

    pad, told = run(work)
    assert pad.done == ["after"]
    assert told == []


def test_what_was_written_is_tried_until_the_disk_takes_it_and_the_rest_waits_in_order() -> None:
    async def work(scribe: Scribe, pad: Pad) -> None:
        pad.faults = [NotebookFull(FULL)] * 3
        first = scribe.ask(lambda pad: pad.write("first"), insist=True)
        second = scribe.ask(lambda pad: pad.write("second"), insist=True)
        assert [*await asyncio.gather(first, second)] == ["first", "second"]

    pad, told = run(work)
    assert pad.done == ["first", "second"]
    assert [str(trouble) if trouble else None for trouble in told] == [FULL, FULL, FULL, None]


def test_half_typed_text_is_tried_again_and_a_newer_one_takes_its_place() -> None:
    async def work(scribe: Scribe, pad: Pad) -> None:
        pad.faults = [NotebookFull(FULL)] * 50
        scribe.jot(Draft("o1", "a", 1, None))
        await asyncio.sleep(0.05)
        scribe.jot(Draft("o1", "ab", 2, None))
        pad.faults = []
        await scribe.do(lambda pad: None)

    pad, told = run(work)
    assert pad.texts[-1] == "ab"
    assert told[-1] is None


@pytest.mark.parametrize("fault", [NotFound("odd"), ValueError("a mistake of ours"), UnicodeError("odd text")])
def test_no_fault_in_half_typed_text_stops_the_scribe(fault: Exception) -> None:
    async def work(scribe: Scribe, pad: Pad) -> None:
        pad.faults = [fault]
        scribe.jot(Draft("o1", "a", 1, None))
        assert await scribe.do(lambda pad: pad.write("line")) == "line"

    pad, told = run(work)
    assert pad.done == ["line"]
    assert len(told) == 1
    assert isinstance(told[0], NotebookError)


def test_a_listener_that_is_gone_does_not_stop_the_scribe() -> None:
    done: list[str] = []

    def gone(_: object) -> None:
        raise RuntimeError("the screen is closed")

    async def inside() -> None:
        scribe, pad = Scribe(gone), Pad(faults=[NotebookFull(FULL), NotebookFull(FULL)], done=done)
        await scribe.start(lambda: pad)
        scribe.jot(Draft("o1", "a", 1, None))
        promise = scribe.ask(lambda pad: pad.write("line"), insist=True)
        assert await asyncio.wait_for(promise, PATIENCE) == "line"
        assert scribe.close(PATIENCE)

    asyncio.run(inside())
    assert done == ["draft o1 a", "line"]


def test_closing_finishes_what_was_asked_for() -> None:
    async def work(scribe: Scribe, pad: Pad) -> None:
        scribe.ask(lambda pad: pad.wait())
        for n in range(50):
            scribe.ask(writing(str(n)), insist=True)
        scribe.jot(Draft("o1", "half", 4, None))

    pad, _ = run(work)
    assert pad.done == [*(str(n) for n in range(50)), "draft o1 half"]
    assert pad.closed


def test_closing_while_the_disk_will_not_write_gives_up_with_what_kept_it() -> None:
    async def inside() -> None:
        scribe, pad = Scribe(lambda _: None), Pad(faults=[NotebookFull(FULL)] * 10_000)
        await scribe.start(lambda: pad)
        promise = scribe.ask(lambda pad: pad.write("line"), insist=True)
        await asyncio.sleep(0.05)
        assert not scribe.close(PATIENCE)
        with pytest.raises(NotebookFull):
            await asyncio.wait_for(promise, PATIENCE)
        assert pad.closed and not scribe.wrote_elsewhere

    asyncio.run(inside())


@pytest.mark.parametrize("has_more", [False, True])
def test_what_the_disk_will_not_take_at_closing_goes_into_the_stand_in_and_the_rest_after_it(has_more: bool) -> None:
    """What the stand-in can't do is lost, and closing says so."""

    async def inside() -> None:
        box = Pad()
        scribe, pad = Scribe(lambda _: None, lambda: box), Pad(faults=[NotebookFull(FULL)] * 10_000)
        await scribe.start(lambda: pad)
        first = scribe.ask(writing("first"), insist=True)
        await asyncio.sleep(0.05)
        second = scribe.ask(writing("second"), insist=True)
        scribe.jot(Draft("o1", "half", 4, None))
        unknown = scribe.ask(lambda pad: pad.unheard_of(), insist=True) if has_more else None
        assert scribe.close(PATIENCE) is not has_more and scribe.wrote_elsewhere
        assert [await first, await second] == ["first", "second"]
        if unknown is not None:
            with pytest.raises(NotebookFull):
                await unknown
        assert (pad.done, box.done) == ([], ["first", "second", "draft o1 half"])
        assert box.closed

    asyncio.run(inside())


def test_closing_says_when_it_could_not_finish_in_time() -> None:
    async def inside() -> None:
        scribe, pad = Scribe(lambda _: None), Pad()
        await scribe.start(lambda: pad)
        scribe.ask(lambda pad: pad.wait())
        assert not scribe.close(0.05)
        pad.go_on.set()
        assert scribe.close(PATIENCE)

    asyncio.run(inside())


def test_closing_while_it_is_still_being_opened_loses_nothing_where_nothing_was_asked() -> None:
    async def inside() -> None:
        go_on = threading.Event()

        def open_slowly() -> Pad:
            go_on.wait(PATIENCE)
            return Pad()

        idle, asked = Scribe(lambda _: None), Scribe(lambda _: None)
        for scribe in (idle, asked):
            opening = asyncio.ensure_future(scribe.start(open_slowly))
            await asyncio.sleep(0)
            opening.cancel()
        asked.jot(Draft("o1", "half", 4, None))
        assert idle.close(0.05) and not asked.close(0.05)
        go_on.set()
        assert asked.close(PATIENCE)

    asyncio.run(inside())


def test_what_is_asked_after_closing_is_refused_rather_than_never_answered() -> None:
    async def inside() -> None:
        scribe, pad = Scribe(lambda _: None), Pad()
        await scribe.start(lambda: pad)
        assert scribe.close(PATIENCE)
        with pytest.raises(NotebookError, match="closed"):
            await asyncio.wait_for(scribe.do(lambda pad: pad.write("late")), PATIENCE)
        assert pad.done == []

    asyncio.run(inside())


def test_an_answer_for_a_loop_that_is_gone_does_not_stop_the_scribe() -> None:
    scribe, pad = Scribe(lambda _: None), Pad()

    async def leave() -> None:
        await scribe.start(lambda: pad)
        scribe.ask(lambda pad: pad.wait())
        scribe.ask(lambda pad: pad.write("asked by one who left"), insist=True)
        scribe.jot(Draft("o1", "half", 4, None))

    asyncio.run(leave())
    pad.go_on.set()
    assert scribe.close(PATIENCE)
    assert pad.done == ["asked by one who left", "draft o1 half"]


def test_one_who_gave_up_waiting_does_not_stop_the_scribe() -> None:
    async def work(scribe: Scribe, pad: Pad) -> None:
        scribe.ask(lambda pad: pad.wait())
        given_up = scribe.ask(lambda pad: pad.write("given up"))
        given_up.cancel()
        pad.go_on.set()
        assert await scribe.do(lambda pad: pad.write("after")) == "after"

    pad, _ = run(work)
    assert pad.done[-1] == "after"


def test_what_opening_raised_comes_to_the_one_who_started_and_it_can_be_started_again() -> None:
    async def inside() -> None:
        scribe, pad = Scribe(lambda _: None), Pad()

        def refuse() -> Pad:
            raise NotFound("in use")

        scribe.jot(Draft("o1", "typed while it opened", 21, None))
        with pytest.raises(NotFound, match="in use"):
            await scribe.start(refuse)
        await scribe.start(lambda: pad)
        assert await scribe.do(lambda pad: pad.write("line")) == "line"
        assert scribe.close(PATIENCE)
        assert pad.done == ["draft o1 typed while it opened", "line"]

    asyncio.run(inside())


def test_a_whole_line_on_a_real_notebook(desk: Desk) -> None:
    async def inside() -> None:
        scribe = Scribe(lambda _: None)
        opened: Notebook = await scribe.start(lambda: open_notebook(desk.places))
        assert opened.path == desk.places.notebook
        await scribe.do(lambda notebook: notebook.observations.begin("o1", A_MORNING, "UTC"))
        for length in range(1, 12):
            scribe.jot(Draft("o1", "they agreed"[:length], length, A_MORNING))
        await scribe.do(lambda notebook: notebook.lines.file("o1", read_line("they agreed"), A_MORNING, "l1"))
        scribe.jot(Draft("o1", "and th", 6, None))
        assert scribe.close(PATIENCE)

    asyncio.run(inside())
    assert desk.texts() == ["they agreed"]
    assert desk.do(lambda notebook: notebook.drafts.get("o1")) == Draft("o1", "and th", 6, None)
