"""Components of MDX with code right below their tags, and fragments."""

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
