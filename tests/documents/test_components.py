"""Components of MDX with code right below their tags, and fragments."""

import pytest

from tests.documents.skeleton import pseudo
from transflow.documents import read_article


def texts(source):
    return [segment.text for segment in read_article(source.encode(), format="markdown").segments]


def test_code_right_below_the_tag_of_a_component_is_code_and_the_text_around_it_is_not():
    assert texts(
        "<Tabs>\n```bash\nnpm install net\n\nnpm run net\n```\n</Tabs>\n\nThen start it.\n"
    ) == ["Then start it."]
    assert texts(
        "<Note>\n  Some text\n  ```js\n  a = 1\n  ```\n  More text\n</Note>\n\nEnd.\n"
    ) == [
        "Some text",
        "More text",
        "End.",
    ]


def test_code_deep_in_components_is_code_and_their_labels_are_text():
    source = (
        '<Tabs>\n  <TabItem label="Linux">\n    ```bash\n    npm install net\n\n    npm run net\n    ```\n'
        '  </TabItem>\n  <TabItem label="Mac">\n    ```bash\n    brew install\n    ```\n  </TabItem>\n</Tabs>\n\n'
        "After the tabs.\n"
    )
    for ends in ("\n", "\r\n"):
        assert texts(source.replace("\n", ends)) == ["Linux", "Mac", "After the tabs."]


def test_lines_of_fragments_are_no_text():
    assert texts("<>\nHello there\n</>\n\n<>\n\nSecond one.\n\n</>\n") == [
        "Hello there",
        "Second one.",
    ]


def test_the_source_comes_back_as_it_was():
    source = "<>\nHello\n</>\n\n<Tabs>\n```js\na\n```\n  <Tab label='B'>\n  </Tab>\n</Tabs>\n"
    article = read_article(source.encode(), format="markdown")
    assert article.render({}) == source.encode()


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        # An arrow in an expression ends no tag, and nothing in it is a text.
        (
            "Press <button onClick={() => alert('hi')}>the bell</button> now.\n",
            ["Press <button onClick={() => alert('hi')}>the bell</button> now."],
        ),
        (
            '<div onClick={() => go()} title="A door">Come <b>in</b></div>\n',
            ["A door", "Come <b>in</b>"],
        ),
        ('<div style={{color: "red", width: 3}}>Small words.</div>\n', ["Small words."]),
        ('<img src={require("./x.png").default} alt="A pier" />\n', ["A pier"]),
        (
            'See <img src={useBaseUrl("x.png")} alt="A boat" /> here.\n',
            ['See <img src={useBaseUrl("x.png")} alt="A boat" /> here.', "A boat"],
        ),
        ('<Chart label={name} {...props} title="Catch by year" />\n', ["Catch by year"]),
        # A tag over several lines keeps to itself.
        (
            (
                '<Tabs\n  values={[\n    {label: "Cod", more: 3 > 2},\n  ]}\n  label="Fish">\n'
                '  <TabItem value="cod">Cod is here.</TabItem>\n</Tabs>\n'
            ),
            ["Fish", '<TabItem value="cod">Cod is here.</TabItem> </Tabs>'],
        ),
        ('<Card\n  icon={<Boat />}\n  title="Boats"\n/>\n\nWords.\n', ["Boats", "Words."]),
        # A brace that nothing closes is text.
        ("If a <b and c={d then e.\n", ["If a <b and c={d then e."]),
    ],
)
def test_attributes_with_expressions_belong_to_their_tags(source, wanted):
    for ends in ("\n", "\r\n"):
        article = read_article(source.replace("\n", ends).encode(), format="markdown")
        assert [segment.text for segment in article.segments] == wanted
        same = {segment.id: segment.text for segment in article.segments}
        assert article.render(same, "fr") == source.replace("\n", ends).encode()


def test_a_tag_with_an_expression_is_one_piece_of_markup():
    (segment,) = read_article(
        b"Press <b on={() => a > b}>it</b> now.\n", format="markdown"
    ).segments
    (span,) = segment.spans
    assert segment.text[span.start : span.inner_start] == "<b on={() => a > b}>"
    assert segment.text[span.inner_start : span.inner_end] == "it"


def test_the_name_of_a_heading_in_mdx_is_no_part_of_its_text():
    article = read_article(b"## The fees {/* #fees */}\n", format="markdown")
    (segment,) = article.segments
    assert segment.text == "The fees"
    assert article.render({segment.id: "Les frais"}, "fr") == b"## Les frais {/* #fees */}\n"
    assert '<h2 id="fees">Les frais</h2>' in article.html({segment.id: "Les frais"}, "fr")


def test_text_right_below_the_tag_of_a_component_is_markdown():
    source = '<Callout type="tip">\n  Read **this** first.\n</Callout>\n\n<Steps>\n<Step>\n- a mast\n- a rope\n</Step>\n</Steps>\n'
    article = read_article(source.encode(), format="markdown")
    (first, *_) = article.segments
    assert [span.kind for span in first.spans] == ["strong"]
    assert texts(source) == ["Read **this** first.", "a mast", "a rope"]
    out = article.render({segment.id: "1. Mai" for segment in article.segments}, "de").decode()
    assert out == source.replace("Read **this** first.", "1\\. Mai").replace(
        "a mast", "1\\. Mai"
    ).replace("a rope", "1\\. Mai")


def test_a_tag_with_nothing_but_html_below_it_is_html():
    assert texts("<Card>\n  <p>2 * 3 * 4 boats</p>\n</Card>\n") == ["2 * 3 * 4 boats"]


def assert_offered(source, wanted):
    """The texts are offered, come back as they were, and other words stand where they stood, each once."""
    for ends in ("\n", "\r\n"):
        text = source.replace("\n", ends)
        article = read_article(text.encode(), format="markdown")
        assert [segment.text for segment in article.segments] == wanted
        same = {segment.id: segment.text for segment in article.segments}
        assert article.render(same, "fr") == text.encode()
        other = {segment.id: pseudo(segment) for segment in article.segments}
        expected, at = "", 0
        for segment in article.segments:
            place = text.index(segment.text, at)
            expected += text[at:place] + other[segment.id]
            at = place + len(segment.text)
        assert article.render(other, "fr").decode() == expected + text[at:]


CARD = '  <LinkCard\n    title="{0}"\n    href="/x"\n  />\n'


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("<CardGrid>\n" + CARD.format("A") + "</CardGrid>\n", ["A"]),
        ("<CardGrid>\n" + CARD.format("A") + CARD.format("B") + "</CardGrid>\n", ["A", "B"]),
        (
            (
                '<CardGrid>\n<Card\ntitle="A"\nhref="/a"\n>\nText a.\n</Card>\n'
                '<Card\ntitle="B"\nhref="/b"\n>\nText b.\n</Card>\n</CardGrid>\n'
            ),
            ["A", "Text a.", "B", "Text b."],
        ),
        (
            (
                '<Card title="Cod" href="/x" />\n<Card\narrow\ntitle="B"\nhref="/d"\n/>\n'
                '<Card\narrow\ntitle="D"\n/>\n\nWords.\n'
            ),
            ["Cod", "B", "D", "Words."],
        ),
        # As deep as code would be; a bracket in quotes; no line end behind it.
        (
            '<Tabs>\n  <Tab>\n    <Card\n      title="A"\n    >\n      So it is.\n    </Card>\n  </Tab>\n</Tabs>\n',
            ["A", "So it is."],
        ),
        ('<Cards>\n<Card\n  title="A > B"\n/>\n</Cards>', ["A > B"]),
        ('<Frame>\n  <img\n    src="a.png"\n    alt="A pier"\n  />\n</Frame>\n', ["A pier"]),
    ],
)
def test_a_tag_over_several_lines_below_another_is_no_text(source, wanted):
    assert_offered(source, wanted)


STEP = '<Steps>\n  <Step title="Go">\n    Click **Save**.\n\n{0}  </Step>\n</Steps>\n\n    code\n\nLast.\n'


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["```bash", "net", "", "net", "```"], []),
        (
            ["- one", "- two", "", "  more", "", "      and more"],
            ["one", "two", "more", "and more"],
        ),
        (["1. one", "2. two"], ["one", "two"]),
        (["| a | b |", "|---|---|", "| c | d |"], ["a", "b", "c", "d"]),
        (["### Head", "Text"], ["Head", "Text"]),
        (["> quote"], ["quote"]),
        (["<Note>", "", "  Deep.", "", "</Note>"], ["Deep."]),
        (["<Card", '  title="T"', ">", "  Down *here*.", "</Card>"], ["T", "Down *here*."]),
        (["![A pier](a.png)", "", "---", "", "{/* ask Ann */}"], ["A pier"]),
    ],
)
def test_what_is_indented_inside_a_component_is_markdown(lines, wanted):
    indented = "".join(f"    {line}\n" if line else "\n" for line in lines)
    assert_offered(STEP.format(indented), ["Go", "Click **Save**.", *wanted, "Last."])


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ('<Accordion title="T">\n    - **Fire**: Ensure it\n</Accordion>\n', ["T", "**Fire**: Ensure it"]),
        ("<Tabs>\n  <Tab>\n\n    - one\n\n  </Tab>\n</Tabs>\n", ["one"]),
        ("<Tabs>\n\t<Tab>\n\t\t- one\n\n\t\t```js\n\t\tnet\n\t\t```\n\t</Tab>\n</Tabs>\n", ["one"]),
        # The end of a component may be indented as its text is.
        (
            "<Tabs>\n\n  <Tab>\n\n    <Steps>\n\n      <Step>\n\n        Words.\n\n        - one\n\n      </Step>\n\n    </Steps>\n\n  </Tab>\n\n</Tabs>\n",
            ["Words.", "one"],
        ),
        # Further in than what it stands in, and parted from its tag: a list to MDX, code to all others.
        ("<Tab>\n\n    - one\n\n</Tab>\n", []),
    ],
)  # fmt: skip
def test_lists_in_components_are_text_as_deep_as_they_are(source, wanted):
    assert_offered(source, wanted)


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("<Tabs.Tab>\n\nWords.\n\n</Tabs.Tab>\n", ["Words."]),
        (
            "<Tabs items={['a', 'b']}>\n  <Tabs.Tab>\n  Words *here*.\n  </Tabs.Tab>\n  <Tabs.Tab>\n\n    - one\n\n  </Tabs.Tab>\n</Tabs>\n",
            ["Words *here*.", "one"],
        ),
        ('<components.CodeGroup titles={["npm"]}>\n\n```sh\nnet\n```\n\n</components.CodeGroup>\n\nEnds.\n', ["Ends."]),
        ("<motion.div\n  animate={{x: 3}}\n>\n  Words.\n</motion.div>\n", ["Words."]),
        ('<Foo.Bar title="A" />\n', ["A"]),
    ],
)  # fmt: skip
def test_a_component_may_have_a_dot_in_its_name(source, wanted):
    assert_offered(source, wanted)


def test_components_with_a_dot_are_markup_in_a_sentence_and_addresses_are_not():
    source = b"The <Foo.Bar>net</Foo.Bar> and <motion.b>boat</motion.b> of <www.example.com>, Map<Foo.Bar> too.\n"
    (segment,) = read_article(source, format="markdown").segments
    marks = [segment.text[span.start : span.inner_start] for span in segment.spans]
    assert marks == ["<Foo.Bar>", "<motion.b>"]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (
            '{/* prettier-ignore */}\n<Tabs>\n  <Tab name="A">One. Two.</Tab>\n  <Tab name="B">Three.</Tab>\n</Tabs>\n',
            ['<Tab name="A">One. Two.</Tab>', '<Tab name="B">Three.</Tab>'],
        ),
        (
            "<Tabs>\n  {/* one */}\n  <Tab>One.</Tab>\n  {/* two */}\n  <Tab>Three.</Tab>\n</Tabs>\n",
            ["<Tab>One.</Tab>", "<Tab>Three.</Tab>"],
        ),
        ("<Note>\n{/* so */}\nText *here*. More.\n</Note>\n", ["Text *here*.", "More."]),
        ("{/*\n ask\n\n Ann\n*/}\n## Head\n", ["Head"]),
        ("{/* a */}\n{/* b */}\nText.\n\nUse `{/*` so.\n", ["Text.", "Use `{/*` so."]),
    ],
)  # fmt: skip
def test_a_comment_on_lines_of_its_own_is_apart_from_what_follows(source, wanted):
    assert_offered(source, wanted)


def test_a_comment_below_words_is_one_of_their_sentence():
    assert texts("The net\n{/* so */}\nis torn.\n") == ["The net {/* so */} is torn."]


def test_the_end_of_a_component_is_no_part_of_the_sentence_above_it():
    assert_offered("<Note>\n\nText *here*. More.\n</Note>\n", ["Text *here*.", "More."])


def test_a_comment_is_on_no_page_and_in_code_it_stays():
    source = b"{/* so */}\n# Head\n\n```\n{/* net */}\n```\n\n<pre>\n\n{/* boat */}\n</pre>\n"
    page = read_article(source, format="markdown").html({})
    assert "so" not in page
    assert "{/* net */}" in page
    assert "{/* boat */}" in page
