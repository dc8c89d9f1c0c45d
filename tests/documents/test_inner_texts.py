"""What people read inside markup: attributes of tags in running text, arguments of template tags."""

import pytest

from tests.documents.skeleton import as_html, skeleton
from transflow.config.schema import SourceConfig
from transflow.documents import read, read_article

CONFIG = SourceConfig(tag_arguments=["alt", "caption", "summary", "title"])


def article_of(source, config=CONFIG):
    return read(source.encode(), path="a.md", locale="en", source=config)


def texts(source, config=CONFIG):
    return [segment.text for segment in article_of(source, config).segments]


def translated(source, words, locale="fr"):
    article = article_of(source)
    given = {segment.id: words.get(segment.text, "") for segment in article.segments}
    assert set(words) <= {segment.text for segment in article.segments}
    return article.render(given, locale).decode()


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('Old <img src="k.png" alt="A kiln"> here.\n', ['Old <img src="k.png" alt="A kiln"> here.', "A kiln"]),
        ('<a href="k"><img src="k.png" alt="A kiln"></a>\n', ["A kiln"]),
        ('The <abbr title="Far Bank">FB</abbr>.\n', ['The <abbr title="Far Bank">FB</abbr>.', "Far Bank"]),
        ("Old <img src=k.png alt=Kiln> here.\n", ["Old <img src=k.png alt=Kiln> here.", "Kiln"]),
        ('A <b title="La rive" lang="fr">rive</b>.\n', ['A <b title="La rive" lang="fr">rive</b>.']),
        ('A <b title="X y" translate="no">b</b>.\n', ['A <b title="X y" translate="no">b</b>.']),
        ('<Tabs>\n  <Tab value="a" label="On Linux">\n\nRun.\n\n  </Tab>\n</Tabs>\n', ["On Linux", "Run."]),
        ("A <Tab label={name} title={x}>b</Tab>.\n", ["A <Tab label={name} title={x}>b</Tab>."]),
        ('{{< figure src="k.jpg" alt="A kiln" caption="Kiln *by night*" >}}\n', ["A kiln", "Kiln *by night*"]),
        ('{% include pic.html src="k.jpg" caption="A kiln" %}\n', ["A kiln"]),
        ('{% figure caption:"A kiln" %}\nIt burns.\n{% endfigure %}\n', ["It burns.", "A kiln"]),
        ('{% image src: "k.jpg", alt: "Smoke" %}\n', ["Smoke"]),
        ('{{< details summary="Read on" >}}\nIt burns.\n{{< /details >}}\n', ["It burns.", "Read on"]),
        ('{{< highlight go "title=kiln" >}}\nx := "caption"\n{{< /highlight >}}\n', []),
    ],
)  # fmt: skip
def test_what_people_read_inside_tags_is_found(source, found):
    assert texts(source) == found
    article = article_of(source)
    assert article.render({s.id: s.text for s in article.segments}, "fr") == source.encode()


def test_arguments_that_the_workflow_does_not_name_stay():
    source = '{{< figure src="k.jpg" caption="A kiln" alt="Smoke" >}}\n'
    assert texts(source, SourceConfig()) == []
    assert texts(source, SourceConfig(tag_arguments=["alt"])) == ["Smoke"]


def test_attributes_in_running_text_are_written_in_place():
    source = 'See `x` <img alt="A kiln" src="k.png"> | <i title=kiln>now</i>.\n'
    page = translated(source, {"A kiln": 'Un "four" `chaud`', "kiln": "le four"})
    assert page == (
        'See `x` <img alt="Un &quot;four&quot; &#96;chaud&#96;" src="k.png"> | <i title="le four">now</i>.\n'
    )
    both = translated(
        source, {"A kiln": "Un four", 'See `x` <img alt="A kiln" src="k.png"> | <i title=kiln>now</i>.':
                 'Vois <i title=kiln>ici</i> `x` <img alt="A kiln" src="k.png">.'},
    )  # fmt: skip
    assert both == 'Vois <i title=kiln>ici</i> `x` <img alt="Un four" src="k.png">.\n'


@pytest.mark.parametrize("words", ["1. a", "# a", "- a", "> a", "=== x", "a | b", "```"])
def test_an_attribute_that_begins_a_line_begins_no_block(words):
    source = 'The <Quote title="\nAnn Bly">kiln</Quote>.\n'
    page = as_html(translated(source, {"Ann Bly": words}))
    assert skeleton(page) == skeleton(as_html(source))


def test_attributes_in_cells_leave_the_cells_as_they_are():
    source = '| a | b |\n|---|---|\n| <img src="k" alt="A kiln"> | {{< pic alt="A pot" >}} |\n'
    page = translated(source, {"A kiln": "x | y", "A pot": "v | w"})
    assert page.splitlines()[2] == '| <img src="k" alt="x \\| y"> | {{< pic alt="v \\| w" >}} |'


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ('Le "four"', 'Le \\"four\\"'),
        ("a >}} b", "a >&#125;&#125; b"),
        ("{{< readfile >}}", "{&#123;< readfile >&#125;&#125;"),
        ("{% x %}", "{&#37; x %&#125;"),
        ("deux\nlignes", "deux lignes"),
        ("C:\\", "C:&#92;"),
    ],
)
def test_nothing_in_an_argument_ends_the_tag_or_begins_another(words, written):
    page = translated('See {{< pic alt="A kiln" >}}.\n', {"A kiln": words})
    assert page == f'See {{{{< pic alt="{written}" >}}}}.\n'


def test_quotes_that_an_argument_escapes_are_quotes():
    source = '{{< pic alt="A \\"kiln\\"" >}}\n'
    assert texts(source) == ['A "kiln"']
    assert translated(source, {'A "kiln"': 'Un "four"'}) == '{{< pic alt="Un \\"four\\"" >}}\n'


@pytest.mark.parametrize("lead", ["", "> ", "- ", "  "])
def test_a_template_tag_over_several_lines_is_one(lead):
    """Its last line would be a quotation to CommonMark."""
    more = " " * len(lead) if lead != "> " else lead
    lines = ["{{< figure", '  src="k.jpg"', '  caption="A kiln"', ">}}"]
    source = f"Before.\n\n{lead}" + f"\n{more}".join(lines) + "\n\nAfter.\n"
    assert texts(source) == ["Before.", "A kiln", "After."]
    assert translated(source, {"A kiln": "Un four"}) == source.replace("A kiln", "Un four")


def test_code_that_shows_half_a_template_tag_stays_code():
    source = "```\n{{< figure\n```\n\nWords.\n\n```\n>}}\n```\n\nMore.\n"
    assert texts(source) == ["Words.", "More."]


def test_comments_of_mdx_in_a_sentence_are_kept_from_the_engine():
    (segment,) = read_article(b"One {/* two */} three{' '}four.\n").segments
    assert [segment.text[s.start : s.end] for s in segment.spans] == ["{/* two */}", "{' '}"]
    (segment,) = read_article(b"Write {'{boats}'} or {\"<\"}, {'so'}.\n").segments
    assert [segment.text[s.start : s.end] for s in segment.spans] == ["{'{boats}'}", '{"<"}']


def test_elements_that_say_markdown_have_each_attribute_once():
    source = '<aside markdown="1">\n<img src="k.png" alt="A kiln">\nIt burns.\n</aside>\n'
    assert texts(source).count("A kiln") == 1


@pytest.mark.parametrize(
    "comment", ["[//]: # (Of salt)", '[//]: # "Of salt"', "[comment]: <> (Of salt)"]
)
def test_definitions_that_are_comments_are_not_translated(comment):
    assert texts(f"{comment}\n\nWords.\n\n{comment}\n") == ["Words."]
    assert texts('[salt]: s.md "Of salt"\n\n[salt] is old.\n') == [
        "[salt][salt] is old.",
        "Of salt",
    ]


def test_what_people_read_in_a_list_of_attributes_is_found():
    source = (
        '![The pier](a.png){#pier fig-alt="A pier &amp; a boat" width="3"}\n\n'
        'See [it](b.md){title="The way" .wide} now.\n'
    )
    article = read_article(source.encode(), format="markdown")
    offered = {segment.text: segment.id for segment in article.segments}
    assert list(offered) == [
        "The pier",
        "A pier & a boat",
        'See [it](b.md){title="The way" .wide} now.',
        "The way",
    ]
    assert (
        article.render(dict(zip(offered.values(), offered, strict=True)), "fr") == source.encode()
    )
    written = article.render({offered["The way"]: 'Le "chemin" {.x}'}, "fr").decode()
    assert '[it](b.md){title="Le &quot;chemin&quot; &#123;.x&#125;" .wide}' in written
