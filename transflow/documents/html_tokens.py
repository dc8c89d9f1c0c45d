"""HTML to tokens with positions, by the tokenization rules of the HTML standard.

https://html.spec.whatwg.org/multipage/parsing.html#tokenization: what a browser reads is read,
nothing is refused. Every character of the input belongs to exactly one token.
"""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

__all__ = [
    "FOREIGN",
    "OTHERWISE",
    "VOID",
    "Attribute",
    "Foreign",
    "Tag",
    "Token",
    "alone",
    "decode",
    "left_open",
    "tokens",
]

VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)
_RAW = frozenset("script style xmp iframe noembed noframes textarea title".split())  # noqa: SIM905
_UNREAD = _RAW | {"plaintext"}
FOREIGN = frozenset({"svg", "math"})
OTHERWISE = _UNREAD | FOREIGN
"""Elements in which markup is read otherwise than around them, or not at all."""
_WITH_HTML = {"svg": {"foreignobject", "desc", "title"}, "math": {"mi", "mo", "mn", "ms", "mtext"}}
"""Elements of svg and math whose content is HTML."""
_BREAKS_OUT_NAMES = """
b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing
menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var
"""
_BREAKS_OUT = frozenset(_BREAKS_OUT_NAMES.split())
_FONT = frozenset({"color", "face", "size"})
_TAG = re.compile(r"</?[A-Za-z]")
_NAME = re.compile(r"[^\s/>]+")
_ATTRIBUTE = re.compile(
    r"[\s/]*(?P<name>=?[^\s/>=]*)(?P<eq>\s*=\s*(?P<value>\"[^\"]*\"?|'[^']*'?|[^\s>\"'][^\s>]*|(?=>)))?"
)
_PLAIN = re.compile(r"\s+([A-Za-z][\w:.-]*)=\"([^\"&]*)\"")
"""An attribute as most are written."""
_BARE = re.compile(r"</?[A-Za-z][A-Za-z0-9]*>")
_COMMENT_END = re.compile(r"--!?>")


@dataclass(slots=True)
class Attribute:
    """An attribute as written: its name in lower case, its value decoded."""

    name: str
    value: str
    start: int
    """Where the value begins in the input, its quote left out; -1 where there is none."""
    end: int
    quote: str


@dataclass(slots=True)
class Tag:
    """A start or end tag."""

    name: str
    closing: bool
    self_closing: bool
    attributes: tuple[Attribute, ...]

    def get(self, name: str) -> str | None:
        """An attribute's value, decoded; the first of equals counts."""
        if not self.attributes:
            return None
        for each in self.attributes:
            if each.name == name:
                return each.value
        return None

    def has(self, names: frozenset[str]) -> bool:
        """Whether it has an attribute of one of some names."""
        for each in self.attributes:  # noqa: SIM110 - asked of every tag
            if each.name in names:
                return True
        return False


class Foreign:
    """Where svg and math begin and end: their own elements, and those in which HTML stands again.

    A tag of HTML ends them (https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inforeign).
    """

    def __init__(self) -> None:
        """At the beginning of a page, in HTML."""
        self.open: list[str] = []

    @property
    def here(self) -> bool:
        """Whether what comes next is of svg or math, not of HTML."""
        return bool(self.open) and self.open[-1] in FOREIGN

    def take(self, tag: Tag) -> bool:
        """Go past a tag; whether it ended svg or math without being their end tag."""
        if tag.closing:
            if self.here and tag.name in {"br", "p"}:
                return self._leave()
            if tag.name in self.open:
                while self.open.pop() != tag.name:
                    pass
            return False
        left = self.here and _breaks_out(tag) and self._leave()
        inside = _WITH_HTML.get(self.open[-1], ()) if self.open else ()
        if not tag.self_closing and (tag.name in FOREIGN or tag.name in inside):
            self.open.append(tag.name)
        return left

    def _leave(self) -> bool:
        while self.here:
            self.open.pop()
        return True


def _breaks_out(tag: Tag) -> bool:
    if tag.name == "font":
        return tag.has(_FONT)
    return tag.name in _BREAKS_OUT


@dataclass(slots=True)
class Token:
    """`text`, `raw` (contents of script, style ...), `tag`, `comment` or `other` (doctype ...)."""

    kind: str
    start: int
    end: int
    tag: Tag | None = None


def left_open(run: Iterable[Token]) -> bool:
    """Whether an element that begins among some tokens does not end there."""
    depth = 0
    for token in run:
        if token.tag and token.tag.name not in VOID:
            depth += -1 if token.tag.closing else 1
    return depth > 0


def alone(text: str) -> int:
    """Where the tag begins that makes a block of HTML in Markdown, if it is alone on its line.

    Beside other words it would make none: https://spec.commonmark.org/0.31.2/#html-blocks, condition 7.
    """
    start = len(text) - len(text.lstrip())
    first = next(tokens(text[start:]), None)
    return (
        start
        if (
            first is not None
            and first.tag
            and text[start + first.end :].lstrip(" \t")[:1] in {"\n", "\r"}
        )
        else -1
    )


def decode(text: str, *, attribute: bool = False) -> str:
    """Character references resolved as browsers do.

    In an attribute a named reference without its semicolon stays text before `=` or a letter or
    digit (https://html.spec.whatwg.org/multipage/parsing.html#named-character-reference-state).
    """
    if "&" not in text:
        return text
    if attribute:
        return _REFERENCE.sub(lambda match: html.unescape(match.group()), text)
    return html.unescape(text)


_REFERENCE = re.compile(
    r"&(?:#\d+;?|#[xX][0-9A-Fa-f]+;?|[A-Za-z][A-Za-z0-9]*(?:;|(?![A-Za-z0-9=])))"
)


def tokens(source: str, *, foreign: bool = True) -> Iterator[Token]:
    """The tokens of a document or fragment, in order, without gaps.

    Args:
        source: The markup.
        foreign: Whether `<![CDATA[` inside svg and math opens a CDATA section.
    """
    at, size = 0, len(source)
    outer = Foreign()
    find, bare = source.find, _BARE.match
    while at < size:
        mark = find("<", at)
        if mark < 0:
            yield Token("text", at, size)
            return
        if plain := bare(source, mark):
            written = plain[0]
            token: Token | None = Token("tag", mark, mark + len(written), _bare(written))
        else:
            token = _markup(source, mark, cdata=foreign and outer.here)
        if token is None:
            # A lone "<": text up to the next possible markup.
            end = find("<", mark + 1)
            end = size if end < 0 else end
            yield Token("text", at, end)
            at = end
            continue
        if mark > at:
            yield Token("text", at, mark)
        yield token
        at = token.end
        tag = token.tag
        if tag is None:
            continue
        name = tag.name
        raw = name in _UNREAD and not tag.closing
        if outer.open or name in FOREIGN:
            outer.take(tag)
            raw = raw and not outer.here and outer.open[-1:] != [name]
        if raw:
            end = size if name == "plaintext" else _raw_end(source, at, name)
            if end > at:
                yield Token("raw", at, end)
            at = end


def _raw_end(source: str, start: int, name: str) -> int:
    pattern = _RAW_END[name]
    match = pattern.search(source, start)
    if match and name == "script" and source.find("<!--", start, match.start()) >= 0:
        return _script_end(source, start)
    return match.start() if match else len(source)


_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}
_SCRIPT_MARK = re.compile(r"(?P<comment><!(?=--))|-->|<(?P<end>/)?script(?=[\s/>])", re.IGNORECASE)


def _script_end(source: str, start: int) -> int:
    """Where a script ends that has a comment, in which another script may begin and end.

    https://html.spec.whatwg.org/multipage/parsing.html#script-data-escaped-state
    """
    commented = nested = False
    for match in _SCRIPT_MARK.finditer(source, start):
        if match["end"]:
            if not nested:
                return match.start()
            nested = False
        elif match["comment"]:
            commented = True
        elif match[0] == "-->":
            commented = nested = False
        else:
            nested = commented
    return len(source)


def _markup(source: str, at: int, *, cdata: bool) -> Token | None:
    """The token that begins with the `<` at `at`; None where it is text."""
    if _TAG.match(source, at):
        return _tag(source, at)
    if source.startswith("<!--", at):
        return Token("comment", at, _comment_end(source, at))
    if cdata and source.startswith("<![CDATA[", at):
        end = source.find("]]>", at)
        return Token("other", at, len(source) if end < 0 else end + 3)
    if source[at + 1 : at + 2] in {"!", "?"} or source.startswith("</", at):
        if at + 2 >= len(source) and source[at + 1 : at + 2] not in {"!", "?"}:
            return None
        end = source.find(">", at)
        kind = "other" if source[at + 1 : at + 2] != "/" else "comment"
        return Token(kind, at, len(source) if end < 0 else end + 1)
    return None


@lru_cache(maxsize=1024)
def _bare(written: str) -> Tag:
    """A tag without attributes; most tags are."""
    name = written.strip("</>").lower()
    return Tag(name, written.startswith("</"), self_closing=False, attributes=())


def _comment_end(source: str, at: int) -> int:
    for empty in ("<!-->", "<!--->"):
        if source.startswith(empty, at):
            return at + len(empty)
    match = _COMMENT_END.search(source, at + 4)
    return match.end() if match else len(source)


def _tag(source: str, at: int) -> Token:
    closing = source[at + 1] == "/"
    name = _NAME.match(source, at + (2 if closing else 1))
    assert name is not None  # noqa: S101 - _TAG has seen a letter
    attributes: list[Attribute] = []
    place, size = name.end(), len(source)
    while place < size and source[place] != ">":
        if plain := _PLAIN.match(source, place):
            start, end = plain.span(2)
            attributes.append(Attribute(plain[1].lower(), plain[2], start, end, '"'))
            place = end + 1
            continue
        match = _ATTRIBUTE.match(source, place)
        if match is None or match.end() == place:
            place += 1
            continue
        if match["name"]:
            attributes.append(_attribute(match))
        place = match.end()
    # The slash that ends a value without quotes is the value's: `<a href=/tags/>`.
    unquoted = bool(attributes) and attributes[-1].end == place
    self_closing = place > at and source[place - 1 : place] == "/" and not unquoted
    end = min(place + 1, size)
    tag = Tag(name.group().lower(), closing, self_closing, tuple(attributes))
    return Token("tag", at, end, tag)


def _attribute(match: re.Match[str]) -> Attribute:
    value = match["value"]
    name = match["name"].lower()
    if value is None:
        return Attribute(name, "", -1, -1, "")
    start, end = match.span("value")
    quote = value[0] if value[:1] in {'"', "'"} else ""
    if quote:
        start += 1
        end -= len(value) > 1 and value.endswith(quote)
    return Attribute(name, decode(match.string[start:end], attribute=True), start, end, quote)
