"""settings.toml: what is in disorder is named, and nothing a person wrote in it is ever lost."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachtui.settings import DARK_THEME, LIGHT_THEME, Settings, read_settings, write_theme


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_without_a_file_everything_has_a_value_that_works(file: Path) -> None:
    assert read_settings(file) == (Settings(DARK_THEME), [])


def test_a_theme_is_read(file: Path) -> None:
    for words in (b'theme = "nord"', b"\xef\xbb\xbftheme = 'nord'\r\n", b'# mine\ntheme="nord" # the calm one\n'):
        file.write_bytes(words)
        assert read_settings(file) == (Settings("nord"), [])


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (b"theme = nord\n", "(at line 1, column 9). The usual settings are in use; the file is as it was."),
        (b'theme = "nord\n', "The usual settings are in use; the file is as it was."),
        (b'theme = "caf\xe9"\n', "it is not UTF-8 text. The usual settings are in use; the file is as it was."),
        (b"theme = 7\n", "'settings.toml': theme takes a name in quotation marks. The dark one is shown."),
        (b"colour = 7\n", "'settings.toml': 'colour' is not a setting. It is passed over."),
    ],
)
def test_what_is_in_disorder_is_told_and_the_file_is_left_as_it_is(file: Path, words: bytes, sentence: str) -> None:
    file.write_bytes(words)
    settings, complaints = read_settings(file)
    assert settings == Settings() and len(complaints) == 1
    assert complaints[0].endswith(sentence) and "settings.toml'" in complaints[0]
    assert file.read_bytes() == words


def test_a_file_that_can_not_be_read_is_told(file: Path) -> None:
    file.mkdir()
    (complaint,) = read_settings(file)[1]
    assert complaint == f"The settings in '{file}' can't be read (Is a directory). The usual ones are in use."
    write_theme(file, LIGHT_THEME)
    assert file.is_dir()


KEPT = {
    "": 'theme = "coachtui-light"\n',
    'theme = "nord"\n': 'theme = "coachtui-light"\n',
    "theme = 'nord'  # the calm one\n": 'theme = "coachtui-light"  # the calm one\n',
    '# mine\n\ntheme="no # rd" # calm\r\nx = 1\r\n': '# mine\n\ntheme = "coachtui-light" # calm\r\nx = 1\r\n',
    "x = 1": 'x = 1\ntheme = "coachtui-light"\n',
    '[table]\ntheme = "other"\n': 'theme = "coachtui-light"\n[table]\ntheme = "other"\n',
    "# a\nx = 1\n\n[[many]]\ny = 2 # b\n": '# a\nx = 1\n\ntheme = "coachtui-light"\n[[many]]\ny = 2 # b\n',
    "theme = 7 # odd\n": 'theme = "coachtui-light" # odd\n',
}


@pytest.mark.parametrize("words", KEPT, ids=repr)
def test_a_theme_is_written_and_all_else_stays_as_it_was(file: Path, words: str) -> None:
    file.write_bytes(words.encode())
    write_theme(file, LIGHT_THEME)
    assert file.read_bytes().decode() == KEPT[words]
    assert read_settings(file)[0] == Settings(LIGHT_THEME)
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "words",
    [
        'theme = "nord\nx = 1\n',
        "theme = \n",
        '"theme" = "nord"\n',
        'theme = """\nnord"""\n',
        "x = [\n[1], # theme = 2\n]\n",
        "[broken\n",
    ],
    ids=repr,
)
def test_a_file_that_could_not_be_kept_whole_is_left_alone(file: Path, words: str) -> None:
    file.write_text(words)
    write_theme(file, LIGHT_THEME)
    assert file.read_text() == words
    assert [each.name for each in file.parent.iterdir()] == ["settings.toml"]


def test_choosing_what_is_chosen_already_writes_nothing(file: Path) -> None:
    write_theme(file, DARK_THEME)
    assert not file.exists()
    file.write_text("theme   =   'nord'\n")
    write_theme(file, "nord")
    assert file.read_text() == "theme   =   'nord'\n"


def test_a_theme_with_an_odd_name_is_read_back(file: Path) -> None:
    for name in ('my "dark" one', "café 👍", "back\\slash", "tab\there"):
        write_theme(file, name)
        assert read_settings(file) == (Settings(name), [])


@given(name=st.text(min_size=1), before=st.sampled_from(list(KEPT)))
def test_a_theme_of_any_name_is_read_back_and_the_rest_says_the_same(
    tmp_path_factory: pytest.TempPathFactory, name: str, before: str
) -> None:
    file = tmp_path_factory.mktemp("home") / "settings.toml"
    file.write_bytes(before.encode())
    write_theme(file, name)
    after = tomllib.loads(file.read_bytes().decode())
    if after.get("theme") == tomllib.loads(before).get("theme"):
        assert file.read_bytes() == before.encode()
    else:
        assert after == {**tomllib.loads(before), "theme": name}
