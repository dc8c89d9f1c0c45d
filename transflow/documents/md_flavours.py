"""Marks of other Markdowns than CommonMark and GFM, which an engine would take for text.

Obsidian and MediaWiki link pages by name (`[[Page|text]]`); MkDocs, Obsidian, Pandoc and markdown-it
mark (`==so==`), insert (`++so++`), raise (`x^2^`) and name keys (`++ctrl+c++`); Obsidian has comments
(`%% … %%`), folded callouts (`[!faq]-`) and names of blocks (`^name`), Pandoc citations (`[@smith, p. 5]`)
and what a passage is written in (`{=html}`), and LaTeX commands stand among all of them. MultiMarkdown has citations (`[#smith]`), HackMD
says who wrote (`[name=Ann]`), GitLab names labels (`~"to do"`), and remark and Starlight have directives in sentences (`:badge[New]{variant="tip"}`).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from transflow.documents.protect import outside
from transflow.documents.sweep import Sweep
from transflow.model import Span, SpanKind

__all__ = ["LETTER", "flavoured", "with_role"]

LETTER = "A-Za-z0-9µ\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff"
"""Letters that words are parted from by blanks: beside others a sign has none."""
_KEY = r"-?@[A-Za-z][\w:.#$%&+?~/-]*"
_BEFORE = (
    r"(?i:(?:see(?:[ ]also)?|but[ ]see|cf\.?|compare|e\.g\.,?|i\.e\.,?|also|siehe|vgl\.|voir|véase|см\.)[ ])"
    rf"|[^\[\]@\n]{{1,60}}[ ](?={_KEY}(?:(?<=\d{{4}})[\],;]|(?<=\d{{4}}[a-z])[\],;]|,[ ](?:(?:pp?|chap|ch|sec|vol|fig)\b|[§\d])))"
)
"""Words before a citation: the usual ones, or any before a year or a page, which `[thanks to @ann]` has not."""
_RAISES = re.compile(r"\^(?:\[|(?<!\[\^))")
"""The sign where it is not that of a footnote: `[^1]`."""
_WHOLES = {
    r"!\[\[[^\[\]\n]+\]\]": "![[",  # an embedded page or picture
    r"(?<!!)\[\[[^\[\]|\n]+\]\](?![(\[])": "[[",
    r"\+\+[a-z0-9_\"-]+(?:\+[a-z0-9_\"-]+)+\+\+": "++",
    rf"(?:(?<![{LETTER}.,])\d{{1,3}}[ ])?(?<![{LETTER}])[{LETTER}]{{1,20}}\^[^\s^~*_\[\]()]{{1,6}}\^": "^",
    r"(?<!\S)%%(?![\s\d]*%%)(?:(?!%%)[^\n])+%%(?!\S)": "%%",
    rf"\[(?:{_BEFORE})?{_KEY}(?:[,;][^\[\]\n]*)?\]": "@",
    r"\(\\#[a-z]+:[\w-]+\)": "(\\#",  # what bookdown numbers
    r"(?<![\w@-])-?@(?:fig|tbl|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr)[-:][A-Za-z0-9](?:[\w-]*\w)?": "@",  # what Quarto and pandoc-crossref number
    r"\[(?:[^\[\]\n]{0,60}\]\[)?#[A-Za-z][\w:.-]*\](?![(\[:])": "[#",  # a citation of MultiMarkdown
    r"\[(?:name|time|color)=[^\[\]\n]{1,80}\](?![(\[:])": "=",  # who wrote, in HackMD
    r"(?<![\w~])~(?:\"[^\"~\n]{1,60}\"|[A-Za-z][\w-]*::[\w:.-]*\w)": "~",  # a label of GitLab
    r"\{>>(?:(?!<<\}|\{>>).){0,2000}<<\}": "{>>",  # a comment of CriticMarkup
    r"(?<=`)\{=[a-z0-9]+\}": "{=",
    r"\(@[A-Za-z][\w-]*\)": "(@",
    r"\A\(ref:[\w-]+\)(?=[ ])": "(ref:",
    r"\[!div[ ][^\[\]\n]*\]": "[!div",
    r":::[a-z][\w-]*(?:[ ][^\n]*?)?:::(?!:)": ":::",
    r"\A\[![A-Za-z][\w-]*\][+-]?(?=[ ]|\Z)": "[!",
    r"(?<=[ ])\^[A-Za-z0-9-]+\Z": " ^",
    r"\\(?:@ref|ref|cite|label)[({][^(){}\n]*[)}]|\\(?:newpage|pagebreak|clearpage|tableofcontents)\b": "\\",
}
"""Marks that are one piece each, and what a text that has one has."""
_AROUND = re.compile(
    r"(?P<wiki>(?<!!)\[\[[^\[\]|\n]+\|)(?=[^\[\]|\n]*[^\s\[\]|][^\[\]|\n]*\]\](?![(\[]))"
    r"|(?P<fragment><>)"
    r"|(?P<edit>\{(?:--|~~|\+\+|==)(?=\S))"  # an edit of CriticMarkup
    r"|(?P<sign>(?<![=A-Za-z0-9_])==(?=[^\s=])|(?<![+A-Za-z0-9_])\+\+(?=[^\s+]))"
)
_BRACKET = re.compile(r"\[(?:[\[@!#]|-@|name=|time=|color=)")
_BRACED = re.compile(r"\{(?:[-~=]|>>|(?<=\]\{))")
_NOTE = re.compile(r"(?:\^|(?<![\w:]):[a-z][\w-]*)\[(?=\S)")
_CALLED = re.compile(r"\[(?<=[\w-]\[)")
"""A bracket right behind a name, as that of a directive is: `:kbd[words]`."""
_BRACKETED = re.compile(
    rf"\\.|(?P<note>{_NOTE.pattern})|"
    r"\[|\](?![(\[])(?P<list>\{(?:[ ]?[.#][^{}\n]*|[^{}\n]*=[^{}\n]*)\})?|\]",
    re.DOTALL,
)
"""What begins and ends a note in a sentence, `^[words]`, a directive, `:kbd[words]`, or words with a list of attributes, `[words]{.small}`."""

_ROLE = re.compile(r"(?<![\w{}])\{[a-z][\w:.+-]*\}$")

Range = tuple[int, int]


def flavoured(text: str, found: Sequence[Span]) -> list[Span]:
    """Such marks in a text: pieces that stay as they are, and pairs around words.

    Args:
        text: One unit's or segment's text.
        found: What else is in it, outer before inner; nothing that is found crosses it.
    """
    if not _may_have(text):
        return []
    wholes = [
        Span(SpanKind.PROTECTED, start, end, start, start, text[start:end])
        for start, end in _found(text)
    ]
    pairs = sorted((*_pairs(text), *_bracketed(text)), key=lambda span: span.start)
    if not (wholes or pairs):
        return []
    made = outside(wholes, list(found))
    others = sorted([*found, *made], key=lambda span: (span.start, -span.end))
    lists = {span.end for span in pairs if span.inner_end + 2 < span.end}
    return [
        *made,
        *_nested(pairs, [each for each in others if each.end not in lists or not each.atomic]),
    ]


def _found(text: str) -> list[Range]:
    """Where the pieces are; only those are looked for that the text may have."""
    patterns = [pattern for pattern, mark in _WHOLES.items() if mark in text]
    return [match.span() for match in _any(*patterns).finditer(text)] if patterns else []


@lru_cache(maxsize=256)
def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


def with_role(text: str, span: Span) -> Span:
    """Code with the name of what MyST makes of it, as one piece: ``{ref}`quay```; other spans as they are."""
    if span.kind is not SpanKind.CODE or text[span.start] != "`":
        return span
    role = _ROLE.search(text, max(0, span.start - 40), span.start)
    if role is None:
        return span
    return Span(span.kind, role.start(), span.end, role.start(), role.start(), span.dest)


def _may_have(text: str) -> bool:
    """Whether there may be such a mark; most texts have none, and this is asked of every one."""
    return (
        ("^" in text and _RAISES.search(text) is not None)
        or "\\" in text
        or ("{" in text and _BRACED.search(text) is not None)
        or ("<" in text and "<>" in text)
        or ("=" in text and "==" in text)
        or ("+" in text and "++" in text)
        or ("%" in text and "%%" in text)
        or ("~" in text and ('~"' in text or "::" in text))
        or ("[" in text and (_BRACKET.search(text) is not None or _has_directive(text)))
        or ("@" in text and ("(@" in text or "-" in text or ":" in text))
        or ("@" in text and "[" in text and " @" in text)
        or (":" in text and ":::" in text)
        or text.startswith("(ref:")
    )


def _has_directive(text: str) -> bool:
    """Whether a directive may stand in a sentence."""
    return ":" in text and _CALLED.search(text) is not None and _NOTE.search(text) is not None


def _nested(pairs: Iterable[Span], others: Sequence[Span]) -> Iterator[Span]:
    """The pairs that cross no other span."""
    sweep = Sweep(others)
    starts = [span.start for span in others]
    for pair in pairs:
        around = sweep.at(pair.start)
        first, last = bisect_right(starts, pair.start), bisect_left(starts, pair.end)
        if all(
            not span.atomic and span.inner_start <= pair.start and pair.end <= span.inner_end
            for span in around
        ) and all(
            pair.inner_start <= span.start and span.end <= pair.inner_end
            for span in others[first:last]
        ):
            yield pair


def _pairs(text: str) -> Iterator[Span]:
    if not any(mark in text for mark in ("[[", "<>", "==", "++", "{-", "{~")):
        return
    at = 0
    while opening := _AROUND.search(text, at):
        at = opening.end()
        edit = opening["edit"]
        closer = (
            "]]" if opening["wiki"] else opening["sign"] or (f"{edit[1:]}}}" if edit else "</>")
        )
        end = text.find(closer, at + 1)
        if end < 0 or "\n" in text[at:end]:
            at = opening.start() + 1 if edit else at
            continue
        if opening["sign"] and (text[end - 1].isspace() or _goes_on(text, end + 2, closer[0])):
            continue
        yield Span(SpanKind.HTML, opening.start(), end + len(closer), at, end, opening[0])
        if edit == "{~~" and (arrow := text.find("~>", at, end)) >= 0:
            yield Span(SpanKind.PROTECTED, arrow, arrow + 2, arrow, arrow, "~>")
        at = end + len(closer)


def _bracketed(text: str) -> Iterator[Span]:
    """Notes in a sentence, and words with a list of attributes."""
    if not ("^[" in text or "]{" in text or _has_directive(text)):
        return
    opened: list[re.Match[str]] = []
    for mark in _BRACKETED.finditer(text):
        if mark[0].endswith("["):
            opened.append(mark)
        elif mark[0].startswith("]") and opened:
            opening = opened.pop()
            if (opening["note"] or mark["list"]) and opening.end() < mark.start():
                yield Span(
                    SpanKind.HTML,
                    opening.start(),
                    mark.end() if mark["list"] else mark.start() + 1,
                    opening.end(),
                    mark.start(),
                    opening["note"] or mark[0],
                )


def _goes_on(text: str, at: int, sign: str) -> bool:
    """Whether what might close a pair is a part of something longer: `a==b`, `C+++`."""
    behind = text[at : at + 1]
    return behind == sign or (behind.isascii() and behind.isalnum())
