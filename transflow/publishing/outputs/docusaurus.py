"""Docusaurus: originals in `docs/`, translations under `i18n/<locale>/`, and the site's settings.

Put `public/docusaurus` over a Docusaurus site; `transflow.config.mjs` has what its
docusaurus.config must say about languages, and that `.md` is Markdown, not MDX. Articles that are
MDX, by their name or by what they run, are written as `.mdx`.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from transflow.model import Article
from transflow.publishing.address import is_mdx
from transflow.publishing.outputs.export import (
    Export,
    Exported,
    Rewrite,
    as_markdown,
    pictures,
    target_id,
    with_md_links,
)

__all__ = ["files"]

_ROOT = "docusaurus/"
_RUN = re.compile(
    r"^(?:import[ ](?:[^\n]*[ ]from[ ]+)?['\"]|export[ ](?:const|default|function)[ ]|[ ]*</?[A-Z]\w*[\s/>])",
    re.MULTILINE,
)
"""Statements and components of MDX."""
_FENCED = re.compile(r"^[ ]*(`{3,}|~{3,}).*?^[ ]*\1", re.DOTALL | re.MULTILINE)
_CURRENT = "docusaurus-plugin-content-docs/current/"


def files(export: Export) -> Iterator[tuple[str, bytes]]:
    """The documents and the settings of a Docusaurus site."""
    for one in export.pages:
        name = f"{one.article.id}{_suffix(one.article)}"
        yield f"{_folder(export, one.page.locale)}{name}", _document(one, export)
    for path, data in pictures(export):
        for language in export.languages:
            yield f"{_folder(export, language.locale)}{path}", data
        yield f"{_ROOT}static/{path}", data
    yield f"{_ROOT}transflow.config.mjs", _settings(export).encode()


def _folder(export: Export, locale: str) -> str:
    return f"{_ROOT}docs/" if locale == export.default else f"{_ROOT}i18n/{locale}/{_CURRENT}"


def _suffix(article: Article) -> str:
    """What Docusaurus reads as MDX: it is named so, or says so by what it runs."""
    written = article.source.decode("utf-8", "replace") if article.format == "markdown" else ""
    return ".mdx" if is_mdx(article) or _RUN.search(_FENCED.sub("", written)) else ".md"


def _document(one: Exported, export: Export) -> bytes:
    """Docusaurus checks the front matter it knows: `image` is an address, `id` has no slash."""
    extra: dict[str, Any] = {"description": one.facts.summary.text} if one.facts.summary else {}
    # Its headings of level 1 are titles and have no ids.
    data = as_markdown(one, extra, _rewrite(one, export), level=2).decode()
    if isinstance(one.article.meta.get("image"), Mapping) and one.facts.image:
        data = re.sub(r"^image:", "transflow_image:", data, count=1, flags=re.MULTILINE)
    data = re.sub(r"^id:.*/.*\n", "", data, count=1, flags=re.MULTILINE)
    return with_md_links(data.encode(), one, export, _suffix)


def _rewrite(one: Exported, export: Export) -> Rewrite:
    """Docusaurus puts the site's and the language's base before addresses that begin with `/`."""
    known = {article.id for article in export.site.by_path.values()}

    def rewrite(kind: str, target: str) -> str:
        found = target_id(one, target)
        if kind == "link" and found in known:
            fragment = urlsplit(target).fragment
            return f"/docs/{found}" + (f"#{fragment}" if fragment else "")
        return f"/{found}"

    return rewrite


def _settings(export: Export) -> str:
    data = {
        "i18n": {
            "defaultLocale": export.default,
            "locales": [language.locale for language in export.languages],
            "localeConfigs": {
                language.locale: {
                    "label": language.name,
                    "direction": language.direction,
                    "htmlLang": language.locale,
                }
                for language in export.languages
            },
        },
        "markdown": {"format": "detect"},
    }
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return f"// Written by transflow at every publish: spread it into docusaurus.config.\nexport default {text};\n"
