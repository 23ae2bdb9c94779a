"""Settings: what a person wrote is used or named, and stays as it was written when the program keeps a theme."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachtui.library import load_frameworks, load_lexicon
from coachtui.model.grammar import read_line
from coachtui.places import Places
from coachtui.settings import Settings, read_settings, write_theme

SHARED_FOLDER = settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)  # each example writes the file anew


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_without_a_file_everything_is_as_usual(file: Path) -> None:
    assert read_settings(file) == (Settings(), [])


def test_every_choice_is_read(file: Path) -> None:
    file.write_text(
        'theme = "dusk"\nframework = "planning"\ntally = true\nscan_minutes = 5\nblank_minutes = 0\n'
        '[abbreviations]\nss = "students"\n',
        "utf-8",
    )
    chosen = Settings("dusk", "planning", True, 5, 0, {"ss": "students"})
    assert read_settings(file) == (chosen, [])


@pytest.mark.parametrize(
    ("row", "takes"),
    [
        ("theme = 3", "theme takes words in quotation marks"),
        ("tally = 1", "tally takes true or false"),
        ('tally = "yes"', "tally takes true or false"),
        ("blank_minutes = true", "blank_minutes takes a number from 0 to 600"),
        ("blank_minutes = -1", "blank_minutes takes a number from 0 to 600"),
        ("blank_minutes = 601", "blank_minutes takes a number from 0 to 600"),
        ("scan_minutes = 1.5", "scan_minutes takes a number from 0 to 600"),
        ("abbreviations = 3", "abbreviations takes a table of words"),
        ("abbreviations = {ss = 3}", "abbreviations takes a table of words"),
        ("colour = 3", "'colour' is not a setting"),
        ("__slots__ = 3", "'__slots__' is not a setting"),
    ],
)
def test_what_can_not_be_used_is_named_and_the_rest_is_used(file: Path, row: str, takes: str) -> None:
    file.write_text(f'framework = "planning"\n{row}\n', "utf-8")
    found, (complaint,) = read_settings(file)
    assert found == Settings(framework="planning")
    assert complaint.startswith("'settings.toml': ") and takes in complaint


BROKEN = {
    "theme = \n": "line 1",
    'theme = "a"\ntheme = "b"\n': "line 2",
    "tally = true\n[abbreviations\n": "line 2",
    "x = " + "[" * 5000 + "]" * 5000: "nested too deeply",
    "x = " + "1" * 5000: "",
}


@pytest.mark.parametrize("words", BROKEN, ids=lambda words: words[:12])
def test_a_broken_file_is_named_and_left_as_it_was(file: Path, words: str) -> None:
    file.write_text(words, "utf-8")
    found, (complaint,) = read_settings(file)
    assert found == Settings()
    assert str(file) in complaint and BROKEN[words] in complaint and "the file is as it was" in complaint
    write_theme(file, "dusk")
    assert file.read_text("utf-8") == words


def test_a_file_that_is_no_text_is_named_and_left_as_it_was(file: Path) -> None:
    file.write_bytes(b"theme = \xff\xfe")
    _, (complaint,) = read_settings(file)
    assert "not UTF-8" in complaint
    write_theme(file, "dusk")
    assert file.read_bytes() == b"theme = \xff\xfe"


def test_a_folder_in_the_place_of_the_file_is_named(file: Path) -> None:
    file.mkdir()
    found, (complaint,) = read_settings(file)
    assert found == Settings() and "directory" in complaint
    write_theme(file, "dusk")
    assert file.is_dir()


def test_a_mark_that_some_editors_put_before_the_first_letter_is_no_fault(file: Path) -> None:
    file.write_bytes(b'\xef\xbb\xbftheme = "a"\ntally = true\n')
    assert read_settings(file) == (Settings(theme="a", tally=True), [])
    write_theme(file, "dusk")
    assert file.read_bytes() == b'\xef\xbb\xbftheme = "dusk"\ntally = true\n'


# Keeping a theme


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'theme = "dusk"\n'),
        ("tally = true", 'tally = true\ntheme = "dusk"\n'),
        ('theme = "a"\n', 'theme = "dusk"\n'),
        ("theme='a' # mine\ntally = true\n", 'theme="dusk" # mine\ntally = true\n'),
        ("# theme = 'b'\n  theme = 'a'\n", "# theme = 'b'\n  theme = \"dusk\"\n"),
        ('"theme" = "a"\n', '"theme" = "dusk"\n'),
        ("theme = 3\n", 'theme = "dusk"\n'),
        (
            '# mine\n\n[abbreviations] # short\ntheme = "lesson theme"\n',
            '# mine\n\ntheme = "dusk"\n[abbreviations] # short\ntheme = "lesson theme"\n',
        ),
        ('theme = "a"\r\ntally = true\r\n', 'theme = "dusk"\r\ntally = true\r\n'),
        ("tally = true\r\n[abbreviations]\r\n", 'tally = true\r\ntheme = "dusk"\r\n[abbreviations]\r\n'),
        ('note = """\ntheme = "a"\n"""\n', 'note = """\ntheme = "a"\n"""\ntheme = "dusk"\n'),
        ("odd = [\n[1],\n]\n", 'theme = "dusk"\nodd = [\n[1],\n]\n'),
    ],
)
def test_a_theme_is_kept_and_all_else_stays_as_it_was_written(file: Path, before: str, after: str) -> None:
    file.write_bytes(before.encode())
    write_theme(file, "dusk")
    assert file.read_bytes().decode() == after
    assert read_settings(file)[0].theme == "dusk"


@pytest.mark.parametrize("before", ['theme = """\na"""\n', 'theme = [\n"a",\n]\n', "theme.a = 1\n"])
def test_a_file_whose_theme_can_not_be_changed_in_its_place_is_left_alone(file: Path, before: str) -> None:
    file.write_text(before, "utf-8")
    write_theme(file, "dusk")
    assert file.read_text("utf-8") == before


ROWS = st.lists(
    st.sampled_from(
        [
            'theme = "a"', "theme='b' # c", "# theme = 'x'", "tally = true", 'framework = """', '"""', "odd = [", "[1],", "]",
            "[abbreviations]", 'ss = "students"', "[[more]]", "", "  ", "scan_minutes = 5", "théme = 1", "'''", "broken",
        ]
    ),
    max_size=9,
)  # fmt: skip


@SHARED_FOLDER
@given(ROWS, st.sampled_from(["\n", "\r\n"]), st.text('ab"\\ é#\n', min_size=1, max_size=5))
def test_whatever_stands_in_the_file_nothing_of_it_is_lost(
    tmp_path: Path, rows: list[str], end: str, theme: str
) -> None:
    file = tmp_path / "settings.toml"
    before = end.join(rows)
    file.write_bytes(before.encode())
    write_theme(file, theme)
    after = file.read_bytes().decode()
    if after == before:
        return
    found: dict[str, Any] = tomllib.loads(before)
    assert tomllib.loads(after) == {**found, "theme": theme}
    kept = [row for row in before.splitlines() if not row.lstrip().startswith("theme")]
    remaining = iter(after.splitlines())
    assert all(row in remaining for row in kept), "every other row is there, in order"


def test_a_choice_that_is_in_use_already_writes_nothing(file: Path) -> None:
    write_theme(file, Settings().theme)
    assert not file.exists()


def test_a_file_that_is_kept_elsewhere_stays_there(file: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "kept.toml"
    elsewhere.write_text("tally = true\n", "utf-8")
    file.symlink_to(elsewhere)
    write_theme(file, "dusk")
    assert file.is_symlink() and read_settings(elsewhere)[0] == Settings(theme="dusk", tally=True)


def test_what_is_written_is_for_its_owner_alone_and_leaves_nothing_beside(file: Path) -> None:
    write_theme(file, "dusk")
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(file.parent.iterdir()) == [file]


# The other files a person may write


@pytest.mark.parametrize("words", ["x = " + "[" * 5000, 'title = "', "x = " + "1" * 5000])
def test_a_broken_framework_or_list_of_hints_is_told_and_ours_are_used(tmp_path: Path, words: str) -> None:
    places = Places(tmp_path)
    places.frameworks.mkdir()
    (places.frameworks / "planning.toml").write_text(words, "utf-8")
    places.hints.write_text(words, "utf-8")
    frameworks, (framework_complaint,) = load_frameworks(places)
    lexicon, (hints_complaint,) = load_lexicon(places)
    assert frameworks["planning"].title and "'planning.toml'" in framework_complaint
    assert lexicon.hint(read_line("good"), ()) is not None and "'hints.toml'" in hints_complaint


def test_a_list_of_hints_of_ones_own_takes_the_place_of_ours(tmp_path: Path) -> None:
    places = Places(tmp_path)
    places.hints.write_text('[[group]]\nhint = "how?"\nwords = ["vibe"]\n', "utf-8")
    lexicon, complaints = load_lexicon(places)
    assert complaints == []
    assert lexicon.hint(read_line("a good vibe"), ()) is not None
    assert lexicon.hint(read_line("a good start"), ()) is None
