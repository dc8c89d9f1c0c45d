"""Front matter that its author got wrong is told, with its line and what to write."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from transflow.config.schema import SourceConfig
from transflow.documents import read_article
from transflow.documents.reader import read
from transflow.documents.yaml_lines import read_lines
from transflow.documents.yaml_values import texts_below
from transflow.errors import ArticleError
from transflow.model import Severity


def written(tmp_path, text, name="a.md"):
    path = tmp_path / name
    path.write_bytes(text.encode())
    return path


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: No end\n\nText\n",
        "---\r\ntitle: No end\r\n\r\nText\r\n",
        "---\ntitle: No end\ndate: 2026-01-01\n----\n\nText\n",
        '+++\ntitle = "No end"\n\nText\n',
        "---\ntags:\n- a\n",
    ],
)
def test_front_matter_without_its_closing_line_is_an_error_and_no_text(tmp_path, text):
    path = written(tmp_path, text)
    with pytest.raises(ArticleError, match="no closing line") as caught:
        read_article(path)
    assert str(caught.value).startswith(f"{path}:1: ")
    assert f"a line {text[:3]}" in str(caught.value)


@pytest.mark.parametrize(
    "value",
    ["[" * 5000, "!!bool maybe", r'"\UFFFFFFFF"', r'"\ud800"', "!!binary ä"],
    ids=["brackets", "bool", "no letter", "half a letter", "binary"],
)
def test_a_value_that_cannot_be_is_told_with_its_line(tmp_path, value):
    path = written(tmp_path, f"---\ntitle: T\nmore: {value}\n---\n\nText.\n")
    with pytest.raises(ArticleError, match="not valid YAML") as caught:
        read_article(path)
    assert str(caught.value).startswith(f"{path}:3: ")


def test_a_number_that_no_computer_has_is_an_error_in_toml(tmp_path):
    path = written(tmp_path, f'+++\ntitle = "T"\nkey = {"7" * 5000}\n+++\n\nText.\n')
    with pytest.raises(ArticleError, match="not valid TOML"):
        read_article(path)


def test_a_number_that_no_computer_has_is_a_text(tmp_path):
    article = read_article(written(tmp_path, f"---\ntitle: T\nkey: {'7' * 5000}\n---\n\nText.\n"))
    assert article.meta["key"] == "7" * 5000


@pytest.mark.parametrize(
    "text", ["---\n\nNote: a rule on top.\n", "---\nA sentence: with a colon.\n", "+++\nPlus.\n"]
)
def test_a_rule_on_top_of_an_article_is_one(tmp_path, text):
    assert read_article(written(tmp_path, text)).units


@pytest.mark.parametrize(
    "value",
    ["24.11.2026", "24. 11. 2026", "2026-11-24", "2026/11/24", "24 November 2026", "Nov 24, 2026",
     "2026年11月24日", "'2026-11-24 10:30 +0100'"],
)  # fmt: skip
def test_a_date_that_can_only_be_one_day_is_read(tmp_path, value):
    article = read_article(written(tmp_path, f"---\ntitle: T\ndate: {value}\n---\n\nText.\n"))
    assert article.meta["date"] == dt.date(2026, 11, 24) or article.meta["date"].day == 24
    assert not article.warnings


@pytest.mark.parametrize(
    "value",
    ["03/04/2026", "31.2.2026", "2026-24-12", "2026-02-30 10:00", "soon", "2026", "[2026-01-01]"],
)
def test_a_date_that_cannot_be_read_is_told_with_its_line(tmp_path, value):
    path = written(tmp_path, f"---\ntitle: T\ndate: {value}\n---\n\nText.\n")
    (finding,) = read_article(path).warnings
    assert (finding.severity, finding.path, finding.line) == (Severity.WARNING, str(path), 3)
    assert "write 2026-11-24, 24.11.2026 or" in finding.message


def test_a_day_that_no_calendar_has_is_a_text_wherever_it_stands(tmp_path):
    for rest in ("", "menu: {main: {weight: 3}}\n"):  # the second is no case for the short reader
        path = written(tmp_path, f"---\ntitle: T\nseen: 2026-24-12\n{rest}---\n\nText.\n")
        assert read_article(path).meta["seen"] == "2026-24-12"


def test_a_key_that_says_the_same_twice_is_no_error_and_one_that_does_not_is(tmp_path):
    text = "---\ntitle: The fees\nlinkTitle: Fees\nlinkTitle: Fees\n---\n\nText.\n"
    assert read_article(written(tmp_path, text)).meta["linkTitle"] == "Fees"
    with pytest.raises(ArticleError, match="duplicate key"):
        read_article(written(tmp_path, text.replace("linkTitle: Fees\n-", "linkTitle: Dues\n-")))


def test_tabs_part_values_from_keys_and_comments(tmp_path):
    """Go's, Ruby's and JavaScript's readers of YAML allow them: https://yaml.org/spec/1.2.2/#white-space-characters."""
    text = "---\ntitle:\tThe fees\t# draft\nweight: 120\t#rem\nkeys:\n  -\t'a\tb'\t\n---\n\nText.\n"
    path = written(tmp_path, text)
    article = read_article(path)
    assert article.meta["title"] == "The fees"
    assert article.meta["weight"] == 120
    assert [segment.text for segment in article.segments] == ["The fees", "Text."]
    assert (
        article.render({"u1.s1": "Les frais"}, "fr")
        == text.replace("The fees", "Les frais").encode()
    )


def test_lines_of_names_and_toml_have_dates_too(tmp_path):
    lines = read_article(written(tmp_path, "Title: T\nDate: 24.11.2026\n\nText.\n"))
    assert lines.meta["date"] == dt.date(2026, 11, 24)
    toml = read_article(written(tmp_path, '+++\ntitle = "T"\ndate = "1/2/2026"\n+++\n\nText.\n'))
    assert [finding.line for finding in toml.warnings] == [3]


def test_a_date_in_words_of_the_articles_language(tmp_path):
    path = written(tmp_path, "---\ntitle: T\ndate: 3 avril 2026\n---\n\nTexte.\n")
    assert read_article(path, locale="fr").meta["date"] == dt.date(2026, 4, 3)


_VALUES = [
    "abc", "it’s: not", "A title: with", "12", "2024-03-29", "2024-08-20T08:00:00Z", "1.5e3", "[a, b]", "[a,b,]",
    "[ 2024-01-02, x ]", "[]", "'q'", '"d q"', "'it''s'", '"a\\n"', "true", "null", "~", "", "# c", "a # c", "a#c", "a:b",
    "a:", "*a", "&a b", "|", "- x", "{a: b}", "emoji 😀", "0o7", "a  b ", "-1", "日本語", "[日本, é]", "[a, [b]]", "a\u00a0b",
    "a\tb", "a\u2028b", "a\u0085b",
]  # fmt: skip


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "", "  ", "- ", "  - "]),
            st.sampled_from(["title: ", "a: ", "b:", "null: ", "a-b: ", "# ", ""]),
            st.sampled_from(_VALUES),
        ).map("".join),
        max_size=6,
    ),
    st.sampled_from(["\n", "\r\n"]),
)
def test_what_is_read_line_by_line_is_what_a_parser_of_yaml_reads(lines, newline):
    content = newline.join([*lines, ""])
    found = read_lines(content)
    if found is None:
        return  # the parser is asked
    yaml = YAML(typ="safe", pure=True)
    data, texts = found
    assert (yaml.load(content) or {}) == data
    root = yaml.compose(content)
    assert texts == (list(texts_below(root)) if root else [])


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "front",
    [
        "---\nTitle: The quay\nDescription: 'All of it'\nImage:\n  Alt: A pier\n  src: a.png\nID: 7\nDRAFT: true\n---\n",
        '+++\nTitle = "The quay"\nDESCRIPTION = "All of it"\nID = 7\ndraft = true\n[Image]\nalt = "A pier"\nSrc = "a.png"\n+++\n',
    ],
)
def test_capitals_of_keys_do_not_count(tmp_path, front, ends):
    source = f"{front}\nRow out.\n".replace("\n", ends)
    article = read_article(written(tmp_path, source))
    texts = {each.text: each for each in article.segments}
    assert list(texts) == ["The quay", "All of it", "A pier", "Row out."]
    assert [texts["The quay"].kind, texts["A pier"].kind] == ["title", "alt text"]
    assert article.meta["title"] == "The quay"
    assert article.meta["draft"] is True
    assert article.meta["image"]["src"] == "a.png"
    assert article.id == "a"
    assert article.render({s.id: s.text for s in article.segments}, "fr") == source.encode()
    out = article.render({s.id: s.text.upper() for s in article.segments}, "fr").decode()
    wanted = source
    for text in texts:
        wanted = wanted.replace(text, text.upper())
    assert out == wanted


def test_a_key_written_as_the_workflow_has_it_is_the_one():
    text = "---\nTitle: The label\ntitle: The quay\nitems:\n- Label: Oars\n- label: Boats\n---\n\nText.\n"
    for names, wanted in (
        (["title", "items.label"], ["The quay", "Boats"]),
        (["Title", "items.Label"], ["The label", "Oars"]),
        (["TITLE"], ["The label", "The quay"]),
    ):
        config = SourceConfig.model_validate({"locale": "en", "front_matter": names})
        article = read(text.encode(), path="a.md", locale="en", source=config)
        assert [segment.text for segment in article.segments] == [*wanted, "Text."]
        assert article.meta["title"] == "The quay"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('slug: "office-closed/<x>"', "write one part without blanks and signs, such as fees-2026"),
        ("slug: My Slug!/../../x", "cannot be part of an address"),
        ("slug: 2026", "a number in quotes"),
        ('aliases: ["/old/", "../x"]', "'../x' can be no address of this site"),
        ('redirect_from: "javascript:alert(1)"', "write it from the site's root, such as /old/"),
        ("aliases: [{to: x}]", "can be no address"),
        ("draft: maybe", "neither true nor false, so the article has no page; write true or"),
        ("publish: soon", "write true or false"),
        ("summary: [a, b]", "is no text, so the article has none of it; put it in quotes"),
        ("description: {a: b}", "is no text"),
    ],
)
def test_a_value_that_nothing_is_made_of_is_told_with_its_line(tmp_path, line, told):
    path = written(tmp_path, f"---\ntitle: T\n{line}\n---\n\nText.\n")
    (finding,) = read_article(path).warnings
    assert (finding.severity, finding.path, finding.line) == (Severity.WARNING, str(path), 3)
    assert told in finding.message


def test_a_title_that_is_a_list_is_told(tmp_path):
    (finding,) = read_article(written(tmp_path, "---\ntitle: [a, b]\n---\n\nText.\n")).warnings
    assert (finding.line, "title is no text" in finding.message) == (2, True)


@pytest.mark.parametrize(
    "line",
    [
        "slug: fees-2026", "slug: 费用", "slug: /guide/fees", 'slug: ""',
        "aliases: [/old/fees/, fees.html, Old fees, /a%C3%A9/]", "aliases: /old/",
        "draft: no", "draft: false", "draft: yes", "publish: 'true'", "draft:",
    ],
)  # fmt: skip
def test_what_has_a_meaning_is_not(tmp_path, line):
    assert not read_article(written(tmp_path, f"---\ntitle: T\n{line}\n---\n\nText.\n")).warnings
