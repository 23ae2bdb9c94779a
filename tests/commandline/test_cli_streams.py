"""What goes out on the streams: nothing that steers a terminal, nothing said when nobody listens, nothing imported in vain."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.homes import Desk
from tests.support.program import ROOT, run
from tests.support.terminal import Terminal, coachtui

HOSTILE = (
    "\x1b]0;owned\x07title", "\x1b[2Jcleared", "\x9b31mred", "a\rb", "back\x08space", "\x00null", "a\u202eb", "\u2028next",
    "[@click=app.quit]x[/]", "\x7f", "tab\there",
)  # fmt: skip
COMMANDS = (
    "list observations", "list teams", "list leads", "show last", "show last --json", "search hostile", "search hostile --json",
    "export last --to txt", "export last --to json", "list teams --json",
)  # fmt: skip


@pytest.fixture
def hostile(tmp_path: Path) -> Desk:
    """A notebook into which text came that was never cleaned, as if another program had written it."""
    desk = Desk(tmp_path)
    desk.do(lambda notebook: notebook.people.add_team("".join(HOSTILE), "".join(HOSTILE), HOSTILE))
    desk.begin(team="".join(HOSTILE))
    for text in HOSTILE:
        desk.file(f"hostile {text}")
    return desk


def controls(raw: bytes) -> set[str]:
    """The characters in this that a terminal would act on, line ends apart."""
    told = raw.decode("utf-8").replace("\r\n", "\n")
    return set(re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]", told))


@pytest.mark.parametrize("words", COMMANDS)
def test_hostile_text_steers_no_terminal(hostile: Desk, words: str) -> None:
    with Terminal(coachtui(hostile.places.home, *words.split()), cols=200) as terminal:
        assert terminal.wait_exit() == 0
        terminal.wait_quiet()
        assert b"hostile" in terminal.raw or words.startswith("list")
        assert controls(terminal.raw) == set()


@pytest.mark.parametrize(
    "words", ["show \x1b[31mred", "list \x1b[31mred", "import \x1b[31m/red", "\x1b[31mred", "help \x9bx"]
)
def test_hostile_words_steer_no_terminal(home: Path, words: str) -> None:
    with Terminal(coachtui(home, *words.split())) as terminal:
        assert terminal.wait_exit() in (1, 2)
        terminal.wait_quiet()
        assert b"red" in terminal.raw or b"x" in terminal.raw
        assert controls(terminal.raw) == set()


@pytest.mark.parametrize(
    "words", ["search said", "search said --json", "show last", "export last --to json", "show last --json"]
)
def test_a_reader_who_goes_away_hears_no_complaint(desk: Desk, words: str) -> None:
    desk.paste(*(f"said {number} {'x' * 200}" for number in range(2000)))
    argv = coachtui(desk.places.home, *words.split(), *(["--limit", "5000"] if "search" in words else []))
    with subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as program:
        assert program.stdout is not None and program.stderr is not None
        assert program.stdout.readline()
        program.stdout.close()
        assert program.stderr.read() == b""
        assert program.wait() == 0


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_an_answer_that_can_not_be_written_is_told(desk: Desk, unbuffered: str) -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("this computer has no /dev/full to write to")
    for words in ("show last", "list observations --json", "export last --to json", "keys", "--help"):
        argv = coachtui(desk.places.home, *words.split())
        with open("/dev/full", "wb") as full:
            done = subprocess.run(
                argv,
                env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
                check=False,
                cwd=ROOT,
            )
        assert (done.returncode, done.stderr) == (1, "The answer could not be written (No space left on device).\n")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_stream_that_is_closed_is_no_fault(desk: Desk, closed: str) -> None:
    command = f'exec "$@" {closed}'
    for words in (["list", "observations"], ["show", "nothing"], ["import", "-"], ["--help"]):
        argv = ["sh", "-c", command, "sh", *coachtui(desk.places.home, *words)]
        done = subprocess.run(argv, capture_output=True, text=True, check=False, cwd=ROOT)
        assert done.returncode in (0, 1) and "Traceback" not in done.stderr and "inside coachtui" not in done.stderr
    assert not desk.places.log.exists()


MODULES = """
import sys
from coachtui.cli import main
code = main(sys.argv[1:])
print(code, *sorted(sys.modules), file=sys.stderr)
"""


def imported(*words: str) -> set[str]:
    """The packages that are in memory when this command has been done."""
    done = subprocess.run([sys.executable, "-c", MODULES, *words], capture_output=True, text=True, check=True, cwd=ROOT)
    code, *modules = done.stderr.split()
    assert code == "0"
    return {module.split(".")[0] for module in modules}


@pytest.mark.parametrize("words", ["--help", "--version", "where", "help", "version", "where --json", "show --help"])
def test_what_only_tells_imports_neither_screens_nor_database(home: Path, words: str) -> None:
    found = imported("--home", str(home), *words.split())
    assert "coachtui" in found
    assert not found & {"textual", "rich", "sqlite_utils", "sqlite3", "pydantic", "asyncio"}


def test_reading_commands_open_no_screens(desk: Desk) -> None:
    for words in (["list", "observations"], ["show", "last"], ["search", "x"], ["export", "last"], ["backup"]):
        found = imported("--home", str(desk.places.home), *words)
        assert "sqlite3" in found
        assert not found & {"textual", "rich", "sqlite_utils", "pydantic"}


def test_the_module_and_the_command_are_the_same_program(home: Path) -> None:
    script = Path(sys.executable).parent / "coachtui"
    if not script.exists():
        pytest.skip("the command is not installed beside this Python: make test installs it")
    done = subprocess.run([script, "--home", str(home), "where"], capture_output=True, text=True, check=True)
    assert done.stdout == run(home, "where").said


def test_a_fault_of_ours_is_told_without_what_was_written(desk: Desk) -> None:
    """A fault that nobody foresaw: where it happened goes to the log, and no word of the notes."""
    code = (
        "import sys\n"
        "import coachtui.commandline.show as show\n"
        "def broken(*_): raise KeyError('SECRET words')\n"
        "show.observation_called = broken\n"
        "from coachtui.cli import main\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    argv = [sys.executable, "-c", code, "--home", str(desk.places.home), "show", "last"]
    done = subprocess.run(argv, capture_output=True, text=True, check=False, cwd=ROOT)
    log = desk.places.log
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "Something went wrong inside coachtui (KeyError). What was filed before is safe. "
        f"Where it happened is noted, without your words, in '{log}'.\n"
    )
    assert "SECRET" not in log.read_text() and "show.py" in log.read_text()
    assert log.stat().st_mode & 0o777 == 0o600
