"""What coachtui/tui/guard.py expects of Textual's private parts: each by name, and in the shape that is relied on."""

import ast
import inspect
import threading
from asyncio import Event as LoopEvent
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from queue import Full, Queue

import pytest
from textual import events
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers._writer_thread import WriterThread
from textual.drivers.linux_driver import LinuxDriver
from textual.message_pump import MessagePump
from textual.worker import WorkerFailed

from coachtui.tui import guard

CODE = ast.parse(Path(guard.__file__).read_text(encoding="utf-8"))
OF_THE_APP = (
    "_close_messages_no_wait", "_driver", "_exception", "_exception_event", "_exit_renderables", "_fatal_error",
    "_handle_exception", "_message_queue", "_print_error_renderables", "_return_code", "_shutdown",
)  # fmt: skip
OF_THE_DRIVER = ("_app", "_file", "_loop", "_mouse_pixels", "_run_input_thread", "_writer_thread")
OF_THE_WRITER = ("_queue",)
NOT_TEXTUALS = ("_exit",)
"""Of the system: os._exit."""
NAMES = {*OF_THE_APP, *OF_THE_DRIVER, *OF_THE_WRITER}
CALLED_WITHOUT_UNDERSCORE = (
    "start_application_mode", "stop_application_mode", "run_input_thread", "process_message", "write", "close",
)  # fmt: skip
"""Of the driver: no underscore, but described nowhere either."""


def _own_names() -> set[str]:
    """The private names that the guard makes itself: its functions, and attributes that Textual has none of."""
    made = {node.name for node in ast.walk(CODE) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    stored = {
        node.attr
        for node in ast.walk(CODE)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and node.attr.startswith("_")
    }
    named = {node.id for node in ast.walk(CODE) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return (made | stored | named) - NAMES


def test_every_private_name_that_the_guard_uses_is_in_the_list() -> None:
    """A name that is used and not listed here is one that nobody looks after; one listed and not used is noise."""
    used = {node.attr for node in ast.walk(CODE) if isinstance(node, ast.Attribute) and _is_private(node.attr)}
    used |= {
        node.name
        for node in ast.walk(CODE)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name in NAMES
    }
    assert used - _own_names() - set(NOT_TEXTUALS) == NAMES


def test_only_one_private_module_is_imported() -> None:
    """The parser of keys; a writer's queue is reached through the driver."""
    imported = [node.module or "" for node in ast.walk(CODE) if isinstance(node, ast.ImportFrom)]
    assert [name for name in imported if any(_is_private(part) for part in name.split("."))] == [
        "textual._xterm_parser"
    ]


async def test_the_guards_own_names_hide_nothing_of_textuals() -> None:
    """A later Textual that takes one of the guard's names would be bent without anyone knowing."""
    hidden = {name for name in vars(_bare_app()) if _is_private(name)} | set(dir(App)) | set(dir(LinuxDriver))
    assert {name for name in _own_names() if _is_private(name)} & hidden == set()


@pytest.mark.parametrize("name", OF_THE_APP)
async def test_an_app_has_it(name: str) -> None:
    """Each name is there, on the class or made with the app."""
    assert hasattr(_bare_app(), name)


@pytest.mark.parametrize("name", [*OF_THE_DRIVER, "attrs_before", "exit_event", "fileno"])
async def test_a_driver_has_it(name: str) -> None:
    """Each name is there, on the class or made with the driver."""
    assert hasattr(LinuxDriver, name) or name in _made_in(LinuxDriver)


@pytest.mark.parametrize("name", CALLED_WITHOUT_UNDERSCORE)
def test_a_driver_does_it(name: str) -> None:
    """What the guard calls or replaces, called as Textual calls it."""
    wanted = {"process_message": ["self", "message"], "write": ["self", "data"]}.get(name, ["self"])
    assert _parameters(getattr(LinuxDriver, name)) == wanted


async def test_faults_come_through_the_places_that_are_replaced() -> None:
    """Three ways to an end by a fault, and the end that says what was to be said."""
    assert _parameters(App._handle_exception) == ["self", "error"]
    assert _parameters(App._fatal_error) == _parameters(App._print_error_renderables) == ["self"]
    assert _parameters(App.panic) == ["self", "renderables"]
    assert inspect.iscoroutinefunction(App._shutdown) and _parameters(App._shutdown) == ["self"]
    assert _parameters(MessagePump._close_messages_no_wait) == ["self"]
    assert not inspect.iscoroutinefunction(MessagePump._close_messages_no_wait)
    for caller, called in [(App, "_print_error_renderables"), (App, "_shutdown"), (MessagePump, "_handle_exception")]:
        assert f".{called}(" in inspect.getsource(caller)


async def test_what_an_app_keeps_of_its_end_is_as_it_is_taken() -> None:
    """No fault, no code, nothing to say at first; and the code that is set is the code that is told."""
    app = _bare_app()
    assert app._exception is None and app._return_code is None and app._exit_renderables == []
    assert isinstance(app._exception_event, LoopEvent)
    app._return_code = 1
    assert app.return_code == 1


async def test_a_queue_of_messages_says_whether_it_is_empty() -> None:
    """By this the end knows whether the keys have reached the entry."""
    app = _bare_app()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app._message_queue.empty()
        app._message_queue.put_nowait(events.Paste("a word"))
        assert not app._message_queue.empty()


async def test_a_worker_that_failed_tells_its_fault() -> None:
    """The report is about what went wrong in the worker, not about the worker."""
    fault = ValueError("x")
    assert WorkerFailed(fault).error is fault


def test_a_writer_has_a_queue_that_can_be_full_and_a_name() -> None:
    """Who writes to a terminal that takes nothing must not wait for ever."""
    writer = WriterThread(StringIO())
    assert type(writer._queue) is Queue
    assert writer._queue.maxsize > 0
    assert writer.name == "textual-output"
    assert issubclass(WriterThread, threading.Thread)
    with pytest.raises(Full):
        for _ in range(writer._queue.maxsize + 1):
            writer._queue.put("x", timeout=0.01)


def test_a_driver_starts_its_own_input_thread_and_keeps_the_settings() -> None:
    """The thread runs what is replaced; the settings from before and the pixels of the mouse stand where they are taken."""
    start, stop = (
        inspect.getsource(way) for way in (LinuxDriver.start_application_mode, LinuxDriver.stop_application_mode)
    )
    assert "target=self._run_input_thread" in start and "self._writer_thread = WriterThread(self._file)" in start
    assert "self.attrs_before = termios.tcgetattr(self.fileno)" in start
    assert "self.attrs_before" in stop
    assert "self._mouse_pixels = True" in inspect.getsource(LinuxDriver)
    assert "exit_event.set()" in inspect.getsource(LinuxDriver.disable_input)


def test_the_switch_to_the_alternate_screen_is_written_by_itself() -> None:
    """It is left out when the first picture is there already, so it must come as one piece."""
    switch = guard.ALTERNATE_SCREEN.replace("\x1b", "\\x1b")
    assert f'self.write("{switch}")' in inspect.getsource(LinuxDriver.start_application_mode)


def test_the_parser_gives_keys_from_pieces_of_text() -> None:
    """A sequence in two pieces is one key; a lone Escape is a key once a moment has passed."""
    parser = XTermParser()
    fed = [*parser.feed("a\x1b["), *parser.feed("A")]
    assert [event.key for event in fed if isinstance(event, events.Key)] == ["a", "up"]
    assert list(parser.feed("\x1b")) == []
    assert [event.key for event in _ticks(parser) if isinstance(event, events.Key)] == ["escape"]


def _ticks(parser: XTermParser) -> Iterator[object]:
    """What comes of looking again and again, until something came."""
    for _ in range(2000):
        came = list(parser.tick())
        if came:
            yield from came
            return
        threading.Event().wait(0.01)


def _bare_app() -> App[None]:
    return App[None]()


def _made_in(kind: type) -> set[str]:
    """The attributes that a class and those before it set on themselves."""
    made: set[str] = set()
    for each in kind.__mro__[:-1]:
        made |= {
            node.attr
            for node in ast.walk(ast.parse(inspect.getsource(each)))
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
        }
    return made


def _parameters(way: Callable[..., object]) -> list[str]:
    return list(inspect.signature(way).parameters)


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")
