"""Trouble that people had with other tools, by kind: what becomes an entry, and what a page keeps.

The kinds and inputs follow reports in public trackers; the words are our own. Not taken over, on purpose:
text in SVG and in `template` is no entry unless a setting asks for it (browsers show no template), comments
in code are never offered, and a shortcode's parameters stay whole.
"""

import html
import re

import pytest

from tests.documents.skeleton import as_html
from transflow.config.schema import SourceConfig
from transflow.documents import read
from transflow.model import SpanKind


def article(source, form="markdown", locale="en"):
    data = source if isinstance(source, bytes) else source.encode()
    config = SourceConfig.model_validate({"locale": locale})
    read_in = read(data, path="case", locale=locale, source=config, format=form)
    assert read_in.render({s.id: s.text for s in read_in.segments}, "de") == data
    return read_in


def texts(source, form="markdown", locale="en"):
    return [segment.text for segment in article(source, form, locale).segments]


def rendered(source, words, form="markdown", locale="de", own="en"):
    read_in = article(source, form, own)
    return read_in.render({s.id: words[s.text] for s in read_in.segments}, locale).decode()


FRONT = """---
zulu: yes
title: "Rope: a story"   # on cards
date: 2024-02-08
authors: ["b. second", 'a. first']
count: 007
---

Rope was twisted.

---

Rope is sold.
"""


def test_front_matter_keeps_all_but_the_words_of_its_title():
    assert texts(FRONT) == ["Rope: a story", "Rope was twisted.", "Rope is sold."]
    out = rendered(
        FRONT,
        {
            "Rope: a story": 'Seil: ein "Bericht"',
            "Rope was twisted.": "Seil wurde gedreht.",
            "Rope is sold.": "Seil wird verkauft.",
        },
    )
    changed = {
        old: new for old, new in zip(FRONT.split("\n"), out.split("\n"), strict=True) if old != new
    }
    assert changed == {
        'title: "Rope: a story"   # on cards': 'title: "Seil: ein \\"Bericht\\""   # on cards',
        "Rope was twisted.": "Seil wurde gedreht.",
        "Rope is sold.": "Seil wird verkauft.",
    }
    assert out.split("\n").count("---") == 3
    assert (
        rendered("# Rope\n\nIt holds.\n", {"Rope": "Seil", "It holds.": "Es hält."})[:6] == "# Seil"
    )


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_windows_files_give_the_same_entries(mark, end):
    data = mark + b"---\ntitle: Peat\n---\n\nPeat keeps\nwater.\n".replace(b"\n", end)
    assert texts(data) == ["Peat", "Peat keeps water."]
    out = article(data).render({"u2.s1": "Torf hält\nWasser."}, "de")
    assert out.count(b"\n") == out.count(end)


MARKDOWN = [
    ("pipes in cells", "| Key | Use |\n| --- | --- |\n| `a \\| b` | this \\| that |\n", ["Key", "Use", "this | that"]),
    ("four-space lists", "To bring:\n- rope\n\n    Dry it.\n\n    1. hemp\n    1. jute\n        - new\n* [x] wax\n",
     ["To bring:", "rope", "Dry it.", "hemp", "jute", "new", "wax"]),
    ("fences in fences", "Run it:\n````sh\n```\n# who\n```\n````\nThen wait.\n\n    as is\n", ["Run it:", "Then wait."]),
    ("boxes", '> [!TIP]\n> Grease it. Twice.\n\n:::warning Sharp edges\nWear gloves.\n:::\n\n!!! note "First"\n    Sweep.\n',
     ["Grease it.", "Twice.", "Sharp edges", "Wear gloves.", "First", "Sweep."]),
    ("tags in Markdown", '<div class="x">\nA <b>hot</b> rail.\n</div>\n\n<details>\n<summary>Why</summary>\n\nIt *glows*.\n\n</details>\n',
     ["A <b>hot</b> rail.", "Why", "It *glows*."]),
    ("shortcodes", 'See {{< fig src="/a b.png" >}} here.\n\n[Plan]({{ base }}/p)\n',
     ['See {{< fig src="/a b.png" >}} here.', "[Plan]({{ base }}/p)"]),
    ("rewrapped", "One long\nline of\nwords.\n", ["One long line of words."]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "wanted"), [case[1:] for case in MARKDOWN], ids=[c[0] for c in MARKDOWN]
)
def test_entries_of_markdown(source, wanted):
    assert texts(source) == wanted


@pytest.mark.parametrize(
    ("lines", "locale", "joined"),
    [
        ("明日は\n雨。\n", "ja", "明日は雨。"),
        ("내일은\n비다.\n", "ko", "내일은 비다."),
        ("Morgen\nRegen.\n", "de", "Morgen Regen."),
        ("打开 Vim\n编辑器。\n", "zh", "打开 Vim 编辑器。"),
    ],
)
def test_wrapped_lines_are_joined_as_their_script_is_written(lines, locale, joined):
    assert texts(lines, locale=locale) == [joined]


@pytest.mark.parametrize(
    "line",
    [
        "+ eins.",
        "# 2 Teile",
        "3. Juni kam.",
        "- so",
        "> mehr",
        "< 3 & *viel* _da_ `x`",
        "a\n=",
        "| a |",
        "***",
    ],
)
def test_what_a_translation_begins_with_is_shown_as_it_is(line):
    page = as_html(rendered("Plain words.\n", {"Plain words.": line}))
    shown = re.fullmatch(r"<p>([^<]*)</p>\n", page)
    assert shown, page
    assert html.unescape(shown[1]) == " ".join(line.split())


def test_addresses_and_references_stay_what_they_are():
    source = (
        'See [the office](https://e.example/h?a=1&b=2 "Open daily") or <https://e.example:80/> '
        "and [https://e.example/](https://e.example/).\n\nAsk [the crew][c], [Big quay][] or [Plan].\n\n"
        '[c]: crew.md "The crew"\n[big quay]: quay.md\n[plan]: plan.md\n'
    )
    read_in = article(source)
    out = read_in.render(
        {
            s.id: s.text.replace("the crew", "l'équipage")
            .replace("[Big quay]", "[Grand quai]", 1)
            .replace("[Plan]", "[Carte]", 1)
            for s in read_in.segments
        },
        "fr",
    ).decode()
    links = re.findall(r'href="([^"]*)"', as_html(out))
    assert links == re.findall(r'href="([^"]*)"', as_html(source))
    assert ">Grand quai</a>" in as_html(out)
    assert ">Carte</a>" in as_html(out)


def test_escaped_marks_stay_text():
    source = "Press \\[Start\\] or \\<Tab\\>; 3\\*4\\*5, x\\_y\\_z.\n"
    [text] = texts(source)
    page = as_html(rendered(source, {text: "Taste " + text[6:]}))
    assert page == "<p>Taste [Start] or &lt;Tab&gt;; 3*4*5, x_y_z.</p>\n"


HTML = [
    ("links at both ends", '<p><a href="/a">Up</a> is not <a href="/b">down</a></p>', ['<a href="/a">Up</a> is not <a href="/b">down</a>']),
    ("one link around all", '<p><a href="/a">All of it</a></p>', ["All of it"]),
    ("loose text", 'Loose <a href="/y">ends</a><br>below', ['Loose <a href="/y">ends</a>', "below"]),
    ("glue", "<p>10<sup>3</sup> un<wbr>bear<b>able</b><br>so<span> be</span></p><div>a1</div><div>b2</div>",
     ["10<sup>3</sup> un<wbr>bear<b>able</b>", "so<span> be</span>", "a1", "b2"]),
    ("nested", '<p>Do <a href="/s"><em>read <b>all</b></em> of it</a> now.</p>', ['Do <a href="/s"><em>read <b>all</b></em> of it</a> now.']),
    ("left-out end tags", "<video><source src=a>Silent.</video><ul><li>A1<li>B2</ul><p>One<p>Two<br/>end<img src=x>", ["Silent.", "A1", "B2", "One", "Two", "end"]),
    ("raw text", "<style>a{content:'Hi.'}</style><script>let s='Yo.';if(a<b){}</script><p>Hit <kbd>Esc</kbd>.</p><textarea>Mine.</textarea><!-- Old. -->", ["Hit <kbd>Esc</kbd>."]),
    ("attributes", '<meta property="og:title" content="Owl"><meta property="og:image" content="/o.png"><img src="o.png" alt="Owl &quot;Mo&quot;"><img src="d.png" alt=""><input placeholder="Name" value="x1" aria-label="Field">',
     ["Owl", 'Owl "Mo"', "Name", "Field"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "wanted"), [case[1:] for case in HTML], ids=[c[0] for c in HTML]
)
def test_entries_of_html(source, wanted):
    assert texts(source, "html") == wanted


def test_inert_text_never_comes_alive():
    source = "<p>Type &lt;script&gt; or &amp;nbsp; here.</p>"
    [text] = texts(source, "html")
    for answer in (text, html.unescape(text), html.escape(text), "<script>x</script> &lt;b&gt;"):
        assert "<script" not in rendered(source, {text: answer}, "html")


def test_sentences_joined_as_the_target_is_written():
    english = "The tide is low. The boat lies dry.\n"
    words = {"The tide is low.": "退潮了。", "The boat lies dry.": "船搁浅了。"}
    assert rendered(english, words, locale="zh-Hans") == "退潮了。船搁浅了。\n"
    back = {chinese: sentence for sentence, chinese in words.items()}
    assert rendered("退潮了。船搁浅了。\n", back, locale="en", own="zh") == english
    half = article(english).render({"u1.s1": "潮が引いた。"}, "ja").decode()
    assert half == "潮が引いた。The boat lies dry.\n"
    korean = {"The tide is low.": "썰물이다.", "The boat lies dry.": "배가 드러났다."}
    assert rendered(english, korean, locale="ko") == "썰물이다. 배가 드러났다.\n"


def test_numbers_of_a_typed_list_are_no_entries():
    assert texts("Steps\n\n1. Fill it.\n2. Heat it.\n", "text") == ["Steps", "Fill it.", "Heat it."]


def test_placeholders_are_protected():
    [segment] = article("Move %1$s to %(box)s, {name} and :anchor: now.\n").segments
    spans = [span.dest for span in segment.spans if span.kind == SpanKind.PROTECTED]
    assert spans == ["%1$s", "%(box)s", "{name}", ":anchor:"]


def test_ids_of_headings_are_the_originals_in_every_language():
    source = "# Nets\n\n## Care\n## Set {#own}\n## Care\n## 手入れ\n## Уход\n## ???\n"
    read_in = article(source)
    words = {segment.id: "Anderes" for segment in read_in.segments}
    ids = ["nets", "care", "own", "care-1", "手入れ", "уход", "section-7"]
    for page in (read_in.html({}), read_in.html(words, "de")):
        assert re.findall(r'<h\d id="([^"]*)"', page) == ids
