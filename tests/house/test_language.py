"""The language of the program: which is chosen, what is said in it, and that a missing catalog is no harm."""

import subprocess
import sys
from gettext import NullTranslations
from pathlib import Path

import pytest

from coachtui import language
from coachtui.language import choose_language, language_of, take_up
from coachtui.library import load_feedback_shapes, load_lexicon
from coachtui.places import Places
from coachtui.sharing.record_words import record_words
from coachtui.wording import _c, _m, _n, _t, counted, speak, spoken
from tests.support.terminal import ROOT


class Shouted(NullTranslations):
    """A language in which everything is said in capitals."""

    def gettext(self, message: str) -> str:
        return message.upper()

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return "{n} SHOUTED"

    def pgettext(self, context: str, message: str) -> str:
        return f"{message} ({context})"


@pytest.fixture(autouse=True)
def back_to_english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> object:
    for name in ("COACHTUI_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COACHTUI_HOME", str(tmp_path))
    yield
    speak("en", None)


@pytest.mark.parametrize(
    ("variable", "setting", "computer", "chosen"),
    [
        ("", "", "", "en"),
        ("", "", "es_MX.UTF-8", "es"),
        ("", "", "fr_FR.UTF-8", "en"),
        ("", "", "C.UTF-8", "en"),
        ("", "en", "es_ES", "en"),
        ("", "es", "en_US.UTF-8", "es"),
        ("", "auto", "es", "es"),
        ("", "klingon", "es", "es"),
        ("en", "es", "es", "en"),
        ("es", "en", "en_US", "es"),
    ],
)
def test_the_variable_goes_before_the_setting_and_that_before_the_computer(
    variable: str, setting: str, computer: str, chosen: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if setting:
        (tmp_path / "settings.toml").write_text(f'\ufeff# mine\ntheme = "x"\nlanguage = "{setting}"  # said\n[keep]\n')
    monkeypatch.setenv("COACHTUI_LANGUAGE", variable)
    monkeypatch.setenv("LANG", computer)
    assert language_of([]) == chosen


def test_the_settings_are_those_of_the_home_that_is_named(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "settings.toml").write_text("language = 'es'\n")
    assert language_of(["where", "--home", str(tmp_path / "here")]) == "es"
    assert language_of([f"--home={tmp_path / 'here'}"]) == "es"
    assert language_of([]) == "en"


def test_a_script_is_answered_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACHTUI_LANGUAGE", "es")
    choose_language(["today", "--json"])
    assert (_t("tried"), record_words().next) == ("tried", "Para nuestra próxima 1:1")
    choose_language(["today"])
    assert _t("tried") == "probado"


def test_a_row_of_a_table_is_no_setting(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("[abbreviations]\nlanguage = 'es'\n")
    assert language_of([]) == "en"


def test_in_english_everything_is_said_as_it_stands() -> None:
    assert counted(1, "{n} line", "{n} lines") == "1 line"
    assert counted(1200, "{n} line", "{n} lines") == "1,200 lines"
    assert (_c("of a meeting", "Time"), _m("tried"), _t("tried")) == ("Time", "tried", "tried")


def test_in_another_language_the_catalog_says_it() -> None:
    speak("es", Shouted())
    assert (counted(2, "{n} line", "{n} lines"), _n("a", "b", 1)) == ("2 SHOUTED", "{n} SHOUTED")
    assert (_c("of a meeting", "Time"), _m("tried"), _t("tried"), _t("")) == (
        "Time (of a meeting)",
        "tried",
        "TRIED",
        "",
    )


@pytest.mark.parametrize("held", [None, b"", b"no catalog at all", b"\xde\x12\x04\x95" + b"\xff" * 30])
def test_a_catalog_that_is_missing_or_broken_leaves_english(
    held: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    if held is not None:
        (folder / "coachtui.mo").write_bytes(held)
    monkeypatch.setattr(language, "_FOLDER", str(tmp_path))
    take_up("es")
    assert spoken() == "en"


def test_the_process_that_opens_chooses_first() -> None:
    """What is laid out while a file is imported is in the language too."""
    script = (
        "import sys; sys.argv[1:] = ['where']; import coachtui.__main__ as main\n"
        "sys.modules['coachtui.cli'] = type(sys)('cli'); sys.modules['coachtui.cli'].main = lambda: 0\n"
        "try: main.main()\nexcept SystemExit: pass\nfrom coachtui.wording import spoken; print(spoken())"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env={"COACHTUI_LANGUAGE": "es", "PATH": ""}, capture_output=True,
        text=True, check=True,
    )  # fmt: skip
    assert told.stdout.strip() == "es"


def test_the_content_is_in_the_language_and_the_persons_own_goes_before_it(tmp_path: Path) -> None:
    speak("es", NullTranslations())
    places = Places(tmp_path)
    shapes, complaints = load_feedback_shapes(places)
    assert (shapes["short-note"].name, complaints) == ("Nota breve", [])
    assert load_lexicon(places)[0].hint_in("un excelente comienzo") is not None
    places.feedback_shapes.mkdir()
    own = 'name = "Mine"\nabout = "x"\nshortest = 1\nlongest = 9\n[[part]]\nkind = "strength"\nheading = "H"\n'
    (places.feedback_shapes / "short-note.toml").write_text(own)
    assert load_feedback_shapes(places)[0]["short-note"].name == "Mine"
    speak("en", None)
    assert load_lexicon(places)[0].hint_in("un excelente comienzo") is None
