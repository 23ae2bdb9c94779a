"""What is said when the program is closed while the disk does not take what was written."""

from coachtui.wording import _


def asked_again(trouble: str, *, is_in_notebook: bool) -> str:
    """Why it does not close yet, and what becomes of the words if it does all the same."""
    if is_in_notebook:
        return _(
            "{trouble} Ctrl+Q again closes all the same: what you wrote in the meeting on the screen then goes into the drop "
            "box, if the disk takes that. Other changes that are not saved yet are lost."
        ).format(trouble=trouble)
    return _("{trouble} Ctrl+Q again closes all the same: what is not saved yet is lost.").format(trouble=trouble)


def last_words(*, is_all_saved: bool, is_in_drop_box: bool) -> str | None:
    """Said on the terminal once the program is closed; None where all is in its place."""
    if is_in_drop_box and is_all_saved:
        return _(
            "What the notebook did not take is in the drop box. It is taken in once the notebook can be written to."
        )
    if is_in_drop_box:
        return _(
            "Not everything could be saved. What you wrote in the meeting on the screen is in the drop box; other changes "
            "that were not saved yet are lost. What was saved before is safe."
        )
    if not is_all_saved:
        return _("Not everything could be saved: the disk took nothing more. What was saved before is safe.")
    return None
