"""Compiles the catalogs: the .po files of a language, one an area of the code, into the one .mo that is shipped.

`hatch_build.py` calls it as the package is built, or installed from a checkout; it needs Babel and nothing of ours.
"""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

TRANSLATIONS = Path("coachtui") / "translations"
NAME = "coachtui.mo"
ONE_OR_MORE = "nplurals=2; plural=(n != 1);"
"""One and several are told apart everywhere; nothing is counted here of which a million would be called otherwise."""


def compile_all(root: Path) -> list[Path]:
    """Compile each language below this checkout; the files that were made."""
    return [compiled(folder) for folder in sorted((root / TRANSLATIONS).glob("*/LC_MESSAGES"))]


def compiled(folder: Path) -> Path:
    """Put the .po files of one language together, and write them as its .mo."""
    target = folder / NAME
    with target.open("wb") as file:
        write_mo(file, merged(folder))
    return target


def merged(folder: Path) -> Catalog:
    """All messages of one language that are translated."""
    language = folder.parent.name
    whole = Catalog(locale=language)
    whole.mime_headers = [("Plural-Forms", ONE_OR_MORE)]
    for path in sorted(folder.glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                if message.id and not message.fuzzy:
                    whole.add(message.id, message.string, context=message.context)
    return whole
