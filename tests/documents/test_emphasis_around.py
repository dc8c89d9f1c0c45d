"""Emphasis around all of a text of several sentences: each is an entry, the marks stay where they are."""

import pytest

from tests.documents.skeleton import as_html, offered, read, skeleton
from transflow import documents
from transflow.config.schema import SourceConfig


@pytest.mark.parametrize(
    "text",
    [
        "*%s %s*",
        "**%s %s**",
        "__%s %s__",
        "***%s %s***",
        "*__%s %s__*",
        "- _%s %s_",
        "> **%s\n> %s**",
        "| *%s %s* |\n|---|",
        "![](a.png)\n\n*%s\n%s*",
    ],
)
def test_each_sentence_is_an_entry(text):
    assert offered(text % ("The ferry is closed.", "Row **over**.") + "\n") == [
        "The ferry is closed.",
        "Row **over**.",
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("*It is closed*", ["*It is closed*"]),
        ("**The fee is 5.2 euros.**", ["**The fee is 5.2 euros.**"]),
        ("*It is shut.* Row. *It is far.*", ["*It is shut.*", "Row.", "*It is far.*"]),
        ("**It is shut. Row.** It is far.", ["**It is shut. Row.**", "It is far."]),
        ("[It is shut. Row.](a)", ["[It is shut. Row.](a)"]),
    ],
)
def test_one_sentence_or_less_than_the_text_keeps_its_marks(text, wanted):
    assert offered(f"{text}\n") == wanted


def test_one_that_the_catalogs_have_whole_stays_whole():
    whole = "*The ferry is closed. Row over.*"
    source = SourceConfig()
    data = b"*The ferry is closed.\nRow over.*\n"
    article = documents.read(
        data, path="a.md", locale="en", source=source, known=frozenset({whole})
    )
    assert [each.text for each in article.segments] == [whole]


@pytest.mark.parametrize("mark", ["*", "_", "**", "__", "***"])
@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("1. Fermé.", "Ramez*"),
        ("- Fermé_", "_ramez_"),
        ("# Fermé", "*ramez* «là»"),
        ("*Fermé*.", "Ramez **là**"),
        ("«Fermé».", "Ramez \\"),
        ("渡船停航。", "请划船过去。"),
    ],
)
def test_the_marks_hold_whatever_the_words_are(mark, one, two):
    source = f"{mark}Closed. Row **over**.{mark}\n"
    article = read(source)
    ids = [each.id for each in article.segments]
    page = as_html(article.render(dict(zip(ids, (one, two), strict=True)), "zh-Hans").decode())
    names = [tag for tag in skeleton(page) if "strong" in tag or "em" in tag]
    wanted = ["<em []>"] * (len(mark) != 2) + ["<strong []>"] * (len(mark) > 1)
    assert names[: len(wanted)] == wanted
    assert page.count("<p>") == 1
    assert page.strip().endswith(("</strong></p>", "</em></p>", "</strong></em></p>"))
