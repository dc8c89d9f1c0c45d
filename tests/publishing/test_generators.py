"""The other generators build what they are given, from a clean folder, without a broken link."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.conftest import ROOT, need
from transflow.model import State

from .newsroom import BOATS, Newsroom
from .test_outputs import HTML

TOOLS = ROOT / "build" / "tools"
pytestmark = [pytest.mark.tools, pytest.mark.timeout(1800)]


@pytest.fixture
def site(tmp_path):
    room = Newsroom.make(tmp_path / "project", locales={"zh-Hans": {}, "fr": {}, "ar": {}})
    room.write("ships.html", HTML)
    room.write("boats.md", BOATS.replace("(tide.md#high-water)", "(ships.html)"))
    room.write("posts/_index.md", "---\ntitle: Posts\n---\n\nAll. [Ferry](ferry/index.md)\n")
    bundle = "---\ntitle: Ferry\naliases: [/old/]\n---\n\n![Hall](hall.png) [All](../_index.md) [Boats](../../boats.md)\n"
    room.write("posts/ferry/index.md", bundle)
    room.write("posts/ferry/hall.png", b"\x89PNG")
    room.translate("zh-Hans", state=State.DRAFT)
    room.translate("fr")
    room.translate("ar", "boats", "tide", "deep/reef")
    room.settings["site"]["outputs"] = ["hugo", "mkdocs", "docusaurus"]
    room.publish()
    return room.root / "public"


def run(*command, cwd, timeout=600, **environment):
    done = subprocess.run(
        command,
        cwd=cwd,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=timeout,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def pages(folder):
    return {
        path.relative_to(folder).as_posix().removesuffix("index.html"): path.read_text("utf-8")
        for path in folder.rglob("index.html")
    }


def broken(folder, base="/"):
    """Links and pictures of the built site that lead to no file."""
    found = []
    for address, text in pages(folder).items():
        for target in re.findall(r'(?:href|src)="?([^"\s>]+)', text):
            parts = urlsplit(urljoin(f"http://site{base}{address}", target))
            if parts.netloc != "site":
                continue
            path = folder / unquote(parts.path).removeprefix(base).lstrip("/")
            if not (path.is_file() or (path / "index.html").is_file()):
                found.append((address, target))
    return found


def test_hugo(site, tmp_path):
    hugo = need("hugo")
    work = tmp_path / "hugo"
    shutil.copytree(site / "hugo", work)
    layouts = work / "layouts/_default"
    (work / "config/_default/config.toml").write_text(
        'baseURL = "https://example.org/sub/"\ndefaultContentLanguage = "en"\n'
        'disableKinds = ["taxonomy", "term", "RSS"]\n[markup.goldmark.renderer]\nunsafe = true\n'
    )
    (layouts / "single.html").write_text(
        '<html lang="{{ .Site.Language.Lang }}" dir="{{ .Site.Language.LanguageDirection }}">'
        "<h1>{{ .Title }}</h1>{{ range .Params.transflow.notice }}<p>{{ . }}</p>{{ end }}"
        '{{ range .Translations }}<a hreflang="{{ .Lang }}" href="{{ .RelPermalink }}">x</a>{{ end }}'
        "{{ .Content }}</html>"
    )
    (layouts / "list.html").write_text(
        "<html>{{ range .Site.RegularPages }}{{ .Title }}{{ end }}</html>"
    )
    run(hugo, "--quiet", cwd=work)
    built = pages(work / "public")
    assert {"boats/", "ships/", "fr/deep/reef/", "zh-hans/ships/", "ar/boats/"} <= set(built)
    assert 'dir="rtl"' in built["ar/boats/"].replace("dir=rtl", 'dir="rtl"')
    assert "本页由机器翻译" in built["zh-hans/boats/"]
    assert 'id="care"' in built["fr/boats/"].replace("id=care", 'id="care"')
    assert sorted(re.findall(r'hreflang="?([\w-]+)', built["fr/boats/"])) == ["ar", "en", "zh-hans"]
    assert "/sub/fr/ships/" in built["fr/boats/"]
    assert {"posts/", "posts/ferry/", "fr/posts/", "fr/posts/ferry/", "old/"} <= set(built)
    assert "https://example.org/sub/posts/ferry/" in built["old/"]
    for target in ("/sub/fr/posts/", "/sub/fr/boats/"):
        assert f'href="{target}"' in built["fr/posts/ferry/"].replace(
            f"href={target}", f'href="{target}"'
        )
    assert "/sub/ships/" in built["ar/boats/"]
    assert broken(work / "public", "/sub/") == []


def test_mkdocs(site, tmp_path):
    folder = TOOLS / "mkdocs"
    if not (folder / "bin/mkdocs").exists():
        run(sys.executable, "-m", "venv", str(folder), cwd=tmp_path)
        run(str(folder / "bin/pip"), "install", "-q", "mkdocs", "mkdocs-static-i18n", cwd=tmp_path)
    work = tmp_path / "mkdocs"
    shutil.copytree(site / "mkdocs", work)
    run(str(folder / "bin/mkdocs"), "build", "--strict", "-q", cwd=work)
    built = pages(work / "site")
    assert {"boats/", "fr/boats/", "zh_CN/ships/", "ar/boats/", "fr/deep/reef/"} <= set(built)
    assert "Boats and nets fr" in built["fr/boats/"]
    assert 'id="care"' in built["zh_CN/boats/"]
    assert broken(work / "site") == []


TABS = """---
title: Tabs
---
import Tabs from '@theme/Tabs';
import TabItem from '@theme/TabItem';
import Piece from './_piece.mdx';

# Tabs

<Tabs>
<TabItem value="a" label="First label">

Look at [boats](boats.md#care).

</TabItem>
</Tabs>

<Piece />
"""


@pytest.fixture
def with_mdx(tmp_path):
    room = Newsroom.make(tmp_path / "project", locales={"zh-Hans": {}, "ar": {}})
    room.write("tabs.md", TABS)
    room.write("_piece.mdx", "A *piece* of it.\n")
    room.translate("zh-Hans", state=State.DRAFT)
    room.translate("ar", "boats", "tide", "deep/reef")
    room.settings["site"]["outputs"] = ["docusaurus"]
    room.publish()
    return room.root / "public"


def test_docusaurus(with_mdx, tmp_path):
    site, npm = with_mdx, need("npm")
    folder = TOOLS / "docusaurus"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "package.json").write_text(
        '{"name": "site", "private": true, "dependencies": {"@docusaurus/core": "^3", '
        '"@docusaurus/preset-classic": "^3", "react": "^18", "react-dom": "^18"}}'
    )
    installed = folder / "installed"  # only a whole installation counts
    if not installed.exists():
        run(npm, "install", "--no-audit", "--no-fund", "--loglevel=error", cwd=folder, timeout=1200)
        installed.touch()
    for name in ("docs", "i18n", "static", "build", ".docusaurus"):
        shutil.rmtree(folder / name, ignore_errors=True)
    shutil.copytree(site / "docusaurus", folder, dirs_exist_ok=True)
    (folder / "src/pages").mkdir(parents=True, exist_ok=True)
    (folder / "src/pages/index.js").write_text("export default function Home() { return null; }\n")
    (folder / "docusaurus.config.mjs").write_text(
        'import transflow from "./transflow.config.mjs";\n'
        'export default {title: "T", url: "https://example.org", baseUrl: "/", ...transflow,\n'
        'onBrokenLinks: "throw", onBrokenAnchors: "throw",\n'
        'presets: [["classic", {blog: false, theme: {}}]]};\n'
    )
    node = str(Path(need("node")))
    docusaurus = "node_modules/@docusaurus/core/bin/docusaurus.mjs"
    run(node, docusaurus, "build", "--no-minify", cwd=folder, NO_UPDATE_NOTIFIER="1", CI="true")
    build = folder / "build"
    text = (build / "zh-Hans/docs/boats/index.html").read_text("utf-8")
    assert "Boats and nets zh-Hans" in text
    tabs = (build / "zh-Hans/docs/tabs/index.html").read_text("utf-8")
    assert re.search(r'role="?tab"?[^>]*>First label zh-Hans<', tabs)
    assert "<em>piece</em>" in tabs
    assert "@theme" not in re.sub(r"<script.*?</script>", "", tabs, flags=re.DOTALL)
    assert 'id="care"' in text or "id=care" in text
    arabic = (build / "ar/docs/boats/index.html").read_text("utf-8")
    assert re.search(r'<html[^>]*dir="?rtl', arabic)
    assert (build / "images/boat.png").is_file()
