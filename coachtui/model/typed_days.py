"""Days as people type them in Spanish, put into the English that is read: "el próximo viernes" is "next fri"."""

import re

from coachtui.wording import spoken

_PLAIN = str.maketrans("áéíóúüñ", "aeiouun")
_DAYS = {"lun": "mon", "mar": "tue", "mie": "wed", "jue": "thu", "vie": "fri", "sab": "sat", "dom": "sun"}
_DAY = r"(lun(?:es)?|mar(?:tes)?|mie(?:rcoles)?|jue(?:ves)?|vie(?:rnes)?|sab(?:ado)?|dom(?:ingo)?)"
_MONTHS = {
    "ene": "jan", "feb": "feb", "mar": "mar", "abr": "apr", "may": "may", "jun": "jun", "jul": "jul", "ago": "aug",
    "sep": "sep", "set": "sep", "oct": "oct", "nov": "nov", "dic": "dec",
}  # fmt: skip
_MONTH = (
    r"(ene(?:ro)?|feb(?:rero)?|mar(?:zo)?|abr(?:il)?|may(?:o)?|jun(?:io)?|jul(?:io)?|ago(?:sto)?|sept?(?:iembre)?|"
    r"set(?:iembre)?|oct(?:ubre)?|nov(?:iembre)?|dic(?:iembre)?)"
)
_NUMBERS = {"un": "1", "una": "1", "dos": "2", "tres": "3", "cuatro": "4", "cinco": "5", "seis": "6"}
_UNITS = {"d": "days", "s": "weeks"}
_COUNT = r"(\d{1,4}|un|una|dos|tres|cuatro|cinco|seis) ?(d|s)(?:ias?|emanas?)"
_FIXED = {
    "hoy": "today", "manana": "tomorrow", "pasado manana": "in 2 days", "ayer": "yesterday", "anteayer": "2 days ago",
    "la proxima semana": "next week", "proxima semana": "next week", "la semana proxima": "next week",
    "la semana que viene": "next week", "la semana pasada": "last week", "semana pasada": "last week",
}  # fmt: skip


_WEEK = (
    (rf"proximo {_DAY}|{_DAY} (?:proximo|que viene)", "next "),
    (rf"(?:pasado|ultimo) {_DAY}|{_DAY} pasado", "last "),
    (rf"este {_DAY}", "this "),
    (_DAY, ""),
)


def _day(name: str) -> str:
    return _DAYS[name[:3]]


def in_english(words: str) -> str:
    """The words of a day in English, where the program speaks Spanish and they are Spanish; else as they are."""
    if spoken() != "es":
        return words
    plain = re.sub(r"\bdel?\b", " ", re.sub(r"^(?:el|para el|antes del?) ", "", words.casefold().translate(_PLAIN)))
    plain = " ".join(plain.split())
    return _FIXED.get(plain) or _step(plain) or _of_the_week(plain) or _named(plain) or words


def _step(plain: str) -> str | None:
    """How far a day is from today: "en 3 dias", "hace una semana", "+2s"."""
    found = re.fullmatch(rf"(en|dentro|hace|\+|-)? ?{_COUNT}", plain) or re.fullmatch(
        r"(\+|-) ?(\d{1,4}) ?(d|s)", plain
    )
    if found is None:
        return None
    step = f"{_NUMBERS.get(found[2], found[2])} {_UNITS[found[3]]}"
    return f"{step} ago" if found[1] in ("hace", "-") else f"in {step}"


def _of_the_week(plain: str) -> str | None:
    """A day of the week, perhaps with which one is meant."""
    for pattern, which in _WEEK:
        if found := re.fullmatch(pattern, plain):
            return which + _day(next(filter(None, found.groups())))
    return None


def _named(plain: str) -> str | None:
    """A day by its number and month: in Spanish the day comes first."""
    if found := re.fullmatch(r"(\d{1,2})[/-](\d{1,2})([/-]\d{2,4})?", plain):
        return f"{found[2]}/{found[1]}{(found[3] or '').replace('-', '/')}"
    found = re.fullmatch(rf"(?:{_DAY} )?(\d{{1,2}}) {_MONTH}(?: (\d{{4}}))?", plain)
    if found is None:
        return None
    return " ".join(filter(None, (found[1] and _day(found[1]), found[2], _MONTHS[found[3][:3]], found[4])))


def weekdays_in_english(words: str) -> str:
    """The words with each Spanish weekday in them as the English one; only where the program speaks Spanish."""
    if spoken() != "es":
        return words
    return re.sub(rf"\b{_DAY}\b", lambda found: _day(found[1]), words.casefold().translate(_PLAIN))
