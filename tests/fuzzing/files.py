"""The files that a person takes in: meetings, rosters, calendars, records that a lead wrote in, whole notebooks."""

import functools
import io
import json
import tempfile
import zipfile
from datetime import date
from hashlib import sha256
from pathlib import Path

from coachtui.model.entry import RecordFile
from coachtui.model.listed import Unsound
from coachtui.sharing.archive import as_archive, as_archive_of_several
from coachtui.sharing.calendar_reading import read_calendar
from coachtui.sharing.captions import as_vtt
from coachtui.sharing.errors import SharingError
from coachtui.sharing.incoming import read_incoming_bytes
from coachtui.sharing.notebook_archive import FORMAT, HEADER, READ_BACK, as_notebook_archive, read_notebook_archive
from coachtui.sharing.record_file import what_lead_sees
from coachtui.sharing.record_marks import Unreadable, marks_in, text_of
from coachtui.sharing.record_reading import merged, read_record
from coachtui.sharing.roster import is_roster, read_roster
from coachtui.store.errors import NotebookError
from coachtui.store.events import fingerprint
from coachtui.store.notebook import Notebook
from tests.fuzzing.form import Form
from tests.support.clocks import A_MORNING, FakeClock
from tests.support.homes import Desk, fill, make_home, open_notebook
from tests.support.sharing import a_school, share
from tests.support.wholes import a_full_whole

TODAY = date(2026, 11, 26)
_ZONE = "America/Denver"


def read_meeting(content: bytes) -> object:
    """The observations in a file of any of the forms that a meeting comes in."""
    return read_incoming_bytes(content, "'x'", _ZONE, A_MORNING.utc_ms, "x.txt")


def read_table(content: bytes) -> object:
    """The people in a roster, as planned for a notebook that knows some of them."""
    is_roster(content, "x.txt")
    roster = read_roster(content, "'x.csv'")
    return roster, school().rosters.plan(roster.listed)


def read_days(content: bytes) -> object:
    """The days off and usual times in a calendar."""
    return read_calendar(content, "'x.ics'", _ZONE, TODAY)


def read_whole(content: bytes) -> object:
    """The parts of an archive of a whole notebook, out of a file."""
    path = Path(a_folder()) / "whole.zip"
    path.write_bytes(content)
    contents = read_notebook_archive(path)
    return {name: list(part) for name, part in contents.rows.items()}


def take_over(content: bytes) -> object:
    """A notebook made from these events, in an archive that is sound but for what the events say."""
    path = Path(a_folder()) / "over.zip"
    path.write_bytes(_sound_but_for(_with_their_hashes(content) + b"\n"))
    contents = read_notebook_archive(path)
    with tempfile.TemporaryDirectory(dir=a_folder()) as folder:
        desk = Desk(Path(folder))
        desk.do(lambda notebook: notebook.carrying.take_over(contents.rows, contents.shape))
        return desk.do(lambda notebook: (notebook.people.leads(), notebook.people.teams(), notebook.observations.all()))


def read_back(content: bytes) -> object:
    """What a lead wrote in the file of a record."""
    record, shared = _record()
    text = text_of(content)
    marks_in(text)
    reading = read_record(text, record, shared, "x.md")
    return reading, merged(record, reading.found, [reading.found])


def _with_their_hashes(events: bytes) -> bytes:
    """The events with hashes that fit what they say: what is forged is to be seen by what it says."""
    rows = []
    for row in events.split(b"\n"):
        try:
            event = json.loads(row)
            event["sha256"] = fingerprint(
                *(event[name] for name in ("device", "seq", "at", "subject", "what", "payload"))
            )
            rows.append(json.dumps(event, ensure_ascii=False).encode())
        except (ValueError, LookupError, TypeError, RecursionError):
            rows.append(row)
    return b"\n".join(rows)


def _sound_but_for(events: bytes) -> bytes:
    """An archive with these lines as its events; all that its header says of them is true."""
    parts = {name: (events if name == "events" else b"") for name in READ_BACK}
    told = {name: {"rows": rows.count(b"\n"), "sha256": sha256(rows).hexdigest()} for name, rows in parts.items()}
    header = {"format": FORMAT, "version": 1, "shape": school().carrying.shape, "made_at": "now", "parts": told}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, rows in parts.items():
            archive.writestr(f"{name}.jsonl", rows)
        archive.writestr(HEADER, json.dumps(header))
    return out.getvalue()


@functools.cache
def a_folder() -> str:
    """A folder in memory, gone with the process."""
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None
    folder = tempfile.TemporaryDirectory(dir=memory, prefix="coachtui-fuzz-")
    _KEPT.append(folder)
    return folder.name


_KEPT: list[tempfile.TemporaryDirectory[str]] = []


@functools.cache
def school() -> Notebook:
    """The notebook of the sample school, left open."""
    places = make_home(Path(a_folder()), "school")
    fill(places, FakeClock())
    return open_notebook(places)


@functools.cache
def _record() -> tuple[RecordFile, dict[str, list[str]]]:
    """The record of a lead with two entries, and the words they were shared in."""
    desk = a_school(Path(tempfile.mkdtemp(dir=a_folder())))
    share(desk, "observation:o1")
    lead = desk.do(lambda notebook: notebook.people.lead_called("Dana Ruiz")) or ""
    record = desk.do(lambda notebook: notebook.outbox.files_of(lead)[0])
    shared = desk.do(lambda notebook: notebook.outbox.words_shared([each.id for each in record.entries]))
    return record, shared


def _meetings() -> list[bytes]:
    whole = a_full_whole()
    return [
        as_archive(whole), as_archive_of_several([whole, a_full_whole("other")]), as_vtt(whole).encode(),
        b"9:04 maria: we begin #TM3 *\n9:05 ? why that\n\nand more\n1:10 pm = Data 15\n",
        b"1\n00:00:01,500 --> 00:00:04,000\nAnna: we begin\n\n2\n00:00:05,000 --> 00:00:06,000\n<v.loud Tom>yes\n",
        json.dumps({"id": "m1", "date": "13-12-04", "start": "12h05", "speakers": {"A": {"role": "chair"}},
                    "topics": [{"t": 0, "title": "Opening"}], "utterances": [{"t": 1.5, "speaker": "A", "text": "good morning"}],
                    }).encode(),
    ]  # fmt: skip


def _rosters() -> list[bytes]:
    known = school().people
    rows = ["name,role,team,lead,handle"]
    rows += [f'"{lead.name}",{lead.role},,,{lead.handle}' for lead in known.leads()]
    rows += [f'"{team.name} member",Teacher,"{team.name}",,' for team in known.teams()]
    comma = "\n".join(rows)
    turned = "Ruiz, Dana | Team Lead\nNúñez, Ana | Team Lead\n"
    semicolons, tabs = comma.replace(",", ";"), comma.replace(",", "\t")
    named = b"sep=;\nlast;first;lead\nRuiz;Dana;yes\n"
    return [comma.encode(), semicolons.encode("utf-16"), tabs.encode(), named, turned.encode("latin-1")]


def _calendars() -> list[bytes]:
    begin, end = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//S//EN\r\n", "END:VCALENDAR\r\n"
    events = (
        "SUMMARY:Winter\r\nDTSTART;VALUE=DATE:20261221\r\nDTEND;VALUE=DATE:20270104\r\n",
        "SUMMARY:Founders\r\nDTSTART;VALUE=DATE:20201104\r\nRRULE:FREQ=YEARLY;COUNT=30\r\nEXDATE;VALUE=DATE:20271104\r\n",
        "SUMMARY:Grade 4\r\nDTSTART;TZID=America/Denver:20260907T104000\r\nDTEND;TZID=America/Denver:20260907T112500\r\n"
        "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20270604T000000Z\r\n",
        "SUMMARY:PD\r\nDTSTART;VALUE=DATE:20270108\r\nDURATION:P2D\r\nSTATUS:CONFIRMED\r\n",
    )
    return [(begin + "".join(f"BEGIN:VEVENT\r\nUID:1\r\n{each}END:VEVENT\r\n" for each in some) + end).encode()
            for some in (*([event] for event in events), events)]  # fmt: skip


def _wholes() -> list[bytes]:
    return [as_notebook_archive([(name, []) for name in READ_BACK], 1, "now"),
            as_notebook_archive([(name, [{"n": 1}]) for name in READ_BACK], school().carrying.shape, "now")]  # fmt: skip


def _events() -> list[bytes]:
    rows = [json.dumps(row, ensure_ascii=False).encode() for row in dict(school().carrying.parts())["events"]]
    return [b"\n".join(rows[:1]), b"\n".join(rows[:4]), b"\n".join(rows[:9])]


def _records() -> list[bytes]:
    seen = what_lead_sees(_record()[0])
    written = seen.replace("Write here, Dana:", "Write here, Dana: I said that\n\n> and more")
    return [
        seen.encode(),
        written.encode(),
        seen.replace("two", "2").encode("utf-16"),
        seen.replace("\n", "\r\n").encode(),
    ]


_OF_MEETINGS = (b"WEBVTT", b"-->", b"utterances", b"coachtui observation", b"<v ", b"9:04 ", b"12:00 pm")
_OF_ROSTERS = (b"sep=;", b"first name", b"team lead", b'"', b"\xff\xfe")
_OF_CALENDARS = (
    b"RRULE:",
    b"FREQ=DAILY",
    b"INTERVAL=",
    b"BYDAY=",
    b"EXDATE",
    b"TZID=",
    b"DURATION:",
    b"COUNT=",
    b"UNTIL=",
)
_OF_ZIPS = (b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06")
_OF_EVENTS = (b'"payload"', b'"changes"', b'"undoable"')
_OF_RECORDS = (b"<!-- coachtui ", b"-->", b"entry", b"theirs", b"write", b"next", b"end", b"Write here, Dana:")
FILES = {
    "meeting": Form(read_meeting, (SharingError,), _meetings, _OF_MEETINGS),
    "roster": Form(read_table, (SharingError, Unsound), _rosters, _OF_ROSTERS),
    "calendar": Form(read_days, (SharingError,), _calendars, _OF_CALENDARS),
    "notebook": Form(read_whole, (SharingError,), _wholes, _OF_ZIPS, cleans=False),
    "events": Form(take_over, (SharingError, NotebookError), _events, _OF_EVENTS),
    "record": Form(read_back, (Unreadable,), _records, _OF_RECORDS),
}
