"""Measuring and breaking texts: nothing lost, nothing too wide, no character cut in two."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from coachtui.tui.widgets import wrapping
from coachtui.tui.widgets.wrapping import (
    cells,
    cluster_after,
    cluster_before,
    clusters,
    line_starts,
    reach_back,
    reach_on,
    shorten,
    snap,
)

ODD = "a b-é\u0301e\u0301\u200d👩👧🏽🇬🇧🇫日本語。שםسل\ufe0f❤\xad\u200b한\u1112\u1161\u11ab\U000e0067"
TEXTS = st.text() | st.text(st.sampled_from(ODD)) | st.text("ab ", max_size=200)
FAMILY = "👩\u200d👩\u200d👧"


def pieces(text: str, width: int) -> list[str]:
    starts = line_starts(text, width)
    return [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


@given(TEXTS, st.integers(2, 90))
@example("\u2e80\u200d\U0001f1e6\U0001f1e6", 2)
def test_pieces_are_the_text_and_fit(text: str, width: int) -> None:
    parts = pieces(text, width)
    assert "".join(parts) == text
    assert all(cell_len(part.rstrip(" ")) <= width for part in parts)
    assert all(parts) or parts == [""]


@given(TEXTS, st.integers(2, 90))
def test_no_cluster_is_cut(text: str, width: int) -> None:
    edges = {start for start, _end in clusters(text)} | {0}
    assert set(line_starts(text, width)) <= edges


@given(st.text("abc  é", max_size=300), st.integers(2, 40))
def test_both_ways_to_wrap_agree(text: str, width: int) -> None:
    assert wrapping.is_narrow(text)
    by_clusters = line_starts(text + "日", width)
    narrow = line_starts(text, width)
    assert by_clusters[: len(narrow)] == narrow


@given(TEXTS)
def test_clusters_and_cursor_places_are_the_same(text: str) -> None:
    found = list(clusters(text))
    assert "".join(text[start:end] for start, end in found) == text
    assert sum(cell_len(text[start:end]) for start, end in found) == cell_len(text)
    places = [start for start, _end in found] + [len(text)] if text else [0]
    assert [place for place in range(len(text) + 1) if snap(text, place) == place] == places
    for start, end in found:
        assert (cluster_after(text, start), cluster_before(text, end)) == (end, start)


@given(TEXTS, st.integers(0, 300), st.integers(1, 60))
def test_reach_is_as_far_as_fits(text: str, index: int, room: int) -> None:
    index = snap(text, index)
    start, end = reach_back(text, index, room), reach_on(text, index, room)
    assert snap(text, start) == start and snap(text, end) == end
    assert cells(text[start:index]) <= room and cells(text[index:end]) <= room
    before, after = cluster_before(text, start), cluster_after(text, end)
    assert start == before or cells(text[before:index]) > room or cells(text[before:start]) == 0
    assert end == after or cells(text[index:after]) > room or cells(text[end:after]) == 0


@given(TEXTS, st.integers(0, 40))
def test_shortened_text_fits_and_says_so(text: str, room: int) -> None:
    short = shorten(text, room)
    assert cells(short) <= room
    assert short == text or short.endswith("…") or room == 0


@pytest.mark.parametrize(
    "cluster", ["e\u0301", FAMILY, "👍🏽", "🇬🇧", "❤\ufe0f", "한", "\u1112\u1161\u11ab", "नि", "1\ufe0f\u20e3"]
)
def test_what_a_person_sees_as_one_character_is_one(cluster: str) -> None:
    text = f"a{cluster}{cluster}b"
    assert [text[start:end] for start, end in clusters(text)] == ["a", cluster, cluster, "b"]


def test_words_stay_whole_and_blanks_at_the_edge_are_not_carried_over() -> None:
    assert pieces("the quick brown fox", 10) == ["the quick ", "brown fox"]
    assert pieces("see https://example.org/abc", 10) == ["see ", "https://ex", "ample.org/", "abc"]
    assert pieces("日本語のメモ。", 6) == ["日本語", "のメ", "モ。"]


@pytest.mark.parametrize("unit", ["x", "日", "e\u0301", FAMILY, "🇬🇧", "word ", "\u0301", "שלום "])
def test_ten_thousand_characters_wrap_intact(unit: str) -> None:
    text = (unit * 10_000)[:10_000]
    parts = pieces(text, 57)
    assert "".join(parts) == text
    assert all(cell_len(part.rstrip(" ")) <= 57 for part in parts)
