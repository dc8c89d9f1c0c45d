"""Tags of template languages beside Liquid and Hugo, calls of MDX, sizes of images, emptied elements."""

import re

import pytest

from tests.documents.skeleton import offered, read
from transflow.documents import read_article


def kept(segment):
    return [
        segment.text[span.start : span.end if span.atomic else span.inner_start]
        for span in segment.spans
    ]


@pytest.mark.parametrize("kind", ["markdown", "html"])
@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("By {# who. Then what #} Ann.", ["{# who. Then what #}"]),
        ("Dear <%= @reader.name %>, row out.", ["<%= @reader.name %>"]),
        ("Row {{{boat}}} out.", ["{{{boat}}}"]),
        ("Row out{{#if tide}} at low tide{{/if}} now.", ["{{#if tide}}"]),
        ("Row out{{^tide}} at once{{/tide}} now.", ["{{^tide}}"]),
        ("Dear {$name} or %%reader%%, row out.", ["{$name}", "%%reader%%"]),
        ("In {new Date().getFullYear()} we row.", ["{new Date().getFullYear()}"]),
        ('A {t("boat")} of {props.size(3)} m.', ['{t("boat")}', "{props.size(3)}"]),
        ("It is {so (they say)} now.", []),
    ],
)
def test_tags_of_template_languages_stay(kind, text, pieces):
    source = f"<p>{text}</p>\n" if kind == "html" else f"{text}\n"
    (segment,) = read(source, kind).segments
    assert kept(segment) == pieces


def test_lines_of_nothing_but_such_tags_are_no_text():
    source = "{# a note. More #}\n\n<% if tide %>\nRow *out*.\n<% end %>\n"
    assert offered(source) == ["Row *out*."]
    page = "<% if tide > 3 %>\n<p>Row out.</p>\n<% end %>\n{# so #}\n"
    assert offered(page, "html") == ["Row out."]


@pytest.mark.parametrize("text", ["<%= system('x') %>", "Un <% reste"])
def test_no_tag_of_erb_comes_of_a_translation(text):
    for source in ("Row out.\n", "[Row](a.md 'Row out')\n"):
        article = read_article(source.encode(), format="markdown")
        rendered = article.render({s.id: text for s in article.segments}, "fr").decode()
        assert "<%" not in rendered
    article = read_article(b'<p title="Row">Row out.</p>', format="html")
    assert "<%" not in article.render({s.id: text for s in article.segments}, "fr").decode()


@pytest.mark.parametrize("kind", ["markdown", "html"])
def test_a_shortcode_around_an_address_is_no_text(kind):
    assert offered("[embed]https://a.example/b[/embed]\n\nRow out.\n", kind) == ["Row out."]
    (segment,) = read("See [embed]https://a.example/b[/embed] now.\n", kind).segments
    assert kept(segment) == ["[embed]", "https://a.example/b"]


def test_shortcodes_around_words_are_pairs_on_pages():
    (segment,) = read("See [b]the boat[/b] now.\n", "html").segments
    assert kept(segment) == ["[b]"]


@pytest.mark.parametrize("kind", ["markdown", "html", "text"])
def test_the_sign_before_a_placeholder_is_a_part_of_it(kind):
    (segment,) = read("You have #{count} new of %{all}, item #7.\n", kind).segments
    assert kept(segment) == ["#{count}", "%{all}"]


def test_tags_around_a_text_with_lines_of_tags_beside_it():
    source = (
        '{% if x %}\n{% capture a %}Row out. Come home.{% endcapture %}\n{% assign b = "c" %}\n'
    )
    assert offered(source) == ["Row out.", "Come home."]


@pytest.mark.parametrize(
    "image",
    [
        "![A pier](a.png =300x200)",
        "![A pier](a.png =300x)",
        "![A pier](a.png =x20 )",
        "![A pier](a_b_c.png =50%x)",
    ],
)
def test_the_size_of_an_image_is_no_text(image):
    source = f"{image}\n\nSee {image} now.\n\n| {image} |\n|---|\n| Row |\n"
    article = read(source)
    alts = [each for each in article.segments if each.text == "A pier"]
    others = [each for each in article.segments if each not in alts]
    assert len(alts) == 3
    assert [each.text for each in others] == [f"See {image} now.", "Row"]
    assert kept(others[0]) == [image]
    written = article.render(
        {each.id: "Une [jetée" for each in alts} | {others[0].id: f"Vois {image}."}, "fr"
    ).decode()
    escaped = image.replace("A pier", "Une \\[jetée")
    assert written == f"{escaped}\n\nVois {escaped}.\n\n| {escaped} |\n|---|\n| Row |\n"


def test_the_title_beside_a_size_is_offered_and_pages_show_the_image():
    source = '![A *pier*](a.png "Low tide" =30x20) and ![b](https://a.example/b.png =x5 "High")\n\n`![c](d.png =1x2)`\n'
    article = read(source)
    texts = {each.text: each.id for each in article.segments}
    assert {"A *pier*", "Low tide", "High"} <= set(texts)
    page = article.html({texts["Low tide"]: "Marée basse"}, "fr")
    assert re.findall("<[^p/][^>]*>", page) == [
        '<img src="a.png" alt="A pier" title="Marée basse" width="30" height="20" />',
        '<img src="https://a.example/b.png" alt="b" title="High" height="5" />',
        "<code>",
    ]


def test_what_docsify_is_told_before_a_title_stays():
    source = "See [the map](map.md ':target=_self The map').\n"
    article = read(source)
    title = next(each for each in article.segments if each.text == "The map")
    rendered = article.render({title.id: "La carte"}, "fr").decode()
    assert rendered == source.replace("The map'", "La carte'")


@pytest.mark.parametrize(
    ("kind", "source", "wanted"),
    [
        ("markdown", "On the 21<sup>st</sup> of May.\n", "Le 21 mai.\n"),
        ("html", "<p>On the 21<sup>st</sup> of May.</p>", "<p>Le 21 mai.</p>"),
    ],
)
def test_an_element_that_a_translation_leaves_empty_is_not_written(kind, source, wanted):
    """French has no ordinal there, and `<sup></sup>` in the entry says so."""
    article = read(source, kind)
    (segment,) = article.segments
    assert article.render({segment.id: "Le 21<sup></sup> mai."}, "fr").decode() == wanted
    # What the original does not have is text.
    assert "b>" in article.render({segment.id: "Le 21<b></b> mai."}, "fr").decode()


@pytest.mark.parametrize("kind", ["markdown", "html"])
@pytest.mark.parametrize("many", ["{# a #}" * 60, "{# a " * 5000, "{>> a " * 5000, "{/* a " * 5000])
def test_many_comments_in_a_line_or_none_that_ends_are_read(kind, many):
    """Where each could be a part of the next, this would not end."""
    source = f"{many}x\n"
    article = read_article(source.encode(), format=kind)
    assert article.render({s.id: s.text for s in article.segments}, "fr") == source.encode()
    assert article.html({})


HTML_CODE = '<p class="boat">Row out.</p>\n\n<title>{{ .Boat | default .Tide }}</title>\n'


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("{{< highlight html >}}", "{{< /highlight >}}"),
        ('{{< code file="boat.html" >}}', "{{< /code >}}"),
        ("{% highlight html %}", "{% endhighlight %}"),
    ],
)
def test_elements_between_tags_around_code_are_code(opening, closing):
    assert offered(f"Before.\n\n{opening}\n{HTML_CODE}{closing}\n\n<p>After.</p>\n") == [
        "Before.",
        "After.",
    ]


def test_a_tag_that_marks_words_of_a_sentence():
    """`{{< highlight >}}` of digital.gov, around words; with a language it is Hugo's, around code."""
    text = "The {{< highlight >}}new rules{{< /highlight >}} apply."
    article = read(f"{text}\n")
    (segment,) = article.segments
    assert kept(segment) == ["{{< highlight >}}"]
    given = text.replace("new rules", "neuen Regeln")
    assert article.render({segment.id: given}, "de").decode() == f"{given}\n"
    code = "Say {{< highlight go >}}let a{{< /highlight >}} now."
    (segment,) = read(f"{code}\n").segments
    assert kept(segment) == [code[4:-5]]


def test_the_end_of_a_call_of_zola():
    """`{% end %}` ends whatever was called: https://www.getzola.org/documentation/content/shortcodes/"""
    box = '{% box(kind="warning") %}Stay in. It blows.{% end %}\n'
    assert offered(box) == ["Stay in.", "It blows."]
    assert offered("{% mermaid() %}\nboat-->quay;\n{% end %}\n") == []
    (segment,) = read('Row {% mark(by="Ann") %}out{% end %} now.\n').segments
    assert kept(segment) == ['{% mark(by="Ann") %}']
    assert segment.text[segment.spans[0].start : segment.spans[0].end].endswith("out{% end %}")


@pytest.mark.parametrize("tag", ["{{ .Title }}", "{{ boat | escape }}", "<%= boat %>", "*|BOAT|*"])
@pytest.mark.parametrize(
    "page",
    [
        "<title>%s</title>",
        '<img alt="%s">',
        '<a title="%s"></a>',
        '<meta name="description" content="%s">',
        '<meta property="og:title" content="%s">',
    ],
)
def test_template_tags_alone_in_a_title_or_attribute_are_no_text(tag, page):
    assert offered(page % tag, "html") == []
    article = read_article((page % f"The boat {tag} is in").encode(), format="html")
    (segment,) = article.segments
    assert kept(segment) == [tag]
    assert article.render({segment.id: segment.text}) == article.source


def test_a_title_is_not_cut_within_a_template_tag():
    title = "{% if boat %}{{ boat | upcase }} - {% endif %}{{ site | upcase }} news"
    assert offered(f"<title>{title}</title>", "html") == [title]


def test_an_address_alone_in_the_front_matter_is_no_text():
    page = '---\ntitle: "{{ boat }}"\ndescription: "https://example.org/boat"\n---\nRow out.\n'
    assert offered(page) == ["Row out."]


@pytest.mark.parametrize("kind", ["html", "markdown"])
def test_what_is_not_seen_is_no_word(kind):
    """Letters to subscribers fill the line that mailboxes show with it."""
    line = "&zwnj;&nbsp;&#847; &shy;"
    if kind == "html":
        assert offered(f"<div>Row out. Now.{line}{line}</div><p>{line}</p>", kind) == [
            "Row out.",
            "Now.",
        ]
    assert offered("<p>Oars&hellip;</p>", "html") == ["Oars…"]
    assert offered("<p>Say &lt;oars&gt;</p>", "html") == ["Say &lt;oars>"]
    badges = "[![](a.svg)](a)&emsp;[![](b.svg)](b)"
    assert offered(badges if kind == "markdown" else f"<p>{line}</p>", kind) == []


def test_a_placeholder_that_begins_a_line_is_no_comment():
    source = 'Of `%{size}` it says _"must be\n%{size}"_. Then.\n'
    assert offered(source) == ['Of `%{size}` it says _"must be %{size}"_.', "Then."]


def test_comments_of_jinja_that_trim_blanks_are_no_text():
    assert offered("<p>x1</p>{#- Row out. Now -#}<p>Oars</p>", "html") == ["x1", "Oars"]


@pytest.mark.parametrize("kind", ["markdown", "html"])
@pytest.mark.parametrize(
    "tag",
    [
        """{{< img src="a.png" caption="By <a href='x'>Ann</a>" >}}""",
        """{{<img src="a.png" caption="Ann's <b>boat</b>">}}""",
        '{{% quay "<p>out</p>" %}}',
        '{% include a.html caption="A <b>bold</b> pier" %}',
        """{{ fig | remove: '<p>' | remove: "</p>" }}""",
        '<%= link_to "<b>Row</b>", row %>',
        "{# <p>no more</p> #}",
        "{% include a.html caption=`By <a href='x'>Ann</a>` %}",
    ],
)
def test_markup_in_arguments_of_tags_is_none(kind, tag):
    """Themes of Hugo and Jekyll give captions with links to their tags, in blocks of HTML too."""
    assert offered(f"<figure>\n  {tag}\n</figure>\n", kind) == []
    (segment,) = read(f"<p>{tag} Row out.</p>\n", kind).segments
    assert kept(segment) == [tag]


def test_elements_between_loose_braces_are_elements():
    source = "<p>Type {{ to open</p><p>and }} to close.</p>\n"
    for kind in ("markdown", "html"):
        assert offered(source, kind) == ["Type {{ to open", "and }} to close."]


def test_the_end_of_a_value_is_not_in_a_tag():
    source = '<p><img src="a.png" alt="{{< tide "low" >}}" title="Low > high"> Row out.</p>\n'
    for kind in ("markdown", "html"):
        assert offered(source, kind) == ["Low > high", "Row out."]
    article = read_article(
        b'See <img src="a.png" alt="{{< tide "low" >}}" title="Low"> now.\n', format="markdown"
    )
    assert [segment.text for segment in article.segments] == [
        'See <img src="a.png" alt="{{< tide "low" >}}" title="Low"> now.',
        "Low",
    ]


@pytest.mark.parametrize("kind", ["markdown", "html"])
@pytest.mark.parametrize("paths", ["    /images/a.gif", "  a/b_c.jpeg\n  https://a.example/b.png"])
def test_lone_paths_of_files_are_no_text(kind, paths):
    assert offered(f"<div>\n{paths}\n</div>\n", kind) == []
    tags = f"{{% capture images %}}\n{paths}\n{{% endcapture %}}"
    for around in ("{}\n", "<div>\n{}\n</div>\n", "<div>\n{}\n{{% include a.html %}}\n</div>\n"):
        assert offered(around.format(tags), kind) == []
    (segment,) = read(f"<p>{tags} Row out.</p>\n", kind).segments
    assert [segment.text[each.start : each.end].split() for each in segment.spans] == [tags.split()]


def test_words_with_a_slash_are_text():
    texts = ["and/or", "his/her", "24/7.", "See a/b.gif", "12/3.45"]
    assert offered("\n\n".join(texts) + "\n") == texts


@pytest.mark.parametrize("many", ["{{ '", "{{ \"'`", "{{", "{# ", '{{< a="\n', "a/b.cd "])
def test_many_open_tags_are_read(many):
    source = f"<p>{many * (30000 // len(many))}</p>\n"
    for kind in ("markdown", "html"):
        article = read_article(source.encode(), format=kind)
        assert article.render({s.id: s.text for s in article.segments}) == source.encode()


@pytest.mark.parametrize(
    "tag",
    [
        '{% openapi-operation path="/organizations/{orgId}" %}',
        '{{< api path="/boats/{id}" >}}',
        "{{{ boats }}}",
    ],
)
def test_a_tag_with_braces_in_it_keeps_to_itself(tag):
    for source in (f"{tag}\n[Row](out)\n", f"[Row](out)\n{tag}\n", f"- [Row](out)\n  {tag}\n"):
        assert offered(source) == ["[Row](out)"]
    if tag.startswith("{%"):
        assert offered(f"{tag}\nRow out.\n", "html") == ["Row out."]
        assert offered(f"| Row |{tag}\n|---|{tag}\n| Out |\n") == ["Row", "Out"]


@pytest.mark.parametrize(
    "tag",
    [
        '{{< api-reference page="x" text="Environment Variables" >}}',
        "{{ page.price }}",
        "{{ a }} {{ b }}",
        '{% link "quay" %}',
        "<%= price %>",
        "{{> price }}",
        "{{% ref quay %}}",
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_tag_alone_on_its_line_amid_a_sentence_is_a_part_of_it(tag, ends):
    """Text that is wrapped at 80 letters has such lines, as the documentation of Kubernetes."""
    for before, behind in (
        ("You can go to the", "side of the pier."),
        ("It costs, for *two*,", "(or more) **now**."),
    ):
        source = f"{before}\n{tag}\n{behind} Row out.\n".replace("\n", ends)
        assert offered(source) == [f"{before} {tag} {behind}", "Row out."]
        article = read_article(source.encode(), format="markdown")
        given = {article.segments[0].id: f"{behind} {tag} {before}"}
        assert f"{tag} {before} Row out." in article.render(given, "fr").decode()


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("Row out.\n{{ pier }}\nand home\n", ["Row out.", "and home"]),
        ("Row out to\n{{ pier }}\nRow home\n", ["Row out to", "Row home"]),
        ("Row out:\n{{ pier }}\nand home\n", ["Row out:", "and home"]),
        ("Row out  \n{{ pier }}\nand home\n", ["Row out", "and home"]),
        ("Row out\n{{ pier }}  \nand home\n", ["Row out", "and home"]),
        ("Row\n{% note %}\nout\n{% endnote %}\nnow\n", ["Row", "out", "now"]),
        ("Row\n{{< note >}}\nout\n{{< /note >}}\nnow\n", ["Row", "out", "now"]),
        ("Row\n{% note(by=1) %}\nout\n{% end %}\nnow\n", ["Row", "out", "now"]),
        ("Row\n{% if tide %}\nout\n{% else %}\nin\n{% endif %}\nnow\n", ["Row", "out", "in", "now"]),
        ("Row\n{{#if tide}}\nout\n{{/if}}\nnow\n", ["Row", "out", "now"]),
        ("Row\n{# ask Ann #}\nout\n", ["Row", "out"]),
        ("Row\n{: .wide }\nout\n", ["Row", "out"]),
        ("{{ pier }}\nrow out\n{{ pier }}\n", ["row out"]),
    ],
)  # fmt: skip
def test_a_tag_alone_on_its_line_keeps_to_itself_elsewhere(source, texts):
    assert offered(source) == texts
