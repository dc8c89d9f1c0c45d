"""Front matter before an HTML document, as Jekyll, Hugo and Eleventy have it."""

import pytest

from transflow.documents import read_article
from transflow.errors import ArticleError

HEAD = "---\ntitle: Opening hours  # shown\npublish: false\ndate: 2026-03-01\n---\n"
PAGE = "<!DOCTYPE html>\n<html lang=en><head><title>Site</title></head><body><p>We are open.</p></body></html>\n"
WORDS = {"Opening hours": "Heures d'ouverture", "We are open.": "Nous sommes ouverts."}


def article(text):
    return read_article(text.encode(), format="html")


@pytest.mark.parametrize("page", [PAGE, "<p>We are open.</p>\n"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_it_is_data_and_on_no_page(page, ending):
    text = (HEAD + page).replace("\n", ending)
    read_in = article(text)
    assert (read_in.meta["title"], read_in.meta["publish"]) == ("Opening hours", False)
    found = {one.text: one.id for one in read_in.segments}
    assert set(found) - {"Site"} == set(WORDS)
    texts = {found[english]: french for english, french in WORDS.items()}
    assert read_in.render({}, "fr").decode() == text
    written = read_in.render(texts, "fr").decode()
    assert written.startswith(
        f"---{ending}title: Heures d'ouverture  # shown{ending}publish: false{ending}"
    )
    assert read_in.writer.meta(texts, "fr")["title"] == "Heures d'ouverture"
    assert "publish" not in read_in.html(texts, "fr", None)
    assert "Nous sommes ouverts." in read_in.html(texts, "fr", None)


def test_one_that_is_not_closed_is_an_error_as_in_markdown():
    with pytest.raises(ArticleError, match="no closing line"):
        article("---\npublish: false\n<p>We are open.</p>\n")
