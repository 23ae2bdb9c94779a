"""An observation as CSV, a row a line, safe to open in a spreadsheet."""

import csv
import io
import re

from coachtui.model.whole import Whole
from coachtui.sharing.text import line_time

COLUMNS = ("ref", "place", "time", "seconds", "provenance", "kind", "speaker", "text", "codes", "starred", "visibility")
# What a spreadsheet passes over, then what it takes for the beginning of a formula; some take the wide forms too.
_FORMULA = re.compile(r"[\s\u200b-\u200d\u2060\ufeff]*[=+\-@＝＋－＠]|[\t\r\n]")


def as_csv(whole: Whole) -> str:
    """The lines as a table, its first row naming the columns; `seconds` count from the anchor."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for line in whole.lines:
        seconds = "" if line.at_ms is None else f"{line.at_ms / 1000:.3f}"
        cells = (
            whole.observation.ref,
            str(line.place),
            line_time(line, whole.observation),
            seconds,
            line.provenance.value,
            line.kind.value,
            line.speaker or "",
            line.text,
            " ".join(line.codes),
            "yes" if line.starred else "",
            line.visibility.value,
        )
        table.writerow([cell if cell == seconds else _guarded(cell) for cell in cells])
    return out.getvalue()


def _guarded(cell: str) -> str:
    """The cell so that no spreadsheet takes it for a formula (OWASP, CSV injection)."""
    return f"'{cell}" if _FORMULA.match(cell) else cell
