"""Compiles the catalogs of the other languages as the package is built, or installed from a checkout."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogsHook(BuildHookInterface):
    """Makes the .mo files before the package is built, and takes them into it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every language of the checkout."""
        sys.path.insert(0, self.root)
        try:
            from tools.catalogs import compile_all
        finally:
            sys.path.remove(self.root)
        for made in compile_all(Path(self.root)):
            build_data["artifacts"].append(f"/{made.relative_to(self.root).as_posix()}")
