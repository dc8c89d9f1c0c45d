"""Admonitions of MkDocs (`!!! note "Title"`; tabs: `=== "Label"`; `/// note | Title`) and of Docusaurus (`:::tip Title`).

And components of MDC (`::alert … ::`). CommonMark does not know them. For reading, their marker lines are blanked and their bodies shown
to the parser as block quotes, with every character where it was; for pages they become boxes (`boxes.py`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

__all__ = ["ALERTS", "Admonition", "bridges", "find", "masked", "stops"]

_HEADER = re.compile(
    r"(?P<indent>[ ]*)(?:(?P<bang>!!!|\?\?\?\+?)[ ]+(?P<kind>[\w-]+)(?P<more>[ \w-]*?)(?:[ ]+\"(?P<title>[^\"]*)\")?"
    r"|(?P<tab>===)[!+]?[ ]+\"(?P<label>[^\"]*)\""
    r"|(?P<colons>:{3,}|::(?=[a-z][\w-]*(?:[\[{]|[ ]*$)))[ ]?(?:(?P<name>[\w-]+)(?P<attributes>\[[^\]]*\])?|(?=\{))(?P<braces>[ ]?\{[^}]*\})?"
    r"(?:[ ]+(?P<rest>(?!:)\S.*?))?(?:[ ]+:{3,})?"
    r"|(?P<slashes>/{3,})[ ]*(?P<block>[\w-]+)(?:[ ]*\|[ ]*(?P<words>\S.*?)?)?)[ ]*"
)
_OPTION = re.compile(r"[ ]{4,}[\w-]+:(?:[ ].*)?")
"""What may stand right below the first line of a `///` block: `    type: warning`."""
_FIELD = re.compile(r"[ ]{0,3}:[\w-]+:(?:[ ].*)?")
"""What may stand right below the first line of a directive of MyST: `:class: tip`, else YAML between lines of `---`."""
_RULED = re.compile(r"(?!)")
"""The same of a component of MDC: nothing but YAML."""
_OPTIONS = 200
"""Lines of options that are looked at."""
_KIND = re.compile(r"\{(?P<myst>[\w-]+)\}|\{[^}]*?\.(?:callout-)?(?P<pandoc>[\w-]+)")
"""What a box is in braces: `:::{note}` in MyST, `::: {.callout-note}` in Quarto, `::: {.note}` in Pandoc."""
_TITLE = re.compile(r"\btitle=\"(?P<words>[^\"]+)\"")
_TYPE = re.compile(r"^[ ]+type:[ ]*['\"]?([\w-]+)", re.MULTILINE)
_UNTITLED = frozenset(
    {"html", "caption", "figure-caption", "table-caption", "definition", "define"}
)
"""`///` blocks that are no boxes; what stands behind the bar is code, or nothing."""
_FENCE = re.compile(r"[ ]{0,3}(?P<fence>`{3,}|~{3,})")
_DIRECTIVE = re.compile(
    r"(?P<indent>[ ]*)(?P<fence>`{3,}|~{3,})[ ]*"
    r"(?:\{(?P<name>[\w:-]+)\}(?:[ ]+(?P<words>\S.*?))?"
    r"|admonish(?:[ ]+(?P<kind>[\w-]+)(?![\w=-]))?(?:[ ]+(?:title=\"(?P<title>[^\"]+)\"|[\w-]+=\S+))*)[ ]*"
)
"""A fence that holds text: directives of MyST (```{note}), boxes of mdBook (```admonish tip)."""
_PLAIN = frozenset(
    {
        "figure",
        "figure-md",
        "image",
        "versionadded",
        "versionchanged",
        "deprecated",
        "grid",
        "card-carousel",
        "tab-set",
        "div",
        "container",
    }
)
"""Directives of which what stands behind their name is no title."""
_HOLDS_TEXT = _PLAIN | frozenset(
    "admonition aside card danger details dropdown epigraph error exercise grid-item grid-item-card highlights"  # noqa: SIM905
    " list-table margin pull-quote sidebar solution tab-item table topic".split()
)
_ITEM = re.compile(r"[ ]*(?:[-*+]|\d{1,9}[.)])[ ]+")
ALERTS = {
    **dict.fromkeys(("note", "info", "abstract", "summary", "tldr", "seealso", "question", "help"), "note"),
    **dict.fromkeys(("faq", "example", "quote", "cite", "todo", "details", "secondary"), "note"),
    **dict.fromkeys(("tip", "hint", "success", "check", "done"), "tip"),
    "important": "important",
    **dict.fromkeys(("warning", "warn", "attention"), "warning"),
    **dict.fromkeys(("caution", "danger", "error", "failure", "fail", "missing", "bug"), "caution"),
}  # fmt: skip
"""What a box is called -> the alert whose look it has, and whose name where it has no title."""
_CODE = 4
"""Blanks that make code of a line."""
_CLOSER = re.compile(r"[ ]*(?P<mark>:{2,}|/{3,})[ ]*")
_SLOT = re.compile(r"#[A-Za-z][\w-]*(?:\{[^{}]*\})?")
"""What names a place of a component of MDC that the text below it is for."""
_PART = re.compile(r"\^{3,}|\+{3,}")
"""What parts a card of sphinx-design: its head ends with `^^^`, its foot begins with `+++`."""
_CARDS = frozenset({"card", "grid-item-card"})

_END = re.compile(r"^[ ]*::[ ]*\r?$", re.MULTILINE)
"""What ends a component of MDC (`::name … ::`): where there is none, such a name is a leaf's."""

_MARKS = ("!!!", "???", ":::", "///", '=== "', "```{", "~~~{", "``` {", "admonish")

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Admonition:
    """One box: its marker line, its title's range, and the lines that belong to it."""

    kind: str
    header: Range
    """Range of the marker line, without its line end; of `///`, of its options, too."""
    line: int
    """Its 1-based number."""
    title: Range | None
    indent: int
    margin: int = 0
    """How much of that is the item's of a list around it, not another box's."""
    body: tuple[Range, ...] = ()
    """Of `!!!`: the indented lines. Of `:::` and `///`: none, they are not indented."""
    closer: Range | None = None
    """Of `:::` and `///`: the line that ends it."""
    titled: bool = True
    """Without a title of its own, its kind is its title: not where the author wrote `""`."""
    folded: bool = False
    """Its text is shown on demand: `???`, `:::details`."""
    opened: bool = False
    """It is folded, and open at first: `???+`."""
    free: bool = False
    """Of MDC: it may be indented as code would be."""

    @property
    def mark(self) -> int:
        """Where in the blanks before a line of its body a quote's mark stands for the parser.

        With the blank behind it at their end; but in an item, whose text may begin further left than
        generators ask for, at their beginning, as the blanks would else be code.
        """
        return 0 if self.margin else 2


def find(source: str, lines: list[Range], hidden: int) -> list[Admonition]:
    """The admonitions of an article, code left alone."""
    mdc = "\n::" in source and _END.search(source, hidden) is not None
    if not (
        mdc or any(mark[0] in source and mark[-1] in source and mark in source for mark in _MARKS)
    ):
        return []
    found: list[Admonition] = []
    waiting: list[tuple[str, Admonition]] = []
    fence = ""
    for number, (start, end) in enumerate(lines, 1):
        text = source[start:end]
        opened = _FENCE.match(text)
        if start < hidden:
            continue
        if fence:
            fence = "" if opened and opened["fence"].startswith(fence) else fence
            continue
        bare = text.strip()
        if (
            waiting
            and bare[:1] in "`~"
            and bare.startswith(waiting[-1][0])
            and not bare.strip(bare[0])
        ):
            found.append(replace(waiting.pop()[1], closer=(start, end)))
            continue
        if directive := _directive(text, start, number):
            mark, box = directive
            waiting.append((mark, _with_options(box, source, lines, _FIELD)))
            continue
        if opened:
            fence = opened["fence"]
            continue
        closer = _CLOSER.fullmatch(text)
        if closer and waiting and waiting[-1][0] == _sign(closer["mark"]):
            _, box = waiting.pop()
            found.append(replace(box, closer=(start, end)))
            continue
        inside = bool(waiting) and waiting[0][0] == "::"
        if waiting and _is_part(bare, waiting[-1][1].kind, inside=inside):
            indent = 0 if inside else text.index(bare)
            found.append(Admonition("part", (start, end), number, None, indent))
            continue
        header = _HEADER.fullmatch(text)
        if header is None or (header["colons"] == "::" and not mdc):
            continue
        box = _box(header, start, end, number)
        if header["bang"] or header["tab"]:
            found.append(_with_body(box, source, lines[number:]))
        elif inside or header["colons"] == "::":
            sign = _sign(header["colons"] or header["slashes"])
            waiting.append((sign, _with_options(_freed(box), source, lines, _RULED)))
        elif header["slashes"]:
            waiting.append(("/", _with_options(box, source, lines, _OPTION)))
        else:
            myst = (header["braces"] or "").strip() == f"{{{box.kind}}}"
            fields = _FIELD if myst and not header["name"] else None
            waiting.append((":", _with_options(box, source, lines, fields)))
    return _placed(source, sorted(found, key=lambda box: box.header))


def _sign(mark: str) -> str:
    """What begins and ends a box: two colons are of MDC, and of three and more it does not matter how many."""
    return mark if mark == "::" else mark[0]


def _freed(box: Admonition) -> Admonition:
    """A component of MDC: one that is indented as code would be is counted as not indented."""
    deep = box.indent if box.indent >= _CODE else 0
    begin, end = box.header
    return replace(box, header=(begin + deep, end), indent=box.indent - deep, free=True)


def _is_part(bare: str, kind: str, *, inside: bool) -> bool:
    """Whether a line names a slot inside a component of MDC, or parts a card."""
    pattern = _SLOT if inside else _PART if kind in _CARDS else None
    return pattern is not None and pattern.fullmatch(bare) is not None


def _placed(source: str, found: list[Admonition]) -> list[Admonition]:
    """Those that stand where a box can: further in than the item or the box around it is code."""
    placed: list[Admonition] = []
    around: list[Admonition] = []
    for box in found:
        around = [other for other in around if box.header[0] <= other.body[-1][0]]
        margin = box.indent - 4 * len(around)
        free = 0 if box.body else _CODE - 1
        listed = margin > free and box.kind != "part" and _listed(source, box)
        if 0 <= margin <= free or listed:
            placed.append(replace(box, margin=margin))
            around += placed[-1:] if box.body else []
    return placed


def stops(found: list[Admonition]) -> set[int]:
    """Where indented bodies end: what stands right below is outside, lazy as it may look."""
    return {box.body[-1][1] for box in found if box.body}


def masked(source: str, found: list[Admonition], comments: Sequence[Range] = ()) -> str:
    """The source with markers and comments blanked and indented bodies marked as quotes; same places."""
    if not (found or comments):
        return source
    chars = list(source)
    for start, end in comments:
        chars[start:end] = " " * (end - start)
    for box in found:
        for start, end in (box.header, *((box.closer,) if box.closer else ())):
            chars[start:end] = (char if char in "\r\n" else " " for char in source[start:end])
    for box in found:
        for start, _ in box.body:
            at = start + box.indent
            chars[at if chars[at] == "\t" else at + box.mark] = ">"
    return "".join(chars)


def bridges(lines: list[Range], found: list[Admonition]) -> dict[int, str]:
    """What a parser must see on the blank lines of indented bodies: number -> `    >`.

    A quote ends at a blank line, and a list that began before it with the quote: what stands
    deeper in the body after it would be code.
    """
    gaps: dict[int, str] = {}
    for box in found:
        if not box.body:
            continue
        written = {start for start, _ in box.body}
        for number in range(box.line + 1, len(lines) + 1):
            start = lines[number - 1][0]
            if start > box.body[-1][0]:
                break
            if start not in written:
                gaps[number] = f"{gaps.get(number, ''):{box.indent + box.mark}}>"
    return gaps


def _listed(source: str, box: Admonition) -> bool:
    """Whether a box that begins further in is inside a list's item: else it is code."""
    for line in reversed(source[: box.header[0]].splitlines()):
        if line.strip() and len(line) - len(line.lstrip(" ")) < box.indent:
            item = _ITEM.match(line)
            return item is not None and item.end() <= box.indent
    return False


def _box(header: re.Match[str], start: int, end: int, line: int) -> Admonition:
    braced = _KIND.match((header["braces"] or "").strip()) if not header["name"] else None
    kind = header["kind"] or header["name"] or header["block"] or "tab"
    if header["colons"] and not header["name"]:
        kind = (braced["myst"] or braced["pandoc"]) if braced else "div"
    name = "title" if header["bang"] else "label" if header["tab"] else "rest"
    if header["slashes"]:
        name = "rest" if kind in _UNTITLED else "words"
    title = None
    if header[name] and not (braced and braced["myst"] in _PLAIN):
        title = (start + header.start(name), start + header.end(name))
    elif header["attributes"]:
        title = (start + header.start("attributes") + 1, start + header.end("attributes") - 1)
    elif header["braces"] and (named := _TITLE.search(header["braces"])):
        at = start + header.start("braces")
        title = (at + named.start("words"), at + named.end("words"))
    folds = (header["bang"] or "").startswith("?") or kind == "details"
    titled = header["title"] != "" if header["bang"] else kind.lower() in ALERTS
    return Admonition(
        kind,
        (start, end),
        line,
        title,
        len(header["indent"]),
        titled=titled,
        folded=folds,
        opened=header["bang"] == "???+",
    )


def _directive(text: str, start: int, line: int) -> tuple[str, Admonition] | None:
    """A fence and the box that it begins, if what it holds is text."""
    found = _DIRECTIVE.fullmatch(text)
    if found is None:
        return None
    name = found["name"] or found["kind"] or "note"
    if found["name"] and name not in ALERTS and name not in _HOLDS_TEXT:
        return None
    group = (
        "title" if found["title"] else "words" if found["words"] and name not in _PLAIN else None
    )
    box = Admonition(
        "tab" if name == "tab-item" else name,
        (start, start + len(text)),
        line,
        (start + found.start(group), start + found.end(group)) if group else None,
        len(found["indent"]),
        titled=name in ALERTS,
        folded=name in {"details", "dropdown"},
    )
    return found["fence"], box


def _with_options(
    box: Admonition, source: str, lines: list[Range], option: re.Pattern[str] | None
) -> Admonition:
    """A block with the options below its first line, which in `///` may name its kind."""
    if option is None:
        return box
    last = box.header[1]
    ruled = False
    for start, end in lines[box.line : box.line + _OPTIONS]:
        rule = option is not _OPTION and source[start:end].strip() == "---"
        if rule and not ruled and last == box.header[1]:
            ruled = True
        elif ruled and (rule or (start == end and option is _FIELD)):
            last = end if rule else last
            break
        elif not ruled and not option.fullmatch(source, start, end):
            break
        elif not ruled:
            last = end
    named = _TYPE.search(source, box.header[1], last)
    return replace(box, header=(box.header[0], last), kind=named[1] if named else box.kind)


def _with_body(box: Admonition, source: str, lines: list[Range]) -> Admonition:
    body: list[Range] = []
    for start, end in lines:
        text = source[start:end]
        if not text.strip():
            continue
        if not text.startswith(("    ", "\t"), box.indent) or text[: box.indent].strip():
            break
        body.append((start, end))
    return replace(box, body=tuple(body))
