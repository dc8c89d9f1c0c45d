"""Pieces of running text that no engine may touch: addresses, placeholders, template tags."""

import re
from collections.abc import Iterator, Mapping

from transflow.documents.sweep import without_overlap
from transflow.model import Span, SpanKind

__all__ = [
    "ABBREVIATION",
    "ADDRESS",
    "BOXED",
    "ENVIRONMENT",
    "ITEM",
    "LIQUID",
    "PATHS",
    "TAG_LINE",
    "TEMPLATE",
    "bare_tags",
    "closes",
    "code_regions",
    "defused",
    "masked_tags",
    "outside",
    "paired",
    "protected",
    "tag_names",
    "without_loose_dollars",
]

_CODE = (
    r"highlight|code(?:-?(?:block|toggle|example|snippet))?|mermaid|plantuml|goat|graphviz|charts?|echarts|tikz"
    r"|katex|latex|mathjax|math|javascript|script|style|comment"
)
"""Template tags that stand around what is no text."""
_MARKING = r"highlight\s*[>%]\}\}[^\n{]*\{\{[<%]\s*/\s*highlight\b"
"""A tag around words of a sentence: code has a language, or lines of its own."""
_OPENER = re.compile(
    rf"\{{\{{[<%]-?\s*(?!{_MARKING})(?P<hugo>(?:{_CODE})(?![\w-])|tab(?=\s[^{{}}\n]*\bcodelang\s*=))|\{{%-?\s*(?P<liquid>{_CODE})(?![\w-])|(?P<kramdown>\{{::comment\}})"
    r"|(?m:^[ ]{0,3}:{3,}[ ]?(?P<colons>mermaid|plantuml|graphviz|math)[ \t]*$)"
)
_ITSELF = re.compile(r"(?:(?!\}\}|\{\{).)*(?<=/[>%])\}\}", re.DOTALL)
"""The rest of a tag that closes itself: `{{< code-toggle config="menus" />}}`."""
_ATTRIBUTE = r"(?:[.#][\w:.-]+|[\w-]+=(?:\"[^\"\n]*\"|'[^'\n]*'|[\w./%-]+))"
TEMPLATE = re.compile(
    r"\{\{\{[^{}\n]*\}\}\}|\{#-?(?=\s)(?:(?!#\}|\{#).){0,2000}#\}|<%(?:(?!<%|%>).){1,2000}%>|"
    rf"\{{\{{(?:(?!\{{\{{).)*?\}}\}}|\{{%(?:(?!\{{%).)*?%\}}|\{{:[^{{}}\n]*\}}"
    rf"|\{{[ ]?{_ATTRIBUTE}(?:[ ]+{_ATTRIBUTE})*[ ]?\}}",
    re.DOTALL,
)
"""Hugo and Jekyll: `{{< figure >}}`, `{{ page.title }}`, `{% if %}`, `{: .class}`; `{ width="3" }`.

Handlebars: `{{{raw}}}`; comments of Jinja, Nunjucks and Twig: `{# so #}`; ERB, EJS and their like: `<%= name %>`.
"""

_DEFINED = re.compile(
    r"^((?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*\[(?!\^)(?:[^\[\]\\\n]|\\.){1,999}\]:[ \t]*)"
    r"([^\s{]*(?:\{\{[^{}\n]*\}\}|\{%[^%\n]*%\})\S*)",
    re.MULTILINE,
)
"""A definition of which the address has a template tag; its address."""
_LONG_TAG = re.compile(
    r"\{\{[<%](?:(?![<%]?\}\}|\{\{)[^\n]|\n(?![ \t\r]*(?:\n|```|~~~)))*[<%>]?\}\}"
    r"|\{%(?:(?!%\}|\{%)[^\n]|\n(?![ \t\r]*(?:\n|```|~~~)))*%\}"
)
"""A template tag, over several lines perhaps, in one paragraph and one piece of code."""
_LETTER = r"(?:[^\n]|\n(?![ \t\r]*\n))"
"""A letter of a paragraph."""
_INSIDE = (
    "(?:"
    + "|".join(rf"{mark}(?:(?!\{{[{{%]|{mark}){_LETTER})*{mark}" for mark in "\"'`")
    + rf"|(?!\}}\}}|%\}}|\{{[{{%]|</?[A-Za-z]){_LETTER})*+"
)
_HOLDING = re.compile(
    rf"\{{\{{[<%]?{_INSIDE}%?\}}\}}|\{{%{_INSIDE}%\}}|<%(?:(?!<%|%>){_LETTER}){{1,2000}}%>"
    r"|\{#-?(?=\s)(?:(?!#\}|\{#)[\s\S]){0,2000}#\}"
)
"""A template tag that may hold markup: between quotes, or in a comment, for else an element ends what only looks like a tag."""
_BARE = str.maketrans("<>\"'", "‹›”’")
LIQUID = r"\{%(?:(?!%\}|\{%)[^\r\n])*%\}"
"""A tag of Liquid on one line, which may have braces in its arguments."""
_BEHIND_ROW = re.compile(rf"(?m:(?<=\|)[ \t]*(?:{LIQUID}[ \t]*)+(?=\r?$))")
"""Template tags behind a row of a table: `| --- |{% for boat in boats %}`."""
TAG_LINE = re.compile(
    rf"[ \t]*(?:(?:\{{\{{(?:(?!\}}\}}|\{{\{{)[^\n])*\}}\}}|\{{{{3}}[^{{}}\n]*\}}{{3}}|{LIQUID}|\{{:[^{{}}\n]*\}}|\{{#(?=\s)(?:(?!#\}}|\{{#)[^\n])*#\}}|<%[^%\n]*%>|\{{[ ]?{_ATTRIBUTE}(?:[ ]+{_ATTRIBUTE})*[ ]?\}})[ \t]*)+"
    r"|[ \t]*\[{1,2}_?TOC_?\]{1,2}[ \t]*"
    r"|[ \t]*:::[a-z][\w-]*(?:[ ][^\n]*?)?:::[ \t]*"
    r"|[ \t]*(?:id|collapsed|created-at|updated-at|background-color|card-[\w-]+|logseq\.[\w.-]+)::[ ].*"
    r"|[ \t]*(?:-+8<-+|/{3,})(?:[ \t].*)?"
    r"|[ \t]*(?:\$(?:CTA|AI|[ACDEIP!]|(?:End)?LegislativeList)|\[(?:embed|image|attachment|attachmentlink|inlineattachment|contact):[^\[\]\n]+\])[ \t]*",
    re.IGNORECASE,
)
"""A line of nothing but such tags, of a snippet or of a block's fence (`///`, `:::row:::`, `$CTA`, what Govspeak puts in: `[Contact:7]`),

or what Logseq keeps of an item: it keeps to itself.
"""

BOXED = re.compile(
    r"(?P<sign>[%^@])(?=[^\s\[])(?![sdif]\b)(?P<words>(?:(?!(?P=sign)).)+)(?<=\S)(?P=sign)\s*",
    re.DOTALL,
)
"""A paragraph of Govspeak that is shown as a warning, in a box or as important: `%It is closed.%`."""
ITEM = re.compile(r"(?:\(@[\w-]*\)|#\.|\|)[ \t]+(?=\S)")
"""What begins a line in Pandoc: an example (`(@good) It is so.`), a numbered item (`#. Go`), a line of verse (`| Go`)."""
ABBREVIATION = re.compile(r"(?m:^\*\[[^\[\]\n]+\]:[ \t]*)")
"""The beginning of a line that explains an abbreviation: `*[WHO]: World Health Organization`."""

_TYPE = r"[A-Za-z_][\w.]*(?:\\?\[\])?"
_SIGN = re.compile(r"[%$#{:*\[]")  # most places are none of them
_NAMED = re.compile(r"%[sdif\d(%{]|:(?<![\w:]:)[a-z]")
_PLACEHOLDER = re.compile(
    r"%(?:\d+\$)?[sdif](?![\w%])"  # C: %s, %1$s
    r"|%\([A-Za-z_]\w*\)[sdif]"  # Python: %(name)s
    r"|[$%#]?\{\$?[A-Za-z_][\w.]*\}"  # {name}, ${name}, %{name}, #{name}; {$name} of Smarty
    r"|\{(?:new[ ])?[A-Za-z_$][\w$.?]*\([^{}\n]{0,200}\)[\w$.?()\[\]]{0,100}\}"  # {date.getYear()}: a call in MDX
    r"|\{\d+\}"
    r"|\*\|[A-Z][A-Z0-9_:]*\|\*|%%[A-Za-z]\w*%%"  # *|NAME|*, %%name%%: in letters to subscribers
    r"|\[[a-z][a-z0-9_-]*(?:\s+[\w-]+=(?:\"[^\"\[\]\n]*\"|'[^'\[\]\n]*'))+\s*/?\](?![(\[:{])|\[/[a-z][a-z0-9_-]*\](?![(\[:])"
    rf"|\{{(?=[^{{}}\n]*[|\[]){_TYPE}(?:\s?\|\s?{_TYPE})*\}}"  # {string|Buffer[]}
    r"|\[\[\{(?:(?!\]\]|\[\[\{).)*\}\]\]"  # [[{"fid":"1"}]]: a picture or film in Drupal
    r"|\{/\*(?:(?!\{/\*).)*?\*/\}|\{(?P<mark>['\"])(?:(?!(?P=mark))[^\w\n])+(?P=mark)\}"  # comments, blanks and signs of MDX
    r"|\{(?P<literal>['\"])(?:(?!(?P=literal))[^\n<>{}])*[<>{}](?:(?!(?P=literal))[^\n])*(?P=literal)\}"  # {'{name}'}
    r"|(?<![\w:]):[a-z][a-z0-9_+-]*:(?![\w:])"  # :smile:
    rf"|{ABBREVIATION.pattern}"
)
_IN_PAGE = r"[^\s<>\"'“”«»（）()，。]"
_PAGE = (
    rf"[hfw](?<=\b.)(?:(?:(?<=h)ttps?|(?<=f)tp)://|(?<=w)ww\.[\w-]+\.{_IN_PAGE})"
    rf"{_IN_PAGE}*(?:\([^\s<>()]*\){_IN_PAGE}*)*"
)
_ADDRESS_OF_PAGE = re.compile(_PAGE, re.ASCII)
ADDRESS = re.compile(rf"{_PAGE}|\b[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII)
ENVIRONMENT = re.compile(
    r"\\begin\{(?P<name>(?:equation|align(?:at)?|gather|multline|eqnarray|(?:display)?math|array|cases|[bpvBV]?matrix"
    r"|tikzpicture|tabular|table|figure)\*?)\}(?:(?!\\begin\{(?P=name)\}).){0,5000}?\\end\{(?P=name)\}",
    re.DOTALL,
)
"""An environment of LaTeX that is no running text."""
_FORMULA = re.compile(
    r"(?P<bar>\\{1,2})(?:\([^\n]{1,300}?(?P=bar)\)|\[[^\n]{1,300}?(?P=bar)\])"
    r"|(?<![\w$\\])(?:\$\$[^$\n]{1,300}\$\$|\$(?=\S)[^$\n]{1,300}(?<=\S)\$)(?![\w$])"
)
_TEX = re.compile(r"\\[A-Za-z]{2}|[\^=+]|^\$?\$[A-Za-z]\$|\w_\w")
"""What only a formula has, not two sums of money or brackets behind backslashes."""
_LOOSE_DOLLAR = re.compile(
    r"(?P<before>%\d{1,2})\$(?=[-+#0 ]*\d*(?:\.\d+)?[a-zA-Z@])"
    "|(?<=[\u00a0\u2009\u202f])(?P<place>[A-Z]{0,2})\\$(?![\\w\\\\({\\[|<>+=-])"
)
"""In a placeholder, `%1$s`, or behind its number, `5 S$, 3 $`: no formula ends with a no-break blank, which comrak takes for a letter."""
_BLOCK_TAG = re.compile(
    r"\{%-?\s*(?P<liquid>end)?(?P<name>\w+)|\{\{(?P<kind>[<%])\s*(?P<hugo>/)?\s*(?P<code>[\w./-]+)"
    r"|\{\{(?:[#^]|(?P<bars>/))\s*(?P<block>[\w.@-]+)"
)
"""A tag that opens or closes: of Liquid, of Hugo, of Handlebars and Mustache (`{{#if x}}`, `{{/if}}`)."""
_TRAILING = ".,;:!?*_~"
_STEP = r"/[\w.@%+~-]+"
_PATH = rf"(?:https?:/)?[\w.@%+~-]*(?:{_STEP})+\.[A-Za-z][A-Za-z0-9]{{1,4}}"
PATHS = re.compile(rf"\s*{_PATH}(?:\s+{_PATH})*\s*", re.ASCII)
"""Nothing but paths of files: `/images/a.gif`."""


def defused(text: str, known: str, written: Mapping[str, str]) -> str:
    """A text whose template tags are text: site generators would run what a translation invents.

    Args:
        text: A translation.
        known: Its source: the tags in that stay.
        written: How the second letter of a tag, `{` or `%`, is written where it is none.
    """
    if "{{" not in text and "{%" not in text and "<%" not in text:
        return text
    kept = {match[0]: known.count(match[0]) for match in TEMPLATE.finditer(known)}
    parts: list[str] = []
    at = 0
    for match in TEMPLATE.finditer(text):
        kept[match[0]] = kept.get(match[0], 0) - 1
        if kept[match[0]] >= 0:
            parts += (_defused(text[at : match.start()], written), match[0])
            at = match.end()
    return "".join((*parts, _defused(text[at:], written)))


def _defused(text: str, written: Mapping[str, str]) -> str:
    return re.sub(r"(?<=\{)[{%]|(?<=<)%", lambda match: written[match[0]], text)


def masked_tags(source: str, start: int = 0) -> str:
    """The source with the further lines of long template tags made letters; same places.

    They begin no blocks, although the last may be `>}}`. So are tags that are the address of a
    definition, `[fees]: {{< relref "fees.md" >}}`: a generator puts the address in before it reads.
    Tags behind the last pipe of a row become blanks: they are no cell.
    """
    if "{{" not in source and "{%" not in source:
        return source
    text = _LONG_TAG.sub(_in_letters, source[start:])
    if "|" in text:
        text = _BEHIND_ROW.sub(lambda match: " " * len(match[0]), text)
    if "]:" in text:
        text = _DEFINED.sub(lambda match: match[1] + "x" * len(match[2]), text)
    return source[:start] + text


def bare_tags(text: str) -> str:
    """The text with template tags that hold no markup; same places.

    A reader of HTML would see elements and the end of a value in `{{< figure caption="<b>Low</b> tide" >}}`.
    """
    if "{{" in text or "{%" in text or "<%" in text or "{#" in text:
        return _HOLDING.sub(lambda tag: tag[0].translate(_BARE), text)
    return text


def _in_letters(match: re.Match[str]) -> str:
    head, *lines = match[0].split("\n")
    return "\n".join([head, *(_blind(line) for line in lines)])


def _blind(line: str) -> str:
    words = line.strip()
    return line.replace(words, "x" * len(words)) if words else line


def code_regions(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Code between tags: `{{< highlight go >}} … {{< /highlight >}}`, `{% highlight ruby %} … `, `::: mermaid … :::`."""
    found: list[tuple[int, int]] = []
    missing: set[str] = set()
    at = start
    while opener := _OPENER.search(text, at):
        at = opener.end()
        closer = _closer(opener)
        if closer in missing or _ITSELF.match(text, at):
            continue
        end = re.compile(closer).search(text, at)
        if end is None:
            # Nor is there one for the next of its name: looked for once, whatever the text.
            missing.add(closer)
        else:
            found.append((opener.start(), end.end()))
            at = end.end()
    return found


def _closer(opener: re.Match[str]) -> str:
    if opener["hugo"]:
        return rf"\{{\{{[<%]\s*/\s*{opener['hugo']}\s*-?[>%]\}}\}}"
    if opener["liquid"]:
        return rf"\{{%-?\s*end(?:{opener['liquid']})?\b[^%]*%\}}"
    return r"(?m:^[ ]{0,3}:{3,}[ \t]*$)" if opener["colons"] else r"\{:/(?:comment)?\}"


def protected(text: str, *, addresses: bool = True, dollars: bool = True) -> list[Span]:
    """Template tags, placeholders, addresses and formulas in a text."""
    braces = "{" in text
    tags = braces or "<%" in text
    marked = tags or ("[" in text and "[/" in text)
    if "%" in text or ":" in text:
        marked = marked or _NAMED.search(text) is not None
    if "*" in text or "=" in text:
        marked = marked or "*[" in text or "*|" in text or '="' in text or "='" in text
    addressed = addresses and ("@" in text or "www." in text or "://" in text)
    formulas = "\\" in text or (dollars and "$" in text)
    if not (marked or addressed or formulas):
        return []
    found: list[Span] = []
    if braces:
        found += [_span(start, text[start:end]) for start, end in code_regions(text)]
    if tags:
        found += [_span(match.start(), match.group()) for match in TEMPLATE.finditer(text)]
    if marked:
        found += _placeholders(text)
    if addressed:
        address = ADDRESS if "@" in text else _ADDRESS_OF_PAGE
        found += [_span(match.start(), _bare_address(match[0])) for match in address.finditer(text)]
    if "\\begin{" in text:
        found += [_span(match.start(), match[0]) for match in ENVIRONMENT.finditer(text)]
    if formulas:
        found += [
            _span(match.start(), match[0])
            for match in _FORMULA.finditer(text)
            if (dollars or match["bar"]) and _TEX.search(match[0])
        ]
    return outside(found, []) if found else found


def _placeholders(text: str) -> Iterator[Span]:
    end = 0
    for sign in _SIGN.finditer(text):
        if sign.start() >= end and (match := _PLACEHOLDER.match(text, sign.start())):
            end = match.end()
            yield _span(match.start(), match.group())


def _bare_address(written: str) -> str:
    """An address without the marks of the sentence behind it."""
    bare = written.rstrip(_TRAILING)
    if "[/" in bare:
        bare = bare.partition("[/")[0]  # a shortcode ends: `[embed]https://…[/embed]`
    if "]" in bare and "[" not in bare:
        bare = bare.partition("]")[0].rstrip(_TRAILING)
    return bare


def without_loose_dollars(text: str) -> str:
    """A text with signs for the dollars that neither open nor close a formula; same places."""
    return _LOOSE_DOLLAR.sub(lambda one: f"{one['before'] or one['place'] or ''}%", text)


def closes(opening: str, closing: str) -> bool:
    """Whether a template tag or a shortcode (`[b]`) ends another."""
    if opening.startswith("["):
        return closing.startswith("[/") and opening[1:].startswith(closing[2:-1])
    one, two = _BLOCK_TAG.match(opening), _BLOCK_TAG.match(closing)
    if one is None or two is None or _ends(one) or not _ends(two):
        return False
    return _is_end_of(one, two)


def _ends(tag: re.Match[str]) -> bool:
    return bool(tag["liquid"] or tag["hugo"] or tag["bars"] or tag["name"] == "end")


def _is_end_of(opening: re.Match[str], closing: re.Match[str]) -> bool:
    """Whether a tag is the end of another; Zola's `{% end %}` is that of any call, `{% quote(by="Ann") %}`."""
    if closing["name"] == "end":
        return opening["name"] is not None and opening.string.startswith("(", opening.end())
    return _named(opening) == _named(closing)


def _named(tag: re.Match[str]) -> tuple[str, str]:
    """What a tag must share with the one that closes it."""
    return tag["kind"] or ("#" if tag["block"] else ""), tag["name"] or tag["code"] or tag["block"]


def tag_names(text: str, *, ended: bool) -> set[str]:
    """Names of the template tags in a text that may open something, or of those that something in it has `ended`."""
    return {_named(tag)[1] for tag in _BLOCK_TAG.finditer(text) if _ends(tag) is ended}


def paired(text: str, spans: list[Span]) -> list[Span]:
    """The spans with template tags that open and close as pairs around the words between them.

    `{% if x %}words{% endif %}` and `{{< button >}}words{{< /button >}}`: an engine that took them for
    two loose pieces could close before it opens. Only on one line, and where no other pair crosses.
    """
    open_tags: list[tuple[re.Match[str], int, int]] = []
    closers: dict[int, int] = {}
    around: list[int] = []
    for index, span in enumerate(spans):
        while around and spans[around[-1]].end <= span.start:
            around.pop()
        if not span.atomic:
            around.append(index)
        tag = _BLOCK_TAG.match(text, span.start) if span.kind is SpanKind.PROTECTED else None
        if tag is None:
            continue
        place = around[-1] if around else -1
        if not _ends(tag):
            open_tags.append((tag, place, index))
            continue
        last = range(len(open_tags) - 1, -1, -1)
        at = next((n for n in last if _is_end_of(open_tags[n][0], tag)), -1)
        if at >= 0 and open_tags[at][1] == place:
            closers[open_tags[at][2]] = index
        del open_tags[at if at >= 0 else len(open_tags) :]
    made = {
        opening: _pair(text, spans[opening], spans[closing])
        for opening, closing in closers.items()
        if text[spans[opening].end : spans[closing].start].strip()
        if "\n" not in text[spans[opening].start : spans[closing].end]
    }
    gone = {closers[opening] for opening in made}
    for opening, span in made.items():
        if span.atomic:
            gone.update(range(opening + 1, closers[opening]))
    return [made.get(n, span) for n, span in enumerate(spans) if n not in gone] if made else spans


def _pair(text: str, opening: Span, closing: Span) -> Span:
    dest = text[opening.start : opening.end]
    if PATHS.fullmatch(text, opening.end, closing.start):
        return _span(opening.start, text[opening.start : closing.end])
    return Span(SpanKind.HTML, opening.start, closing.end, opening.end, closing.start, dest)


def outside(spans: list[Span], taken: list[Span]) -> list[Span]:
    """Those of `spans` that overlap neither an atomic span or markup of `taken` nor each other."""
    blocked: list[tuple[int, int]] = []
    for span in taken:
        if span.atomic:
            blocked.append((span.start, span.end))
        else:
            blocked += [(span.start, span.inner_start), (span.inner_end, span.end)]
    return without_overlap(spans, blocked)


def _span(start: int, text: str) -> Span:
    return Span(SpanKind.PROTECTED, start, start + len(text), start, start, text)
