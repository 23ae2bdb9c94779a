"""Reading scenarios and structures from parsed files."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from coachtui.model.clean import clean_line
from coachtui.model.plan_part import PARTS
from coachtui.model.scenario import AskedSo, Scenario, Structure
from coachtui.model.support import RUNGS
from coachtui.wording import _

_MOST_WANTED = 20
_OF_STRUCTURE = ("title", "place", "use", "part")
_OF_SCENARIO = (
    *_OF_STRUCTURE,
    "first",
    "keep",
    "needs",
    "counts",
    "rehearsals",
    "rungs",
    "held_by",
    "stop",
    "page",
    "do",
    "call",
)


class BadScenario(Exception):
    """A file that can't be used; `str()` says why, `place` names the key, or the number of the [[part]], it is about."""

    def __init__(self, why: str, place: str | int | None = None) -> None:
        super().__init__(why)
        self.place = place


def read_structure(name: str, found: Mapping[str, Any]) -> Structure:
    """The structure in a parsed file of this name, without its ending. Raises BadScenario."""
    _only(found, _OF_STRUCTURE)
    structure = Structure(name, _title(found), _number(found, "place", 0, 999), _words(found, "use"), _parts(found))
    if not structure.parts:
        raise BadScenario(_("it has no [[part]]"))
    return structure


def read_scenario(name: str, found: Mapping[str, Any]) -> Scenario:
    """The scenario in a parsed file of this name, without its ending. Raises BadScenario."""
    _only(found, _OF_SCENARIO)
    stop = found.get("stop", False)
    if not isinstance(stop, bool):
        raise BadScenario(_("stop takes true or false"), "stop")
    scenario = Scenario(
        name, _title(found), _number(found, "place", 0, 999), _words(found, "use"), _rows(found, "first"),
        _rows(found, "keep"), _parts(found), _among_parts(found, "needs"), _among_parts(found, "counts"),
        _number(found, "rehearsals", 0, 9), _rungs(found), _held_by(found), stop, _rows(found, "page"),
        _rows(found, "do"), _rows(found, "call"),
    )  # fmt: skip
    if stop and not scenario.page:
        raise BadScenario(_("where stop is true, a page says why"), "stop")
    if stop and scenario.parts:
        raise BadScenario(_("where stop is true, nothing is planned: it takes no [[part]]"), 1)
    return scenario


def _parts(found: Mapping[str, Any]) -> tuple[AskedSo, ...]:
    rows = found.get("part", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise BadScenario(_("the parts are written as [[part]]"), "part")
    parts: list[AskedSo] = []
    for place, row in enumerate(rows, 1):
        try:
            parts.append(_part(row))
        except BadScenario as fault:
            raise BadScenario(str(fault), place) from fault
        if parts[-1].id in {part.id for part in parts[:-1]}:
            raise BadScenario(_("the part '{id}' stands twice").format(id=parts[-1].id), place)
    return tuple(parts)


def _part(row: Mapping[str, Any]) -> AskedSo:
    _only(row, AskedSo._fields)
    identity = row.get("id")
    if identity not in PARTS:
        raise BadScenario(
            _("the id {identity} is none of {parts}").format(identity=_named(identity), parts=", ".join(PARTS))
        )
    wanted = _number(row, "wanted", 0, _MOST_WANTED) if "wanted" in row else None
    starters = _rows(row, "starters", keeps_space=True)
    return AskedSo(identity, _words(row, "label"), _words(row, "ask"), starters, wanted)


def _title(found: Mapping[str, Any]) -> str:
    title = _words(found, "title")
    if not title:
        raise BadScenario(_("title is missing"))
    return title


def _only(found: Mapping[str, Any], known: Sequence[str]) -> None:
    for key in found:
        if key not in known:
            raise BadScenario(_("{key} is none of {known}").format(key=_named(key), known=", ".join(known)), key)


def _words(found: Mapping[str, Any], key: str) -> str:
    words = found.get(key, "")
    if not isinstance(words, str):
        raise BadScenario(_("{key} takes words in quotation marks").format(key=key), key)
    return clean_line(words).strip()


def _rows(found: Mapping[str, Any], key: str, *, keeps_space: bool = False) -> tuple[str, ...]:
    rows = found.get(key, [])
    if not isinstance(rows, list) or not all(isinstance(row, str) and row.strip() for row in rows):
        raise BadScenario(_('{key} takes a list of sentences: ["one", "two"]').format(key=key), key)
    return tuple(clean_line(row).lstrip() if keeps_space else clean_line(row).strip() for row in rows)


def _number(found: Mapping[str, Any], key: str, least: int, most: int) -> int:
    number = found.get(key, 0)
    if type(number) is not int or not least <= number <= most:
        raise BadScenario(
            _("{key} takes a whole number from {least} to {most}").format(key=key, least=least, most=most), key
        )
    return number


def _among_parts(found: Mapping[str, Any], key: str) -> tuple[str, ...]:
    rows = _rows(found, key)
    for row in rows:
        if row not in PARTS:
            raise BadScenario(
                _("{key} holds {row}, which is none of {parts}").format(
                    key=key, row=_named(row), parts=", ".join(PARTS)
                ),
                key,
            )
    return rows


def _rungs(found: Mapping[str, Any]) -> tuple[int, ...]:
    rungs = found.get("rungs", [])
    if not isinstance(rungs, list) or not all(type(rung) is int and 0 <= rung < len(RUNGS) for rung in rungs):
        raise BadScenario(_("rungs takes a list of numbers from 0 to {n}").format(n=len(RUNGS) - 1), "rungs")
    return tuple(sorted(rungs))


def _held_by(found: Mapping[str, Any]) -> Literal["", "lead", "principal"]:
    whose = found.get("held_by", "")
    if whose not in ("", "lead", "principal"):
        raise BadScenario(_('held_by takes "lead" or "principal"'), "held_by")
    return "lead" if whose == "lead" else "principal" if whose else ""


def _named(value: object) -> str:
    return f"'{clean_line(str(value))[:40]}'"
