"""What a page says to machines: links between languages, JSON-LD, Open Graph."""

import json
import re
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from transflow.bcp47 import babel_locale
from transflow.publishing.facts import Facts
from transflow.publishing.notice import Making

__all__ = ["Alternate", "json_ld", "open_graph_locale"]

_SOURCES = "https://schema.org/"
"""Where schema.org keeps the IPTC's digital source types under its own names."""


@dataclass(frozen=True)
class Alternate:
    """The same article in another language, or in this one."""

    locale: str
    address: str
    """Under the site's root; empty for an original elsewhere."""
    url: str
    """Absolute where there is a base URL, else relative."""
    href: str
    """Relative to the page."""
    autonym: str
    direction: str
    current: bool = False
    listed: bool = True
    """Whether search engines may have it."""


def open_graph_locale(tag: str) -> str:
    """`zh-Hans` -> `zh_CN`, as the Open Graph protocol and MkDocs write locales."""
    locale = babel_locale(tag)
    if locale.territory:
        return f"{locale.language}_{locale.territory}"
    from babel.core import get_global  # noqa: PLC0415 - a large table

    likely = get_global("likely_subtags")
    full = likely.get(str(locale)) or likely.get(locale.language, "")
    territory = next((part for part in full.split("_")[1:] if len(part) == 2), "")
    return f"{locale.language}_{territory}" if territory else tag.replace("-", "_")


def json_ld(
    facts: Facts,
    *,
    description: str,
    locale: str,
    url: str,
    original_url: str,
    image_url: str,
    making: Making | None,
    published: str,
    modified: str,
    publisher: str,
    source_locale: str,
    alternates: tuple[Alternate, ...],
) -> Markup:
    """A schema.org NewsArticle, or WebPage where an article has no date, safe inside a script element.

    `digitalSourceType` takes the IPTC's terms for text that a machine made: the machine-readable
    mark that Article 50(2) of Regulation (EU) 2024/1689 asks for.
    """
    kind = "NewsArticle" if facts.date else "WebPage"
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": kind,
        "headline": facts.title.text,
        "inLanguage": locale,
        "description": description,
        "datePublished": published,
        "dateModified": modified,
        "image": [image_url] if image_url else None,
        "mainEntityOfPage": url,
        "url": url,
        "author": [
            {"@type": "Person" if _is_person(name, publisher) else "Organization", "name": name}
            for name in facts.authors or (publisher,)
        ],
        "publisher": {"@type": "Organization", "name": publisher},
        "keywords": list(facts.tags),
    }
    if making is not None:
        data["translationOfWork"] = {
            "@type": kind,
            "inLanguage": source_locale,
            "url": original_url,
        }
        data |= _translator(making)
    else:
        data["workTranslation"] = [
            {"@type": kind, "inLanguage": one.locale, "url": one.url}
            for one in alternates
            if not one.current
        ]
    return script_json(_full(data))


_BODY = re.compile(
    r"\b(?:agency|authority|board|bureau|centre|center|commission|committee|communications?|council|department|desk|directorate"
    r"|division|editors?|editorial|foundation|group|institute|ministry|news\w*|office|organi[sz]ation|press|registry|section"
    r"|secretariat|service|staff|team|unit|university|webmaster)\b",
    re.IGNORECASE,
)
"""Words with which an author is an office."""


def _is_person(author: str, publisher: str) -> bool:
    """Whether an article's author is a person, as two words or more that name no office are."""
    return " " in author and not _BODY.search(author) and author not in publisher


def _translator(making: Making) -> dict[str, Any]:
    if not making.machine:
        outdated = making.status == "outdated"
        return {"creativeWorkStatus": "translation of an earlier version"} if outdated else {}
    kind = "TrainedAlgorithmicMediaDigitalSource"
    if making.reviewed:
        kind = f"CompositeWith{kind}"
    return {
        "translator": [
            {"@type": "Organization", "name": engine, "description": "machine translation software"}
            for engine in making.engines
        ],
        "digitalSourceType": _SOURCES + kind,
        "creativeWorkStatus": "machine translation, not reviewed"
        if not making.reviewed
        else f"machine translation, {making.reviewed} of {making.total} sentences reviewed",
    }


def _full(value: Any) -> Any:
    """The value without empty members."""
    if isinstance(value, dict):
        return {key: _full(item) for key, item in value.items() if item not in (None, "", [], {})}
    if isinstance(value, list):
        return [_full(item) for item in value]
    return value


def script_json(data: Any) -> Markup:
    """JSON that cannot end the script element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for raw, safe in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")):
        text = text.replace(raw, safe)
    return Markup(text)  # noqa: S704 - escaped above
