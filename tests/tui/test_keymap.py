"""Keys of one's own: the presets mean what they say, a file of one's own is checked row by row, and told with its lines."""

import re
from itertools import combinations
from pathlib import Path

import pytest

from coachtui.catalog_words import all_sentences
from coachtui.places import Places
from coachtui.tui.commands import (
    ANSWER,
    EVERYWHERE,
    KEY_IN_WORDS,
    OBSERVE,
    ROOMS,
    TODAY,
    Keymap,
    all_commands,
    commands_of,
)
from coachtui.tui.first_look import keep_first_keys, read_first_keys
from coachtui.tui.footer import footer_parts
from coachtui.tui.frames import frame_of
from coachtui.tui.keymap_file import read_keymap
from coachtui.tui.presets import NO_FUNCTION_KEYS, PRESETS, USUAL
from coachtui.tui.spelled_keys import SAME_BYTE, parts_of, why_no_key, writes

KNOWN = {command.id: command for command in all_commands()}


@pytest.mark.parametrize("preset", PRESETS)
def test_no_key_of_a_preset_means_two_things(preset: str) -> None:
    keymap = Keymap(PRESETS[preset])
    assert set(keymap.keys) <= set(KNOWN)
    for room in (each for each in ROOMS if each != EVERYWHERE):
        for one, other in combinations(commands_of(room, keymap), 2):
            mine, its = ({SAME_BYTE.get(key, key) for key in parts_of(each.key)} for each in (one, other))
            assert not mine & its, (room, one.id, other.id)
        for command in commands_of(room, keymap):
            assert not keymap.leaders & set(parts_of(command.key)), f"{command.id} has a key that another one follows"


@pytest.mark.parametrize("preset", PRESETS)
def test_every_key_of_a_preset_is_one_and_types_nothing_where_words_are_written(preset: str) -> None:
    for command in map(Keymap(PRESETS[preset]).of, all_commands()):
        for key in parts_of(command.key) if command.room != ANSWER else []:
            assert why_no_key(key) is None, (command.id, key)
            assert command.room != OBSERVE or key in ("tab", "enter") or not writes(key, in_a_text=False), command.id


def test_one_preset_needs_no_function_keys_and_no_alt() -> None:
    for command in map(Keymap(PRESETS[NO_FUNCTION_KEYS]).of, all_commands()):
        if not command.each:  # with the pad one can click, or press Ctrl+L first, or type a code and a name
            assert not any(
                (key[0] == "f" and key[1:].isdigit()) or key.startswith("alt+") for key in parts_of(command.key)
            ), command


def own(folder: Path, words: str, preset: str = USUAL) -> tuple[Keymap, list[str]]:
    """The keymap of a home with this keys.toml."""
    places = Places(folder)
    places.keys.write_text(words, "utf-8")
    return read_keymap(places, preset)


def test_without_a_file_the_preset_is_in_force(tmp_path: Path) -> None:
    assert read_keymap(Places(tmp_path), USUAL) == (Keymap({}), [])
    keymap, complaints = read_keymap(Places(tmp_path), "no such")
    assert keymap == Keymap({}) and complaints[0].startswith("There are no keys called 'no such'. It takes default or")


def test_rows_of_every_form_are_read(tmp_path: Path) -> None:
    keymap, complaints = own(
        tmp_path, '"observe.end" = "ctrl+d"\nobserve.pad = "ctrl+o p"\n[today]\nundo = "u"\nleads = "p, l"\n'
    )
    assert complaints == []
    assert keymap.keys == {"observe.end": "ctrl+d", "observe.pad": "ctrl+o p", "today.undo": "u", "today.leads": "p,l"}
    assert keymap.leaders == {"ctrl+o"}
    assert keymap.name_of("observe.pad") == "Ctrl+O p" and keymap.name_of("observe.about") == "F5"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ('observe.ned = "f8"', "there is no command 'observe.ned'. The nearest is 'observe.end'."),
        ('observe.end = "hyper+x"', "'hyper+x' is no key that every terminal sends."),
        ('observe.end = "ctrl+i"', "'ctrl+i' is the same as tab in a terminal."),
        ('observe.end = "ctrl+c"', "'ctrl+c' copies, so it can't be had."),
        ('observe.end = "x"', "x types or edits where 'observe.end' is done."),
        ('observe.end = "ctrl+w"', "Ctrl+W types or edits where 'observe.end' is done."),
        ('app.help = "ctrl+d"', "Ctrl+D types or edits where 'app.help' is done."),
        ('observe.end = ""', "'observe.end' needs a key in quotation marks, such as"),
        ("observe.end = 8", "'observe.end' needs a key in quotation marks, such as"),
        ('observe.end = "o e"', "'o e' has to be a key with Ctrl and then one letter"),
        (
            'observe.mark = "f8"',
            "the keys of 'observe.mark' stay as they are: each is the letter or digit that the pad shows.",
        ),
        (
            'answer.leave = "f8"',
            "the keys of 'answer.leave' stay as they are: a question is answered alike in every room.",
        ),
        ('observe.end = "alt+c"', "Alt+C is 'observe.mark' already. 'observe.end' keeps its usual key."),
        ('lines.edit = "alt+c"', "Alt+C is 'lines.mark' already. 'lines.edit' keeps its usual key."),
        ('observe.end = "f4"', "F4 is 'observe.pad' already. 'observe.end' keeps its usual key."),
        ('app.blank = "f8"', "F8 is 'observe.end' already. 'app.blank' keeps its usual key."),
        ('today.leads = "f9"', "F9 is 'app.blank' already. 'today.leads' keeps its usual key."),
    ],
)
def test_a_row_that_can_not_be_used_is_named_and_the_others_are_used(tmp_path: Path, row: str, why: str) -> None:
    keymap, complaints = own(tmp_path, f'# mine\ntoday.undo = "u"\n\n{row}\n')
    assert keymap.keys == {"today.undo": "u"}
    assert [each[: len(why) + 21] for each in complaints] == [f"'keys.toml', line 4: {why}"]


def test_two_rows_that_clash_are_both_named(tmp_path: Path) -> None:
    keymap, complaints = own(tmp_path, '[observe]\nend = "ctrl+d"\n\npad = "ctrl+d"\nabout = "ctrl+d e"\n')
    assert keymap.keys == {"observe.end": "ctrl+d"}
    assert complaints == [
        "'keys.toml', line 4: Ctrl+D is 'observe.end' already (line 2). 'observe.pad' keeps its usual key.",
        "'keys.toml', line 5: Ctrl+D is 'observe.end' already (line 2). 'observe.about' keeps its usual key.",
    ]


def test_a_key_of_every_room_can_be_changed(tmp_path: Path) -> None:
    assert own(tmp_path, 'app.blank = "f10"\n') == (Keymap({"app.blank": "f10"}), [])


def test_keys_can_change_places(tmp_path: Path) -> None:
    keymap, complaints = own(tmp_path, 'observe.end = "f4"\nobserve.pad = "f8"\n')
    assert complaints == [] and dict(keymap.keys) == {"observe.end": "f4", "observe.pad": "f8"}


def test_a_file_in_disorder_is_told_and_the_preset_is_in_force(tmp_path: Path) -> None:
    for words in ("observe.end = \n", "= =", "\x00"):
        keymap, complaints = own(tmp_path, words, NO_FUNCTION_KEYS)
        assert keymap == Keymap(PRESETS[NO_FUNCTION_KEYS])
        assert complaints[0].startswith("'keys.toml' can't be read: ") and complaints[0].endswith("in use.")


def test_the_first_picture_shows_the_keys_that_were_in_force(tmp_path: Path) -> None:
    keymap = Keymap(PRESETS[NO_FUNCTION_KEYS])
    assert read_first_keys(str(tmp_path)) == Keymap({})
    keep_first_keys(str(tmp_path), keymap)
    assert read_first_keys(str(tmp_path)) == Keymap(dict(keymap.keys))
    for room in (TODAY, OBSERVE):
        frame = frame_of(room, columns=80, keymap=keymap)
        assert (frame.keys, frame.at_the_right) == footer_parts(room, 80, keymap)
    assert ("Ctrl+D", "End") in frame_of(OBSERVE, columns=80, keymap=keymap).keys


def test_sentences_name_the_keys_that_are_in_force() -> None:
    keymap = Keymap(PRESETS[NO_FUNCTION_KEYS])
    assert keymap.reworded("F8 ends it; Ctrl+Z goes on.", OBSERVE) == "Ctrl+D ends it; Ctrl+Z goes on."
    assert keymap.reworded("F5 says whose.", "reading") == "a says whose."
    assert keymap.reworded("Name one (F5 there).", "one-on-ones") == "Name one (Ctrl+O a there)."
    assert Keymap().reworded("F8 ends it.", OBSERVE) == "F8 ends it."


def test_a_key_in_the_words_of_a_person_stays_as_they_wrote_it() -> None:
    keymap = Keymap(PRESETS[NO_FUNCTION_KEYS])
    theirs = "He pressed F8 and F4, then Ctrl+Z"
    asked = "Whom would it be for? {key} says whose meeting it was; then f drafts the feedback.\n{words}"
    for ours, now in (
        ("Seen: “{words}” Ctrl+Z takes it back.", "Seen: “{words}” Ctrl+Z takes it back."),
        ("{words} has retired. Ctrl+Z brings them back.", "{words} has retired. Ctrl+Z brings them back."),
        (asked.replace("{key}", "F5"), asked.replace("{key}", "Ctrl+O a")),
        ("{words}", "{words}"),
    ):
        assert keymap.reworded_where_ours(ours.format(words=theirs), OBSERVE) == now.format(words=theirs)
    assert keymap.reworded(theirs, OBSERVE) != theirs, "a sentence that is ours alone is told as a whole"


def test_every_sentence_of_ours_that_names_a_key_is_known_by_the_list_for_translators() -> None:
    keymap = Keymap(PRESETS[NO_FUNCTION_KEYS])
    naming = [
        each for each in all_sentences() if re.search(KEY_IN_WORDS, each) and not re.fullmatch(KEY_IN_WORDS, each)
    ]
    assert len(naming) > 60
    for sentence in naming:
        filled = re.sub(r"\{\w*\}", "-", sentence)
        assert keymap.reworded_where_ours(filled, OBSERVE) == keymap.reworded(filled, OBSERVE)
