"""The gate: what leaves is what is shown, names are settled, and private words never pass, in no file the courier writes."""

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachtui.model.closing import Closing
from coachtui.model.names import Way
from coachtui.model.overlap import windows_of, words_of
from coachtui.sharing.gate import what_changed
from coachtui.store.errors import NotebookError
from coachtui.store.notebook import Notebook
from coachtui.store.private_words import PrivateWords
from tests.support.homes import Desk
from tests.support.sharing import LEAD, a_school, gate_for, hold, share, sync, through
from tests.support.state import faults_of


def test_only_what_is_shareable_comes_to_the_gate_and_the_rest_is_counted(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    gate = desk.do(lambda notebook: gate_for(notebook, desk))
    text = gate.text()
    assert text.startswith(
        "## Observation of Grade 4 Math, Tuesday, March 10, 2026\n\nMinutes: Norms 30 of 5.\n\n- 8:30 "
    )
    assert '**Dana Ruiz:** "Where do we see that?" #TM3' in text and text.endswith("Seen: #TM3 1.")
    assert "fast" not in text and "never spoke" not in text and "mine" not in text
    assert gate.summary.left_out == (2, 0) and gate.obstacle() is None
    assert {each.source for each in gate.summary.paragraphs} == {"the segments", "evidence, 8:30", "the codes"}


def test_what_leaves_is_in_the_ledger_to_the_byte(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    text = desk.do(lambda notebook: gate_for(notebook, desk).text())
    done = share(desk)
    assert done.words == text and done.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert json.loads(done.left_out) == {"mine": 2, "in_confidence": 0, "taken_out": 0}
    assert share(desk) == done
    again = share(desk, change=lambda gate: gate.turned("look-fors"))
    assert again.version == 2 and json.loads(again.left_out)["taken_out"] == 1 and again.entry == done.entry
    lead = done.lead
    assert desk.do(lambda notebook: [each.id for each in notebook.ledger.of(lead)]) == [done.id, again.id]
    assert what_changed(done.words, again.words) == [("-", "Seen: #TM3 1.")]
    assert desk.do(lambda notebook: [(each.version, each.words) for each in notebook.record.of(lead)]) == [
        (2, again.words)
    ]


def test_an_undo_never_crosses_a_share_and_the_tables_can_be_made_anew(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    done = share(desk)
    assert desk.do(lambda notebook: notebook.undo(done.lead)) is None
    desk.do(lambda notebook: notebook.undo("o1"))
    assert desk.do(lambda notebook: notebook.ledger.of(done.lead)) == [done]
    sync(desk)
    assert desk.do(faults_of) == []


def test_closing_words_stay_unless_each_is_chosen(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    desk.do(
        lambda notebook: notebook.closings.keep("o1", Closing("Waits before the answer", "", "Who has not spoken?"))
    )
    assert "Waits" not in share(desk).words
    words = share(desk, change=lambda gate: gate.turned("strength")).words
    assert "A strength: Waits before the answer" in words and "Who has not spoken" not in words


def test_names_are_each_settled_and_all_their_spellings_go(tmp_path: Path) -> None:
    desk = a_school(
        tmp_path,
        "tom: I asked Priya, and Tom's page says so",
        "Then tom shows what Jaxon wrote. Priya Nair nods",
        "Dana asks Dr Quist about it, in Math, on Monday",
    )
    gate = desk.do(lambda notebook: gate_for(notebook, desk))
    assert {(each.key, each.known) for each in gate.unsettled()} == {
        ("Tom Adeyemi", True), ("Priya Nair", True), ("tom", True), ("Jaxon", False), ("Quist", False),
    }  # fmt: skip
    assert "names wait to be settled" in str(gate.obstacle())
    with pytest.raises(ValueError, match="settled"):
        gate.sending()
    text = desk.do(lambda notebook: through(notebook, gate, Way.ROLE).text())
    for gone in ("Tom", "tom ", "Priya", "Nair", "Jaxon", "Quist", "adeyemi"):
        assert gone not in text, text
    assert "- 8:30 **A member:** I asked a member, and a member's page says so" in text
    assert "what someone wrote. A member nods" in text and "Dana asks Dr someone about it" in text and "Monday" in text


def test_a_name_is_settled_as_it_was_the_last_time(tmp_path: Path) -> None:
    desk = a_school(tmp_path, "Priya reads it aloud")
    share(desk)
    gate = desk.do(lambda notebook: gate_for(notebook, desk))
    assert gate.settled == {"Priya Nair": Way.INITIAL} and gate.unsettled() == []


@pytest.mark.goal("C10")
def test_words_of_a_private_line_of_any_observation_stop_it(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    hold(desk, "o2", "! four of nine, name the VARIABLE in the end", team="Another")
    gate = desk.do(lambda notebook: gate_for(notebook, desk))
    (key,) = gate.overlapping()
    assert "Four of nine" in gate.words_of(next(each for each in gate.leaving() if each.key == key))
    assert "private line" in str(gate.obstacle())
    with pytest.raises(ValueError, match="private"):
        gate.sending()
    edited = gate.edited(key, "Four of the nine name it")
    edited = desk.do(lambda notebook: edited.told(notebook.record.private_among(edited.windows(), edited.chosen())))
    assert edited.obstacle() is None
    unheeding = gate.told(frozenset()).sending()  # as if the line had been written since the gate looked
    with pytest.raises(NotebookError, match="private line"):
        desk.do(lambda notebook: notebook.ledger.share(unheeding))
    assert desk.do(lambda notebook: notebook.ledger.of(unheeding.lead)) == []


def test_a_private_item_of_a_1_to_1_stops_it_too(tmp_path: Path) -> None:
    from coachtui.store.present import Change

    desk = a_school(tmp_path)
    lead = desk.do(lambda notebook: notebook.people.lead_called(LEAD))
    fields = {"id": "i", "lead": lead, "one_on_one": None, "place": 1, "author": "me", "private": 1, "state": "open",
              "words": "four of nine name the variable", "carried_from": None, "source": None}  # fmt: skip
    desk.do(lambda nb: nb.file.write(lambda _: nb.events.record("i", "noted", [Change("items", None, fields)])))
    assert "private line" in str(desk.do(lambda notebook: gate_for(notebook, desk)).obstacle())


def test_closing_words_kept_back_stop_another_sharing_and_not_the_one_they_are_chosen_for(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    lead, other = desk.do(lambda notebook: [notebook.people.add_lead(name).id for name in (LEAD, "Bo Lee")])
    idea = "Four of nine name the variable in the end"
    hold(desk, "o2", "All look up")
    desk.do(lambda notebook: notebook.closings.keep("o2", Closing("", idea, "")))
    assert "keep back" in str(_obstacle(desk, "observation:o1"))
    assert share(desk, "observation:o2", lambda gate: gate.turned("step_idea")).words.count(idea) == 1
    assert _obstacle(desk, "observation:o1") is None  # the lead has been told them by now
    theirs, others = desk.do(lambda notebook: [notebook.steps.draft(whose, idea).id for whose in (lead, other)])
    assert "keep back" not in str(_obstacle(desk, f"step:{theirs}"))
    assert "keep back" in str(_obstacle(desk, f"step:{others}"))


def test_a_reflection_stops_another_sharing_as_long_as_it_is_not_shared(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    lead = str(desk.do(lambda notebook: notebook.people.lead_called(LEAD)))
    cycle = desk.do(lambda notebook: notebook.cycles.begin(lead)).id
    desk.do(lambda notebook: notebook.cycles.reflect(cycle, "my", "Again four of nine name the variable in time"))
    assert "keep back" in str(_obstacle(desk, "observation:o1"))
    desk.do(lambda notebook: notebook.cycles.reflect(cycle, "lead", "I waited"))
    assert "keep back" not in str(_obstacle(desk, f"reflection:{cycle}"))
    share(desk, f"reflection:{cycle}", lambda gate: gate.turned("the principal"))
    assert "keep back" in str(_obstacle(desk, "observation:o1"))
    share(desk, f"reflection:{cycle}")
    assert "keep back" not in str(_obstacle(desk, "observation:o1"))


def _obstacle(desk: Desk, wish: str) -> str | None:
    return desk.do(lambda notebook: gate_for(notebook, desk, wish)).obstacle()


def test_nothing_that_anybody_typed_becomes_markup(tmp_path: Path) -> None:
    desk = a_school(
        tmp_path, "<script>alert(1)</script> [x](javascript:y) *loud* `code` <!-- coachtui end -->", "# a heading"
    )
    text = share(desk, change=lambda gate: gate).words
    assert "\\<script>" in text and "\\[x]" in text and "\\*loud\\*" in text and "\\<!-- coachtui" in text
    assert sync(desk).odd == [] and sync(desk).read == []


WORDS = st.sampled_from(
    ["the", "page", "four", "of", "nine", "name", "it", "we", "see", "that", "A*b", "it's", "naïve", "x_y"]
)
LINE = st.tuples(st.sampled_from(["", "", "? ", "! "]), st.lists(WORDS, min_size=1, max_size=14))


@pytest.mark.goal("C10")
@given(st.lists(LINE, min_size=1, max_size=12), st.lists(LINE, max_size=6), st.integers(0, 20))
@settings(max_examples=25, deadline=None)
def test_no_six_words_of_any_private_line_are_in_any_file_of_the_courier(
    tmp_path_factory: pytest.TempPathFactory,
    first: list[tuple[str, list[str]]],
    second: list[tuple[str, list[str]]],
    cut: int,
) -> None:
    """Private lines, closing words and a reflection are made of the same few words, and some are a piece of what was seen."""
    lines = [kind + " ".join(words) for kind, words in first]
    seen = words_of(" ".join(words for line in lines for words in [line] if line[0] not in "?!"))
    lines.append("! " + " ".join(seen[cut % (len(seen) or 1) :][:8]))
    desk = a_school(tmp_path_factory.mktemp("any"), *lines)
    if second:
        hold(desk, "o2", *(kind + " ".join(words) for kind, words in second))
    longest = max((words_of(line) for line in lines if line[0] not in "?!"), key=len, default=[])
    told, kept = longest[:7], longest[-7:]
    lead = str(desk.do(lambda notebook: notebook.people.lead_called(LEAD)))
    cycle = desk.do(lambda notebook: notebook.cycles.begin(lead)).id
    desk.do(lambda notebook: notebook.closings.keep("o1", Closing(" ".join(told) if cut % 3 else "", "", "")))
    desk.do(lambda notebook: notebook.cycles.reflect(cycle, "my", "so" if cut % 3 else " ".join(kept)))
    private = desk.do(_private)
    desk.do(lambda notebook: _share_what_can_be(notebook, desk))
    sync(desk)
    for path in desk.places.record.glob("**/*.md"):
        found = set(windows_of(path.read_text("utf-8")))
        for text in private:
            assert not found & set(windows_of(text)), text


@pytest.mark.goal("C10", sabotage=True)
def test_a_gate_that_does_not_ask_what_is_private_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PrivateWords, "among", lambda *_: frozenset())
    desk = a_school(tmp_path, "Four of nine name the variable in the end", "! nine name the variable in the end")
    desk.do(lambda notebook: _share_what_can_be(notebook, desk))
    sync(desk)
    found = {window for path in desk.places.record.glob("**/*.md") for window in windows_of(path.read_text("utf-8"))}
    assert any(found & set(windows_of(text)) for text in desk.do(_private))


def _private(notebook: Notebook) -> list[str]:
    return [
        line.text
        for each in notebook.observations.all()
        for line in notebook.lines.of(each.id)
        if line.kind not in ("evidence", "segment")
    ] + [notebook.closings.of("o1").strength, *(each.my_reflection for each in notebook.cycles.all())]


def _share_what_can_be(notebook: Notebook, desk: Desk) -> None:
    for each in notebook.observations.all():
        gate = through(notebook, gate_for(notebook, desk, f"observation:{each.id}"))
        if gate.obstacle() is None:
            notebook.ledger.share(gate.sending())
