"""Takes the sentences of the code into the catalogs, area by area, and compiles these.

python -m tools.translations            write them
python -m tools.translations --check    only say what is missing or no longer there; exit 1 if anything is
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from tools.catalogs import ONE_OR_MORE, TRANSLATIONS, compile_all

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "coachtui"
KEYWORDS = {
    "_": None, "_m": None, "_n": (1, 2), "_c": ((1, "c"), 2), "counted": (2, 3), "Noun": (1, 2),
}  # fmt: skip
_AREAS = (
    ("model", "model/"), ("store", "store/"), ("sharing", "sharing/"), ("commandline", "commandline/"),
    ("keys", "tui/keys/"), ("plain", "plain/"), ("dialogs", "tui/dialogs/"), ("widgets", "tui/widgets/"),
    ("rooms-a-d", tuple(f"tui/rooms/{letter}" for letter in "abcd")),
    ("rooms-e-o", tuple(f"tui/rooms/{letter}" for letter in "efghijklmno")),
    ("rooms-p-z", "tui/rooms/"), ("screens", "tui/"), ("house", ""),
)  # fmt: skip
"""The catalogs, and where the sentences of each stand; the first one that fits has it."""


class Sentence(NamedTuple):
    """What is to be translated: the English, one form or two, and its context; the files in which it stands."""

    id: str | tuple[str, str]
    context: str | None
    files: tuple[str, ...]


def sentences() -> dict[str, list[Sentence]]:
    """Every sentence of the code by its area, each once, in the order in which the files tell them."""
    found: dict[tuple[str | tuple[str, str], str | None], list[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        for key in _in_file(path):
            if name not in found.setdefault(key, []):
                found[key].append(name)
    areas: dict[str, list[Sentence]] = {area: [] for area, _ in _AREAS}
    for (identity, context), files in found.items():
        areas[min((_area_of(name) for name in files), key=list(areas).index)].append(
            Sentence(identity, context, tuple(files))
        )
    return areas


def _in_file(path: Path) -> Iterator[tuple[str | tuple[str, str], str | None]]:
    for _, identity, _, context in extract("python", BytesIO(path.read_bytes()), KEYWORDS):
        if identity:
            yield (identity if isinstance(identity, str) else tuple(identity)), context  # type: ignore[misc]


def _area_of(name: str) -> str:
    return next(area for area, where in _AREAS if name.startswith(where))


def languages() -> list[Path]:
    """The folder of each language."""
    return sorted((ROOT / TRANSLATIONS).glob("*/LC_MESSAGES"))


def renewed(folder: Path) -> dict[str, bytes]:
    """The .po files of a language as the code has its sentences now, what is translated kept, whichever file it stood in."""
    known = {key: message for path in folder.glob("*.po") for key, message in _messages(path).items()}
    return {
        f"{area}.po": _written(folder.parent.name, area, found, known) for area, found in sentences().items() if found
    }


def _messages(path: Path) -> dict[tuple[object, str | None], Message]:
    with path.open("rb") as file:
        return {(message.id, message.context): message for message in read_po(file) if message.id}


def _written(language: str, area: str, found: list[Sentence], known: dict[tuple[object, str | None], Message]) -> bytes:
    catalog = Catalog(locale=language, project="coachtui", header_comment=f"# The sentences of coachtui: {area}.")
    catalog.mime_headers = [("Plural-Forms", ONE_OR_MORE)]
    for each in found:
        before = known.get((each.id, each.context))
        catalog.add(
            each.id,
            before.string if before else None,
            locations=[(name, 0) for name in each.files],
            user_comments=before.user_comments if before else (),
            context=each.context,
        )
    file = BytesIO()
    write_po(file, catalog, width=0, include_lineno=False, omit_header=True)
    return _header(language, area) + file.getvalue()


def _header(language: str, area: str) -> bytes:
    rows = (f"Language: {language}", "Content-Type: text/plain; charset=utf-8", f"Plural-Forms: {ONE_OR_MORE}")
    told = "".join(f'"{row}\\n"\n' for row in rows)
    return f'# The sentences of coachtui: {area}.\nmsgid ""\nmsgstr ""\n{told}\n'.encode()


def stale() -> list[str]:
    """The .po files that are not as the code has its sentences."""
    return [
        f"{folder.parent.name}/{name}"
        for folder in languages()
        for name, data in renewed(folder).items()
        if not (folder / name).exists() or (folder / name).read_bytes() != data
    ]


def untold() -> list[str]:
    """The sentences that a language does not have yet, with the file they belong into."""
    return [
        f"{folder.parent.name}/{path.name}: {message.id}"
        for folder in languages()
        for path in sorted(folder.glob("*.po"))
        for message in _messages(path).values()
        if not message.string or (not isinstance(message.string, str) and not all(message.string))
    ]


def main(words: list[str]) -> int:
    """Write the catalogs, or say which are not current."""
    if "--check" in words:
        found = stale()
        print("\n".join(found) or "Every catalog is current.")
        return int(bool(found))
    for folder in languages():
        renewed_files = renewed(folder)
        for path in folder.glob("*.po"):
            if path.name not in renewed_files:
                path.unlink()
        for name, data in renewed_files.items():
            (folder / name).write_bytes(data)
    compile_all(ROOT)
    print("\n".join(untold()) or "Every sentence is there in every language.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
