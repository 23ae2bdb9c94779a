"""Finding, while one types, where words stand: in the lines, and in everything else that is written in the notebook."""

from datetime import date

from coachtui.model.spot import LINE, Spot
from coachtui.store.file import NotebookFile, Row
from coachtui.store.of_kinds import of_kinds
from coachtui.store.search import as_query
from coachtui.store.words_shape import SOURCES, STRIDE, Source

_RANKED = 400  # the newest that are put in order; ranking costs about 1.4 ms a thousand (measured)
_LINES = """
SELECT lines.id, observations.id, lines.kind, lines.text, leads.name, teams.name,
       observations.anchor_utc_ms + coalesce(lines.at_ms, 0), observations.zone, observations.lead,
       observations.ended_utc_ms IS NULL
FROM lines_index
CROSS JOIN lines ON lines.n = lines_index.rowid
CROSS JOIN observations ON observations.id = lines.observation
LEFT JOIN leads ON leads.id = observations.lead LEFT JOIN teams ON teams.id = observations.team
WHERE lines_index MATCH ? AND lines.kind <> 'in confidence' ORDER BY lines_index.rowid DESC LIMIT ?
"""
_OTHERS = """
WITH newest AS MATERIALIZED (
    SELECT rowid AS place, rank AS score FROM words_index WHERE words_index MATCH ? ORDER BY rowid DESC LIMIT ?
)
SELECT place FROM newest ORDER BY score, place LIMIT ?
"""


class Words:
    """Finds every word of the notebook. Every verb raises a NotebookError."""

    def __init__(self, file: NotebookFile) -> None:
        self._file = file
        self._selects = {source.number: _select(source) for source in SOURCES}

    def find(self, words: str, most: int = 40) -> list[Spot]:
        """Where all these words stand, the last one perhaps unfinished: first what is not a line, then the newest lines.

        Lines in confidence are passed over, and what was said of them.
        """
        query = as_query(words)
        if not query:
            return []
        others = self.others(words, most // 2)
        rows = self._file.rows(_LINES, (query, most - len(others)))
        return others + [_line(row) for row in rows]

    def others(self, words: str, most: int) -> list[Spot]:
        """Where all these words stand besides the lines, best first."""
        query = as_query(words)
        if not query:
            return []
        places = [place for (place,) in self._file.rows(_OTHERS, (query, _RANKED, most))]
        found = {
            place: spot for number in {place % STRIDE for place in places} for place, spot in self._of(number, places)
        }
        return [found[place] for place in places if place in found]

    def _of(self, number: int, places: list[int]) -> list[tuple[int, Spot]]:
        """The spots of one table."""
        numbers = [place // STRIDE for place in places if place % STRIDE == number]
        select = self._selects[number].format(", ".join("?" * len(numbers)))
        source = next(each for each in SOURCES if each.number == number)
        return [(row[0] * STRIDE + number, _spot(source, row)) for row in self._file.rows(select, numbers)]


def _select(source: Source) -> str:
    """The query for rows of a table by their numbers, as many as `{}` has marks for."""
    columns = (
        "row.n",
        "row.id",
        source.opens,
        source.text("row"),
        source.lead,
        source.day,
        source.at,
        source.zone,
        source.ref,
        source.team,
        source.within,
    )
    inner = f"SELECT {', '.join(f'{column} AS c{place}' for place, column in enumerate(columns))}"
    return (
        f"SELECT c0, c1, c2, c3, leads.name, teams.name, c5, c6, c7, c4, c8, c10 "
        f"FROM ({inner} FROM {source.table} AS row WHERE row.n IN ({{}}) AND {source.told}) "
        "LEFT JOIN leads ON leads.id = c4 LEFT JOIN teams ON teams.id = c9"
    )


def _spot(source: Source, row: Row) -> Spot:
    _, identity, opens, text, lead, team, day, at_utc_ms, zone, lead_id, ref, within = of_kinds("ntttTTTMTTTT", row)
    return Spot(
        within or source.table,
        identity,
        opens,
        source.noun,
        text,
        lead,
        team,
        _day(day),
        at_utc_ms,
        zone or "UTC",
        lead_id,
        ref=ref,
    )


def _day(text: str | None) -> date | None:
    """A day as it is kept; one that can't be read is left out, for it is only told."""
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        return None


def _line(row: Row) -> Spot:
    identity, opens, kind, text, lead, team, at_utc_ms, zone, lead_id, goes_on = of_kinds("ttttTTmtTn", row)
    return Spot(LINE, identity, opens, kind, text, lead, team, None, at_utc_ms, zone, lead_id, bool(goes_on))
