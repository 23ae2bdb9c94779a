"""What lies beside a notebook, or is left of one: a seal, what windows left sealed, a damaged file and its log."""

import functools
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from coachtui.model.draft import Draft
from coachtui.places import Places
from coachtui.store.carving import events_in
from coachtui.store.checks_notebook import checks_of_notebook
from coachtui.store.dropbox import SEALED_END, SEALED_UNREAD, UNREAD, DropBox
from coachtui.store.dropbox_remains import clear_of
from coachtui.store.encrypting import finish, lock
from coachtui.store.errors import NotebookError
from coachtui.store.events import Event, fingerprint
from coachtui.store.file import log_of
from coachtui.store.keeping_seal import private_keys
from coachtui.store.key import Key
from coachtui.store.notebook import Notebook
from coachtui.store.rescued import rescue
from coachtui.store.salvaging import salvage
from coachtui.store.seal import Seal, fitting, is_locked, new_pair, read_seal, unsealed, write_seal
from coachtui.store.taking_in import take_in
from tests.fuzzing.files import a_folder
from tests.fuzzing.form import Form, NotForeseen
from tests.support.clocks import A_MORNING, FakeClock
from tests.support.homes import make_home, open_notebook, put_new_notebook

_EVENTS = (
    "CREATE TABLE events (n INTEGER PRIMARY KEY, device TEXT, seq INTEGER, at TEXT, subject TEXT, what TEXT, payload TEXT, "
    "sha256 TEXT)"
)
_KEY = Key(b"k" * 32, b"\xf7ctk" + b"s" * 12)


@functools.cache
def _locked() -> tuple[Places, Notebook]:
    """A locked notebook, left open, and its home."""
    places = make_home(Path(a_folder()), "locked")
    put_new_notebook(places)
    key, _ = lock(places, FakeClock(), "four plain words")
    places.dropbox.mkdir(mode=0o700, exist_ok=True)
    return places, Notebook.open(places, FakeClock(), key=key)


@functools.cache
def _beside() -> Places:
    """A home with an encrypted notebook, beside which one seal after another lies."""
    places = make_home(Path(a_folder()), "beside")
    places.notebook.write_bytes(_KEY.salt + bytes(4096))
    return places


def _seal(content: bytes) -> object:
    """A seal: with it a window keeps what only its notebook can read, or says why it can't."""
    places = _beside()
    places.seal.write_bytes(content)
    if not is_locked(places):
        raise NotForeseen("a locked notebook passes for a plain one")
    found = read_seal(places)
    box = DropBox(places, FakeClock(), "w")
    try:
        box.begin("o1", A_MORNING, "UTC")
        fitting(places, _KEY)
    finally:
        box.close()
        (places.dropbox / f"w{SEALED_END}").unlink(missing_ok=True)
    return found


def _sealed(content: bytes) -> object:
    """What a window left beside a locked notebook: what can be read comes in, the rest stays until a purge takes it out."""
    places, notebook = _locked()
    (places.dropbox / f"w{SEALED_END}").write_bytes(content)
    take_in(notebook, places)
    clear_of(places, {"o1"}, private_keys(notebook.file))
    (places.dropbox / f"w{SEALED_UNREAD}").unlink(missing_ok=True)
    return [(each, notebook.lines.of(each.id)) for each in notebook.observations.all()]


def _unread(content: bytes) -> object:
    """What could not be read in full is sealed line by line as the notebook is locked, and says the same afterwards."""
    places, notebook = _locked()
    left, instead = places.dropbox / f"w{UNREAD}", places.dropbox / f"w{SEALED_UNREAD}"
    left.write_bytes(content)
    finish(notebook, places)
    rows = instead.read_bytes().splitlines() if instead.exists() else []
    wanted = [row for row in content.splitlines() if row.strip()]
    if [unsealed(row, private_keys(notebook.file)) for row in rows] != wanted or (wanted and left.exists()):
        raise NotForeseen("what was sealed is not what lay there")
    for path in (left, instead):
        path.unlink(missing_ok=True)
    return rows


def _carved(content: bytes) -> object:
    """The bytes of a damaged notebook, plain and encrypted: each event found is as it was hashed."""
    path = Path(a_folder()) / "damaged.db"
    path.write_bytes(content)
    events_in(path, _KEY)
    rescue(path)
    return _found(path)


def _salvaged(content: bytes) -> object:
    """The bytes of a damaged notebook, salvaged: a sound one is made of what is whole, or it is left as it is."""
    with tempfile.TemporaryDirectory(dir=a_folder()) as folder:
        places = make_home(Path(folder))
        places.notebook.write_bytes(content)
        salvage(places, FakeClock())
        with open_notebook(places) as notebook:
            if found := [each for each in checks_of_notebook(notebook) if not each.ok]:
                raise NotForeseen(f"salvaged, and not sound: {found}")
            return list(notebook.events.all())


def _carved_log(content: bytes) -> object:
    """The log beside a damaged notebook."""
    path = Path(a_folder()) / "with-log.db"
    path.write_bytes(_databases()[0][:4096])
    log_of(path).write_bytes(content)
    events_in(path, _KEY)
    return _found(path)


def _found(path: Path) -> list[Event] | None:
    """The events that were found, if any were."""
    found = events_in(path)
    if not all(each.is_sound() for each in found):
        raise NotForeseen("an event that is not as it was hashed")
    return found or None


def _left_sealed() -> list[bytes]:
    """What a window writes beside the locked notebook."""
    places, _ = _locked()
    box = DropBox(places, FakeClock(), "seed")
    box.begin("o1", A_MORNING, "UTC", "Math", None)
    box.keep(Draft("o1", "half typed", 4, None))
    box.end("o1", A_MORNING.utc_ms + 60_000)
    box.close()
    path = places.dropbox / f"seed{SEALED_END}"
    whole = path.read_bytes()
    path.unlink()
    return [whole, *whole.splitlines(keepends=True)]


def _seals() -> list[bytes]:
    write_seal(_beside(), Seal(_KEY.salt, _KEY.proof, new_pair()[1]))
    return [_beside().seal.read_bytes()]


@functools.cache
def _databases() -> list[bytes]:
    """Small databases with events, on pages of three sizes, one event so long that it goes on elsewhere."""
    return [_with_events(size)[0] for size in (4096, 1024, 512)]


@functools.cache
def _logs() -> list[bytes]:
    return [_with_events(4096)[1]]


def _with_events(page_size: int) -> tuple[bytes, bytes]:
    """The bytes of such a database, and of its log before it was brought back."""
    with tempfile.TemporaryDirectory(dir=a_folder()) as folder:
        path = Path(folder) / "seed.db"
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute(f"PRAGMA page_size={page_size}")
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute(_EVENTS)
            for seq, more in enumerate(("", ',"struck_out":2', f',"long":"{"x" * 6000}"'), 1):
                payload = f'{{"changes":[],"undoable":true{more}}}'
                told = ("device", seq, "2026-03-10T08:30:00.000Z", "o1", "line filed", payload)
                connection.execute("INSERT INTO events VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)", (*told, fingerprint(*told)))
            log = log_of(path).read_bytes()
        return path.read_bytes(), log


BESIDE = {
    "seal": Form(_seal, (NotebookError,), _seals, (b'"salt"', b'"public"', b'"proof"', b"00" * 32, b"true")),
    "sealed": Form(_sealed, (NotebookError,), _left_sealed, (b"=", b"\n")),
    "unread": Form(_unread, (), lambda: [b'{"end": "o1", "at": 7}\ncut off', b"\n \n\xff\x00\r\n"], (b"\n", b"\r", b"\x0b"),
                   cleans=False),
    "carved": Form(_carved, (NotebookError,), _databases, (b"\x81\x0d", b"=", b"\xff" * 8, b"SQLite format 3\x00"), cleans=False),
    "salvaged": Form(_salvaged, (NotebookError,), _databases, (b"\x81\x0d", b"=", b"CREATE TABLE "), cleans=False, tries=8),
    "carved-log": Form(_carved_log, (NotebookError,), _logs, (b"\x81\x0d", b"\x00\x00\x00\x01", b"\xff" * 4), cleans=False),
}  # fmt: skip
