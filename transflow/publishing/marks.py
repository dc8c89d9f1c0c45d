"""How the state of each sentence travels through an article's HTML onto the page."""

import hashlib
from html import escape
from itertools import groupby

from transflow.bcp47 import direction
from transflow.documents.inline import plain
from transflow.model import Article, Mark, Segment, State, UnitKind
from transflow.publishing.gate import Verdict

__all__ = ["mark_for", "token_for", "unmarked"]

_APART = frozenset({UnitKind.ALT, UnitKind.CAPTION, UnitKind.ATTRIBUTE})


def token_for(article: Article, verdict: Verdict) -> str:
    """A word no text of this page can contain, because it is made from all of them.

    It tells our own marks from a `data-state` that an author or translator wrote.
    """
    digest = hashlib.sha256(article.source)
    for key, shown in verdict.shown.items():
        digest.update(f"{key}\0{shown.text}\0".encode())
    return "s" + digest.hexdigest()[:24]


def mark_for(
    article: Article, verdict: Verdict, locale: str, token: str, *, lines: bool = False
) -> Mark:
    """Wrap each sentence in an element with its state and, where it is the original's, its language.

    Args:
        article: The original.
        verdict: What is shown.
        locale: BCP 47 tag of the page.
        token: See `token_for`.
        lines: Also say where the entry is in its PO file; for previews.
    """
    way = direction(article.locale)
    foreign = f' lang="{escape(article.locale)}" dir="{way}"'
    first, last = _runs(article, verdict) if way != direction(locale) else (set(), set())

    def mark(segment: Segment) -> tuple[str, str]:
        shown = verdict.shown.get(segment.id)
        if shown is None:
            return "", ""
        line = f"-{shown.line}" if lines and shown.line else ""
        language = "" if shown.translated else foreign
        begin = f'<span dir="{way}">' if segment.id in first else ""
        end = "</span>" if segment.id in last else ""
        return (
            f'{begin}<span data-state="{token}-{shown.mark}{line}"{language}>',
            f"</span>{end}",
        )

    return mark


def unmarked(article: Article, verdict: Verdict, *, lines: bool = False) -> dict[str, str]:
    """What attributes say, which no element can wrap, and how an element that shows it is marked.

    Args:
        article: The original.
        verdict: What is shown.
        lines: As in `mark_for`.
    """
    found: dict[str, str] = {}
    for unit in article.units:
        if unit.kind in _APART:
            shown = [one for part in unit.segments if (one := verdict.shown.get(part.id))]
            if not shown:
                continue
            state = next((one for one in shown if one.mark is not State.APPROVED), shown[0])
            line = f' data-line="{state.line}"' if lines and state.line else ""
            way = direction(article.locale)
            foreign = "" if state.translated else f' lang="{escape(article.locale)}" dir="{way}"'
            texts = [plain(one.text, article.format) for one in shown]
            marks = f' data-state="{state.mark}"{line}{foreign}'
            found |= {"".join(texts): marks, " ".join(texts): marks}
    return found


def _runs(article: Article, verdict: Verdict) -> tuple[set[str], set[str]]:
    """The first and last sentences of runs that are the original's and written the other way.

    Each by itself would stand in the right direction, but they would follow one another in that
    of the page: the last to the left of the first (UAX 9).
    """
    first, last = set(), set()
    for unit in article.units:
        shown = ((segment.id, verdict.shown.get(segment.id)) for segment in unit.segments)
        for original, run in groupby(shown, key=lambda one: one[1] and not one[1].translated):
            ids = [segment_id for segment_id, _ in run]
            if original and len(ids) > 1:
                first.add(ids[0])
                last.add(ids[-1])
    return first, last
