"""What ships as files and a school may replace: look-fors, hints, shapes of feedback, scenarios, plans, prompts, starters."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from coachtui.disk import read_small
from coachtui.model.feedback_shape import BadShape, FeedbackShape, read_shape
from coachtui.model.framework import BadFramework, Framework, read_framework
from coachtui.model.hints import Lexicon, read_lexicon
from coachtui.model.one_on_one_plan import BadPlan, PlannedSegment, read_plan
from coachtui.model.prompts import BadPrompts, Starter, read_prompts, read_starters
from coachtui.model.scenario import Scenario, Structure
from coachtui.model.scenario_reading import BadScenario, read_scenario, read_structure
from coachtui.places import Places
from coachtui.reasons import reason_of
from coachtui.toml_text import BadToml, parse_toml
from coachtui.wording import _, spoken

T = TypeVar("T")
CONTENT = Path(__file__).parent / "content"
_BROKEN = {
    "framework": _("The framework '{name}' can't be used: {where}{fault}. {stays}."),
    "shape": _("The shape '{name}' can't be used: {where}{fault}. {stays}."),
    "scenario": _("The scenario '{name}' can't be used: {where}{fault}. {stays}."),
    "structure": _("The structure '{name}' can't be used: {where}{fault}. {stays}."),
}
_FOLDERS = {"framework": "frameworks", "shape": "feedback", "scenario": "scenarios", "structure": "structures"}


def load_frameworks(places: Places) -> tuple[dict[str, Framework], list[str]]:
    """Every framework by its id, and a sentence for each file that can't be used; the person's own take our place."""
    return _of_folders("framework", places.frameworks, read_framework)


def load_feedback_shapes(places: Places) -> tuple[dict[str, FeedbackShape], list[str]]:
    """Every shape of feedback by its id, and a sentence for each file that can't be used; the person's own take our place."""
    return _of_folders("shape", places.feedback_shapes, read_shape)


def load_lexicon(places: Places) -> tuple[Lexicon, list[str]]:
    """The words worth a hint, and a sentence if the person's own list can't be used."""
    complaints: list[str] = []
    if places.hints.exists():
        try:
            return read_lexicon(_parsed(places.hints)), complaints
        except BadFramework as fault:
            complaints.append(
                _("Your hints in '{name}' can't be used: {fault}. Ours are in use.").format(
                    name=places.hints.name, fault=fault
                )
            )
    return read_lexicon(_parsed(_lexicon())), complaints


def load_one_on_one_plan(places: Places) -> tuple[tuple[PlannedSegment, ...], list[str]]:
    """The plan of a 1:1, and a sentence if the person's own can't be used."""
    return _own_or_ours(places.one_on_one, read_plan)


def load_prompts(places: Places) -> tuple[dict[str, str], list[str]]:
    """What is asked where words are missing, and a sentence if the person's own file can't be used."""
    return _own_or_ours(places.prompts, read_prompts)


def load_starters(places: Places) -> tuple[tuple[Starter, ...], list[str]]:
    """The starters for steps, and a sentence if the person's own file can't be used."""
    return _own_or_ours(places.starters, read_starters)


def load_scenarios(places: Places) -> tuple[dict[str, Scenario], list[str]]:
    """Every scenario by its id, in their order, and a sentence for each file that can't be used."""
    found, complaints = _of_folders("scenario", places.scenarios, read_scenario)
    return dict(sorted(found.items(), key=lambda one: (one[1].place, one[0]))), complaints


def load_structures(places: Places) -> tuple[dict[str, Structure], list[str]]:
    """Every structure by its id, in their order, and a sentence for each file that can't be used."""
    found, complaints = _of_folders("structure", places.structures, read_structure)
    return dict(sorted(found.items(), key=lambda one: (one[1].place, one[0]))), complaints


def _of_folders(name: str, own: Path, read: Callable[[str, Mapping[str, Any]], T]) -> tuple[dict[str, T], list[str]]:
    """What each file of our folder holds, by its name; and of the person's own, which takes its place."""
    found: dict[str, T] = {}
    complaints: list[str] = []
    for folder in (CONTENT / _FOLDERS[name], CONTENT / spoken() / _FOLDERS[name], own):
        for path in sorted(folder.glob("*.toml")):
            try:
                found[path.stem] = read(path.stem, _parsed(path))
            except (BadFramework, BadScenario, BadShape) as fault:
                stays = _("Ours stays in use") if path.stem in found else _("The others are in use")
                complaints.append(
                    _BROKEN[name].format(name=path.name, where=_where(path, fault.place), fault=fault, stays=stays)
                )
    return found, complaints


def _own_or_ours(own: Path, read: Callable[[Mapping[str, Any]], T]) -> tuple[T, list[str]]:
    """What the person's own file holds; else what ours of the same name does."""
    complaints: list[str] = []
    if own.exists():
        try:
            return read(_parsed(own)), complaints
        except BadPrompts as fault:
            complaints.append(
                _("'{name}' can't be used: {where}{fault}. Ours is in use.").format(
                    name=own.name, where=_where(own, fault.place), fault=fault
                )
            )
        except (BadFramework, BadPlan) as fault:
            complaints.append(_("'{name}' can't be used: {fault}. Ours is in use.").format(name=own.name, fault=fault))
    return read(_parsed(_ours(own.name))), complaints


def _ours(name: str) -> Path:
    """A file of our content in the language of the person, else in English."""
    told = CONTENT / spoken() / name
    return told if told.exists() else CONTENT / name


def _lexicon() -> Path:
    """The words worth a hint in the language of the person, else the English ones."""
    told = CONTENT / "lexicons" / f"{spoken()}.toml"
    return told if told.exists() else CONTENT / "lexicons" / "en.toml"


def _where(path: Path, place: str | int | None) -> str:
    """The line that a fault is about, where that is known."""
    return "" if place is None else _("line {line_of_key}: ").format(line_of_key=_line_of_key(path, place))


def _line_of_key(path: Path, place: str | int) -> int:
    """The line, from 1, on which this key stands, or the [[…]] of this number begins."""
    lines = read_small(path).decode("utf-8-sig", "replace").splitlines()
    if isinstance(place, str):
        fits = [number for number, line in enumerate(lines, 1) if line.lstrip(" \t\"'[").startswith(place)]
        return fits[0] if fits else 1
    fits = [number for number, line in enumerate(lines, 1) if line.lstrip().startswith("[[")]
    return fits[place - 1] if place <= len(fits) else 1


def _parsed(path: Path) -> dict[str, Any]:
    """What a TOML file holds. Raises BadFramework."""
    try:
        return parse_toml(read_small(path))
    except OSError as fault:
        raise BadFramework(_("it can't be read ({strerror})").format(strerror=reason_of(fault))) from fault
    except BadToml as fault:
        raise BadFramework(str(fault)) from fault
