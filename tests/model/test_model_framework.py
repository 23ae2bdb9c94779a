"""Frameworks: what a file says is read, each code can be typed, and what is wrong is named with its place."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachtui.library import CONTENT, load_frameworks
from coachtui.model.framework import BadFramework, Framework, LookFor, read_framework
from coachtui.model.grammar import read_line
from coachtui.model.keys import PAD_KEYS
from coachtui.places import Places

FILES = sorted((CONTENT / "frameworks").glob("*.toml"))
ONE = {"code": "TM1", "name": "purpose"}


def parsed(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def framework_of(path: Path) -> Framework:
    return read_framework(path.stem, parsed(path))


def with_look_fors(*rows: object) -> dict[str, Any]:
    return {"title": "Ours", "look_for": list(rows)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_file_of_ours_reads_and_loses_nothing(path: Path) -> None:
    framework, found = framework_of(path), parsed(path)
    assert (framework.id, framework.title) == (path.stem, found["title"])
    assert framework.audience and framework.origin
    assert [each._asdict() for each in framework.look_fors] == [
        LookFor(row["code"], row["name"])._asdict() | row for row in found["look_for"]
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_code_of_ours_is_there_once_and_can_be_typed(path: Path) -> None:
    codes = [each.code for each in framework_of(path).look_fors]
    assert len({code.casefold() for code in codes}) == len(codes)
    for code in codes:
        assert read_line(f"seen #{code}").codes == (code,)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_look_for_of_ours_has_all_levels_or_none(path: Path) -> None:
    for each in framework_of(path).look_fors:
        levels = [each.starting, each.solid, each.carries]
        assert all(levels) or not any(levels), each.code


def test_codes_of_two_frameworks_of_ours_are_never_the_same() -> None:
    """A line keeps its codes when another framework is chosen: then they must not mean another thing."""
    codes = [each.code.casefold() for path in FILES for each in framework_of(path).look_fors]
    assert sorted(code for code in set(codes) if codes.count(code) > 1) == []


def test_the_framework_that_is_used_without_a_choice_is_among_ours(tmp_path: Path) -> None:
    from coachtui.settings import Settings

    found, complaints = load_frameworks(Places(tmp_path))
    assert Settings().framework in found
    assert set(found) == {path.stem for path in FILES} and complaints == []


def test_the_pad_has_a_key_for_the_first_twelve() -> None:
    rows = [{"code": f"C{number}", "name": "n"} for number in range(15)]
    framework = read_framework("many", with_look_fors(*rows))
    assert [key for key, _ in framework.pad] == list(PAD_KEYS) and len(PAD_KEYS) == 12
    assert [each.code for _, each in framework.pad] == [f"C{number}" for number in range(12)]
    assert [key for key, _ in read_framework("few", with_look_fors(ONE)).pad] == ["a"]


def test_a_look_for_is_found_in_large_and_small_letters() -> None:
    framework = read_framework("few", with_look_fors(ONE))
    assert framework.called("tm1") is framework.look_fors[0]
    assert framework.called("TM2") is None


def test_words_are_cleaned() -> None:
    framework = read_framework(
        "few", with_look_fors({"code": " TM1 ", "name": "a\x1b[1m\nb\u202e", "meaning": "e\u0301"})
    )
    assert framework.look_fors == (LookFor("TM1", "a[1m b⟨RLO⟩", "é"),)


@pytest.mark.parametrize(
    ("found", "why", "place"),
    [
        ({}, "title is missing", None),
        ({"title": 3}, "title takes words in quotation marks", None),
        ({"title": "  ", "look_for": [ONE]}, "title is missing", None),
        ({"title": "Ours"}, "it holds no [[look_for]]", None),
        ({"title": "Ours", "look_for": []}, "it holds no [[look_for]]", None),
        ({"title": "Ours", "look_for": ONE}, "it holds no [[look_for]]", None),
        ({"title": "Ours", "audience": 3, "look_for": [ONE]}, "audience takes words in quotation marks", None),
        (with_look_fors("TM1"), "each [[look_for]] takes a code and a name", 1),
        (with_look_fors(ONE, {"name": "n"}), "code is missing", 2),
        (with_look_fors(ONE, {"code": "TM2"}), "name is missing", 2),
        (with_look_fors({**ONE, "code": 1}), "code takes words in quotation marks", 1),
        (with_look_fors({**ONE, "meaning": ["a"]}), "meaning takes words in quotation marks", 1),
        (with_look_fors({**ONE, "duration": "yes"}), "duration is true or false", 1),
        (with_look_fors({**ONE, "duration": 1}), "duration is true or false", 1),
        (with_look_fors({**ONE, "colour": "red"}), "'colour' is not a part of a look-for", 1),
        (with_look_fors(ONE, {**ONE, "code": "tm1"}), "the code 'tm1' stands there twice", 2),
    ],
)
def test_what_is_wrong_is_named_with_its_place(found: dict[str, Any], why: str, place: int | None) -> None:
    with pytest.raises(BadFramework) as refused:
        read_framework("odd", found)
    assert (str(refused.value), refused.value.place) == (why, place)


@pytest.mark.parametrize("code", ["T M", "#TM", "3A", "TM*", "T/M", "x" * 41, "-a", "TM,", "a\u00a0b"])
def test_a_code_that_could_not_be_typed_is_refused(code: str) -> None:
    with pytest.raises(BadFramework, match="is not a letter and up to 39") as refused:
        read_framework("odd", with_look_fors(ONE, {"code": code, "name": "n"}))
    assert refused.value.place == 2


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["title", "look_for", "code", "name", "meaning", "duration", "x"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["title", "audience", "origin", "look_for", "x"]), JUNK, max_size=5))
def test_whatever_a_file_holds_it_is_read_or_refused_in_words(found: dict[str, Any]) -> None:
    try:
        framework = read_framework("odd", found)
    except BadFramework as refused:
        assert str(refused) and "\n" not in str(refused)
    else:
        assert all(read_line(f"seen #{each.code}").codes == (each.code,) for each in framework.look_fors)


# A school's own files


def test_a_file_of_the_school_takes_the_place_of_ours_and_a_broken_one_names_its_line(tmp_path: Path) -> None:
    own = tmp_path / "frameworks"
    own.mkdir()
    (own / "planning.toml").write_text('title = "Our planning"\n[[look_for]]\ncode = "P1"\nname = "goal"\n', "utf-8")
    (own / "odd.toml").write_text(
        '# ours\ntitle = "Odd"\n[[look_for]]\ncode = "A"\nname = "a"\n\n[[look_for]]\ncode = "B"\n', "utf-8"
    )
    (own / "torn.toml").write_text('title = "Torn\n', "utf-8")
    (own / "latin.toml").write_bytes('title = "Lernräume"'.encode("latin-1"))
    (own / "core-team-meeting.toml").mkdir()
    found, complaints = load_frameworks(Places(tmp_path))
    assert found["planning"].title == "Our planning"
    assert found["core-team-meeting"].look_fors, "ours stays where the school's own can't be used"
    assert "odd" not in found and "torn" not in found
    told = dict(zip(("core-team-meeting", "latin", "odd", "torn"), complaints, strict=True))
    assert all(f"'{name}.toml'" in words for name, words in told.items())
    assert "line 7: name is missing" in told["odd"]
    assert "UTF-8" in told["latin"] and "line 1" in told["torn"]
