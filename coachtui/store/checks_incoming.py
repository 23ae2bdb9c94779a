"""What has to be looked at before lines from elsewhere are taken in."""

from coachtui.store.file import NotebookFile

_AT_ONCE = 500


def known_lines(file: NotebookFile, ids: list[str]) -> set[str]:
    """Which of these ids belong to a line the notebook has already. Raises a NotebookError."""
    known: set[str] = set()
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        known.update(row[0] for row in file.rows(f"SELECT id FROM lines WHERE id IN ({marks})", some))  # noqa: S608
    return known
