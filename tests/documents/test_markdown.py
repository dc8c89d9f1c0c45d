"""Markdown in and out."""

import html
import re
import tomllib

import pytest

from tests.documents.skeleton import as_html, skeleton
from transflow.config.schema import SourceConfig
from transflow.documents import escape, read, read_article, spans
from transflow.errors import ArticleError
from transflow.model import SpanKind, UnitKind


def article(text, **kwargs):
    return read_article(
        text.encode() if isinstance(text, str) else text, format="markdown", **kwargs
    )


def texts(text, **kwargs):
    return [segment.text for segment in article(text, **kwargs).segments]


def translated(text, words, locale="fr"):
    """The article with the sentences of `words` replaced."""
    read_in = article(text)
    given = {
        segment.id: words[segment.text] for segment in read_in.segments if segment.text in words
    }
    assert len({segment.text for segment in read_in.segments} & set(words)) == len(words)
    return read_in.render(given, locale).decode()


SAMPLE = """---
zulu: yes
title: "Salt: a history"   # shown on cards
date: 2024-03-09
authors: ["a. reader", 'b. writer']
image:
  alt: 'The sea''s edge'
  caption: >-
    Salt on
    stones.
alpha: 007
---

# Salt & sea {#salt}

Salt is old. It is *very* old,
and **[cheap](https://salt.example/a?b=1&c=2 "Buy salt")**.

> Quoted text
> goes on.

1. One `code` item
   - nested

| Name | Use |
|------|-----|
| rock \\| sea | `a \\| b` food |

![White salt](salt.png "A heap")

Ends here.[^1] See [Rock] and [sea][].

[rock]: /rock "Rock salt"
[sea]: /sea
[^1]: A note.
"""


def test_every_text_becomes_a_unit_of_its_kind():
    found = [(segment.kind, segment.text) for segment in article(SAMPLE).segments]
    assert found == [
        (UnitKind.TITLE, "Salt: a history"),
        (UnitKind.ALT, "The sea's edge"),
        (UnitKind.CAPTION, "Salt on stones."),
        (UnitKind.HEADING, "Salt & sea"),
        (UnitKind.PARAGRAPH, "Salt is old."),
        (
            UnitKind.PARAGRAPH,
            'It is *very* old, and **[cheap](https://salt.example/a?b=1&c=2 "Buy salt")**.',
        ),
        (UnitKind.ATTRIBUTE, "Buy salt"),
        (UnitKind.PARAGRAPH, "Quoted text goes on."),
        (UnitKind.LIST_ITEM, "One `code` item"),
        (UnitKind.LIST_ITEM, "nested"),
        (UnitKind.TABLE_CELL, "Name"),
        (UnitKind.TABLE_CELL, "Use"),
        (UnitKind.TABLE_CELL, "rock | sea"),
        (UnitKind.TABLE_CELL, "`a | b` food"),
        (UnitKind.ALT, "White salt"),
        (UnitKind.ATTRIBUTE, "A heap"),
        (UnitKind.PARAGRAPH, "Ends here.[^1]"),
        (UnitKind.PARAGRAPH, "See [Rock][Rock] and [sea][sea]."),
        (UnitKind.FOOTNOTE, "A note."),
        (UnitKind.ATTRIBUTE, "Rock salt"),
    ]


@pytest.mark.parametrize("change", [str, lambda t: t.replace("\n", "\r\n"), lambda t: "\ufeff" + t])
def test_unchanged_is_the_same_bytes_with_any_line_end(change):
    data = change(SAMPLE).encode()
    read_in = article(data)
    assert texts(data) == texts(SAMPLE)
    assert read_in.render({segment.id: segment.text for segment in read_in.segments}) == data


def test_only_the_translated_value_of_front_matter_changes():
    out = translated(SAMPLE, {"Salt: a history": 'Le sel : "une" histoire'})
    wanted = SAMPLE.replace('"Salt: a history"', '"Le sel : \\"une\\" histoire"')
    assert out == wanted


@pytest.mark.parametrize(
    ("value", "text", "written"),
    [
        ("Salt", "Sel : une histoire", "'Sel : une histoire'"),
        ("Salt", "Sel n° 1", "Sel n° 1"),
        ("Salt", "l'eau #1", "'l''eau #1'"),
        ("Salt", "yes", "'yes'"),
        ("Salt", "2024-01-01", "'2024-01-01'"),
        ("Salt", "[a", "'[a'"),
        ("'Salt'", "l'eau", "'l''eau'"),
        ('"Salt"', 'a "b" \\c', '"a \\"b\\" \\\\c"'),
        ("Salt", "- a", "'- a'"),
        ("Salt", "盐：历史", "盐：历史"),
    ],
)
def test_values_are_quoted_as_yaml_needs(value, text, written):
    source = f"---\ntitle: {value} # note\nother: 1\n---\nBody\n"
    out = translated(source, {"Salt": text})
    assert out == f"---\ntitle: {written} # note\nother: 1\n---\nBody\n"
    assert article(out).meta["title"] == text


def test_named_values_in_lists_and_deep_mappings():
    source = "---\nitems:\n  - label: First\n    link: a\n  - label: Second\n---\nx\n"
    config = SourceConfig(front_matter=["items.label"])
    read_in = read(source.encode(), path="a.md", locale="en", source=config)
    assert [segment.text for segment in read_in.segments] == ["First", "Second", "x"]


def test_toml_front_matter():
    source = "+++\ntitle = \"Moss\" # c\nweight = 3\n[image]\nalt = 'Green'\n+++\n\nMoss grows.\n"
    assert texts(source) == ["Moss", "Green", "Moss grows."]
    assert translated(source, {"Moss": 'La "mousse"'}) == source.replace(
        '"Moss"', '"La \\"mousse\\""'
    )


def test_three_dashes_without_front_matter_are_rules():
    assert texts("# Kelp\n\nKelp grows.\n") == ["Kelp", "Kelp grows."]
    source = "---\ntitle: Kelp\n---\n\nKelp grows.\n\n---\n\nKelp rests.\n"
    assert texts(source) == ["Kelp", "Kelp grows.", "Kelp rests."]


@pytest.mark.parametrize(
    ("source", "where", "words"),
    [
        (b"---\ntitle: a: b\n---\nx", "a.md:2", "front matter is not valid YAML"),
        (b'---\nid: x\ntitle: "A\nsummary: b\n---\nx', "a.md:3", "opened here and closed nowhere"),
        (b"---\nok: 1\ntags: [a\n---\nx", "a.md", "front matter"),
        (b"---\n- a\n- b\n---\nx", "a.md:2", "not a mapping"),
        (b"+++\na = \n+++\nx", "a.md:2", "TOML"),
        (b"caf\xe9", "a.md:1", "is not UTF-8"),
        (b"ok\n\ncaf\xe9", "a.md:3", "is not UTF-8"),
        (b" \n\n", "a.md", "is empty"),
        (b"---\nid: ../up\n---\nx", "a.md", "id"),
        (b"---\nid: [a]\n---\nx", "a.md", "id"),
    ],
)
def test_what_cannot_be_read_says_where(source, where, words):
    with pytest.raises(ArticleError) as caught:
        read(source, path="a.md", locale="en", source=SourceConfig())
    assert caught.value.where.startswith(where)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "text",
    ["1. Mai kam.", "- so", "+ ein Punkt.", "# 1 Zeichen", "> mehr", "``` x", "~~~", "===", "---",
     "* a", "2) b", "| a | b |", "[x]: /u", "<div>", "<!-- c -->", ": d", "    indented", "#", "$$"],
)  # fmt: skip
def test_text_that_looks_like_a_block_stays_text(text):
    source = "Start of all.\nSecond part.\n"
    out = translated(source, {"Start of all.": text, "Second part.": text})
    assert skeleton(as_html(out)) == ["<p []>", "</p>"]
    for kept in text.strip().split():
        assert kept.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in as_html(out)


@pytest.mark.parametrize(
    "text",
    ["a *b* c", "a `b` c", "a [b](c) d", "<b>x</b>", "![i](j)", "a ~~b~~", "5~6 km, 7~8 m", "~um 5~", "x_y_ _z_", "AT&amp;T",
     "https://evil.example/", "www.evil.example", "me@evil.example", "[^1]", "\\*a", "a | b", "$x$"],
)  # fmt: skip
def test_markup_that_the_source_does_not_have_is_text(text):
    out = translated("Plain words.\n", {"Plain words.": text})
    assert skeleton(as_html(out)) == ["<p []>", "</p>"]


def test_cells_keep_their_pipes():
    source = "| Command | Effect |\n| --- | --- |\n| `ls \\| wc` | counts a \\| b |\n"
    out = translated(source, {"counts a | b": "zählt a | b"}, "de")
    assert "| `ls \\| wc` | zählt a \\| b |" in out
    source = "| `ls \\| wc` now | b |\n| --- | --- |\n"
    out = translated(source, {"`ls | wc` now": "jetzt `ls | wc` oder `x`"}, "de")
    assert out.startswith("| jetzt `ls \\| wc` oder \\`x\\` | b |")


def test_references_keep_their_definitions():
    source = 'See [the map][m], [Big map][] and [Chart].\n\n[m]: map.md "Old map"\n[big map]: big.md\n[chart]: chart.md\n'
    msgid = "See [the map][m], [Big map][Big map] and [Chart][Chart]."
    assert texts(source) == [msgid, "Old map"]
    out = translated(
        source, {msgid: "Voir [la carte][m], [Grande carte][Big map] et [Carte][Chart]."}
    )
    assert [
        target for target in ("map.md", "big.md", "chart.md") if f'href="{target}"' in as_html(out)
    ]
    assert as_html(out).count("<a ") == 3
    assert source.split("\n\n")[1] in out


@pytest.mark.parametrize("source", ["![Rock]\n", "![Rock][]\n", "![Rock][rock]\n"])
def test_images_by_reference_keep_their_target(source):
    whole = source + "\n[rock]: /rock.png\n"
    out = translated(whole, {"Rock": "Roche"})
    assert '<img src="/rock.png" alt="Roche" />' in as_html(out)


def test_link_titles_and_alternative_texts_inside_sentences():
    source = 'See ![a crab](crab.png "Crab") and [it](x "Open daily") now.\n'
    words = {
        'See ![a crab](crab.png "Crab") and [it](x "Open daily") now.':
            'Voir ![a crab](crab.png "Crab") et [le](x "Open daily") ici.',
        "a crab": "un [crabe",
        "Open daily": 'Ouvert "tous" les jours',
    }  # fmt: skip
    out = translated(source, words)
    assert (
        out
        == 'Voir ![un \\[crabe](crab.png "Crab") et [le](x "Ouvert \\"tous\\" les jours") ici.\n'
    )


def test_hard_breaks_end_a_sentence_and_stay():
    source = "First line  \nSecond line\\\nThird<br>fourth\n"
    assert texts(source) == ["First line", "Second line", "Third", "fourth"]
    out = translated(source, {"First line": "Un", "Third": "Trois", "fourth": "Quatre"})
    assert out == "Un  \nSecond line\\\nTrois<br>Quatre\n"


def test_soft_breaks_join_as_the_script_wants():
    assert texts("今日は\n晴れ。\n", locale="ja") == ["今日は晴れ。"]
    assert texts("오늘은\n맑다.\n", locale="ko") == ["오늘은 맑다."]
    assert texts("Heute ist\nes klar.\n", locale="de") == ["Heute ist es klar."]
    assert texts("使用 Git\n工具。\n", locale="zh") == ["使用 Git 工具。"]


def test_sentences_are_joined_as_the_target_language_does():
    words = {"The sea is calm.": "海很平静。", "The boat is here.": "船来了。"}
    assert (
        translated("The sea is calm. The boat is here.\n", words, "zh-Hans")
        == "海很平静。船来了。\n"
    )
    one = {"The sea is calm.": "海は静かだ。"}
    assert (
        translated("The sea is calm. The boat is here.\n", one, "ja")
        == "海は静かだ。The boat is here.\n"
    )
    back = article("海很平静。船来了。\n", locale="zh")
    given = dict(
        zip([s.id for s in back.segments], ["The sea is calm.", "The boat is here."], strict=True)
    )
    assert back.render(given, "en").decode() == "The sea is calm. The boat is here.\n"


def test_a_merged_sentence_leaves_no_gap():
    out = translated("One. Two. Three.\n", {"One.": "Un et deux.", "Two.": "[[merged]]"})
    assert out == "Un et deux. Three.\n"


def test_emphasis_beside_chinese_letters_stays_emphasis():
    source = "He says **“yes.”** to it.\n"
    out = translated(source, {"He says **“yes.”** to it.": "他说**“好。”**然后走了。"}, "zh-Hans")
    assert "<strong>“好。”</strong>" in as_html(out)


def test_emphasis_that_needs_tags_may_begin_a_line():
    source = "**Some things are hard,** a secret leaves no trace.\n"
    words = {
        "**Some things are hard,** a secret leaves no trace.": "**有些事很难，**秘密不留痕迹。"
    }
    assert as_html(translated(source, words, "zh-Hans")) == (
        "<p><strong>有些事很难，</strong>秘密不留痕迹。</p>\n"
    )
    kept = translated("<b>Old</b> town.\n", {"<b>Old</b> town.": "<b>老</b>城。"}, "zh-Hans")
    assert kept == "<b>老</b>城。\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            {"**Open now.**": "**现已开放。**", "Come in.": "请进。"},
            "<strong>现已开放。</strong>请进。<em>Soon.</em>",
        ),
        (
            {"Come in.": "请进。"},
            "<strong>Open now.</strong>请进。<em>Soon.</em>",
        ),
        (
            {"**Open now.**": "**现已开放。**", "*Soon.*": "*很快。*"},
            "<strong>现已开放。</strong>Come in.<em>很快。</em>",
        ),
    ],
)
def test_emphasised_sentences_that_lose_the_blank_between_them_stay_emphasised(words, expected):
    """Also the untranslated ones: CommonMark sees emphasis only beside certain neighbours."""
    source = "**Open now.** Come in. *Soon.*\n"
    assert as_html(translated(source, words, "zh-Hans")) == f"<p>{expected}</p>\n"


@pytest.mark.parametrize(
    ("source", "words", "page"),
    [
        ("See https://e.example/a.", "见https://e.example/a。", "见{https://e.example/a}。"),
        ("See https://e.example/a", "（见https://e.example/a）", "（见{https://e.example/a}）"),
        ("See www.e.example/a now", "见www.e.example/a吧", "见{www.e.example/a}吧"),
        ("Ask a@e.example now", "问a@e.example吧", "问{a@e.example}吧"),
    ],
)
def test_an_address_beside_letters_keeps_its_ends(source, words, page):
    """GFM would take the letters into the address, or see none."""
    linked = re.sub(
        r"\{(.*)\}",
        lambda m: f'<a href="{scheme(m[1])}{m[1]}">{m[1]}</a>',
        page,
    )
    assert as_html(translated(source, {source: words}, "zh-Hans")) == f"<p>{linked}</p>\n"


def scheme(address):
    return "mailto:" if "@" in address else "" if "://" in address else "http://"


def test_words_in_another_language_inside_a_sentence_are_left_alone():
    source = 'They say <i lang="fr">à *bientôt*. Salut</i> and go.'
    assert texts(source) == [source]
    changed = 'Sie sagen <i lang="fr">bis *bald*</i> und gehen.'
    assert translated(source, {source: changed}, "de") == (
        'Sie sagen <i lang="fr">à *bientôt*. Salut</i> und gehen.'
    )


def test_an_address_right_behind_a_template_tag_is_one():
    source = "{{ icon }}https://e.example/a is here."
    [segment] = article(source).segments
    assert [span.dest for span in segment.spans] == ["{{ icon }}", "https://e.example/a"]


def test_sentences_end_behind_closing_marks():
    assert texts("**Entry is free.** Bring a *friend.* See [the map.](map.md) Go on.") == [
        "**Entry is free.**",
        "Bring a *friend.*",
        "See [the map.](map.md)",
        "Go on.",
    ]
    assert texts("Ask *Dr.* Reed of the *U.S.* office **on p. 3** at once.") == [
        "Ask *Dr.* Reed of the *U.S.* office **on p. 3** at once."
    ]


def test_entities_are_shown_decoded_unless_they_hide_markup():
    assert texts("Caf&eacute; &amp; R&amp;D &copy; &lt;b&gt; 2&#42;3 &nbsp;x\n") == [
        "Café & R&D © &lt;b&gt; 2&#42;3 \u00a0x"
    ]


def test_code_and_raw_html_are_no_units():
    source = "Type this:\n````text\n```\n# who\n```\n````\nThen stop.\n\n    indented: stay\n\n<!-- c -->\n"
    assert texts(source) == ["Type this:", "Then stop."]


def test_html_blocks_are_read():
    source = (
        '# Oven\n\n<div class="note">\nHot <b>inside</b>.\n</div>\n\n<details>\n<summary>More</summary>\n\n'
        'Use **gloves**.\n\n</details>\n\nWritten in <span dir="ltr">C++</span> long ago. <!-- editor: check -->\n'
    )
    assert texts(source) == [
        "Oven",
        "Hot <b>inside</b>.",
        "More",
        "Use **gloves**.",
        'Written in <span dir="ltr">C++</span> long ago.',
    ]
    out = translated(source, {"Hot <b>inside</b>.": "<b>Dedans</b> *c'est* chaud & <i>x</i>."})
    assert "\n<b>Dedans</b> *c'est* chaud &amp; &lt;i>x&lt;/i>.\n" in out


def test_templates_and_placeholders_are_protected():
    source = 'See {{< figure src="/tide chart.png" caption="It\'s *high* tide" >}} first.\n\n[Map]({{ site.base }}/map) for {name}.\n'
    first, second = article(source).segments
    assert [span.kind for span in first.spans] == [SpanKind.PROTECTED]
    assert [(span.kind, span.dest) for span in second.spans] == [
        (SpanKind.LINK, "]({{ site.base }}/map)"),
        (SpanKind.PROTECTED, "{name}"),
    ]


def test_authors_comments():
    source = (
        "<!-- transflow: note: a button -->\n<!-- transflow: context: menu -->\n\nOpen\n\n"
        "<!-- transflow: skip -->\n\n- not\n- this\n\nBut this.\n\n<!-- transflow: off -->\n\nNo.\n\nNo.\n\n"
        "<!-- transflow: on -->\n\nYes.\n"
    )
    found = article(source).segments
    assert [segment.text for segment in found] == ["Open", "But this.", "Yes."]
    assert (found[0].notes, found[0].context) == (("a button",), "menu")
    assert (found[1].notes, found[1].context) == ((), "")


def test_ids_come_from_front_matter_or_the_path():
    def read_at(path, data):
        return read(data, path=path, locale="en", source=SourceConfig()).id

    assert read_at("articles/news/visit.md", b"x") == "news/visit"
    assert read_at("articles/news/visit.md", b"---\nid: trips/a\n---\nx") == "trips/a"


def test_page_has_marks_and_the_sources_anchors():
    source = "# Boats\n\nSee [care](#care). Two.\n\n## Care *now*\n## Fixed {#keep-me}\n## Care now\n## ???\n## 概要\n"
    read_in = article(source)
    given = {
        segment.id: segment.text.upper().replace("#CARE", "#care")
        for segment in read_in.segments
        if "???" not in segment.text
    }
    page = read_in.html(given, "fr", lambda segment: (f"[{segment.id}:", "]"))
    assert '<h1 id="boats">[u1.s1:BOATS]</h1>' in page
    assert '<h2 id="care-now">[u3.s1:CARE <em>NOW</em>]</h2>' in page
    assert '<h2 id="keep-me">[u4.s1:FIXED]</h2>' in page
    assert '<h2 id="care-now-1">' in page
    assert '<h2 id="section-5">' in page
    assert '<h2 id="概要">' in page
    assert '[u2.s1:SEE <a href="#care">CARE</a>.] [u2.s2:TWO.]' in page
    assert "transflow" not in page


def test_known_cuts_are_kept():
    source = SourceConfig()
    data = b"Mr. Hale came. He left.\n"
    fresh = read(data, path="a.md", locale="en", source=source)
    assert [s.text for s in fresh.segments] == ["Mr. Hale came.", "He left."]
    known = frozenset({"Mr.", "Hale came. He left."})
    kept = read(data, path="a.md", locale="en", source=source, known=known)
    assert [s.text for s in kept.segments] == ["Mr.", "Hale came. He left."]


def test_paragraphs_can_be_the_unit_of_review():
    config = SourceConfig(segmentation="paragraph")
    read_in = read(b"One. Two.\n\nThree.\n", path="a.md", locale="en", source=config)
    assert [s.text for s in read_in.segments] == ["One. Two.", "Three."]


ADMONITIONS = """> [!WARNING]
> Wet paint. Keep off.

:::tip Keep it dry
Use a lid.
:::

!!! note "Before you start"
    Wash the brush.

    - and dry it
      well

```
!!! code
```

After.
"""


def test_admonitions_keep_their_markers():
    assert texts(ADMONITIONS) == [
        "Wet paint.", "Keep off.", "Keep it dry", "Use a lid.", "Before you start", "Wash the brush.",
        "and dry it well", "After.",
    ]  # fmt: skip
    words = {
        "Keep it dry": "Garder au sec",
        "Use a lid.": "- Un couvercle.",
        "Before you start": 'Avant "tout"',
        "Wash the brush.": "Laver.",
        "and dry it well": "bien sécher",
    }
    out = translated(ADMONITIONS, words)
    assert ":::tip Garder au sec\n\\- Un couvercle.\n:::\n" in out
    assert '!!! note "Avant \\"tout\\""\n    Laver.\n\n    - bien sécher\n' in out
    assert "> [!WARNING]\n> Wet paint." in out


def test_admonitions_are_boxes_on_pages():
    read_in = article(ADMONITIONS)
    page = read_in.html({}, "fr", lambda segment: ("", ""))
    for kind, title in (("tip", "Keep it dry"), ("note", "Before you start")):
        assert (
            f'<div class="markdown-alert markdown-alert-{kind}"><p class="markdown-alert-title">{title}</p>'
            in page
        )
    assert "<li>and dry it\nwell</li>" in page
    assert ":::" not in page.replace("!!! code", "")
    assert page.count("<div") == page.count("</div>")


JEKYLL = """{% include toc.html %}

Hello :wave: all. We raised $5 and then $6M.
{: .lead}

{{% notice note %}}
Watch out.
Twice.
{{% /notice %}}

![Alt]({{ site.url }}/a.png){: width="300"}

[TOC]
"""


def test_lines_of_template_tags_keep_to_themselves():
    assert texts(JEKYLL) == [
        "Hello :wave: all.",
        "We raised $5 and then $6M.",
        "Watch out.",
        "Twice.",
        "Alt",
    ]
    words = {
        "Hello :wave: all.": "Bonjour :wave: à tous.",
        "We raised $5 and then $6M.": "Nous avons levé $5 puis $6M.",
        "Watch out.": "Attention.",
        "Alt": "Texte",
    }
    out = JEKYLL
    for before, after in words.items():
        out = out.replace(
            before if before != "Alt" else "[Alt]", after if before != "Alt" else "[Texte]"
        )
    assert translated(JEKYLL, words) == out.replace("\nTwice.", "\nTwice.")


def test_a_template_tag_inside_emphasis_cuts_nothing():
    source = "**One\n{% x %}\ntwo** three.\n"
    assert texts(source) == ["**One {% x %} two** three."]
    out = translated(source, {"**One {% x %} two** three.": "**Un {% x %} deux** trois."})
    assert as_html(out).count("<strong>") == 1


@pytest.mark.parametrize(
    "text",
    [
        ">" * 5000 + " x",
        "- " * 5000 + "x",
        "[a](" * 5000,
        "*a **a " * 3000,
        "x " + "<b>" * 3000 + "y",
        "See [a b](u). " * 2000,
        "|a" * 300 + "|\n" + "|-" * 300 + "|\n" + "|x" * 300 + "|\n",
        "`" * 3000 + "a" + "`" * 2999,
        "![" * 3000 + "]" * 3000,
        "<div>\n" * 3000,
        "<a b={{{{" * 2000,
        "<a {..." * 2000,
        "[a x='" * 3000,
        "^[a" * 3000 + "]" * 3000,
        "```{note}\n" * 2000,
    ],
)
@pytest.mark.timeout(60)
def test_hostile_nesting_neither_hangs_nor_overflows(text):
    read_in = article(text)
    assert read_in.render({s.id: s.text for s in read_in.segments}, "fr") == text.encode()
    read_in.render({s.id: f"{s.text} y" for s in read_in.segments}, "fr")


def test_a_translation_of_one_mark_begins_no_definition():
    out = translated("A note.\n\nMore.\n", {"More.": ":"})
    assert skeleton(as_html(out)) == skeleton("<p></p>\n<p></p>")


SITES = """import Tabs from '@theme/Tabs';
import './style.css'

export const size = {
  width: 3,
};

{/* for editors: check this */}

{{< highlight go >}}
fmt.Println("Hi. Bye.")

// A comment. It stays.
{{< /highlight >}}

{% highlight ruby %}
puts 'Hello there.'
{% endhighlight %}

{::comment}
Not shown.
{:/comment}

* TOC
{:toc}

=== "First tab"

    Inside the *tab*.

--8<-- "snippets/a.md"

/// note | A title
Inside a block.
///

A ![chart](c.png){ width="300" .wide } and [button](b.md){ .md-button }.

*[WHO]: World Health Organization
*[ILO]: International Labour Organization
"""


def test_what_site_generators_read_as_code_is_no_text():
    assert texts(SITES) == [
        "First tab",
        "Inside the *tab*.",
        "A title",
        "Inside a block.",
        'A ![chart](c.png){ width="300" .wide } and [button](b.md){ .md-button }.',
        "chart",
        "World Health Organization",
        "International Labour Organization",
    ]
    read_in = article(SITES)
    given = {
        segment.id: segment.text.replace("Inside", "Dans").replace("World", "Le monde")
        for segment in read_in.segments
    }
    out = read_in.render(given, "fr").decode()
    assert out == SITES.replace("Inside", "Dans").replace("World", "Le monde")


def test_the_name_of_an_abbreviation_stays_where_its_line_begins():
    """Whatever a translation begins with; behind other words it would explain nothing."""
    source = "> The WHO met.\n> *[WHO]: World Health Organization\n> *[ILO]:  Labour. Office\n"
    found = article(source)
    assert [segment.text for segment in found.segments] == [
        "The WHO met.",
        "World Health Organization",
        "Labour.",
        "Office",
    ]
    given = {segment.id: f"[{segment.text}]" for segment in found.segments}
    assert found.render(given, "fr").decode() == (
        "> [The WHO met.]\n> *[WHO]: [World Health Organization]\n> *[ILO]:  [Labour.] [Office]\n"
    )


@pytest.mark.parametrize(
    ("source", "first"),
    [
        ("One line\\\n{{ tag }}\nmore.\n", "One line"),
        ("One line  \n{{ tag }}\nmore.\n", "One line"),
        ("One line\\\\\n{{ tag }}\nmore.\n", "One line\\\\"),
    ],
)
def test_a_hard_break_before_a_line_of_tags_stays_a_break(source, first):
    assert texts(source) == [first, "more."]
    given = {segment.id: f"[{segment.text}]" for segment in article(source).segments}
    out = article(source).render(given, "fr").decode()
    assert skeleton(as_html(out)) == skeleton(as_html(source))
    assert out == source.replace(first, f"[{first}]").replace("more.", "[more.]")


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example/b&gt;c",
        "https://a.example/?b=c&amp;d=e",
        "https://a.example/?b=c&d=e",
        "www.a.example/b&lt;c",
        "www.a.example",
        "www.a.example:80/b",
        "www.a.examplehttp://b.example",
        "a@b.example",
    ],
)
def test_an_address_with_references_leads_where_it_led_when_words_are_glued_to_it(address):
    source = f"See {address}\n"
    [segment] = article(source).segments
    out = article(source).render({segment.id: f"Voir «{address}»"}, "fr").decode()
    links = [tag for tag in skeleton(as_html(out)) if tag.startswith("<a ")]
    assert links == [tag for tag in skeleton(as_html(source)) if tag.startswith("<a ")]


def test_an_address_that_a_template_tag_completes_keeps_its_scheme():
    """Where words are glued to it, it is written as a link, whose destination needs one."""
    source = "See www.a.example/{{page}}\n"
    [segment] = article(source).segments
    out = article(source).render({segment.id: "Voir «www.a.example/{{page}}»"}, "fr").decode()
    assert "](<http://www.a.example/{{page}}>)" in out


def test_many_references_in_one_sentence_are_all_seen():
    source = "[t][ref][t][ref][ref] and [ref], [ref] or [ref].\n\n[ref]: /r\n"
    [segment] = article(source).segments
    assert [span.dest for span in segment.spans] == ["[ref]"] * 6
    out = translated(source, {segment.text: f"x {segment.text} x"})
    assert skeleton(as_html(out)) == skeleton(as_html(source))


def test_code_tags_left_open_are_read_in_linear_time():
    article("{{< highlight x >}} a {% comment %} b {::comment} " * 2000)


@pytest.mark.parametrize(
    ("link", "dest"),
    [
        ("[style guide][style\nguide]", "[style guide]"),
        ('[style guide](guide.md "Our\nstyle guide")', "guide.md"),
        ("[style guide](<guide.md>\n'Style')", "guide.md"),
    ],
)
def test_what_stands_behind_a_link_over_two_lines_is_where_it_is(link, dest):
    source = f"It follows the {link} that the [process][rfcs] made **law**.\n\n[style guide]: a\n[rfcs]: b\n"
    read_in = article(source)
    segment = next(each for each in read_in.segments if each.text.startswith("It follows"))
    shown = [(span.dest, segment.text[span.inner_start : span.inner_end]) for span in segment.spans]
    assert shown == [(dest, "style guide"), ("[rfcs]", "process"), ("", "law")]
    rendered = read_in.render({segment.id: segment.text.replace("made", "has made")}).decode()
    assert skeleton(as_html(rendered)) == skeleton(as_html(source))


def test_elements_that_say_markdown_are_read_as_markdown():
    source = (
        '<figure markdown="span">\n  ![A sea. *Wide*.](sea.png "By night"){ width="300" }\n'
        "  <figcaption>The sea, *seen*.</figcaption>\n</figure>\n\n"
        "> <div markdown>\n> Salt is [old](o.md)\n> and **dear**.\n> </div>\n\n"
        '<div markdown="0">A *star*.</div>\n'
    )
    found = [
        (segment.text, [str(s.kind) for s in segment.spans]) for segment in article(source).segments
    ]
    assert found == [
        ("A sea.", []),
        ("*Wide*.", ["emphasis"]),
        ("By night", []),
        ("The sea, *seen*.", []),
        ("Salt is [old](o.md) and **dear**.", ["link", "strong"]),
        ("A *star*.", []),
    ]
    words = {"Salt is [old](o.md) and **dear**.": "# Le **sel**, [vieux](o.md)", "A sea.": "Mer ]."}
    written = translated(source, words)
    assert '![Mer \\]. *Wide*.](sea.png "By night"){ width="300" }' in written
    assert "> <div markdown>\n> \\# Le **sel**, [vieux](o.md)\n> </div>" in written


def test_numbered_tags_are_no_html_and_stay_as_they_are():
    assert escape("<0>ici</0>, </b> et <i>", "markdown") == "<0>ici</0>, \\</b> et \\<i>"


def test_signs_escaped_in_a_translation_of_html_are_plain_signs_there():
    source = '<details title="A *b*">\n<summary>Click **me** & go</summary>\n</details>\n'
    words = {"Click **me** & go": "Cliquez \\*\\*ici\\*\\* \\& \\<b>", "A *b*": "Un \\*c\\*"}
    assert translated(source, words) == (
        '<details title="Un *c*">\n<summary>Cliquez **ici** &amp; &lt;b></summary>\n</details>\n'
    )


TOML = """+++
title = "Salt" # shown
long = '''
Salt is old.
It is dear.'''
tags = ["sea", 'salt # white', 7]
image = {alt = "A pan", size = [1, 2], more.text = "White"}
date = 2024-01-02 07:32:00
[[cards]]
"card label" = "First"
[[cards]]
"card label" = 'Second'
+++
Body.
"""


def test_every_string_of_toml_is_found_and_written_back():
    names = ["title", "long", "tags", "image.alt", "image.more.text", "cards.card label"]
    config = SourceConfig.model_validate({"locale": "en", "front_matter": names})
    read_in = read(TOML.encode(), path="a.md", locale="en", source=config)
    found = [segment.text for segment in read_in.segments]
    assert found == ["Salt", "Salt is old.", "It is dear.", "sea", "salt # white", "A pan", "White", "First",
                     "Second", "Body."]  # fmt: skip
    words = {segment.id: f'é \\ "{segment.text}" \'' for segment in read_in.segments}
    written = read_in.render(words, "fr").decode()
    meta = tomllib.loads(written.split("+++\n")[1])
    said = [meta["title"], *meta["long"].split("\n"), *meta["tags"][:2], meta["image"]["alt"],
            meta["image"]["more"]["text"], *(card["card label"] for card in meta["cards"])]  # fmt: skip
    assert said == [words[segment.id] for segment in read_in.segments[:-1]]
    assert (meta["tags"][2], meta["image"]["size"]) == (7, [1, 2])
    assert "# shown" in written


def test_anchors_and_tags_of_yaml_stay_before_their_value():
    source = "---\ntitle: &t A sea\nalso: *t\nmore: !!str 'Salt'\n...\nBody.\n\n---\n\nMore.\n"
    config = SourceConfig.model_validate({"locale": "en", "front_matter": ["title", "more"]})
    read_in = read(source.encode(), path="a.md", locale="en", source=config)
    assert [s.text for s in read_in.segments] == ["A sea", "Salt", "Body.", "More."]
    words = dict(
        zip([s.id for s in read_in.segments], ["Une mer", "Sel", "Texte.", "Plus."], strict=True)
    )
    assert read_in.render(words, "fr").decode() == (
        "---\ntitle: &t Une mer\nalso: *t\nmore: !!str 'Sel'\n...\nTexte.\n\n---\n\nPlus.\n"
    )


def test_template_tags_around_words_are_pairs():
    text = "Press {{< button >}}the **big** one{{< /button >}} or {% if a %}{{ a }}{% else %}it{% endif %}."
    (segment,) = article(text).segments
    found = [(str(span.kind), text[span.inner_start : span.inner_end]) for span in segment.spans]
    assert found == [
        ("html", "the **big** one"),
        ("strong", "big"),
        ("html", "{{ a }}{% else %}it"),
        ("protected", ""),
        ("protected", ""),
    ]
    moved = "{% if a %}{{ a }}{% else %}le{% endif %} ou {{< button >}}le **grand**{{< /button >}}."
    assert translated(text, {text: moved}) == moved
    crossed = "**Press {% if a %}now** or{% endif %} later."
    (segment,) = article(crossed).segments
    assert [str(span.kind) for span in segment.spans] == ["strong", "protected", "protected"]


def test_two_positional_placeholders_hold_no_formula():
    (segment,) = article("File %1$s was moved to %2$s, by $x^2$.").segments
    kept = [segment.text[span.start : span.end] for span in segment.spans]
    assert kept == ["%1$s", "%2$s", "$x^2$"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Les ventes sont de 5 millions\u00a0$, de 4 millions\u00a0$ avant.", []),
        ("От **5\u00a0млн\u00a0$**; до **4\u00a0млн\u00a0$**", ["**5\u00a0млн\u00a0$**", "**4\u00a0млн\u00a0$**"]),
        ("Il coûte 5\u202f000\u00a0S$, puis 300\u00a0HK$. Ou 7\u00a0US$/an.", []),
        ("Soit\u00a0$x^2$, et\u00a0$\\alpha$ pour 5\u00a0$.", ["$x^2$", "$\\alpha$"]),
    ],
)  # fmt: skip
def test_a_dollar_behind_its_number_makes_no_formula(text, kept):
    assert [text[one.start : one.end] for one in spans(text, "markdown")] == kept


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<del>\n*Gone* now\n</del>\nMore *text*.\n", ["*Gone* now", "More *text*."]),
        ("<Note kind='a'>\nMind *it*.\n</Note> Or not.\n", ["Mind *it*.", "Or not."]),
        ("<img src='a.png' alt='A sea'>\nSome *text*.\n", ["A sea", "Some *text*."]),
        ("> <b>\n> Bold *text*\n> </b> ends.\n", ["Bold *text*", "ends."]),
    ],
)
def test_a_tag_alone_on_the_first_line_of_a_block_stays_there(source, found):
    assert texts(source) == found
    written = translated(source, {text: f"[{text}] é" for text in found})
    assert skeleton(as_html(written)) == skeleton(as_html(source))


def test_the_same_address_three_times_is_one_three_times():
    source = "At http://e.example/a._b and http://e.example/a._b or http://e.example/a._b"
    written = translated(source + ".\n", {source + ".": source + "。"}, "zh-Hans")
    assert as_html(written).count('<a href="http://e.example/a._b">') == 3


@pytest.mark.parametrize(
    ("source", "offered"),
    [
        ("[https://e.example/a](https://e.example/a)\n", []),
        ("- [press@e.example](mailto:press@e.example)\n", []),
        ('[https://e.example](https://e.example "The port")\n', ["The port"]),
        (
            "See [https://e.example](https://e.example)\n",
            ["See [https://e.example](https://e.example)"],
        ),
    ],
)
def test_an_address_that_is_linked_is_no_more_text_than_a_bare_one(source, offered):
    assert texts(source) == offered


def test_a_backslash_at_the_end_of_a_translation_escapes_nothing():
    source = "One\\\ntwo.\n\n![three](a.png 'four') five\nsix seven. Eight.\n"
    read_in = article(source)
    words = {segment.id: f"{segment.text} C:\\" for segment in read_in.segments}
    page = as_html(read_in.render(words, "fr").decode())
    assert skeleton(page) == skeleton(as_html(source))
    assert page.count("C:\\") == len(read_in.segments)


@pytest.mark.parametrize("words", ["1. Salz", "# Salz", "- Salz", ": Salz", "> Salz"])
def test_a_title_on_a_line_of_its_own_begins_no_block(words):
    source = "[salt]: s.md '\nSalt\nitself\n'\n\n[salt] is old.\n"
    page = as_html(translated(source, {"Salt itself": words}))
    assert html.unescape(page) == f'<p><a href="s.md" title="\n{words}\n">salt</a> is old.</p>\n'


def test_a_translated_line_becomes_no_head_of_a_table():
    """The rule below has two cells; with two above it, a table would begin."""
    source = "One. The second\n--|--\nends.\n"
    article = read_article(source.encode(), format="markdown")
    first, *_ = article.segments
    assert first.text == "One."
    page = article.render({first.id: "Un | une."}, "fr").decode()
    assert "<table>" not in as_html(page)
    assert "<table>" in as_html("Un | une. The second\n--|--\nends.\n")


def test_a_definition_may_have_a_generators_tag_for_its_address():
    """Hugo and Jekyll put the address in before they read the text."""
    source = (
        'See the [guide][conf] and [rules].\n\n[conf]: {{< relref "config.md#folders" >}} "How to set up"\n'
        "[rules]: {{ site.url }}/rules\n[old]: {% link docs/old.md %}\n\n[note]: {{ x }} is no address.\n"
    )
    assert texts(source) == [
        "See the [guide][conf] and [rules][rules].",
        "[note]: {{ x }} is no address.",
        "How to set up",
    ]
    out = translated(source, {"How to set up": "Comment régler"})
    assert out == source.replace("How to set up", "Comment régler")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hake\n**Cod** of the sea\n: A fish\n", ["Hake", "**Cod** of the sea", "A fish"]),
        ("> Hake\n> Cod\n> : A fish\n>   that swims\n", ["Hake", "Cod", "A fish that swims"]),
        ("- Hake\n  Cod\n  : A fish\n\nEel\nBass\n: Two\n: More\n", ["Hake", "Cod", "A fish", "Eel", "Bass", "Two", "More"]),
        ("X\n: A letter\n", ["X", "A letter"]),
    ],
)  # fmt: skip
def test_each_line_above_a_definition_is_a_term(text, wanted):
    for source in (text, text.replace("\n", "\r\n")):
        read_in = article(source)
        assert [segment.text for segment in read_in.segments] == wanted
        assert read_in.render({s.id: s.text for s in read_in.segments}, "en") == source.encode()
        written = read_in.render({s.id: f"é {s.text}" for s in read_in.segments}, "fr").decode()
        assert skeleton(as_html(written)) == skeleton(as_html(source))
