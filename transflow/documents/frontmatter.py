"""Front matter: read as data, and its named values patched where they stand.

YAML between `---` lines, TOML between `+++` lines, or the lines of names and values that MultiMarkdown,
Python-Markdown and Pelican read (`Title: …`). Only the values that the workflow names
become units; keys, comments, order and every other value keep their bytes.
"""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from transflow.documents.mapped import Mapped, identity
from transflow.documents.plan import Around, Slot, Whole
from transflow.documents.protect import protected
from transflow.documents.units import Units
from transflow.errors import ArticleError
from transflow.model import UnitKind

__all__ = ["NO_FRONT", "FrontMatter", "Value", "add_values", "find", "read_front_matter"]

_FENCE = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")

_KEYS = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))*[\w\"'][^:\r\n]*:(?=\s)")
_UNCLOSED = re.compile(r"(?:---[^\S\n]*\n[\w.-]+:(?=\s)|\+\+\+[^\S\n]*\n[\w.-]+[ \t]*=)")
"""What begins like front matter: a rule would have an empty line or a sentence behind it."""
_LINE = r"(?P<name>[A-Za-z][A-Za-z0-9_-]*):[ \t]*(?P<value>[^\r\n]*?)[ \t]*(?:\r\n|\n|\r|\Z)"
_NAMED_LINE = re.compile(_LINE)
_BLANK_LINE = re.compile(r"[ \t]*(?:\r\n|\n|\r|\Z)")
_NAMES = frozenset(
    "author authors category date description keywords lang modified slug status summary tags template".split()  # noqa: SIM905
)
"""What else than a title such lines name: one of these tells them from a paragraph."""


@dataclass(frozen=True, slots=True)
class Value:
    """A text value: its dotted key, its text, its place and how a text is written there."""

    key: str
    text: str
    start: int
    end: int
    line: int
    write: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The block: its data, its named text values, and where it ends in the source."""

    meta: dict[str, Any]
    values: tuple[Value, ...]
    end: int


NO_FRONT = FrontMatter({}, (), 0)


@dataclass(frozen=True, slots=True)
class _AsData:
    """Values are data: no markup in them is looked at."""

    def encode(self, slot: Slot, text: str, source: Any, around: Around) -> str:  # noqa: ARG002
        return text


def find(source: str) -> tuple[int, int, int] | None:
    """Begin and end of the content and end of the block, None where there is no front matter."""
    opening = _FENCE.match(source)
    if opening is None:
        return None
    fence = re.escape(opening["fence"])
    if opening["fence"] == "---" and _KEYS.match(source, opening.end()):
        fence += r"|\.\.\."  # the end of a YAML document, as Pandoc has it
    closing = re.compile(rf"^(?:{fence})[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)
    match = closing.search(source, opening.end())
    return (opening.end(), match.start(), match.end()) if match else None


def _named(values: Sequence[Value], names: Sequence[str]) -> tuple[Value, ...]:
    """The values whose dotted keys are among `names`; positions in lists do not count.

    Nor do capitals, as to Hugo, where no key is written as the name is.
    """
    keys = {value.key for value in values}
    others = {name.casefold() for name in names if name not in keys}
    return tuple(each for each in values if each.key in names or each.key.casefold() in others)


def _in_small(meta: dict[str, Any]) -> dict[str, Any]:
    """The data with its keys in small letters beside those with capitals, but for `ID`: catalogs hang on an article's id."""
    taken = {*meta, "id"}
    small = {
        str(key).lower(): value
        for key, value in meta.items()
        if not str(key).islower() and str(key).lower() not in taken
    }
    return meta | small


def read_front_matter(source: str, path: str, names: Sequence[str]) -> FrontMatter:
    """Read the front matter at the beginning of an article.

    Args:
        source: The article, without a byte order mark.
        path: Its path, for errors.
        names: Dotted keys of the values to translate; lists are entered.

    Raises:
        ArticleError: If it is not closed, not valid YAML or TOML, or not a mapping.
    """
    place = find(source)
    if place is None:
        if _UNCLOSED.match(source):
            fence = source[:3]
            raise ArticleError(
                f"front matter has no closing line {fence}",
                where=f"{path}:1",
                hint=f"write a line {fence} below its last `key` line; where the first line is a "
                "rule, leave an empty line behind it",
            )
        return _named_lines(source, names)
    start, end, stop = place
    # Imported here: the parsers are slow to load, and most commands read no article.
    if source.startswith("+++"):
        from transflow.documents.toml_values import read_toml as read  # noqa: PLC0415
    else:
        from transflow.documents.yaml_values import read_yaml as read  # noqa: PLC0415
    found = read(source, start, end, path)
    if found is None:
        return FrontMatter({}, (), 0)
    meta, values = found
    meta = _in_small(meta)
    if isinstance(image := meta.get("image"), dict):
        meta["image"] = _in_small(image)
    return FrontMatter(meta, _named(values, names), stop)


def _named_lines(source: str, names: Sequence[str]) -> FrontMatter:
    """The lines `Title: …`, `Date: …` before the first empty one."""
    meta: dict[str, Any] = {}
    values: list[Value] = []
    at = 0
    while match := _NAMED_LINE.match(source, at):
        key, text, place = match["name"].lower(), match["value"], match.span("value")
        meta[key] = _day(text) if key in {"date", "modified"} else text
        if text:
            values.append(Value(key, text, *place, len(meta), lambda each: " ".join(each.split())))
        at = match.end()
        if at == len(source):
            break
    if "title" not in meta or _NAMES.isdisjoint(meta) or not _BLANK_LINE.match(source, at):
        return FrontMatter({}, (), 0)
    return FrontMatter(meta, _named(values, names), at)


def _day(text: str) -> dt.date | str:
    """The day of `2024-03-29 10:14`, or what is written."""
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return text


def _kind(key: str) -> UnitKind:
    """What a value is, by the name its author gave it."""
    if key.lower() == "title":
        return UnitKind.TITLE
    last = key.lower().rpartition(".")[2]
    return {"alt": UnitKind.ALT, "caption": UnitKind.CAPTION}.get(last, UnitKind.FRONT_MATTER)


def add_values(units: Units, values: Sequence[Value]) -> None:
    """Make units of front-matter values."""
    heading = units.heading
    for value in values:
        text = value.text
        breaks = [(match.start(), match.end()) for match in re.finditer(r"\n", text)]
        kind = _kind(value.key)
        # The reviewer reads which value it is: "front matter: summary".
        units.heading = value.key if kind is UnitKind.FRONT_MATTER else heading
        units.add(
            Mapped(text, (0,), (value.start,), (value.end,)) if text else identity(""),
            kind,
            _AsData(),
            spans=protected(text),
            breaks=breaks,
            line=value.line,
            markable=False,
            whole=Whole(value.start, value.end, value.write),
            plain=True,
        )
    units.heading = heading
