"""Whatever comes in is read, or refused in a sentence: each form with its seeds spoilt; for long, guided by the code reached."""

import base64
import os
import random
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from coachtui.toml_text import parse_toml
from tests.fuzzing.form import Form, NotForeseen, try_one
from tests.fuzzing.forms import FORMS
from tests.support.program import ROOT
from tests.support.tally import Tell

FOUND = Path(__file__).parent / "found"
"""Inputs that once were not foreseen, a folder a form."""
MINUTES = float(os.environ.get("COACHTUI_FUZZ_MINUTES", "10"))
"""For each form, in `make faults` and `make fuzz`."""
NOT_HERE = "atheris is not installed: pip install -e '.[fuzz]' (Linux, CPython before 3.14)"


def mutated(form: Form, times: int, chance: random.Random) -> Iterator[bytes]:
    """Seeds with bytes changed, cut out, doubled, put in; words of the form among them."""
    seeds = form.seeds()
    words = [*form.words, b"\x00", b"\xff", b"\n", b"\xe2\x80\xae", b"\x1b[2J", b"9" * 40, b'"', b"-1", b"{}", b"[]"]
    for _ in range(times):
        content = bytearray(chance.choice(seeds))
        for _ in range(chance.randint(1, 6)):
            start = chance.randint(0, len(content))
            end = min(len(content), start + chance.choice((0, 1, 1, 4, 40)))
            content[start:end] = chance.choice(
                (chance.choice(words), chance.randbytes(2), bytes(content[start : start + 200]), b"")
            )
        yield bytes(content)


@pytest.mark.goal("S8")
@pytest.mark.parametrize("name", FORMS)
def test_a_file_is_read_or_refused_in_a_sentence_whatever_stands_in_it(name: str, tell: Tell) -> None:
    form = FORMS[name]
    assert all(try_one(form, seed) for seed in form.seeds()), "what the program itself writes is read"
    tried = [
        *(path.read_bytes() for path in sorted(FOUND.glob(f"{name}/*"))),
        *mutated(form, form.tries, random.Random(name)),
    ]
    read = sum(try_one(form, content) for content in tried)
    tell(f"{name}: {len(tried)} files spoilt, {read} read, {len(tried) - read} refused, 0 not foreseen")


@pytest.mark.goal("S8", sabotage=True)
def test_a_reader_that_lets_through_what_it_meets_is_caught() -> None:
    """One that raises what its library raises; one that hands on text as it came."""
    raw = FORMS["scenario"]._replace(refuses=())
    uncleaned = Form(lambda content: content.decode("latin-1"), (), lambda: [b"plain"])
    for form in (raw, uncleaned):
        with pytest.raises((NotForeseen, Exception)):
            for content in mutated(form, 400, random.Random(1)):
                try_one(form, content)
    assert parse_toml(b'a = "x\\u0000\\u202e"') == {"a": "x⟨RLO⟩"}


@pytest.mark.deep
@pytest.mark.goal("S8")
@pytest.mark.skipif(find_spec("atheris") is None, reason=NOT_HERE)
@pytest.mark.parametrize("name", FORMS)
def test_ten_minutes_of_guided_fuzzing_find_nothing(tmp_path: Path, name: str, tell: Tell) -> None:
    done = fuzz(name, tmp_path, MINUTES)
    found = [path.read_bytes() for path in (tmp_path / "found").iterdir()]
    runs = re.search(r"number_of_executed_units: (\d+)", done.stderr)
    edges = re.findall(r"cov: (\d+)", done.stderr)
    counts = f"{int(runs[1]) if runs else 0:,} inputs, {edges[-1] if edges else 0} edges, {len(found)} crashes"
    tell(f"{name}: {MINUTES:g} min, {counts}")
    if done.returncode != 0 or found:
        why = done.stderr.partition("=== Uncaught")[2] or done.stderr
        pytest.fail("\n".join([f"{name}: {counts}", why[-3000:], *(in_letters(each) for each in found)]), pytrace=False)


def in_letters(content: bytes) -> str:
    """An input in letters, for whoever reads of it: its folder is gone by then. `zlib` and `base64` turn it back."""
    return base64.b64encode(zlib.compress(content, 9)).decode("ascii")


@pytest.mark.deep
@pytest.mark.goal("S8", sabotage=True)
@pytest.mark.skipif(find_spec("atheris") is None, reason=NOT_HERE)
def test_the_guided_search_finds_a_fault_that_chance_does_not(tmp_path: Path) -> None:
    """A reader that falls over one word behind three others, which no seed holds."""
    done = fuzz("sabotage", tmp_path, 2)
    assert done.returncode != 0 and list((tmp_path / "found").iterdir()), done.stderr[-2000:]


def fuzz(name: str, folder: Path, minutes: float) -> "subprocess.CompletedProcess[str]":
    """Let a form be tried in a process of its own."""
    command = [sys.executable, "-m", "tests.fuzzing", name, str(round(minutes * 60)), str(folder)]
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, errors="replace", check=False
    )
