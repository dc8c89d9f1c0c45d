"""Hugo: a content folder a language, page bundles, and hooks that follow the articles' links.

Copy or mount `public/hugo` into a Hugo site: `content/`, `assets/`, `layouts/` and
`config/_default/languages.toml` are where Hugo looks for them. Hugo's language keys are lower case.
"""

import json
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
  {{- $id := path.Join (path.Dir (path.Clean .Page.File.Dir)) $url.Path -}}
  {{- $id = strings.TrimSuffix ".md" (strings.TrimSuffix ".html" (strings.TrimSuffix ".txt" $id)) -}}
  {{- $href = partial "transflow-link" (dict "page" .Page "id" $id "fragment" $url.Fragment "otherwise" .Destination) -}}
{{- end -}}
<a href="{{ $href | safeURL }}"{{ with .Title }} title="{{ . }}"{{ end }}>{{ .Text | safeHTML }}</a>
{{- /* no line break behind a link */ -}}
"""
_IMAGE = """{{- /* Written by transflow: pictures are in static/, once for all languages. */ -}}
{{- $url := urls.Parse .Destination -}}
{{- $src := .Destination -}}
{{- if and (not $url.IsAbs) $url.Path -}}
  {{- $src = relURL (path.Join (path.Dir (path.Clean .Page.File.Dir)) $url.Path) -}}
{{- end -}}
<img src="{{ $src | safeURL }}" alt="{{ .Text }}"{{ with .Title }} title="{{ . }}"{{ end }} loading="lazy">
{{- /* no line break behind a picture */ -}}
"""
_SHORTCODES = {
    "transflow-link": '{{- partial "transflow-link" (dict "page" .Page "id" (.Get 0) "fragment" (.Get 1) '
    '"otherwise" (.Get 0)) -}}\n',
    "transflow-file": "{{- relURL (.Get 0) -}}\n",
}


def files(export: Export) -> Iterator[tuple[str, bytes]]:
    """The content of a Hugo site."""
    for one in export.pages:
        locale = one.page.locale.lower()
        extra = {"translationKey": one.article.id}
        path = f"{_ROOT}content/{locale}/{one.article.id}/index.md"
        yield path, as_markdown(one, extra, _rewrite(one, export))
    for path, data in pictures(export):
        yield f"{_ROOT}static/{path}", data
    layouts = f"{_ROOT}layouts/"
    yield f"{layouts}_default/_markup/render-link.html", _LINK.encode()
    yield f"{layouts}_default/_markup/render-image.html", _IMAGE.encode()
    yield f"{layouts}partials/transflow-link.html", _LINK_OF.encode()
    for name, text in _SHORTCODES.items():
        yield f"{layouts}shortcodes/{name}.html", text.encode()
    yield f"{_ROOT}config/_default/languages.toml", _languages(export).encode()


def _rewrite(one: Exported, export: Export) -> Rewrite:
    known = {article.id for article in export.site.by_path.values()}

    def rewrite(kind: str, target: str) -> str:
        found = target_id(one, target)
        if kind == "link" and found in known:
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
