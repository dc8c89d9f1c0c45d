"""What a merge by lines leaves in a translation: marks of a conflict, or two texts in one.

Git's `merge=union`, and hands that take the marks of a conflict away, keep the lines of both sides.
Where a translation is wrapped these are good PO: one string that says everything twice.
"""

import re

from transflow.catalogs.block import Block

__all__ = ["is_glued", "is_marked"]

_MARKS = ("#-#-#-#-#", "<<<<<<< ", ">>>>>>> ")
"""Those of msgcat and of git."""
_SEAM = re.compile(r'[.!?…][»”’)]?"\n(?:#~ *)?"(?:[«“‘(]\s?)?([^\W\d_])')
"""Where one sentence ends and the next line begins another, with no space between them."""


def is_marked(block: Block) -> bool:
    """Whether a translation holds the marks of a conflict."""
    return any(mark in form for form in block.msgstr for mark in _MARKS)


def is_glued(block: Block) -> bool:
    """Whether two lines of a translation join as no program wraps them, and as no text is written.

    Only letters that have capitals can tell: Chinese wraps behind a full stop.
    """
    lines = (block.body or "").rpartition("msgstr")[2]
    return '"\n' in lines and any(found[1].isupper() for found in _SEAM.finditer(lines))
