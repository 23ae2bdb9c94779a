"""Installing from a checkout: by pipx and by uv, each from the wheel that it builds, into a place of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from uv import find_uv_bin

from tests.support.starting import environment
from tests.support.terminal import ROOT, Terminal

_DATA = {".toml", ".tcss", ".sql", ".typ", ".svg"}


def told(tmp_path: Path) -> dict[str, str]:
    """The environment in which both put everything below this folder."""
    return os.environ | {
        "PIPX_HOME": str(tmp_path / "pipx"), "PIPX_BIN_DIR": str(tmp_path / "bin"), "PIPX_MAN_DIR": str(tmp_path / "man"),
        "UV_TOOL_DIR": str(tmp_path / "uv"), "UV_TOOL_BIN_DIR": str(tmp_path / "bin"), "PIPX_DEFAULT_PYTHON": sys.executable,
        "UV_PYTHON": sys.executable,
    }  # fmt: skip


def shipped() -> set[str]:
    """What belongs into the package beside its code: from the checkout, as git knows it and as it is built."""
    names = subprocess.run(
        ["git", "ls-files", "coachtui", "themes"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    files = {name.removeprefix("coachtui/") for name in names.stdout.splitlines() if Path(name).suffix in _DATA}
    assert any(name.startswith("themes/") for name in files) and any("frameworks" in name for name in files)
    return files


@pytest.mark.parametrize("by", ["pipx", "uv"])
def test_it_is_installed_whole_and_opens(by: str, tmp_path: Path) -> None:
    asked = [sys.executable, "-m", "pipx", "install"] if by == "pipx" else [find_uv_bin(), "tool", "install"]
    done = subprocess.run(
        [*asked, str(ROOT)], env=told(tmp_path), cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    packages = list((tmp_path / by).glob("**/site-packages/coachtui"))
    assert len(packages) == 1
    there = {str(path.relative_to(packages[0])) for path in packages[0].rglob("*") if path.suffix in _DATA}
    assert shipped() <= there
    program = tmp_path / "bin" / "coachtui"
    with Terminal(
        [str(program), "demo"], cwd=tmp_path, env={"HOME": str(tmp_path), "TMPDIR": str(tmp_path)}
    ) as terminal:
        terminal.wait_for("Maria Okafor")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    neutral = environment({"HOME": str(tmp_path)})
    said = subprocess.run(
        [str(program), "where"], env=neutral, cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert str(tmp_path) in said.stdout
    spanish = neutral | {"COACHTUI_LANGUAGE": "es"}
    help_page = subprocess.run([str(program), "--help"], env=spanish, capture_output=True, text=True, check=True)
    assert "presenciar una reunión" in help_page.stdout
