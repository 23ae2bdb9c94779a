"""Where the record is delivered: beside the notebook, or into the folder that the person chose."""

from pathlib import Path

from coachtui.places import Places
from coachtui.settings import Settings
from coachtui.sharing.record_folder import RecordFolder


def record_folder(places: Places, settings: Settings) -> RecordFolder:
    """The folder of the record; a name without a beginning is one beside the notebook."""
    chosen = settings.record_folder.strip()
    if not chosen:
        return RecordFolder(places.record, is_ours=True)
    try:
        path = Path(chosen).expanduser()
    except RuntimeError:  # ~ of nobody
        path = Path(chosen)
    return RecordFolder(places.home / path, is_ours=False)
