"""`python -m tests.fuzzing FORM SECONDS FOLDER`: hand a form one input after another, guided by what code they reach.

What is found is kept in FOLDER; libFuzzer's own words go to standard error. The exit code is 0 where nothing was found.
"""

import importlib
import logging
import pkgutil
import sys
from pathlib import Path

WATCHED = [
    *(f"coachtui.{part}" for part in ("model", "sharing", "store", "settings", "library", "toml_text")),
    *(f"coachtui.tui.{part}" for part in ("themes", "terminal_input", "keymap_file", "spelled_keys")),
    *("tests.fuzzing.forms", "icalendar", "dateutil", "tomllib", "zipfile"),
]
"""Whose branches guide the search: what reads, and the libraries that it reads with."""
MOST_BYTES = 64 * 1024
MOST_MEGABYTES = 1024
MOST_SECONDS_ON_THE_WALL = 60
"""After which an input counts as one that never ends, even on a computer that is busy with other things."""


def main(name: str, seconds: int, folder: Path) -> None:
    """Run until the time is over, or something is found."""
    import atheris

    with atheris.instrument_imports(include=WATCHED):
        _import_what_reads()
        from tests.fuzzing.form import try_one
        from tests.fuzzing.forms import FORMS, SABOTAGE
    logging.disable(logging.CRITICAL)
    form = {**FORMS, **SABOTAGE}[name]
    for part in ("corpus", "found"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(form.seeds()):
        (folder / "corpus" / f"seed-{number}").write_bytes(seed)
    words = folder / "words.txt"
    words.write_text("".join('"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n' for word in form.words))

    def try_it(content: bytes) -> None:
        try_one(form, content)

    options = [
        sys.argv[0], f"-max_total_time={seconds}", f"-max_len={MOST_BYTES}", f"-rss_limit_mb={MOST_MEGABYTES}",
        f"-timeout={MOST_SECONDS_ON_THE_WALL}", f"-artifact_prefix={folder / 'found'}/", "-print_final_stats=1",
        f"-dict={words}", str(folder / "corpus"),
    ]  # fmt: skip
    atheris.Setup(options, try_it)
    atheris.Fuzz()


def _import_what_reads() -> None:
    """Import now what is imported late, as what reads a calendar: only what is imported here is watched."""
    importlib.import_module("icalendar")
    importlib.import_module("dateutil.rrule")
    for package in ("coachtui.model", "coachtui.sharing", "coachtui.store"):
        for found in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
            importlib.import_module(found.name)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
