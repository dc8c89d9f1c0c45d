"""The column of a table that a cell stands in: what its heading says, the cell need not."""

from itertools import groupby

from transflow.model import Article, Unit, UnitKind

__all__ = ["columns"]


def columns(article: Article) -> dict[str, str]:
    """The heading above each cell of an article's tables, by the cell's segment.

    Only where it is certain: in tables whose rows are lines, as those of Markdown are, and in rows
    with as many cells that have a text as the head of the table.

    Args:
        article: As read.
    """
    found: dict[str, str] = {}
    for is_cell, units in groupby(article.units, lambda unit: unit.kind is UnitKind.TABLE_CELL):
        rows = [list(row) for _, row in groupby(units, lambda unit: unit.line)] if is_cell else []
        head: list[Unit] = []
        last: list[Unit] = []
        for row in rows:
            gap = row[0].line - last[0].line if last else 0
            if not (gap == 1 or (last is head and gap == _RULED)):
                head = row
            elif len(row) == len(head):
                for cell, above in zip(row, head, strict=True):
                    heading = " ".join(one.text for one in above.segments)
                    found |= {one.id: heading for one in cell.segments}
            last = row
    return found


_RULED = 2
"""Lines from the head of a table to its first row: a rule stands between."""
