import json
import re

import pytest
from ruamel.yaml import YAML

from transflow.model import Severity, State
from transflow.publishing.outputs.export import noticed

from .newsroom import BOATS, Newsroom

HTML = """<!DOCTYPE html>
<html lang="en"><head><title>Ships</title><meta name="description" content="Big ones.">
<meta name="date" content="2024-07-01"></head>
<body><article><h1>Ships</h1>
<p>Ships are {{ big }}. See <a href="boats.md#care">boats</a>.<script>alert(1)</script></p>

<p><img src="images/boat.png" alt="A ship"></p></article></body></html>
"""


@pytest.fixture
def room(tmp_path):
    room = Newsroom.make(tmp_path)
    room.write("ships.html", HTML)
    room.write("boats.md", BOATS.replace("(tide.md#high-water)", "(ships.html)"))
    room.settings["locales"] = {"zh-Hans": {}, "ar": {}}
    room.translate("zh-Hans", state=State.DRAFT)
    room.translate("ar", "boats")
    return room


def publish(room, *outputs):
    room.settings["site"]["outputs"] = list(outputs)
    report = room.publish()
    return {path: data.decode("utf-8", "replace") for path, data in room.files().items()}, report


def front_matter(text):
    assert text.startswith("---\n")
    return YAML(typ="safe").load(text.split("---\n")[1])


def test_source_output_leaves_what_is_not_translated_as_it_is(room):
    files, _ = publish(room, "source")
    assert files["en/ships.html"] == HTML
    assert '<html lang="zh-Hans">' in files["zh-Hans/ships.html"]
    assert '<meta name="translation-status" content="machine">' in files["zh-Hans/ships.html"]
    assert "translation-status" not in files["en/ships.html"]
    assert "<script>alert(1)</script>" in files["zh-Hans/ships.html"]


SAID = "本页由机器翻译"


def test_source_output_says_on_top_what_nobody_has_read(room):
    """Who opens the file itself sees it, whatever its format."""
    room.write("note.txt", "Storm warning\r\n\r\nStay at home.\r\n")
    room.write("tags.md", "---\ntitle: Tags\n---\n\n# Tags\n\nA line.\n")
    room.translate("zh-Hans", state=State.DRAFT)
    files, _ = publish(room, "source")
    assert files["zh-Hans/note.txt"].startswith(SAID)
    assert "\r\n\r\n" in files["zh-Hans/note.txt"][:200]
    assert re.search(rf"^> {SAID}", files["zh-Hans/tags.md"], re.MULTILINE)
    assert front_matter(files["zh-Hans/tags.md"])["transflow"]["status"] == "machine"
    assert (
        f'<body><p role="note" translate="no" class="translation-notice">{SAID}'
        in (files["zh-Hans/ships.html"])
    )
    assert files["en/note.txt"] == "Storm warning\r\n\r\nStay at home.\r\n"


def test_source_output_leaves_the_notice_to_front_matter_where_asked(room):
    room.settings["site"]["notices"] = "data"
    room.write("tags.md", "# Tags\n\nA line.\n")
    room.write("note.txt", "Storm warning\n")
    room.translate("zh-Hans", state=State.DRAFT)
    files, _ = publish(room, "source")
    assert SAID in front_matter(files["zh-Hans/tags.md"])["transflow"]["notice"][0]
    assert f"> {SAID}" not in files["zh-Hans/tags.md"]
    assert f">{SAID}" not in files["zh-Hans/ships.html"]
    assert files["zh-Hans/note.txt"].startswith(SAID), "a text has no other place"


def test_source_output_adds_nothing_to_what_people_have_read(room):
    room.write("tags.md", "---\ntitle: Tags\n---\n\n# Tags\n\nA line.\n")
    room.translate("ar", "tags")
    files, _ = publish(room, "source")
    assert "transflow" not in files["ar/tags.md"]
    assert "> " not in files["ar/tags.md"]


def test_a_home_page_may_be_called_index(room):
    room.write("index.html", HTML)
    files, report = publish(room, "source")
    assert files["en/index.html"] == HTML
    assert not report.findings
    files, report = publish(room, "html", "source")
    told = [one for one in report.findings if one.rule == "address-taken"]
    assert {(one.severity, one.path) for one in told} == {(Severity.WARNING, "articles/index.html")}
    assert "would stand where en/index.html is" in told[0].message
    assert "Ships" in files["en/index/index.html"]
    assert files["en/index.html"] != HTML  # the front page, to which links to a home page lead


@pytest.mark.parametrize("base", ["https://news.example.org", ""])
def test_a_translation_says_its_own_address_not_the_originals(room, base):
    room.settings["site"]["base_url"] = base
    head = (
        '<link href=https://old.example/fees.html rel="canonical">'
        "<meta property='og:url' content='https://old.example/fees.html'>"
        '<link rel="stylesheet" href="a.css">'
    )
    room.write("fees.html", HTML.replace("<head>", f"<head>{head}"))
    room.translate("ar", "fees")
    files, _ = publish(room, "source")
    assert head in files["en/fees.html"]
    own = "https://news.example.org/ar/fees.html"
    said = f'<link href="{own}" rel="canonical"><meta property=\'og:url\' content="{own}">'
    assert (said if base else "") + '<link rel="stylesheet" href="a.css">' in files["ar/fees.html"]
    assert "old.example" not in files["ar/fees.html"]


def test_an_article_in_its_own_format_keeps_its_suffix_to_which_links_lead(room):
    room.write("old.htm", HTML.replace("boats.md#care", "older.htm"))
    room.write("older.htm", HTML)
    room.write("notes.markdown", "# Notes\n\n[Boats](boats.md)\n")
    files, _ = publish(room, "source")
    assert {"en/old.htm", "en/older.htm", "en/notes.markdown", "en/boats.md"} <= files.keys()
    assert 'href="older.htm"' in files["en/old.htm"]


def test_a_page_that_is_no_article_stands_beside_those_that_link_to_it(room):
    """The French page that was there before, with what it needs; not an article that is held back."""
    room.apart = {"fr"}
    room.write("ships.html", HTML.replace("boats.md#care", "fr/navires.htm"))
    room.write(
        "fr/navires.htm", '<link href="old.css"><a href="../held.html">x</a> <a href="b.htm">b</a>'
    )
    room.write("fr/b.htm", "<p>B")
    room.write("fr/c.htm", "<p>nobody links here")
    room.write("held.html", HTML.replace("<head>", '<head><meta name="robots" content="noindex">'))
    room.write("fr/old.css", "p {}")
    room.translate("zh-Hans", state=State.DRAFT)
    files, report = publish(room, "source")
    assert {"en/fr/navires.htm", "en/fr/b.htm", "en/fr/old.css"} <= files.keys()
    assert "zh-Hans/fr/navires.htm" in files
    assert "en/fr/c.htm" not in files
    assert "ar/held.html" not in files
    assert not [one for one in report.findings if one.rule == "link-dead"]


PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Fees</title><link rel="stylesheet" href="../css/site.css">
<script src="../js/menu.js"></script></head><body><main><h1>Fees</h1>
<p>See the <a href="../ships.html#top">ships</a>. <img src="a.png" srcset="b.png 2x" alt="A boat"></p>
<p><a href="../held.md">Held</a></p></main></body></html>
"""


def test_source_output_has_what_its_pages_refer_to_beside_them(room):
    """A site of HTML files is whole in every language: styles, what these name, scripts, pictures."""
    here = room.root / "articles"
    room.write("town/fees.html", PAGE)
    room.write("held.md", "---\npublish: false\n---\n\n# Held back\n")
    for name, text in {
        "css/site.css": '@import "more.css"; body { background: url(bg.webp) }',
        "css/more.css": "p { color: red }",
        "css/bg.webp": "bg",
        "css/unused.css": "",
        "js/menu.js": "1",
        "town/a.png": "a",
        "town/b.png": "b",
    }.items():
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text(text)
    files, _ = publish(room, "source")
    wanted = {
        "css/site.css",
        "css/more.css",
        "css/bg.webp",
        "js/menu.js",
        "town/a.png",
        "town/b.png",
    }
    beside = {path.partition("/")[2] for path in files if path.startswith("en/")}
    assert wanted <= beside
    assert not {"css/unused.css", "held.md"} & beside
    (here / "town" / "a.png").write_text("another")
    files, report = publish(room, "source")
    assert files["en/town/a.png"] == "another"
    assert all(path.endswith("town/a.png") for path in report.written)


def test_what_articles_lack_is_told_where_no_page_of_ours_is_made(room):
    room.write("lost.html", PAGE.replace("../ships.html", "gone.html"))
    told = {}
    for run in ("first", "second"):
        _, report = publish(room, "source")
        told[run] = {(one.rule, one.line) for one in report.findings if "lost" in one.path}
    assert told["first"] >= {("link-dead", 4), ("asset-missing", 4)}
    assert told["second"] == told["first"], "told for as long as it is so"


def test_source_output_leads_from_a_translation_to_originals_that_have_none(room):
    room.write("lead.html", PAGE.replace("../ships.html", "ships.html"))
    room.translate("ar", "lead")
    files, _ = publish(room, "source")
    assert "ar/ships.html" not in files
    assert 'href="../en/ships.html#top"' in files["ar/lead.html"]
    assert 'href="ships.html#top"' in files["en/lead.html"]


def test_state_and_notice_are_in_front_matter(room):
    files, _ = publish(room, "hugo")
    data = front_matter(files["hugo/content/zh-hans/boats/index.md"])
    assert data["translationKey"] == "boats"
    assert data["title"] == "Boats and nets zh-Hans"
    assert data["image"]["src"] == "images/boat.png"
    state = data["transflow"]
    assert (state["status"], state["reviewed"]) == ("machine", 0)
    assert state["original"] == "en/boats"
    assert state["engines"] == ["argos/en_zh-Hans@1.0"]
    assert "本页由机器翻译" in state["notice"][0]
    approved = front_matter(files["hugo/content/ar/boats/index.md"])["transflow"]
    assert approved["status"] == "reviewed"
    assert "notice" not in approved
    original = front_matter(files["hugo/content/en/boats/index.md"])["transflow"]
    assert original == {"status": "original", "locale": "en"}


def test_readers_of_a_generators_site_see_who_translated(room):
    files, _ = publish(room, "mkdocs", "docusaurus")
    for path in (
        "mkdocs/docs/zh_CN/boats.md",
        "docusaurus/i18n/zh-Hans/docusaurus-plugin-content-docs/current/boats.md",
    ):
        body = files[path].split("\n---\n", 1)[1]
        assert "\n> 本页由机器翻译" in f"\n{body}", path
    assert "机器翻译" not in files["mkdocs/docs/ar/boats.md"], "a person vouches for it"
    lead = "<blockquote>本页由机器翻译"
    assert lead in files["mkdocs/docs/zh_CN/ships.md"]
    assert "\n> " not in files["mkdocs/docs/en/boats.md"]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("---\ntitle: a\n---\n\n# Title\n\nText.\n", "# Title\n\n> Made [by] \\*.\n\nText.\n"),
        ("Title\n=====\nText.\n", "Title\n=====\n\n> Made [by] \\*.\n\nText.\n"),
        ("+++\na = 1\n+++\nText.\n", "+++\n\n> Made [by] \\*.\n\nText.\n"),
        ("import {\n  A,\n} from 'a'\n\nText.\n", "from 'a'\n\n> Made [by] \\*.\n\nText.\n"),
        ("```sh\n# no title\n```\n", "> Made [by] \\*.\n\n```sh\n# no title\n```\n"),
        ("# T {#t}\n{: .lead }\n\nText.\n", "{: .lead }\n\n> Made [by] \\*.\n\nText.\n"),
    ],
)  # fmt: skip
def test_a_notice_stands_behind_what_generators_want_first(text, where):
    wanted = where.replace("[by]", "\\[by\\]")
    assert noticed(text, "Made [by] *.").endswith(wanted)


def test_a_theme_that_shows_notices_gets_them_as_data_alone(room):
    room.settings["site"]["notices"] = "data"
    files, _ = publish(room, "mkdocs")
    page = files["mkdocs/docs/zh_CN/boats.md"]
    assert "本页由机器翻译" in front_matter(page)["transflow"]["notice"][0]
    assert "\n> " not in page


def test_headings_keep_their_anchors(room):
    files, _ = publish(room, "mkdocs")
    assert "## Care zh-Hans {#care}" in files["mkdocs/docs/zh_CN/boats.md"]
    assert "## Nets {#nets}" in files["mkdocs/docs/en/boats.md"]


def test_html_articles_become_sanitized_markdown_with_front_matter(room):
    files, _ = publish(room, "docusaurus")
    text = files["docusaurus/i18n/zh-Hans/docusaurus-plugin-content-docs/current/ships.md"]
    data = front_matter(text)
    assert (data["title"], data["date"]) == ("Ships zh-Hans", "2024-07-01")
    assert "<script" not in text
    assert "<h1" not in text
    assert "{{" not in text.split("---\n")[2]
    assert '<a href="/docs/boats#care">' in text


def test_links_from_markdown_to_html_articles_lead_to_what_they_become(room):
    files, _ = publish(room, "mkdocs", "docusaurus", "source")
    assert "(ships.md)" in files["mkdocs/docs/en/boats.md"]
    assert "(ships.md)" in files["docusaurus/docs/boats.md"]
    assert "(ships.html)" in files["en/boats.md"]


def test_a_site_of_hugo_keeps_its_sections_bundles_and_addresses(room):
    room.write("_index.md", "---\ntitle: Home\n---\n\nWelcome.\n")
    room.write("posts/_index.md", "---\ntitle: Posts\n---\n\nAll posts.\n")
    head = "---\ntitle: Ferry\naliases:\n  - /old/ferry/\n  - /older/\nurl: /ferry/\nweight: 3\n---\n\n"
    room.write(
        "posts/ferry/index.md", head + '{{< figure src="hall.png" >}}\n\n[All](../_index.md)\n'
    )
    room.write("posts/ferry/hall.png", b"\x89PNG")
    room.write(
        "posts/list.md", "---\ntitle: L\naliases: [/list/]\nurl: list/\n---\n\naliases: [/a/]\n"
    )
    room.translate("ar", "_index", "posts/_index", "posts/ferry/index", "posts/list")
    files, _ = publish(room, "hugo")
    for locale in ("en", "ar"):
        base = f"hugo/content/{locale}"
        places = {path.removeprefix(f"{base}/") for path in files if path.startswith(base)}
        assert {
            "_index.md",
            "posts/_index.md",
            "posts/ferry/index.md",
            "posts/list/index.md",
        } <= places
        assert "posts/ferry/hall.png" in places
    original = front_matter(files["hugo/content/en/posts/ferry/index.md"])
    assert (original["aliases"], original["url"]) == (["/old/ferry/", "/older/"], "/ferry/")
    translated = front_matter(files["hugo/content/ar/posts/ferry/index.md"])
    assert {"aliases", "url"}.isdisjoint(translated)
    assert (translated["weight"], translated["transflowFolder"]) == (3, "posts/ferry")
    other = files["hugo/content/ar/posts/list/index.md"]
    assert front_matter(other)["url"] == "list/"
    assert other.count("aliases: [/") == 1  # what the text says


def test_refs_of_hugo_to_what_is_not_out_in_a_language_lead_to_the_original(room):
    """Hugo stops its whole build at a `relref` that leads nowhere."""
    refs = (
        '[Ships]({{< relref "ships.md" >}}), [tide](  {{% ref "/tide" %}}), '
        '[low]({{< relref `docs/low.md#water` >}}), [here]({{< relref "#top" >}}), '
        '[guide]({{< ref guide >}}), [gone]({{< relref "gone.md" >}})\n'
    )
    room.write("docs/ships.md", "# Ships\n")
    room.write("docs/low.md", "# Low\n")
    room.write("docs/guide/_index.md", "# Guide\n")
    room.write("docs/start.md", f"# Start\n\n{refs}")
    room.translate("ar", "docs/start", "tide")
    files, _ = publish(room, "hugo")
    text = files["hugo/content/ar/docs/start/index.md"]
    assert '({{< relref path="ships.md" lang="en" >}})' in text
    assert '{{% ref "/tide" %}}' in text  # out in Arabic
    assert '({{< relref path="docs/low.md#water" lang="en" >}})' in text
    assert '({{< relref "#top" >}})' in text
    assert '({{< ref path="guide" lang="en" >}})' in text
    assert '({{< relref "gone.md" >}})' in text
    assert refs in files["hugo/content/en/docs/start/index.md"]


def test_toml_front_matter_is_added_to_in_its_own_language(room):
    room.write("toml.md", '+++\ntitle = "Toml"\n[image]\nsrc = "images/boat.png"\n+++\n\nHello.\n')
    files, _ = publish(room, "hugo")
    import tomllib

    data = tomllib.loads(files["hugo/content/en/toml/index.md"].split("+++\n")[1])
    assert data["transflow"]["status"] == "original"
    assert data["image"] == {"src": "images/boat.png"}


def test_outputs_are_not_written_again_when_nothing_changed(room):
    _, first = publish(room, "html", "hugo", "mkdocs", "docusaurus", "source")
    assert first.written
    _, second = publish(room, "html", "hugo", "mkdocs", "docusaurus", "source")
    assert (second.written, second.removed) == ((), ())


def test_settings_name_every_language_as_its_generator_does(room):
    files, _ = publish(room, "hugo", "mkdocs", "docusaurus")
    languages = files["hugo/config/_default/languages.toml"]
    assert re.findall(r'^\["([\w-]+)"\]$', languages, re.MULTILINE) == ["en", "zh-hans", "ar"]
    assert 'languageDirection = "rtl"' in languages
    settings = YAML(typ="safe").load(files["mkdocs/mkdocs.yml"])
    (plugin,) = [one["i18n"] for one in settings["plugins"] if isinstance(one, dict)]
    assert [one["locale"] for one in plugin["languages"]] == ["en", "zh_CN", "ar"]
    config = files["docusaurus/transflow.config.mjs"].partition("export default ")[2].strip(";\n")
    assert json.loads(config)["i18n"]["locales"] == ["en", "zh-Hans", "ar"]
