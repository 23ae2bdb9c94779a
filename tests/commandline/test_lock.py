"""`coachtui lock`: a passphrase before the notebook, typed at a terminal and nowhere else."""

from pathlib import Path

import pytest

from coachtui.commandline.lock import DISK
from coachtui.commandline.passphrase import NO_TERMINAL
from coachtui.model.passphrase import NO_WAY_BACK, advice_on
from coachtui.places import Places
from coachtui.store.key import is_encrypted
from tests.support.program import ask, run
from tests.support.terminal import Terminal, coachtui

ALONE = ("setsid", "--wait")
"""Without any terminal, not even the one that the tests were started from."""
PASSPHRASE, NEXT = "otter lamp gravel tuesday", "violin gravel lamp river"


def typed_at(home: Path, *words: str, answers: "tuple[tuple[str, str], ...]" = (), code: int = 0) -> str:
    """What a command shows at a terminal where each question is answered in turn."""
    with Terminal(coachtui(home, *words), rows=40, cols=250) as terminal:
        for question, answer in answers:
            terminal.wait_for(question)
            terminal.wait_quiet(0.1)
            terminal.type(answer + "\r")
        assert terminal.wait_exit() == code
        return " ".join(" ".join(terminal.screen()).split())


def test_a_notebook_is_locked_asked_for_and_unlocked(home: Path, tmp_path: Path) -> None:
    """One story: locked, read with the passphrase, with a wrong one, without a terminal, looked at, unlocked."""
    before = ask(home, "show", "last").said
    shown = typed_at(
        home, "lock", answers=(("A passphrase for the notebook", "short"), ("The same once more", "other")), code=1
    )
    assert NO_WAY_BACK in shown and (advice_on("short") or "-") in shown and "not the same" in shown
    assert not is_encrypted(Places(home).notebook) and not Places(home).seal.exists()
    shown = typed_at(home, "lock", answers=(("A passphrase", PASSPHRASE), ("The same once more", PASSPHRASE)))
    assert "The notebook is locked." in shown and DISK in shown and PASSPHRASE not in shown
    assert is_encrypted(Places(home).notebook)
    asked = run(home, "show", "last", within=ALONE)
    assert (asked.code, asked.complaint) == (1, f"{NO_TERMINAL}\n")
    shown = typed_at(home, "show", "last", answers=(("Passphrase of", "wrong"), ("does not open", PASSPHRASE)))
    assert " ".join(before.split()) in shown
    shown = typed_at(home, "export", "last", "-o", str(tmp_path / "out.txt"), answers=(("Passphrase of", PASSPHRASE),))
    assert "what you export of it is not" in shown and (tmp_path / "out.txt").exists()
    assert "locked yes" in " ".join(ask(home, "where").said.split())
    assert ask(home, "where", "--json").json()["locked"] is True
    shown = typed_at(home, "doctor", answers=(("Passphrase of", PASSPHRASE),))
    assert "The notebook is locked with a passphrase, and every backup with it" in shown
    shown = typed_at(home, "restore", answers=(("Passphrase of", PASSPHRASE),))
    assert "before lock" in shown and "can't be read" not in shown
    assert "is locked already" in run(home, "lock", within=ALONE).complaint
    changed = (("Passphrase of", PASSPHRASE), ("The new passphrase", NEXT), ("The same once more", NEXT))
    assert "The one before opens it no more." in typed_at(home, "lock", "--change", answers=changed)
    shown = typed_at(home, "show", "last", answers=(("Passphrase of", PASSPHRASE), ("does not open", NEXT)))
    assert " ".join(before.split()) in shown
    shown = typed_at(home, "lock", "--off", answers=(("Passphrase of", NEXT),))
    assert "The lock is off" in shown
    assert ask(home, "show", "last").said == before
    assert ask(home, "lock", "--off").complaint == "This notebook is not locked. Nothing was changed.\n"


def test_no_word_is_broken_at_the_edge_of_a_narrow_terminal(home: Path) -> None:
    with Terminal(coachtui(home, "lock"), rows=40, cols=64) as terminal:
        for question in ("A passphrase", "The same once more"):
            terminal.wait_for(question)
            terminal.wait_quiet(0.1)
            terminal.type(PASSPHRASE + "\r")
        assert terminal.wait_exit() == 0
        rows = [row.strip() for row in terminal.screen()]
    for sentence in (NO_WAY_BACK, DISK, "Its passphrase is asked for when it is opened; capture never waits for it."):
        assert sentence in " ".join(rows), rows
    assert all(len(row) < 64 for row in rows)


def test_without_a_terminal_nothing_is_locked(home: Path) -> None:
    told = run(home, "lock", typed=f"{PASSPHRASE}\n{PASSPHRASE}\n", within=ALONE)
    assert told.code == 1 and not is_encrypted(Places(home).notebook)
    nowhere = run(home, "lock", "--remember")
    assert nowhere.code == 1 and "no store of passwords that coachtui trusts" in nowhere.complaint
    both = ask(home, "lock", "--off", "--forget")
    assert both.code == 2 and "one at a time" in both.complaint


@pytest.mark.parametrize("passphrase", ["", "hunter2", "aaaaaaaaaaaaaaaaaaa", "antidisestablishment", "20250901202509"])
def test_what_is_soon_guessed_gets_advice(passphrase: str) -> None:
    assert (advice_on(passphrase) or "").endswith("hard to guess.")


def test_four_words_get_none() -> None:
    assert advice_on(PASSPHRASE) is None
