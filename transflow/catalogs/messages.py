"""What a catalog of an article must contain: one message a distinct sentence, in document order.

Menus, headers and footers of an HTML document, which every page of a site repeats, come last.
"""

from collections.abc import Callable, Iterable

from transflow.model import Article, Message, Segment, UnitKind

__all__ = ["ASIDE", "messages"]

ASIDE = "in a menu, header or footer"
"""The `#.` line of a sentence that stands only beside the content of its article."""
_SHORT = 3
"""Words up to which equal sentences of different kinds are told apart by msgctxt."""


def messages(
    article: Article,
    locale: str,
    *,
    comments: Callable[[Segment], Iterable[str]] | None = None,
    concepts: Callable[[Segment], str] | None = None,
) -> tuple[Message, ...]:
    """The messages of an article for one locale.

    Args:
        article: The article.
        locale: BCP 47 tag of the translations (kept for what depends on it in the callables).
        comments: The `#.` lines of a segment's terms.
        concepts: Hash of the concepts that match a segment in this locale.
    """
    del locale
    contexts = _contexts(article.segments)
    inside = [s for unit in article.units if not unit.aside for s in unit.segments]
    beside = [s for unit in article.units if unit.aside for s in unit.segments]
    away = {segment.id for segment in beside}
    titles = _titles(article)
    groups: dict[tuple[str, str], list[Segment]] = {}
    for segment in (*inside, *beside):
        if segment.text.strip():
            key = (contexts.get(segment.id, segment.context), segment.text)
            groups.setdefault(key, []).append(segment)
    return tuple(
        Message(
            msgid=msgid,
            msgctxt=context,
            segments=tuple(segment.id for segment in group),
            spans=group[0].spans,
            plain=any(segment.plain for segment in group),
            kind=group[0].kind,
            reference=article.path,
            comments=_lines(group, comments, titles, aside=group[0].id in away),
            concepts=concepts(group[0]) if concepts else "",
        )
        for (context, msgid), group in groups.items()
    )


def _titles(article: Article) -> frozenset[str]:
    """What the article is called: named at every sentence, one changed word would change all entries."""
    units = [unit for unit in article.units if unit.kind is UnitKind.TITLE]
    found = [" ".join(segment.text for segment in unit.segments) for unit in units]
    found.append(str(article.meta.get("title") or ""))
    return frozenset(" ".join(title.split()) for title in found)


def _contexts(segments: Iterable[Segment]) -> dict[str, str]:
    """Contexts by kind, for equal short sentences of different kinds."""
    kinds: dict[tuple[str, str], set[str]] = {}
    segments = list(segments)
    for segment in segments:
        kinds.setdefault((segment.context, segment.text), set()).add(segment.kind.value)
    return {
        segment.id: segment.kind.value
        for segment in segments
        if not segment.context
        and len(segment.text.split()) <= _SHORT
        and len(kinds["", segment.text]) > 1
    }


def _lines(
    group: list[Segment],
    comments: Callable[[Segment], Iterable[str]] | None,
    titles: frozenset[str],
    *,
    aside: bool,
) -> tuple[str, ...]:
    """Kind and nearest heading, authors' notes, terms: no title, no ordinal, no line number."""
    first = group[0]
    heading = " ".join(first.heading.split())
    lines = [f"{first.kind.value}: {heading}" if heading not in titles | {""} else first.kind.value]
    lines += [ASIDE] if aside else []
    lines += [" ".join(note.split()) for segment in group for note in segment.notes]
    lines += [" ".join(line.split()) for line in comments(first)] if comments else []
    return tuple(line for line in dict.fromkeys(lines) if line)
