"""Which column of a roster holds what: told by its headings, or, where it has none, by what stands in it."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from coachtui.model.people import is_role_of_a_lead
from coachtui.wording import _

_HEADINGS = {  # each in English, then in Spanish
    "name": "name|full name|fullname|teacher|teacher name|staff|staff name|staff member|employee|employee name|person|"
    "member|member name|team member|display name|"
    "nombre|nombre completo|nombre y apellido|nombre y apellidos|apellidos y nombre|docente|maestro|maestra|profesor|profesora|"
    "personal|empleado|empleada|persona|integrante|miembro",
    "first": "first|first name|firstname|given name|given|forename|preferred name|"
    "nombres|primer nombre|nombre de pila|nombre preferido",
    "last": "last|last name|lastname|surname|family name|family|apellido|apellidos",
    "role": "role|title|job title|position|job|roles|rol|cargo|puesto|función|título",
    "team": "team|teams|team name|group|grade|department|grade level|grade team|plc|equipo|equipos|"
    "nombre del equipo|grupo|grado|departamento",
    "lead": "lead|team lead|lead name|team leader|leader|led by|leads|is lead|teacher leader|"
    "líder|lider|líder de equipo|líder del equipo|nombre del líder|dirige|es líder",
    "handle": "handle|short name|nickname|alias|initials|nombre corto|apodo|iniciales",
    "email": "email|e-mail|mail|email address|e-mail address|correo|correo electrónico",
}
KINDS = {heading: kind for kind, headings in _HEADINGS.items() for heading in headings.split("|")}
YES = frozenset(("yes", "y", "x", "true", "1", "lead", "sí", "si", "s", "líder", "lider", "\u2713", "\u2714"))
NO = frozenset(("no", "n", "false", "0", "-", ""))
_NAME = re.compile(r"[^\W\d_][^\d@#=/|:]*(?:\s+[^\W\d_][^\d@#=/|:]*)+")
_KINDS = ("name", "first", "last", "role", "team", "lead", "handle")
_TOLD = {
    "name": _("name"), "first": _("first name"), "last": _("last name"), "role": _("role"), "team": _("team"),
    "lead": _("lead"), "handle": _("handle"),
}  # fmt: skip


class Columns(NamedTuple):
    """Where each kind of thing stands, from 0; None where it does not. `unused` are the headings of the others."""

    name: int | None = None
    first: int | None = None
    last: int | None = None
    role: int | None = None
    team: int | None = None
    lead: int | None = None
    handle: int | None = None
    lead_is_flag: bool = False
    has_headings: bool = True
    unused: tuple[str, ...] = ()

    @property
    def names_people(self) -> bool:
        """Whether there is a column to take names from."""
        return self.name is not None or self.first is not None or self.last is not None

    @property
    def found(self) -> str:
        """What was found, in words."""
        return ", ".join(_TOLD[kind] for kind in _KINDS if getattr(self, kind) is not None)


def kind_of(heading: str) -> str | None:
    """What stands under a heading; None where that is not known."""
    return KINDS.get(" ".join(re.sub(r"[_.*:()-]+", " ", heading.casefold()).split())) or KINDS.get(heading.casefold())


def is_heading(cell: str) -> bool:
    """Whether a cell is a heading of a roster."""
    return kind_of(cell) is not None


def columns_of(rows: Sequence[Sequence[str]]) -> Columns:
    """Which column holds what, by the first row where it holds headings, by what stands in the columns otherwise."""
    first = rows[0]
    kinds = [kind_of(cell) for cell in first]
    known = {kind for kind in kinds if kind is not None}
    if known & {"name", "first", "last"} or len(known) > 1:
        return _by_headings(first, kinds, rows[1:])
    return _by_content(rows)


def _by_headings(headings: Sequence[str], kinds: list[str | None], rows: Sequence[Sequence[str]]) -> Columns:
    places: dict[str, int] = {}
    unused: list[str] = []
    for place, (heading, kind) in enumerate(zip(headings, kinds, strict=True)):
        if kind is None or kind == "email" or kind in places:
            unused += [heading] if heading else []
        else:
            places[kind] = place
    if "name" in places and "last" in places and "first" not in places:
        places["first"] = places.pop("name")  # nombre, apellidos
    lead = places.get("lead")
    is_flag = lead is not None and all(cell.casefold() in YES | NO for cell in _column(rows, lead))
    if not places.keys() & {"name", "first", "last"} and lead is not None and not is_flag:
        places["name"] = places.pop("lead")  # a list of teams with their leads: these are the people in it
        return _columns({**places, "lead": places["name"]}, unused=tuple(unused))
    return _columns(places, is_flag, unused=tuple(unused))


def _by_content(rows: Sequence[Sequence[str]]) -> Columns:
    """The first column of names; a column of roles, and the first of the rest, as a team, unless it is of addresses."""
    places: dict[str, int] = {}
    for place in range(max(len(row) for row in rows)):
        cells = [cell for cell in _column(rows, place) if cell]
        if not cells or _share(cells, lambda cell: "@" in cell) > 0.5:
            continue
        if "role" not in places and _share(cells, is_role_of_a_lead) > 0.5:
            places["role"] = place
        elif "name" not in places and _share(cells, lambda cell: _NAME.fullmatch(cell) is not None) > 0.8:
            places["name"] = place
        elif "team" not in places:
            places["team"] = place
    return _columns(places, has_headings=False)


def _columns(places: dict[str, int], is_flag: bool = False, *, has_headings: bool = True,
             unused: tuple[str, ...] = ()) -> Columns:  # fmt: skip
    name, first, last, role, team, lead, handle = map(places.get, _KINDS)
    return Columns(name, first, last, role, team, lead, handle, is_flag, has_headings, unused)


def _column(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    return [row[place] if place < len(row) else "" for row in rows]


def _share(cells: list[str], holds: Callable[[str], bool]) -> float:
    return sum(map(holds, cells)) / len(cells)
