"""Hugo: a content folder a language, page bundles, and hooks that follow the articles' links.

Copy or mount `public/hugo` into a Hugo site: `content/`, `assets/`, `layouts/` and
`config/_default/languages.toml` are where Hugo looks for them. Hugo's language keys are lower case.
Articles that come from a Hugo site keep their places: `_index.md` is its section's page, and a
bundle's `index.md` the page of its folder, with the pictures beside it.
"""

import json
import posixpath
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from transflow.publishing.outputs.export import (
    Export,
    Exported,
    Rewrite,
    as_markdown,
    pictures,
    target_id,
)

__all__ = ["files"]

_ROOT = "hugo/"
_LINK_OF = """{{- /* Written by transflow. Where an article's link to another article leads. */ -}}
{{- $page := .page.Site.GetPage (printf "/%s" .id) -}}
{{- if not $page -}}{{- $page = (index .page.Sites 0).GetPage (printf "/%s" .id) -}}{{- end -}}
{{- $href := .otherwise -}}
{{- if $page -}}
  {{- $href = $page.RelPermalink -}}{{- with .fragment -}}{{- $href = printf "%s#%s" $href . -}}{{- end -}}
{{- end -}}
{{- return $href -}}
"""
_LINK = """{{- /* Written by transflow: links between articles stay as they are in the source. */ -}}
{{- $url := urls.Parse .Destination -}}
{{- $href := .Destination -}}
{{- if and (not $url.IsAbs) $url.Path -}}
  {{- $id := path.Join (partial "transflow-folder" .Page) $url.Path -}}
  {{- $id = strings.TrimSuffix ".md" (strings.TrimSuffix ".mdx" (strings.TrimSuffix ".html" (strings.TrimSuffix ".txt" $id))) -}}
  {{- $id = replaceRE "(^|/)_?index$" "" $id -}}
  {{- $href = partial "transflow-link" (dict "page" .Page "id" $id "fragment" $url.Fragment "otherwise" .Destination) -}}
{{- end -}}
<a href="{{ $href | safeURL }}"{{ with .Title }} title="{{ . }}"{{ end }}>{{ .Text | safeHTML }}</a>
{{- /* no line break behind a link */ -}}
"""
_IMAGE = """{{- /* Written by transflow: pictures are in static/, once for all languages. */ -}}
{{- $url := urls.Parse .Destination -}}
{{- $src := .Destination -}}
{{- if and (not $url.IsAbs) $url.Path -}}
  {{- $src = relURL (path.Join (partial "transflow-folder" .Page) $url.Path) -}}
{{- end -}}
<img src="{{ $src | safeURL }}" alt="{{ .Text }}"{{ with .Title }} title="{{ . }}"{{ end }} loading="lazy">
{{- /* no line break behind a picture */ -}}
"""
_FOLDER = """{{- /* Written by transflow. The folder that an article's links begin from. */ -}}
{{- $folder := path.Dir (path.Clean .File.Dir) -}}
{{- if isset .Params "transflowfolder" -}}{{- $folder = .Params.transflowfolder -}}{{- end -}}
{{- return $folder -}}
"""
_HEAD = re.compile(
    rb"\A(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<head>.*?)^(?P=fence)", re.DOTALL | re.MULTILINE
)
_OWN_ADDRESS = re.compile(
    r"^(?:aliases[ \t]*[:=](?:[ \t]*\[[^\]]*\])?.*\n(?:[ \t]*-[ \t].*\n)*|url[ \t]*[:=][ \t]*[\"']?/.*\n)",
    re.MULTILINE,
)
"""Addresses of the original, of which a site has one each."""
_REF = re.compile(
    rb"""(?P<open>\{\{[<%])\s*(?P<name>(?:rel)?ref)\s+(?P<quote>["'`]?)(?P<path>[^\s"'`<>]+)(?P=quote)\s*(?P<close>[>%]\}\})"""
)
_SHORTCODES = {
    "transflow-link": '{{- partial "transflow-link" (dict "page" .Page "id" (.Get 0) "fragment" (.Get 1) '
    '"otherwise" (.Get 0)) -}}\n',
    "transflow-file": "{{- relURL (.Get 0) -}}\n",
}


def files(export: Export) -> Iterator[tuple[str, bytes]]:
    """The content of a Hugo site."""
    bundles: dict[str, list[str]] = {}
    for one in export.pages:
        extra = {"translationKey": one.article.id}
        folder, _, name = one.article.id.rpartition("/")
        if _is_own(one.article.id):
            extra["transflowFolder"] = folder
        path = one.article.id if _is_own(one.article.id) else f"{one.article.id}/index"
        data = as_markdown(one, extra, _rewrite(one, export))
        if one.page.locale != one.article.locale:
            data = _led(_translated(data), one, export)
        yield f"{_content(one)}/{path}.md", data
        if name == "index" and folder:
            bundles.setdefault(folder, []).append(f"{_content(one)}/{folder}")
    for path, data in pictures(export):
        yield f"{_ROOT}static/{path}", data
        folder, _, name = path.rpartition("/")
        yield from ((f"{bundle}/{name}", data) for bundle in bundles.get(folder, ()))
    layouts = f"{_ROOT}layouts/"
    yield f"{layouts}_default/_markup/render-link.html", _LINK.encode()
    yield f"{layouts}_default/_markup/render-image.html", _IMAGE.encode()
    yield f"{layouts}partials/transflow-link.html", _LINK_OF.encode()
    yield f"{layouts}partials/transflow-folder.html", _FOLDER.encode()
    for name, text in _SHORTCODES.items():
        yield f"{layouts}shortcodes/{name}.html", text.encode()
    yield f"{_ROOT}config/_default/languages.toml", _languages(export).encode()


def _content(one: Exported) -> str:
    return f"{_ROOT}content/{one.page.locale.lower()}"


def _is_own(article_id: str) -> bool:
    """Whether an article is the page of the folder it is in."""
    folder, _, name = article_id.rpartition("/")
    return name == "_index" or (name == "index" and bool(folder))


def _translated(data: bytes) -> bytes:
    """A translation without the addresses that its original has beside its own."""
    match = _HEAD.match(data)
    if match is None:
        return data
    head = _OWN_ADDRESS.sub("", match["head"].decode())
    return data[: match.start("head")] + head.encode() + data[match.end("head") :]


def _led(data: bytes, one: Exported, export: Export) -> bytes:
    """`ref` and `relref` to what is not out in the page's language lead to the original.

    Hugo stops where one leads nowhere (https://gohugo.io/shortcodes/relref/).
    """

    def led(match: re.Match[bytes]) -> bytes:
        target = _meant(match["path"].decode(), one, export)
        if target is None or (target, one.page.locale) in export.site.addresses:
            return match[0]
        opening, name, path, closing = (
            match[group].decode() for group in ("open", "name", "path", "close")
        )
        lang = export.workflow.source.locale.lower()
        return f'{opening} {name} path="{path}" lang="{lang}" {closing}'.encode()

    return _REF.sub(led, data)


def _meant(path: str, one: Exported, export: Export) -> str | None:
    """Id of the article that the path of a `ref` means: from the page's folder, or the content's."""
    name = re.sub(r"\.(?:md|html)$", "", path.partition("#")[0])
    if not name:
        return None
    known = {_address(article.id): article.id for article in export.site.by_path.values()}
    folder = one.article.id.rpartition("/")[0]
    places = [name] if name.startswith("/") else [posixpath.join(folder, name), name]
    for place in places:
        wanted = _address(posixpath.normpath(place).strip("/"))
        if wanted in known:
            return known[wanted]
    by_name = {_address(article_id).rpartition("/")[2]: article_id for article_id in known.values()}
    return None if "/" in name else by_name.get(name)


def _address(article_id: str) -> str:
    """An id without the `_index` or `index` that stands for its folder."""
    return re.sub(r"(^|/)_?index$", "", article_id)


def _rewrite(one: Exported, export: Export) -> Rewrite:
    known = {article.id for article in export.site.by_path.values()}

    def rewrite(kind: str, target: str) -> str:
        found = target_id(one, target)
        if kind == "link" and found in known:
            found = _address(found) if _is_own(found) else found
            return f"{{{{< transflow-link `{found}` `{urlsplit(target).fragment}` >}}}}"
        return f"{{{{< transflow-file `{found}` >}}}}"

    return rewrite


def _languages(export: Export) -> str:
    lines = ["# Written by transflow at every publish.\n"]
    for weight, language in enumerate(export.languages, start=1):
        lines.append(
            f"\n[{json.dumps(language.locale.lower())}]\n"
            f"languageName = {json.dumps(language.name, ensure_ascii=False)}\n"
            f"languageCode = {json.dumps(language.locale)}\n"
            f"languageDirection = {json.dumps(language.direction)}\n"
            f"title = {json.dumps(language.title, ensure_ascii=False)}\n"
            f"contentDir = {json.dumps('content/' + language.locale.lower())}\n"
            f"weight = {weight}\n"
        )
    return "".join(lines)
