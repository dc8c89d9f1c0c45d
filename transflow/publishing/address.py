"""Where pages are: addresses under the site's root, and the way from one to another.

An address is a path under the output folder with a `/` at its end, `fr/visit/`, as it stands on
disk. Links on pages are relative, so that a site works in any folder of any host.
"""

import re
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import quote, unquote

from transflow.documents.misread import is_name
from transflow.model import Article

__all__ = [
    "absolute",
    "aliases_of",
    "is_list_address",
    "is_mdx",
    "list_address",
    "page_address",
    "relative",
    "slug_of",
    "source_path",
]

_SUFFIX = {"markdown": ".md", "html": ".html", "text": ".txt"}
_LIST = re.compile(r"[^/]+/page/[1-9][0-9]*/", re.IGNORECASE)


def slug_of(article: Article) -> str:
    """The last part of an article's address: the front matter's `slug`, else that of its id."""
    slug = article.meta.get("slug")
    if is_name(slug):
        return str(slug)
    return article.id.rpartition("/")[2]


def aliases_of(article: Article) -> list[str]:
    """Where an article was before, as its front matter says (Hugo's `aliases`, Jekyll's `redirect_from`).

    Addresses under the site's root, `old/fees/`, or files, `old/fees.html`. One that does not begin
    with `/` stands beside the article, as Hugo has it.
    """
    said = article.meta.get("aliases") or article.meta.get("redirect_from") or ()
    folder = article.id.rpartition("/")[0]
    found = []
    for one in [said] if isinstance(said, str) else said if isinstance(said, list) else ():
        if not isinstance(one, str):
            continue
        whole = one if one.startswith("/") else f"{folder}/{one}"
        parts = [unquote(part) for part in whole.strip().split("/") if part]
        if parts and all(map(is_name, parts)):
            path = "/".join(parts)
            found.append(path if path.lower().endswith((".html", ".htm")) else f"{path}/")
    return found


def page_address(article_id: str, slug: str, locale: str) -> str:
    """`zh-Hans/visit/`; folders of the id are kept."""
    folder = article_id.rpartition("/")[0]
    return "/".join(part for part in (locale, folder, slug) if part) + "/"


def list_address(locale: str, number: int) -> str:
    """A page that lists articles: `fr/`, the front page, or `fr/page/3/`, an archive page."""
    return f"{locale}/page/{number}/" if number else f"{locale}/"


def is_list_address(address: str) -> bool:
    """Whether an archive page may be there one day, so that no article can."""
    return _LIST.fullmatch(address) is not None


def source_path(article: Article, locale: str) -> str:
    """Where an article in its own format goes: `fr/visit.md`, beside the pages."""
    suffix = PurePosixPath(article.path).suffix or _SUFFIX.get(article.format, "")
    return f"{locale}/{article.id}{suffix}"


def is_mdx(article: Article) -> bool:
    """Whether an article is named as MDX."""
    return article.path.lower().endswith(".mdx")


@lru_cache(maxsize=65536)
def relative(here: str, there: str) -> str:
    """A link from the page at address `here` to the file or address `there`, percent-encoded."""
    steps = here.split("/")[:-1]
    *folders, name = there.split("/")
    common = 0
    for step, folder in zip(steps, folders, strict=False):
        if step != folder:
            break
        common += 1
    up = "../" * (len(steps) - common)
    down = "".join(f"{folder}/" for folder in folders[common:])
    return quote(up + down + name) or "./"


def absolute(base_url: str, address: str) -> str:
    """The address on the web; empty without a base URL."""
    if not base_url:
        return ""
    return base_url.rstrip("/") + "/" + quote(address)
