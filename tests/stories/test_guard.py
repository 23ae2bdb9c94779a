"""What the guard takes from Textual's inside: each name is there, of the kind that is relied on, and no other is used."""

import ast
import asyncio
import inspect
from collections import deque
from queue import Queue
from threading import Event, Thread
from typing import Any

import pytest
from textual import events
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.drivers._writer_thread import WriterThread
from textual.drivers.linux_driver import LinuxDriver
from textual.screen import Screen

from coachtui.tui import guard, guarded_driver

RELIED_ON: dict[str, tuple[type, str]] = {
    "_handle_exception": (App, "(self, error: 'Exception') -> 'None'"),
    "_fatal_error": (App, "(self) -> 'None'"),
    "_print_error_renderables": (App, "(self) -> 'None'"),
    "_shutdown": (App, "async (self) -> 'None'"),
    "_close_messages_no_wait": (App, "(self) -> 'None'"),
    "_exception": (App, "nothing yet"),
    "_exception_event": (App, "asyncio event"),
    "_return_code": (App, "nothing yet"),
    "_exit_renderables": (App, "list"),
    "_driver": (App, "nothing yet"),
    "_message_queue": (App, "queue"),
    "_run_input_thread": (LinuxDriver, "(self) -> 'None'"),
    "_sigtstp_application": (LinuxDriver, "(self, *_) -> 'None'"),
    "_sigcont_application": (LinuxDriver, "(self, *_) -> 'None'"),
    "_must_signal_resume": (LinuxDriver, "switch"),
    "_auto_restart": (LinuxDriver, "switch"),
    "_app": (LinuxDriver, "app"),
    "_loop": (LinuxDriver, "loop"),
    "_file": (LinuxDriver, "file"),
    "_writer_thread": (LinuxDriver, "nothing yet"),
    "_mouse_pixels": (LinuxDriver, "switch"),
    "_sequence_to_key_events": (XTermParser, "(self, sequence: 'str', alt: 'bool' = False) -> 'Iterable[events.Key]'"),
    "_result_callbacks": (Screen, "list"),
    "_push_result_callback": (
        Screen,
        "(self, requester: 'MessagePump', callback: 'ScreenResultCallbackType[ScreenResultType] | None', "
        "future: 'asyncio.Future[ScreenResultType | None] | None' = None) -> 'None'",
    ),
    "_queue": (WriterThread, "thread queue"),
}
"""Every private name of Textual's that guard.py and guarded_driver.py use, whose it is, and its kind or its parameters."""
PUBLIC_BUT_UNSAID = ("attrs_before", "exit_event", "fileno", "run_input_thread", "process_message")
"""Names of the driver's that nothing promises to anyone either."""


class Insides:
    """One of each of Textual's classes that the guard reaches into."""

    def __init__(self) -> None:
        app = App[None]()
        self.of: dict[type, Any] = {
            App: app,
            LinuxDriver: LinuxDriver(app),
            WriterThread: WriterThread(None),  # type: ignore[arg-type]
            XTermParser: XTermParser(),
            Screen: Screen[None](),
        }

    def kind(self, name: str) -> str:
        """What a name is, in the words of the list."""
        owner = self.of[RELIED_ON[name][0]]
        value = getattr(owner, name)
        if callable(value) and not isinstance(value, App):
            method = getattr(type(owner), name)
            return ("async " if inspect.iscoroutinefunction(method) else "") + str(inspect.signature(method))
        kinds = {type(None): "nothing yet", list: "list", bool: "switch", asyncio.Event: "asyncio event",
                 Queue: "thread queue", App: "app"}  # fmt: skip
        if isinstance(value, asyncio.AbstractEventLoop):
            return "loop"
        if hasattr(value, "empty") and not isinstance(value, Queue):
            return "queue"
        return kinds.get(type(value), "file" if hasattr(value, "write") else str(type(value)))


@pytest.mark.parametrize("name", RELIED_ON)
async def test_a_private_name_is_what_the_guard_takes_it_for(name: str) -> None:
    assert Insides().kind(name) == RELIED_ON[name][1]


async def test_the_list_holds_every_private_name_that_is_used() -> None:
    trees = [ast.parse(inspect.getsource(each)) for each in (guard, guarded_driver)]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    used = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    used |= {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    theirs = {name for each in Insides().of.values() for name in dir(each)}
    private = {name for name in used & theirs if name.startswith("_") and not name.startswith("__")}
    assert private == set(RELIED_ON)


async def test_the_driver_still_has_what_the_guard_overrides_and_sets() -> None:
    driver = LinuxDriver(App[None]())
    assert all(hasattr(driver, name) for name in PUBLIC_BUT_UNSAID)
    assert driver.attrs_before is None
    assert isinstance(driver.exit_event, Event)
    for name in ("write", "start_application_mode", "stop_application_mode", "close", "run_input_thread"):
        mine, base = getattr(guarded_driver.GuardedDriver, name), getattr(LinuxDriver, name)
        assert list(inspect.signature(mine).parameters) == list(inspect.signature(base).parameters)
    assert list(inspect.signature(LinuxDriver.__init__).parameters) == ["self", "app", "debug", "mouse", "size"]
    assert issubclass(LinuxDriver, Driver)


async def test_the_switch_to_the_alternate_screen_is_one_write_of_its_own() -> None:
    """The guard leaves that write out over the first picture; in pieces, or with more, it would not know it."""
    assert f'self.write("{guarded_driver.ALTERNATE_SCREEN}")'.replace("\x1b", "\\x1b") in inspect.getsource(
        LinuxDriver.start_application_mode
    )


def test_the_writer_is_known_by_its_name() -> None:
    """A fault in this thread says that the terminal is gone."""
    writer = WriterThread(None)  # type: ignore[arg-type]
    assert isinstance(writer, Thread)
    assert writer.name == "textual-output"


def test_the_key_parser_takes_text_and_gives_events() -> None:
    parser = XTermParser()
    told = deque(event for piece in ("a", "\x1b[", "A", "é") for event in parser.feed(piece))
    told += parser.tick()
    assert [event.key for event in told if isinstance(event, events.Key)] == ["a", "up", "é"]


@pytest.mark.parametrize("sequence", ["\x1b[99999999u", "\x1b[97;5;99999999u", "\x1b[" + "9" * 25 + "u"])
def test_a_key_that_can_not_be_is_none_and_the_next_one_is(sequence: str) -> None:
    """Textual's own parser raises there, and takes the program with it."""
    with pytest.raises((ValueError, OverflowError)):
        list(XTermParser().feed(sequence))
    told = list(guarded_driver.GuardedParser().feed(sequence + "a"))
    assert [event.key for event in told if isinstance(event, events.Key)] == ["a"]
