"""Rules of the house that a machine can check: layers, names, sizes, what may be used where."""

import ast
import functools
import importlib
import inspect
import re
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "coachtui"
FILES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@functools.cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def breaches(paths: list[Path], rule: Callable[[Path], Iterable[object]]) -> list[str]:
    """What this rule finds in all of these files, each with the file's name."""
    return [f"{name_of(path)}: {found}" for path in paths for found in rule(path)]


def test_the_import_contracts_hold() -> None:
    lint = Path(sys.executable).parent / "lint-imports"
    assert lint.exists(), "import-linter is not installed: make test installs it"
    told = subprocess.run([str(lint), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    assert " 0 broken" in told.stdout


def test_files_and_functions_are_short() -> None:
    assert breaches(FILES, what_is_long) == []


def what_is_long(path: Path) -> Iterator[str]:
    """The file itself, and the functions in it, that are too long."""
    lines = path.read_text("utf-8").count("\n")
    if lines > 250:
        yield f"{lines} lines"
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (node.end_lineno or 0) - node.lineno >= 30:
            yield f"{node.name} is long"


def public_defs(tree: ast.Module) -> "Iterator[ast.AST]":
    """Modules, classes and functions that a reader meets by name."""
    yield tree
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                for inner in node.body:
                    if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef) and not inner.name.startswith("_"):
                        yield inner


def test_every_public_thing_says_what_it_is() -> None:
    assert breaches(FILES, what_says_nothing) == []


def what_says_nothing(path: Path) -> Iterator[str]:
    """What has no docstring, or one whose first line is no sentence."""
    for node in public_defs(tree_of(path)):
        words = ast.get_docstring(node)  # type: ignore[arg-type]
        if not words:
            yield f"{getattr(node, 'name', 'the module')} says nothing"
        elif not words.splitlines()[0].endswith((".", ":", "?")):
            yield words.splitlines()[0]


def private_of_others(tree: ast.Module) -> set[str]:
    """Private attributes that are asked for, but never given, in a module: they are somebody else's."""
    given = {
        each.attr for each in ast.walk(tree) if isinstance(each, ast.Attribute) and isinstance(each.ctx, ast.Store)
    }
    given |= {each.id for each in ast.walk(tree) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)}
    given |= {
        each.name for each in ast.walk(tree) if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    }
    asked = {
        each.attr
        for each in ast.walk(tree)
        if isinstance(each, ast.Attribute) and not (isinstance(each.value, ast.Name) and each.value.id in ("os", "sys"))
    }
    of_named_tuples = {"_replace", "_asdict", "_fields", "_make"}
    return {name for name in asked - given if re.match("_[^_]", name)} - of_named_tuples


SCREENS = [path for path in FILES if name_of(path).startswith("tui/")]


GUARD = (PACKAGE / "tui" / "guard.py", PACKAGE / "tui" / "guarded_driver.py")
NOT_THE_GUARD = [path for path in SCREENS if path not in GUARD]


def test_private_names_of_others_stay_in_the_guard() -> None:
    """Also private modules, such as `textual._xterm_parser`."""
    assert all(len(hidden_names(path)) > 3 for path in GUARD), "the rule finds nothing where there is something"
    assert breaches(NOT_THE_GUARD, hidden_names) == []


def hidden_names(path: Path) -> set[str]:
    """The private modules that are imported, and the private names of others that are used."""
    modules = [node.module or "" for node in ast.walk(tree_of(path)) if isinstance(node, ast.ImportFrom)]
    hidden = {name for name in modules if re.search(r"\._|^_[^_]", name)}
    return hidden | private_of_others(tree_of(path))


def test_no_private_name_of_textual_is_taken_unseen() -> None:
    """A method or a value of ours with a private name of Textual's would take the place of Textual's own."""
    assert breaches(NOT_THE_GUARD, taken_names) == []


def taken_names(path: Path) -> Iterator[str]:
    """Private names of Textual's that are given to something else here."""
    module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    for kind in vars(module).values():
        if isinstance(kind, type) and kind.__module__ == module.__name__:
            theirs = {name for base in kind.__mro__ if base.__module__.startswith("textual") for name in given_in(base)}
            for name in given_in(kind) & theirs:
                yield f"{kind.__name__}.{name}"


@functools.cache
def given_in(kind: type) -> frozenset[str]:
    """The private names that a class gives: to itself, or to `self` in its methods."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(kind)))
    given = {name for name in vars(kind) if re.match("_[^_]", name)}
    given |= {
        each.attr
        for each in ast.walk(tree)
        if isinstance(each, ast.Attribute) and isinstance(each.ctx, ast.Store) and re.match("_[^_]", each.attr)
    }
    return frozenset(given - {"_abc_impl", "_decorated_handlers", "_merged_bindings", "_reactives", "_inherit_css",
                              "_inherit_bindings", "_css_type_names", "_css_type_name", "_get_default_css",
                              "_computes", "_inherit_component_classes"})  # fmt: skip


def test_only_the_clock_tells_the_time() -> None:
    asked = r"\b(?:datetime\.(?:now|utcnow|today)|date\.today|time\.time(?:_ns)?)\(|(?:localtime|gmtime)\(\)"
    others = [path for path in FILES if name_of(path) != "clock.py"]
    assert breaches(others, lambda path: re.findall(asked, path.read_text("utf-8"))) == []


def test_only_the_store_says_sql() -> None:
    assert breaches([path for path in FILES if not name_of(path).startswith("store/")], sql_in) == []
    assert breaches(FILES, sql_in), "the rule finds nothing where there is something"


def sql_in(path: Path) -> list[str]:
    """Words that are SQL."""
    return [
        node.value
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.match(
            r"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|PRAGMA|BEGIN|ATTACH|VACUUM)\s+[a-zA-Z(*]", node.value
        )
        and node.value[:6].isupper()
    ]


def test_only_one_place_connects_to_a_file() -> None:
    """Any other would open an encrypted notebook without its key."""
    found = {name_of(path) for path in FILES if re.search(r"\b(?:sqlite3|dbapi2)\.connect\(", path.read_text("utf-8"))}
    assert found == {"store/connecting.py", "store/cipher.py", "store/shape.py"}


def test_no_name_of_a_module_is_changed_later() -> None:
    assert breaches(FILES, globals_in) == []


def globals_in(path: Path) -> list[str]:
    """Names of the module that a function changes."""
    return [name for node in ast.walk(tree_of(path)) if isinstance(node, ast.Global) for name in node.names]


def test_importing_opens_writes_and_starts_nothing(tmp_path: Path) -> None:
    """Every module is imported with an audit hook that hears of files written, processes, sockets and databases."""
    modules = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in FILES if path.stem != "__init__"]
    script = f"""
import importlib, sys, threading
sys.dont_write_bytecode = True
heard = []
def hook(event, given):
    if event == "open" and isinstance(given[1], str) and set(given[1]) & set("wax+"):
        heard.append((event, str(given[0])))
    elif event.split(".")[0] in ("sqlite3", "socket", "subprocess") and event != "sqlite3.enable_load_extension":
        heard.append((event, repr(given)[:80]))
    elif event in ("os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.chmod"):
        heard.append((event, repr(given)[:80]))
    elif event == "open" and str(given[0]).endswith((".toml", ".db")):
        heard.append((event, str(given[0])))
import textual.app, sqlite_utils, pydantic, tzlocal, platformdirs  # what others do is theirs
sys.addaudithook(hook)
for name in {[name for name in modules if name != "coachtui.__main__"]!r}:
    importlib.import_module(name)
assert not heard, heard
assert threading.active_count() == 1
"""
    told = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False,
        env={"HOME": str(tmp_path), "PATH": "", "LANG": "C.UTF-8"},
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    assert not list(tmp_path.iterdir())
