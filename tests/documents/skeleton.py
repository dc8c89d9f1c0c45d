"""Pseudo-translation, and the structure of a page without its words; a referee, not our code."""

import re

import comrak
import html5lib

from transflow.documents import read_article
from transflow.documents.md_inline import extensions
from transflow.model import Article, Segment

WORD = re.compile(r"(?<![&\\#\w])[A-Za-z]{2,}(?!\w*;)")


def pseudo(segment: Segment) -> str:
    """Every word 40% longer and not ASCII, brackets around the sentence, markup as it is."""
    text, parts, at = segment.text, [], 0
    for start, end in _markup(segment):
        parts += [_longer(text[at:start]), text[start:end]]
        at = end
    parts.append(_longer(text[at:]))
    return f"⟦{''.join(parts)}⟧"


def _markup(segment):
    ranges, hidden = [], 0
    for span in segment.spans:
        if span.start < hidden:
            continue
        if span.atomic:
            ranges.append((span.start, span.end))
            hidden = span.end
        else:
            ranges += [(span.start, span.inner_start), (span.inner_end, span.end)]
    return sorted(ranges)


def _longer(text):
    return WORD.sub(lambda m: m.group() + "éß" * max(1, len(m.group()) // 5), text)


def as_html(markdown: str) -> str:
    return comrak.markdown_to_html(markdown, extensions(), None, comrak.RenderOptions(unsafe_=True))


VERBATIM = frozenset({"code", "pre", "script", "style", "textarea"})


def skeleton(page: str, verbatim_in: frozenset[str] = VERBATIM) -> list[str]:
    """Tags in order with every attribute but the readable ones; code with its text."""
    tree = html5lib.parseFragment(page, namespaceHTMLElements=False)
    found: list[str] = []

    def walk(node, verbatim):
        if not isinstance(node.tag, str):
            found.append(f"<!--{node.text}-->")
            return
        attributes = {
            name: value for name, value in node.attrib.items() if name not in {"alt", "title"}
        }
        found.append(f"<{node.tag} {sorted(attributes.items())}>")
        inside = verbatim or node.tag in verbatim_in
        if inside:
            found.append(node.text or "")
        for child in node:
            walk(child, inside)
            if inside:
                found.append(child.tail or "")
        found.append(f"</{node.tag}>")

    for child in tree:
        walk(child, verbatim=False)
    return found


def read(text: str, kind: str = "markdown") -> Article:
    """The article, once it came back byte for byte, and with its structure under other words."""
    article = read_article(text.encode(), format=kind)
    assert article.render({s.id: s.text for s in article.segments}, "fr") == article.source
    rendered = article.render({s.id: pseudo(s) for s in article.segments}, "fr").decode()
    seen = (lambda page: page) if kind == "html" else as_html
    assert skeleton(seen(rendered)) == skeleton(seen(text))
    return article


def offered(text: str, kind: str = "markdown") -> list[str]:
    """The texts that translators are given of such an article."""
    return [segment.text for segment in read(text, kind).segments]
