"""Admonitions as boxes of a page."""

from transflow.documents.admonitions import ALERTS, Admonition

__all__ = ["boxes"]

Range = tuple[int, int]


def boxes(
    source: str, found: list[Admonition], titles: dict[Range, str]
) -> list[tuple[int, int, str]]:
    """Patches that make boxes of admonitions, in the markup that alerts have on pages.

    Args:
        source: The article.
        found: See `find`.
        titles: The titles as HTML, by their ranges.
    """
    patches: list[tuple[int, int, str]] = []
    for box in reversed(found):  # where two end together, the inner one ends first
        title = titles.get(box.title, source[slice(*box.title)]) if box.title else ""
        opening, closing = _markup(box, title)
        pad = " " * box.margin
        start, end = box.header
        patches.append((start + box.indent, end, f"{opening}\n"))
        last = box.closer[0] if box.closer else box.body[-1][1] if box.body else end
        if box.closer:
            patches.append((*box.closer, f"\n{pad}{closing}\n"))
        else:
            patches.append((last, last, f"\n\n{pad}{closing}\n"))
        for start, _ in box.body:
            at = start + box.indent
            patches.append((at, at + (1 if source[at] == "\t" else 4), ""))
    return patches


def _markup(box: Admonition, title: str) -> tuple[str, str]:
    """What opens and closes a box: an alert, details, a headed part of tabs, or a plain part."""
    if box.kind == "part":
        return "", ""
    if box.kind == "tab":
        return f'<div class="tab"><p class="tab-title">{title}</p>', "</div>"
    alert = ALERTS.get(box.kind.lower(), "note" if box.folded or box.titled or title else "")
    if not alert:
        return "<div>", "</div>"
    name = "details" if box.folded else "div"
    head = "summary" if box.folded else "p"
    if not title and (box.titled or box.folded):
        title = alert.capitalize()
    shown = f'<{head} class="markdown-alert-title">{title}</{head}>' if title else ""
    opened = " open" if box.opened else ""
    return f'<{name} class="markdown-alert markdown-alert-{alert}"{opened}>{shown}', f"</{name}>"
