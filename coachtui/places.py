"""Where things are."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Places:
    """Where the notebook, settings, themes, backups are."""

    home: Path

    def __getattr__(self, name: str) -> Path:
        return self.home / {"notebook": "notebook.db", "lock": "notebook.lock"}.get(name, name)
