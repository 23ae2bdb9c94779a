"""Which language a person reads: COACHTUI_LANGUAGE, else the setting, else what the computer speaks.

It is chosen before anything else is imported, since much of what is shown is laid out as its file is imported. Nothing but
the row of the setting is read for it, and of a home nothing but its settings.
"""

import os

from coachtui.wording import ENGLISH, speak

VARIABLE = "COACHTUI_LANGUAGE"
AUTO = "auto"
LANGUAGES = (ENGLISH, "es")
_FOLDER = os.path.join(os.path.dirname(__file__), "translations")
_FOR_A_SCRIPT = "--json"
_MOST = 65536
"""Bytes of the settings that are looked at: a theme or a language is chosen at the top."""


def choose_language(words: list[str]) -> None:
    """Take up the language for a process that was started with these words.

    A script that asks for --json is told everything in English, so that it reads the same everywhere; what is written for
    people meanwhile, such as the file of a record, stays in their language.
    """
    wanted = language_of(words)
    if _FOR_A_SCRIPT in words:
        speak(wanted, None)
    elif wanted != ENGLISH:
        take_up(wanted)


def language_of(words: list[str]) -> str:
    """The language that is asked for, one of ours; English where it is none of them."""
    told = os.environ.get(VARIABLE, "") or _set_in(_home_told(words))
    return _ours(told) or _ours(_of_the_computer()) or ENGLISH


def take_up(language: str) -> None:
    """Speak this language; English where its catalog is not there or can't be read."""
    from gettext import GNUTranslations
    from struct import error as CutOff  # noqa: N812

    try:
        with open(catalog_of(language), "rb") as file:
            speak(language, GNUTranslations(file))
    except (OSError, ValueError, IndexError, CutOff):
        speak(ENGLISH, None)


def catalog_of(language: str) -> str:
    """Where the catalog of a language is."""
    return os.path.join(_FOLDER, language, "LC_MESSAGES", "coachtui.mo")


def _ours(told: str) -> str:
    """The language of ours that is meant by "es", "es_MX.UTF-8" or "C"; "" where none is."""
    short = told.strip().replace("-", "_").partition(".")[0].partition("@")[0].partition("_")[0].lower()
    if short in ("c", "posix"):
        return ENGLISH
    return short if short in LANGUAGES else ""


def _of_the_computer() -> str:
    """What the computer says of its language."""
    return next((told for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (told := os.environ.get(name))), "")


def _home_told(words: list[str]) -> str:
    """The home that the words name, else the environment, else the usual one."""
    for place, word in enumerate(words):
        if word == "--home" and place + 1 < len(words):
            return words[place + 1]
        if word.startswith("--home="):
            return word.partition("=")[2]
    return os.environ.get("COACHTUI_HOME") or _usual_home()


def _usual_home() -> str:
    from coachtui.places import NoHome, find_places

    try:
        return str(find_places(None).home)
    except NoHome:  # said where the home is settled
        return ""


def _set_in(home: str) -> str:
    """The language that the settings of this home name; "" where they name none."""
    try:
        handle = os.open(os.path.join(os.path.expanduser(home), "settings.toml"), os.O_RDONLY)
        try:
            rows = os.read(handle, _MOST).decode("utf-8", "replace").lstrip("\ufeff").splitlines()
        finally:
            os.close(handle)
    except OSError:
        return ""
    for row in rows:
        name, equals, value = row.partition("=")
        if row.lstrip().startswith("["):
            return ""
        if equals and name.strip().strip("\"'") == "language":
            return value.partition("#")[0].strip().strip("\"'")
    return ""
