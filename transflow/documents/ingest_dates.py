"""When a saved page was published: a day beside its headline, one its head says, one its text begins with."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain, islice
from typing import Any

from transflow.bcp47 import babel_locale
from transflow.documents.dates import date_of_opening, read_date
from transflow.documents.ingest_furniture import is_linked
from transflow.documents.ingest_headings import headline
from transflow.documents.ingest_tree import BLOCKS, HEADINGS, is_short, letters, runs, words
from transflow.documents.text_lines import is_dateline, is_kicker, is_label

__all__ = ["date_line", "date_of", "names_date", "said_of_dates"]

_ABOVE, _NEAR, _FAR, _OPENINGS = 3, 3, 8, 4
"""A date is one of so many texts before a title, right behind it, and behind it; a text begins with it in one of so many."""
_LINE, _PART, _CARD = 120, 40, 600
"""Letters of a line with dates, of a part of it that is one, and of a card for another page."""
_SIGN = re.compile(r"\s+[|·•]\s+")
_CHANGED = re.compile(
    r"(?:(?:this )?page )?(?:was )?(?:last |zuletzt )?(?:updated?|modified|changed|reviewed|edited|revised|aktualisiert|geändert)\b"
    r"|(?:dernière )?(?:mise à jour|modification)\b|mis à jour|(?:última )?(?:actualización|modificación)\b|actualizado"
    r"|обновлено|последнее обновление|(?:最后)?更新|آخر تحديث",
    re.IGNORECASE,
)
"""What a day of a later change begins with: it is not the one of publication."""
_LABEL = re.compile(
    r"(?:date|(?:first |originally )?(?:published|posted|released?|issued|publication date)|publiée?|veröffentlicht|erschienen|publicado"
    r"|fecha|datum|дата|опубликовано|发布(?:时间|日期)?|نشر)?\s?(?:on|am|le|el|в|في)?\s?[:：]?\s?",
    re.IGNORECASE,
)
_PLACE = re.compile(r"[^\W\d][^\d.!?:|]{1,30}\s[–—-]\s(?=.{0,20}\d)")
_HOUR_FIRST = re.compile(
    r"\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\b\.?)?,?\s(?:\(?[A-Z]{2,4}\)?,?\s)?(?:on\s)?", re.IGNORECASE
)
_CLOCK = re.compile(
    r",?(?:\s(?:at|um|à|a las))?\s\d{1,2}(?:[:.h]\d{2})?(?::\d\d)?\s?(?:[ap]\.?m\b\.?)?,?(?:\s?(?:uhr|h|\(?[A-Z]{1,5}\)?))?(?:\s\([^()]{4,20}\))?$",
    re.IGNORECASE,
)
_HERE, _HEAD = "\ufdd0", "\ufdd1"
"""Where the headline stands, and what other headings begin with: letters that no page has."""
_OF_DATE = re.compile(r"date|time|publi|posted|issued|byline|meta\b", re.IGNORECASE)
"""What the name of an element with a date has in it."""
_NAMES = ("class", "id", "itemprop", "property")
_STOP = re.compile(r"[.!?。！？][\"'”’»)]?$")
_ENTRIES = frozenset(
    {"li", "td", "th", "dt", "dd", "caption", "figcaption", "blockquote", "pre", *HEADINGS}
)
"""Elements whose texts may name any day, however short they are."""
_MODIFIED = re.compile(r"modified|updated|revised", re.IGNORECASE)
_MODIFIED_VALUE = re.compile(r'"dateModified"\s?:\s?"[^"]{0,60}"')


def date_line(text: str, locale: str, *, alone: bool = False) -> dt.date | None:
    """The day of publication that a line says: `Published: 3 March 2026 | Last updated: 5 March 2026`.

    Args:
        text: The line.
        locale: The language of its months.
        alone: The line may say no more than days and what kind of text this is.
    """
    if len(text) > _LINE or not any(map(str.isdigit, text)):
        return None
    parts = [part for part in _SIGN.split(text) if not _CHANGED.match(part)]
    days = [_part_date(part, locale) for part in parts]
    more = (part for part, day in zip(parts, days, strict=True) if day is None)
    if alone and not all(is_label(part) or is_kicker(part) for part in more):
        return None
    return next(filter(None, days), None)


def names_date(text: str) -> bool:
    """Whether a line is what the date of publication stands behind: `Published`, `Date:`."""
    shown = text.strip("#*_ ")
    return 2 < len(shown) < _PART and _LABEL.fullmatch(shown) is not None


def _part_date(text: str, locale: str) -> dt.date | None:
    for pattern in (_PLACE, _LABEL, _HOUR_FIRST, _weekdays(locale)):
        text = text[found.end() :] if (found := pattern.match(text)) else text
    clock = _CLOCK.search(text)
    bare = (
        text[: clock.start()] if clock and not text[clock.start() :].strip(", ").isdigit() else text
    )
    return read_date(bare, locale) if len(bare) <= _PART and is_dateline(bare) else None


@cache
def _weekdays(locale: str) -> re.Pattern[str]:
    forms = (
        babel_locale(each).days["format"][width]
        for each in (locale, "en")
        for width in ("wide", "abbreviated")
    )
    names = {re.escape(name.rstrip(".")) for form in forms for name in form.values()}
    return re.compile(
        rf"(?:{'|'.join(sorted(names, key=len, reverse=True))})\b\.?,?\s", re.IGNORECASE
    )


def date_of(
    root: Any, title: str, locale: str, said: Callable[[Any], dt.date | None]
) -> dt.date | None:
    """The day on which a page was published.

    The line beside its headline is for its readers; what its head says may be of a later change, and what else
    stands on it of another page. Where the title stands nowhere in it, it is the only day on a line of its own.

    Args:
        root: The page; it is changed.
        title: Its title.
        locale: Its language.
        said: Finds what the head of a page says.
    """
    head = headline(root, title)
    _prune(root, head)
    told = said(root)
    if head is not None:
        for child in list(head):
            head.remove(child)
        head.text = _HERE
    for heading in root.iter(*HEADINGS):
        if heading is not head and letters(words(heading)) != letters(title):
            heading.text = f"{_HEAD}{heading.text or ''}"
    lines = list(runs(root.find("body") if root.find("body") is not None else root))
    if _HERE not in lines:
        days = set(_days(lines, locale))
        return told or (days.pop() if len(days) == 1 else None)
    lines = [line for line in lines if letters(line) != letters(title)]
    at = lines.index(_HERE)
    above, below = lines[max(0, at - _ABOVE) : at], list(_top(lines[at + 1 :]))
    near = chain(_days(below[:_NEAR], locale), _days(reversed(above), locale))
    openings = (date_of_opening(line, locale) for line in below[:_OPENINGS])
    return (
        next(near, None) or told or next(chain(_days(below, locale), filter(None, openings)), None)
    )


def said_of_dates(root: Any, locale: str) -> str:
    """The texts of a page that may say its day: its head, data in it, lines that are no sentences and elements for dates.

    Code and prose name days, too, but of other things.
    """
    return "\n".join(_said_of_dates(root, locale))


def _said_of_dates(root: Any, locale: str) -> Iterator[str]:
    for node in root.iter():
        if node.tag in {"meta", "link"}:
            yield " ".join(node.values())
        elif node.tag == "script" and "json" in (node.get("type") or ""):
            yield node.text or ""
        elif not _is_one_line(node):
            continue
        elif node.tag == "time" or _OF_DATE.search(_named(node)):
            if node.tag != "time" or not _is_in_prose(node):
                yield " ".join((words(node), node.get("datetime") or "", node.get("title") or ""))
        elif node.tag in BLOCKS and _is_line(node, words(node), locale):
            yield words(node)


def _named(node: Any) -> str:
    return " ".join(node.get(name) or "" for name in _NAMES)


def _is_one_line(node: Any) -> bool:
    """Whether a text is short; in the page it may be indented."""
    return is_short(node, 4 * _LINE) and len(words(node)) <= _LINE


def _is_in_prose(node: Any) -> bool:
    block = next(node.iterancestors(*BLOCKS), None)
    return block is not None and not (_is_one_line(block) and not _STOP.search(words(block)))


def _is_line(node: Any, text: str, locale: str) -> bool:
    """Whether a block is a line beside a text, and none of its sentences, items, cells or code."""
    entries = chain(node.iter(*_ENTRIES), node.iterancestors(*_ENTRIES))
    if next(entries, None) is not None:
        return False
    return not _STOP.search(text) or date_line(text.rstrip(".。"), locale) is not None


def _days(lines: Iterable[str], locale: str) -> Iterator[dt.date]:
    return filter(None, (date_line(line.lstrip(_HEAD), locale) for line in lines))


def _top(lines: list[str]) -> Iterator[str]:
    """What stands between a headline and the text, whose first paragraphs are the last; a heading right below it says more."""
    prose = 0
    for index, line in enumerate(islice(lines, _FAR)):
        if (index and line[0] == _HEAD) or prose > 1:
            return
        prose += len(line) > _LINE
        yield line


def _prune(root: Any, head: Any) -> None:
    """Take out of a page what says days of later changes, and of other pages."""
    around = set() if head is None else {head, *head.iterancestors()}
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "") and script.text:
            script.text = _MODIFIED_VALUE.sub('"":""', script.text)
    gone = [each for each in root.iter("nav", "aside", "footer") if _is_outer(each)]
    gone += [
        each for each in root.iter("meta", "time") if _MODIFIED.search(" ".join(each.values()))
    ]
    gone += [each for each in root.iter(*BLOCKS) if _says_change(each)]
    gone += [
        _card(each) for each in root.iter(*HEADINGS) if each not in around and _leads_away(each)
    ]
    for each in gone:
        if each not in around and each.getparent() is not None and each.tag not in {"body", "main"}:
            each.drop_tree()


def _is_outer(node: Any) -> bool:
    return node.tag != "footer" or next(node.iterancestors("article"), None) is None


def _says_change(node: Any) -> bool:
    if not is_short(node, 2 * _LINE) or not (text := words(node)):
        return False
    return _CHANGED.match(text) is not None and date_line(text, "en") is None


def _leads_away(heading: Any) -> bool:
    link = heading.find(".//a[@href]")
    return next(heading.iterancestors("a"), link) is not None and (
        link is None or is_linked(heading)
    )


def _card(heading: Any) -> Any:
    """The element around a heading that leads to another page, with what it says of that page."""
    node, said = heading.getparent(), letters(words(heading))
    while node.getparent() is not None and is_short(node, _CARD) and letters(words(node)) == said:
        node = node.getparent()
    return node if is_short(node, _CARD) else heading
