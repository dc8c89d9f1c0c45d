"""What is odd about pages and is seen when all of them are known."""

import re
from datetime import datetime

from transflow.documents.timing import begin_of
from transflow.model import Finding, Severity
from transflow.publishing.plan import Plan
from transflow.publishing.tree import Tree

__all__ = ["dead_anchors", "early_pages"]


def early_pages(plan: Plan, now: datetime) -> list[Finding]:
    """Articles that are out before their own date: it holds nothing back."""
    today = now.date().isoformat()
    early = {page.article.path: page for page in plan.published if page.day > today}
    return [
        Finding(
            "date-ahead",
            Severity.WARNING,
            f"its date {page.day} is to come, and it is out: "
            f"`publish_at: {page.day}` in the front matter holds it back",
            path=path,
        )
        for path, page in early.items()
        if begin_of(page.article) is None
    ]


def dead_anchors(plan: Plan, tree: Tree) -> list[Finding]:
    """Fragments that no page has; anchors are the same in all locales, so each is told once.

    Args:
        plan: The pages.
        tree: Knows what was noted about each of them.
    """
    ids: dict[str, set[str]] = {}
    notes = [(page, tree.note(f"{page.address}index.html")) for page in plan.published]
    for page, note in notes:
        if "ids" in note:
            ids.setdefault(page.article.id, set()).update(note["ids"])
    dead: dict[tuple[str, str, str], Finding] = {}
    for page, note in notes:
        for target, fragment in note.get("fragments", ()):
            if target in ids and fragment not in ids[target]:
                dead.setdefault(
                    (page.article.path, target, fragment),
                    Finding(
                        "anchor-dead",
                        Severity.WARNING,
                        f"the link to #{fragment} of {target} leads to no heading",
                        path=page.article.path,
                        line=_line(page.article.source, fragment),
                    ),
                )
    return list(dead.values())


def _line(source: bytes, fragment: str) -> int:
    """The line of a link that ends in a fragment; 0 where it is written in another way."""
    found = re.search(rb"#%s(?=[\s)\"'>]|$)" % re.escape(fragment.encode()), source)
    return source.count(b"\n", 0, found.start()) + 1 if found else 0
