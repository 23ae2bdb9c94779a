"""The courier: one file a lead and cycle, delivered once; what the lead writes there is read back and never overwritten."""

import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from coachtui.model.cycle import Cycle
from coachtui.model.grammar import read_line
from coachtui.sharing.record_file import what_lead_sees
from coachtui.store.notebook import Notebook
from coachtui.store.present import Change
from coachtui.store.rows import to_fields
from tests.support.clocks import A_MORNING
from tests.support.homes import Desk
from tests.support.sharing import LEAD, a_school, hold, share, sync, the_file

LABEL = "Write here, Dana:\n"


def write_in(path: Path, change: Callable[[str], str]) -> None:
    """The lead opens the file and writes."""
    path.write_text(change(path.read_text("utf-8")), "utf-8")


def under_the_entry(words: str) -> Callable[[str], str]:
    return lambda text: text.replace(LABEL, f"{LABEL}\n{words}\n", 1)


def for_the_next(words: str) -> Callable[[str], str]:
    return lambda text: text.replace(f"1:1\n\n{LABEL}", f"1:1\n\n{LABEL}\n{words}\n")


def lead_words(desk: Desk) -> dict[str, str]:
    """What stands of the lead's, by place."""
    return desk.do(lambda notebook: {each.place: each.words for each in notebook.record.words_of(lead_of(notebook))})


def lead_of(notebook: Notebook) -> str:
    found = notebook.people.lead_called(LEAD)
    assert found is not None
    return found


def begin_cycle(desk: Desk, identity: str, starts: date) -> None:
    """A cycle of the lead's, put in as its shelf would."""

    def work(notebook: Notebook) -> None:
        fields = to_fields(Cycle(identity, f"c{identity}", lead_of(notebook), "learning", starts_on=starts))
        notebook.file.write(
            lambda _: notebook.events.record(lead_of(notebook), "begun", [Change("cycles", None, fields)])
        )

    desk.do(work)


def test_what_is_shared_stands_in_one_file_for_its_owner_alone_and_twice_is_once(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    share(desk)
    report = sync(desk)
    path = the_file(desk.places)
    assert report.delivered == [path.name] == ["Dana Ruiz, outside a cycle.md"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600 and stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    words = path.read_text()
    assert words.startswith("# Dana Ruiz, outside a cycle\n") and "Four of nine name" in words
    assert "too fast" not in words and "never spoke" not in words
    before = path.stat()
    again = sync(desk)
    assert (again.delivered, again.read, again.waits) == ([], [], []) and path.stat() == before
    assert words == desk.do(lambda notebook: what_lead_sees(notebook.outbox.files_of(lead_of(notebook))[0]))


def test_a_courier_that_is_stopped_leaves_what_is_left_for_the_next(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    share(desk)
    told: list[tuple[int, int]] = []

    def never(done: int, of: int) -> bool:
        told.append((done, of))
        return False

    report = sync(desk, step=never)
    assert (report.is_stopped, report.delivered, report.waits, told) == (True, [], [], [(0, 1), (1, 1)])
    assert list(desk.places.record.iterdir()) == [], "not even a part of a file"
    report = sync(desk)
    path = the_file(desk.places)
    assert (report.is_stopped, report.delivered) == (False, [path.name])
    write_in(path, under_the_entry("I will count to four."))
    before = path.read_bytes()
    report = sync(desk, step=never)
    assert (report.is_stopped, report.read) == (True, []) and path.read_bytes() == before, "what was not read stays"
    assert [each.words for each in sync(desk).read] == ["I will count to four."]


def test_nothing_shared_makes_no_folder(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    assert sync(desk).delivered == [] and not desk.places.record.exists()


def test_each_cycle_has_its_file_and_days_are_in_order(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    begin_cycle(desk, "1", date(2026, 3, 12))
    desk.clock.advance(3 * 86_400_000)
    hold(desk, "o2", "A second meeting goes by")
    desk.clock.advance(-86_400_000)
    hold(desk, "o3", "A third one the day before")
    for identity in ("o1", "o2", "o3"):
        share(desk, f"observation:{identity}")
    assert sync(desk).delivered == ["Dana Ruiz, outside a cycle.md", "Dana Ruiz, cycle 1.md"]
    words = (desk.places.record / "Dana Ruiz, cycle 1.md").read_text()
    assert 0 < words.index("third one the day before") < words.index("second meeting goes by")


def test_what_the_lead_writes_is_read_back_and_stays(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    share(desk)
    sync(desk)
    path = the_file(desk.places)
    write_in(path, under_the_entry("I saw it too.\nNext week I wait longer."))
    write_in(path, for_the_next("- the agenda for Monday\n- Tom’s question"))
    report = sync(desk)
    assert [each.place for each in report.read] == ["place", "next"] and report.odd == []
    assert lead_words(desk)["place"] == "I saw it too.\nNext week I wait longer."
    assert "I saw it too.\nNext week I wait longer." in path.read_text()
    items = desk.do(lambda notebook: notebook.items.of(lead_of(notebook)))
    assert [(each.words, each.author) for each in items] == [
        ("the agenda for Monday", "lead"),
        ("Tom’s question", "lead"),
    ]
    desk.do(lambda notebook: notebook.items.settle(items[0], "parked", None))
    write_in(path, for_the_next("- one thing more"))
    sync(desk)
    rest = desk.do(lambda notebook: notebook.items.of(lead_of(notebook)))
    assert [each.words for each in rest if each.state == "open"] == ["Tom’s question", "one thing more"]
    assert desk.do(lambda notebook: notebook.record.items_for_next(lead_of(notebook))) == []
    assert sync(desk).read == []


def test_words_on_the_row_of_the_label_and_past_the_end_count(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    share(desk)
    sync(desk)
    path = the_file(desk.places)
    write_in(path, lambda text: text.replace(LABEL, f"{LABEL.rstrip()} on the same row\n", 1) + "\nand after the end\n")
    sync(desk)
    assert lead_words(desk) == {"place": "on the same row", "end": "and after the end"}
    assert "on the same row" in path.read_text() and "and after the end" in path.read_text()
    write_in(path, lambda text: text.replace("on the same row", ""))
    sync(desk)
    assert lead_words(desk) == {"end": "and after the end"}


def test_a_block_that_only_the_lead_changed_stands_as_they_wrote_it(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    share(desk)
    sync(desk)
    path = the_file(desk.places)
    write_in(path, lambda text: text.replace("Four of nine", "Five of nine"))
    standing = path.read_bytes()
    assert [each.place for each in sync(desk).read] == ["block"]
    assert path.read_bytes() == standing
    assert desk.do(lambda notebook: notebook.record.conflicts()) == []


def test_where_both_changed_both_stand_and_it_is_told(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    first = share(desk)
    sync(desk)
    path = the_file(desk.places)
    write_in(path, lambda text: text.replace("Four of nine", "Five of nine"))
    second = share(desk, change=lambda gate: gate.edited(gate.leaving()[2].key, "Four of nine, as counted twice"))
    assert (first.version, second.version) == (1, 2)
    sync(desk)
    words = path.read_text()
    assert "Four of nine, as counted twice" in words and "Five of nine name the variable" in words
    assert "Both of you changed this. Dana changed it to:" in words
    (conflict,) = desk.do(lambda notebook: notebook.record.conflicts())
    assert (conflict.lead_name, conflict.entry.version) == (LEAD, 2) and "Five of nine" in conflict.words.words
    assert sync(desk).read == [] and path.read_text() == words
    desk.do(lambda notebook: notebook.record.see(conflict.words.id))
    assert desk.do(lambda notebook: notebook.record.conflicts()) == [] and "Five of nine" in path.read_text()


@pytest.mark.parametrize(
    "copy", ["Dana Ruiz, outside a cycle (1).md", "Dana Ruiz, outside a cycle (conflicted copy).md"]
)
def test_a_copy_is_merged_and_put_away(tmp_path: Path, copy: str) -> None:
    desk = a_school(tmp_path)
    share(desk)
    sync(desk)
    path = the_file(desk.places)
    (path.parent / copy).write_bytes(path.read_bytes())
    write_in(path, under_the_entry("from the one computer"))
    write_in(path.parent / copy, under_the_entry("from the other"))
    write_in(path.parent / copy, lambda text: text.replace("Four of nine", "Six of nine"))
    report = sync(desk)
    assert report.merged == [copy] and [each.name for each in path.parent.glob("*.md")] == [path.name]
    assert "Six of nine" in (path.parent / "merged copies" / copy).read_text()
    words = path.read_text()
    assert "from the one computer\n\nfrom the other" in words and words.count("## Observation") == 1
    assert "Six of nine" in words
    assert sync(desk).read == [] and path.read_text() == words


def test_a_copy_from_an_earlier_day_brings_nothing_back(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    share(desk)
    sync(desk)
    path = the_file(desk.places)
    write_in(path, under_the_entry("first thought"))
    sync(desk)
    old = path.read_bytes()
    write_in(path, lambda text: text.replace("first thought", "a better thought"))
    sync(desk)
    (path.parent / "old.md").write_bytes(old)
    sync(desk)
    assert lead_words(desk)["place"] == "a better thought" and "first thought" not in path.read_text()


def test_a_renamed_file_gets_its_name_back(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    share(desk)
    sync(desk)
    path = the_file(desk.places)
    write_in(path, under_the_entry("mine"))
    path.rename(path.with_name("notes with the principal.md"))
    assert [each.words for each in sync(desk).read] == ["mine"]
    assert [each.name for each in path.parent.iterdir()] == [path.name] and "mine" in path.read_text()


def test_editors_may_do_what_editors_do(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    share(desk)
    sync(desk)
    path = the_file(desk.places)
    text = path.read_text()
    bent = (
        text.replace('"Where do we see that?"', "“Where do we see that?”")
        .replace("\n- ", "\n* ")
        .replace("\n", "  \r\n")
    )
    for content in (b"\xef\xbb\xbf" + bent.encode(), bent.encode("cp1252"), bent.encode("utf-16")):
        path.write_bytes(content)
        report = sync(desk)
        assert (report.read, report.odd) == ([], []) and path.read_text() == text, content[:40]
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "  \r\n").encode())
    assert sync(desk).delivered == []  # nothing but blanks differs: the file is left as it is
    path.write_bytes(text.replace(LABEL, f"{LABEL}\nça va\n", 1).encode("cp1252"))
    sync(desk)
    assert lead_words(desk) == {"place": "ça va"} and "ça va" in path.read_text("utf-8")


def test_a_mark_that_was_lost_costs_nothing(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    share(desk)
    sync(desk)
    path = the_file(desk.places)
    write_in(path, under_the_entry("in my place"))
    write_in(path, lambda text: "\n".join(row for row in text.split("\n") if "coachtui write" not in row))
    report = sync(desk)
    assert report.odd == [] and lead_words(desk)["place"] == "in my place"
    assert path.read_text().count("coachtui write") == 2 and path.read_text().count("## Observation") == 1


def test_nonsense_is_set_aside_whole_and_the_file_is_written_anew(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    share(desk)
    sync(desk)
    path = the_file(desk.places)
    good = path.read_bytes()
    for number, nonsense in enumerate((b"just words", b"\0\1\2binary", b"x" * (6 * 1024 * 1024))):
        path.write_bytes(nonsense)
        (sentence,) = sync(desk).odd
        aside = path.with_name("Dana Ruiz, outside a cycle" + (f" {number + 1}" if number else "") + ".unread.md")
        assert sentence.startswith(f"'{path.name}', line 1: ") and aside.name in sentence
        assert aside.read_bytes() == nonsense and path.read_bytes() == good
    path.write_bytes(b"")
    assert sync(desk).odd == [] and path.read_bytes() == good
    path.unlink()
    sync(desk)
    assert path.read_bytes() == good


def test_a_mark_of_something_else_is_named_with_its_line_and_its_words_kept(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    share(desk)
    sync(desk)
    path = the_file(desk.places)
    write_in(
        path,
        lambda text: text.replace(
            "<!-- coachtui next -->", "<!-- coachtui entry 123 1 -->\nwhose?\n<!-- coachtui next -->"
        ),
    )
    (sentence,) = sync(desk).odd
    line = path.read_text().split("\n").index("<!-- coachtui next -->") + 1
    assert sentence.startswith(f"'{path.name}', line {line}: ") and lead_words(desk) == {"end": "whose?"}


def test_a_file_of_somebody_elses_with_that_name_is_left_alone(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    share(desk)
    desk.places.record.mkdir()
    other = desk.places.record / "Dana Ruiz, outside a cycle.md"
    other.write_text("my own notes")
    (name,) = sync(desk).delivered
    assert name.startswith("Dana Ruiz, outside a cycle (") and other.read_text() == "my own notes"
    assert sync(desk).delivered == []


def test_a_shared_folder_is_followed_and_one_that_is_away_is_waited_for(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    share(desk)
    drive = tmp_path / "drive"
    report = sync(desk, drive)
    assert report.delivered == [] and "is not there now" in report.waits[0] and not drive.exists()
    drive.mkdir()
    drive.chmod(0o775)
    (name,) = sync(desk, drive).delivered
    assert stat.S_IMODE((drive / name).stat().st_mode) == 0o664
    (drive / name).chmod(0o640)
    share(desk, change=lambda gate: gate.edited("title", "Another title"))
    assert sync(desk, drive).delivered == [name] and stat.S_IMODE((drive / name).stat().st_mode) == 0o640


def test_a_folder_that_lost_all_of_it_is_not_filled_unasked(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    share(desk)
    drive = tmp_path / "drive"
    drive.mkdir()
    (name,) = sync(desk, drive).delivered
    (drive / name).unlink()
    assert "--anew" in sync(desk, drive).waits[0] and list(drive.iterdir()) == []
    assert sync(desk, drive, anew=True).delivered == [name]


def test_two_leads_of_one_name_have_two_files_and_names_are_made_safe(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    desk.do(lambda notebook: notebook.people.add_lead("../a/b: \\c?"))
    desk.do(
        lambda notebook: notebook.file.write(
            lambda _: notebook.events.record(
                "second",
                "added",
                [Change("leads", None, {"id": "second", "name": LEAD, "role": "Lead", "handle": "dr"})],
            )
        )
    )
    for number, lead in enumerate(("second", "../a/b: \\c?")):
        identity = f"other{number}"
        desk.begin(identity, lead=LEAD if number == 0 else lead)
        desk.do(lambda notebook, to=identity: notebook.lines.file(to, read_line("seen here"), A_MORNING, f"{to}-1"))  # type: ignore[misc]
        if number == 0:
            desk.do(
                lambda notebook: notebook.file.write(
                    lambda _: notebook.events.record("other0", "named", [
                        Change("observations", {"id": "other0", "lead": lead_of(notebook)}, {"id": "other0", "lead": "second"})
                    ])
                )
            )  # fmt: skip
        share(desk, f"observation:{identity}")
    share(desk)
    names = sorted(sync(desk).delivered)
    assert names[0].startswith("Dana Ruiz, outside a cycle (") and names[1] == "Dana Ruiz, outside a cycle.md"
    assert names[2:] == ["a b c , outside a cycle.md"]


def test_words_of_the_leads_that_are_taken_over_are_no_conflict(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    share(desk)
    sync(desk)
    path = the_file(desk.places)
    write_in(path, lambda text: text.replace("Four of nine name", "Five of nine name"))
    sync(desk)
    share(desk, change=lambda gate: gate.edited(gate.leaving()[2].key, "Five of nine name the variable in the report"))
    sync(desk)
    assert path.read_text().count("Five of nine name") == 1 and "Both of you" not in path.read_text()
    assert desk.do(lambda notebook: notebook.record.conflicts()) == [] and sync(desk).read == []
