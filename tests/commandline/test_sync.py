"""`coachtui sync` and what the doctor says of the record, as a script and as a person read them."""

from pathlib import Path

import pytest

from coachtui.store.notebook import Notebook
from tests.support.bare_bytes import bare
from tests.support.program import ask
from tests.support.sharing import a_school, share, the_file


def test_it_says_what_was_delivered_and_read_and_that_nothing_is_left(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    home = desk.places.home
    assert "nothing new to read" in ask(home, "sync").said and not desk.places.record.exists()
    share(desk)
    assert "LOOK  record: 1 file of the record waits" in ask(home, "doctor").said
    facts = ask(home, "sync", "--json").json()
    assert facts["delivered"] == ["Dana Ruiz, outside a cycle.md"] and facts["folder"] == str(desk.places.record)
    path = the_file(desk.places)
    path.write_text(
        path.read_text().replace("1:1\n\nWrite here, Dana:\n", "1:1\n\nWrite here, Dana:\n- the schedule\n")
    )
    facts = ask(home, "sync", "--json").json()
    assert list(facts) == ["folder", "delivered", "read", "merged", "waits", "odd", "conflicts"]
    assert facts["read"] == [{"lead": "Dana Ruiz", "place": "next", "entry": None, "words": "- the schedule"}]
    path.write_text("nonsense")
    answer = ask(home, "sync")
    assert answer.code == 0 and "line 1" in answer.complaint and "Delivered" in answer.said
    assert "could not be understood" in ask(home, "doctor").said
    entry = ask(home, "list", "entries", "--json").json()[0]
    assert (entry["kind"], entry["version"], entry["lead"]) == ("observation", 1, "Dana Ruiz")
    shown = ask(home, "show", entry["ref"], "--json").json()
    assert shown["words"] in path.read_text() and shown["lead_words"] == []


@pytest.mark.parametrize("place", ["", "somewhere", "[/]", "\x1b[2J\u2028"], ids=ascii)
def test_words_of_a_lead_are_shown_whatever_their_place_is_called(tmp_path: Path, place: str) -> None:
    desk = a_school(tmp_path)
    share(desk)
    ask(desk.places.home, "sync")
    path = the_file(desk.places)
    path.write_text(path.read_text().replace("Write here, Dana:\n", "Write here, Dana:\n\nI saw it too.\n", 1))
    assert ask(desk.places.home, "sync", "--json").json()["read"][0]["place"] == "place"

    def renamed(notebook: Notebook) -> None:
        notebook.file.write(lambda _: notebook.file.connection.execute("UPDATE lead_words SET place = ?", (place,)))

    desk.do(renamed)
    for words in (("show", "e"), ("show", "e", "--json"), ("list", "entries"), ("sync",)):
        answer = ask(desk.places.home, *words)
        assert answer.code == 0 and bare(answer.said + answer.complaint, "\n") == [], answer
    assert "Dana Ruiz wrote: I saw it too." in ask(desk.places.home, "show", "e").said


def test_a_chosen_folder_that_is_away_is_waited_for(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    drive = tmp_path / "drive"
    desk.places.settings.write_text(f'record_folder = "{drive}"\n')
    share(desk)
    answer = ask(desk.places.home, "sync")
    assert answer.code == 1 and "is not there now" in answer.complaint and answer.said == ""
    assert "is not there" in ask(desk.places.home, "doctor").said
    drive.mkdir()
    assert ask(desk.places.home, "sync").code == 0
    assert [path.name for path in drive.iterdir()] == ["Dana Ruiz, outside a cycle.md"]
    assert "1 file of the record is delivered" in ask(desk.places.home, "doctor").said
    assert not desk.places.record.exists()
