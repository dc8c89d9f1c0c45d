"""The pages before the judges of the trade: vnu, axe-core, Lighthouse, schema.org's own types."""

import json
import re
import subprocess

import pytest

from tests.conftest import ROOT, need
from transflow.model import State

from .newsroom import Newsroom
from .test_browser import base, browser, room  # noqa: F401 - fixtures

TOOLS = ROOT / "build" / "tools" / "checkers"
pytestmark = [pytest.mark.tools, pytest.mark.timeout(900)]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def checkers():
    """Packages from npm; vnu-jar 23.4.11 is the last that carries the checker itself."""
    npm = need("npm")
    if not (TOOLS / "node_modules/axe-core").exists():
        TOOLS.mkdir(parents=True, exist_ok=True)
        (TOOLS / "package.json").write_text('{"name": "checkers", "private": true}')
        command = [npm, "install", "--no-audit", "--no-fund", "vnu-jar@23.4.11", "axe-core@4"]
        subprocess.run(command, cwd=TOOLS, check=True, capture_output=True)
    return TOOLS / "node_modules"


@pytest.fixture(scope="module")
def auditors():
    """Lighthouse, and schema.org as TypeScript types (schema-dts): a folder of their own."""
    npm = need("npm")
    folder = TOOLS.parent / "auditors"
    if not (folder / "node_modules/schema-dts").exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text('{"name": "auditors", "private": true}')
        command = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "lighthouse@12"]
        command += ["typescript@5", "schema-dts@2"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder


LIGHTHOUSE = """
import lighthouse from 'lighthouse';
import {launch} from 'chrome-launcher';
const [chromePath, ...urls] = process.argv.slice(2);
const chromeFlags = ['--headless=new', '--no-sandbox', '--disable-gpu'];
const chrome = await launch({chromePath, chromeFlags});
const found = [];
for (const url of urls) {
  const run = await lighthouse(url, {port: chrome.port, logLevel: 'error'});
  for (const one of Object.values(run.lhr.categories))
    found.push([url, one.id, Math.round(one.score * 100)]);
}
await chrome.kill();
console.log(JSON.stringify(found));
"""


def test_lighthouse_gives_every_kind_of_page_at_least_95_of_100(room, base, auditors):  # noqa: F811
    node = need("node")
    chromium = need("chromium", "chromium", "chromium-browser", "google-chrome")
    (auditors / "audit.mjs").write_text(LIGHTHOUSE)
    pages = ["", "fr/", "en/boats/", "zh-Hans/boats/", "ar/genetic-resources/", "ru/tide/"]
    command = [node, "audit.mjs", chromium, *(base + page for page in pages)]
    done = subprocess.run(command, cwd=auditors, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    scores = json.loads(done.stdout)
    assert len(scores) == 4 * len(pages)
    assert [one for one in scores if one[2] < 95] == []


def test_json_ld_is_a_news_article_by_schema_orgs_types(room, auditors):  # noqa: F811
    """A property or value that schema.org does not know is a type error."""
    lines = ['import type {NewsArticle, WebPage, WithContext} from "schema-dts";']
    for number, path in enumerate(sorted((room.root / "public").rglob("*/*/index.html"))):
        said = re.search(r'<script type="application/ld\+json">(.*?)</script>', path.read_text())
        if said:
            lines.append(
                f"export const page{number}: WithContext<NewsArticle | WebPage> = {said[1]};"
            )
    assert len(lines) > 18
    node = need("node")
    command = [node, "node_modules/typescript/bin/tsc", "--noEmit", "--strict", "--skipLibCheck"]
    for name, text in (
        ("pages.ts", "\n".join(lines)),
        ("wrong.ts", lines[0] + "\n" + lines[1].replace('"headline"', '"headlin"')),
    ):
        (auditors / name).write_text(text)
        done = subprocess.run(
            [*command, name], cwd=auditors, capture_output=True, text=True, check=False
        )
        assert ("'\"headlin\"' does not exist" in done.stdout) == (name == "wrong.ts")
        assert (done.returncode == 0) == (name == "pages.ts"), done.stdout


def test_the_w3cs_checker_finds_no_error(room, checkers):  # noqa: F811
    java = need("java")
    jar = checkers / "vnu-jar/build/dist/vnu.jar"
    files = [str(path) for path in (room.root / "public").rglob("*.html")]
    command = [java, "-Xss4m", "-jar", str(jar), "--errors-only", "--format", "gnu", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_on_any_page(room, base, browser, checkers, scheme):  # noqa: F811
    script = (checkers / "axe-core/axe.min.js").read_text("utf-8")
    site = room.root / "public"
    found = []
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        page.goto(base + address)
        if page.locator(".marks-button").count():
            page.click(".marks-button")
        page.evaluate(script)
        result = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
        found += [
            (address, one["id"], node["html"])
            for one in result["violations"]
            for node in one["nodes"]
        ]
    context.close()
    assert found == []


def test_a_page_that_shows_every_state_is_readable_in_both_schemes(tmp_path, browser, checkers):  # noqa: F811
    room = Newsroom.make(tmp_path, gate={"require": "draft", "share": 0})  # noqa: F811
    states = [state for state in State if state is not State.OBSOLETE]
    room.translate("fr", "boats", state=State.CHANGED)
    room.catalogs["boats", "fr"] = [
        type(one)(one.msgid, one.msgstr, states[n % len(states)], fuzzy=True, draft=one.draft)
        for n, one in enumerate(room.catalogs["boats", "fr"])
    ]
    room.publish()
    script = (checkers / "axe-core/axe.min.js").read_text("utf-8")
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme, bypass_csp=True)
        page = context.new_page()
        page.goto((tmp_path / "public/fr/boats/index.html").as_uri())
        page.click(".marks-button")
        # axe does not judge what stands on a gradient, so it gets the colour that is in it
        page.add_style_tag(
            content="[data-marks] [data-state] { background: var(--mark) !important }"
        )
        page.evaluate(script)
        result = page.evaluate("axe.run(document, {runOnly: ['color-contrast']})")
        assert [node["html"] for one in result["violations"] for node in one["nodes"]] == []
        context.close()
