"""How wide words are in a terminal, and where a text may be broken into lines.

Lengths are counted in *cells*, one column of the terminal each. A *cluster* is what a person sees as one
character: a letter with its accents, a family emoji, a flag. No piece of text is ever cut inside one.
"""

import re
from collections.abc import Iterator

from rich.cells import cell_len, get_character_cell_size

# Text in which every character is one cell and one cluster. Most of what people type; then lengths are
# counts, and neither measuring nor wrapping has to look at single characters.
_NARROW = re.compile(r"[\t -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2022\u2026]*")
_JOINER = "\u200d"
_FLAG_LETTERS = "".join(map(chr, range(0x1F1E6, 0x1F200)))
_NEVER_FIRST = frozenset("、。，．！？：；）」』】〉》〕｝")


def is_narrow(text: str) -> bool:
    """Whether every character of the text is one cell wide and stands for itself."""
    return _NARROW.fullmatch(text) is not None


def cells(text: str) -> int:
    """The columns the text takes; a tab counts one, for that is how it is shown."""
    if is_narrow(text):
        return len(text)
    return cell_len(text.replace("\t", " "))


def _extends(text: str, index: int) -> bool:
    """Whether the character at the index belongs to the cluster before it, flags aside."""
    character = text[index]
    if text[index - 1] == _JOINER:
        return True
    if character < "\u0300":
        return False
    return get_character_cell_size(character) == 0


def _is_inside(text: str, index: int) -> bool:
    """Whether a cut at the index would go through a cluster."""
    if not 0 < index < len(text):
        return False
    if _extends(text, index):
        return True
    if text[index] not in _FLAG_LETTERS or text[index - 1] not in _FLAG_LETTERS:
        return False
    first = len(text[:index].rstrip(_FLAG_LETTERS))
    if first > 0 and text[first - 1] == _JOINER:
        first += 1  # joined to what stands before it, it is half of no flag
    return (index - first) % 2 == 1


def snap(text: str, index: int) -> int:
    """The nearest place at or before the index where a cursor may stand."""
    index = max(0, min(index, len(text)))
    while _is_inside(text, index):
        index -= 1
    return index


def cluster_before(text: str, index: int) -> int:
    """Where the cluster that ends at the index begins."""
    return snap(text, index - 1)


def cluster_after(text: str, index: int) -> int:
    """Where the cluster that begins at the index ends."""
    index = min(index + 1, len(text))
    while _is_inside(text, index):
        index += 1
    return index


def reach_back(text: str, end: int, room: int) -> int:
    """The earliest start from which the text up to `end` fits into `room` cells."""
    start = max(0, end - room)
    if is_narrow(text[start:end]) and not _is_inside(text, start):
        return start
    # From the start of a cluster on, clusters are found without looking back: flags would make that slow.
    start, used = snap(text, start), 0
    for first, last in reversed(list(clusters(text[start:end]))):
        used += cells(text[start + first : start + last])
        if used > room:
            return start + last
    while start > 0:
        earlier = cluster_before(text, start)
        used += cells(text[earlier:start])
        if used > room:
            break
        start = earlier
    return start


def reach_on(text: str, start: int, room: int) -> int:
    """The latest end up to which the text from `start` fits into `room` cells."""
    end = min(len(text), start + max(0, room))
    if is_narrow(text[start:end]) and not _is_inside(text, end):
        return end
    used = 0
    for first, last in clusters(text[start:]):
        used += cells(text[start + first : start + last])
        if used > room:
            return start + first
    return len(text)


def shorten(text: str, room: int) -> str:
    """The text if it fits into `room` cells, else as much of it as does, and "…"."""
    if cells(text) <= room:
        return text
    return text[: reach_on(text, 0, room - 1)] + "…" if room > 0 else ""


def clusters(text: str) -> Iterator[tuple[int, int]]:
    """The start and end of every cluster, in order."""
    start, flag_letters = 0, 0
    for index in range(1, len(text) + 1):
        is_joined = index > 1 and text[index - 2] == _JOINER
        flag_letters = flag_letters + 1 if text[index - 1] in _FLAG_LETTERS and not is_joined else 0
        if index == len(text):
            yield start, index
        elif not _extends(text, index) and not (flag_letters % 2 and text[index] in _FLAG_LETTERS):
            yield start, index
            start = index


def line_starts(text: str, width: int) -> list[int]:
    """Where each line begins when the text is broken at words to a width in cells.

    The pieces between the starts are the whole text. Spaces at the end of a piece may stand out beyond the
    width: whoever paints it leaves them away. A word longer than a line is cut where the line is full.
    """
    if is_narrow(text):
        return _narrow_line_starts(text, width)
    return _wide_line_starts(text, width)


def _narrow_line_starts(text: str, width: int) -> list[int]:
    """`line_starts` for a text of single cells: from blank to blank, without looking at each character."""
    starts, start = [0], 0
    while len(text) - start > width:
        blank = text.rfind(" ", start, start + width + 1)
        start = start + width if blank < 0 else blank + 1
        while blank >= 0 and text.startswith(" ", start):
            start += 1
        if start < len(text):
            starts.append(start)
    return starts


def _wide_line_starts(text: str, width: int) -> list[int]:
    """`line_starts` for any text, cluster by cluster."""
    starts = [0]
    used = 0  # cells on the current line
    turn, used_at_turn = 0, 0  # the last place where the line may end, and what it held there
    before = ""
    for start, end in clusters(text):
        cluster = text[start:end]
        if cluster != " " and (before == " " or _may_turn(before, cluster)):
            turn, used_at_turn = start, used
        before = cluster
        size = cell_len(cluster)
        if cluster != " " and used + size > width:
            if turn > starts[-1]:
                starts.append(turn)
                used -= used_at_turn
            if used + size > width and start > starts[-1]:
                starts.append(start)
                used = 0
        used += size
    return starts


def _may_turn(before: str, cluster: str) -> bool:
    """Whether a line may end between two clusters although no blank stands there, as in Japanese."""
    if not before or cluster[0] in _NEVER_FIRST:
        return False
    return _is_ideograph(before) or _is_ideograph(cluster)


def _is_ideograph(cluster: str) -> bool:
    """Whether a cluster is of a script that is written without blanks."""
    return "\u2e80" <= cluster[0] <= "\ufaff" or "\U00020000" <= cluster[0] <= "\U0003ffff"
