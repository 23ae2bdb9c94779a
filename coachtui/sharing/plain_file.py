"""What is written out as plain text, to be pasted anywhere."""

from coachtui.sharing.written_out import Written


def as_plain(written: Written) -> str:
    """The words with nothing but empty lines between them, and a dash before each row of a list."""
    rows = [written.title]
    was_item = False
    for block in written.blocks:
        is_item = block.kind == "item"
        if not (is_item and was_item):
            rows.append("")
        rows.append(f"- {block.words}" if is_item else block.words)
        was_item = is_item
    return "\n".join(rows).strip("\n") + "\n"
