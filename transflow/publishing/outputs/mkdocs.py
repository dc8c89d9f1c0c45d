"""MkDocs with the static i18n plugin: a folder a language under `docs/`, and a mkdocs.yml.

`public/mkdocs` builds as it is; in a site of your own take `docs/` and the plugin's settings.
"""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from transflow.publishing.address import relative
from transflow.publishing.metadata import open_graph_locale
from transflow.publishing.outputs.export import (
    Export,
    Exported,
    Rewrite,
    as_markdown,
    pictures,
    target_id,
    with_md_links,
)
from transflow.publishing.outputs.mkdocs_extensions import extensions, own_settings

__all__ = ["files"]

_ROOT = "mkdocs/"


def files(export: Export) -> Iterator[tuple[str, bytes]]:
    """The documents and the settings of a MkDocs site."""
    for one in export.pages:
        extra = {"description": one.facts.summary.text} if one.facts.summary else {}
        data = as_markdown(one, extra, _rewrite(one, export))
        path = f"{_ROOT}docs/{_code(one.page.locale)}/{one.article.id}.md"
        yield path, with_md_links(data, one, export)
    for language in export.languages:
        have = {one.article.id for one in export.of(language.locale)}
        index = f"{_ROOT}docs/{_code(language.locale)}/index.md"
        if "index" not in have:
            yield index, _index(export, language.locale, language.title).encode()
    for path, data in pictures(export):
        for language in export.languages:
            yield f"{_ROOT}docs/{_code(language.locale)}/{path}", data
    yield f"{_ROOT}mkdocs.yml", _settings(export).encode()


def _code(tag: str) -> str:
    """`zh-Hans` -> `zh_CN`: MkDocs' own themes know languages with a territory, not with a script."""
    return open_graph_locale(tag) if "-" in tag else tag


def _rewrite(one: Exported, export: Export) -> Rewrite:
    """Pages are folders, and every language has all of them: the plugin fills in originals."""
    known = {article.id for article in export.site.by_path.values()}
    here = f"{one.article.id}/"

    def rewrite(kind: str, target: str) -> str:
        found = target_id(one, target)
        if kind == "link" and found in known:
            fragment = urlsplit(target).fragment
            return relative(here, f"{found}/") + (f"#{fragment}" if fragment else "")
        return relative(here, found)

    return rewrite


def _index(export: Export, locale: str, title: str) -> str:
    """A front page: MkDocs wants one in every language."""
    pages = sorted(export.of(locale), key=lambda one: str(one.facts.date or ""), reverse=True)
    lines = [f"- [{_escaped(one.facts.title.text)}]({one.article.id}.md)\n" for one in pages]
    return f"# {_escaped(title)}\n\n{''.join(lines)}"


def _escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in "\\[]*_`<" else char for char in text)


def _settings(export: Export) -> str:
    languages: list[dict[str, Any]] = [
        {
            "locale": _code(language.locale),
            "name": language.name,
            "build": True,
            "default": language.locale == export.default,
            "site_name": language.title,
        }
        for language in export.languages
    ]
    site = export.workflow.site
    lines = [
        "# Written by transflow at every publish.",
        f"site_name: {json.dumps(export.languages[0].title, ensure_ascii=False)}",
        *([f"site_url: {json.dumps(site.base_url)}"] if site.base_url else []),
        "docs_dir: docs",
        *extensions(_texts(export), own_settings(export.root)),
        "plugins:",
        "  - search",
        "  - i18n:",
        "      docs_structure: folder",
        "      fallback_to_default: true",
        "      languages:",
        *(f"        - {json.dumps(one, ensure_ascii=False)}" for one in languages),
    ]
    return "\n".join(lines) + "\n"


def _texts(export: Export) -> Iterator[str]:
    """The sources of what is out."""
    found = {one.article.id: one.article for one in export.pages}
    for article in found.values():
        if article.format == "markdown":
            yield article.source.decode("utf-8", "replace")
