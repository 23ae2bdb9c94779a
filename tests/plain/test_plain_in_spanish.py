"""The plain mode in Spanish: every command and answer has a Spanish word, and the English one is understood all the same."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from coachtui.plain.command import Table
from coachtui.plain.commands import EVERYWHERE, PLACES
from coachtui.plain.said_words import folded
from tests.support.homes import open_notebook
from tests.support.sharing import a_school
from tests.support.talking import PLAIN, talk
from tests.support.terminal import ROOT

SPANISH = {"COACHTUI_LANGUAGE": "es"}


def spanish_words() -> dict[str, list[str]]:
    """Every Spanish word of each command, without accents."""
    with (ROOT / "coachtui/translations/es/LC_MESSAGES/plain.po").open("rb") as file:
        return {
            str(each.id): [folded(word) for word in str(each.string).split("|")]
            for each in read_po(file)
            if each.context == "command"
        }


@pytest.mark.parametrize("table", PLACES, ids=lambda table: table.title)
def test_no_spanish_word_stands_for_two_commands_of_a_place(table: Table) -> None:
    spanish, own = spanish_words(), {each.word for each in table.commands}
    here = [*own, *(each.word for each in EVERYWHERE.commands if each.word not in own)]
    words = [word for each in here for word in {*spanish[each], each}]
    assert sorted(words) == sorted(set(words))
    assert all(word.isalpha() for word in words)


def test_a_meeting_is_written_in_spanish_words_and_in_english_ones(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    said = talk(
        desk.places.home, "= Normas 5", "tom: buenos dias #TM3", "? quien decide esto", "//barra",
        "/corregir 2 buenos días a todos", "/estrella 2", "/star 3", "/código 3 normas", "/clase 3 juicio",
        "/quitar última", "/deshacer", "/rehacer",
        "/undo", "/borrar 4", "borrar", "/ayuda deshacer", "/ayuda", "/termin", "Espera", "", "", "líneas", "volver",
        words=(*PLAIN, "--team", "Grade 4 Math"), env=SPANISH,
    )  # fmt: skip
    with open_notebook(desk.places) as notebook:
        lines = notebook.lines.of(notebook.observations.latest(1)[0].id)
    assert [(line.text, line.starred, line.kind.value) for line in lines] == [
        ("Normas", False, "segment"), ("buenos días a todos", True, "evidence"), ("quien decide esto", True, "judgment"),
    ]  # fmt: skip
    assert "Deshecho: línea quitada." in said and "Rehecho: línea quitada." in said
    assert "deshacer. Deshacer lo último" in said and "/estrella, " in said and "/star, " not in said
    assert "(undo)" not in said and "“líneas” las dice" in said


def test_what_leaves_is_agreed_to_in_spanish(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    lines = ("compartir ultima", "partes", "quitar 2", "compartir", "no", "compartir", "si", "salidas")
    said = talk(desk.places.home, *lines, words=("--plain",), env=SPANISH)
    assert "No salió nada." in said and "al registro, versión 1" in said
    with open_notebook(desk.places) as notebook:
        assert len(notebook.ledger.of(notebook.leads.all()[0].id)) == 1
