"""The examples of the CommonMark specification, where they are at hand."""

import json
from pathlib import Path

import pytest

from tests.documents.skeleton import as_html, pseudo, skeleton
from transflow.documents import read_article

SPEC = Path(__file__).parents[3] / "shared/eval/documents/commonmark/spec.json"
pytestmark = pytest.mark.skipif(
    not SPEC.exists(), reason="the specification's examples are not here"
)


def examples():
    if not SPEC.exists():
        return []
    return [
        pytest.param(example["markdown"], id=str(example["example"]))
        for example in json.loads(SPEC.read_text("utf-8"))
        if example["markdown"].strip()
    ]


@pytest.mark.parametrize("markdown", examples())
def test_identity_is_bytes(markdown):
    for text in (
        markdown,
        markdown.replace("\n", "\r\n"),
        markdown.rstrip("\n"),
        "\ufeff" + markdown,
    ):
        article = read_article(text.encode(), format="markdown")
        same = {segment.id: segment.text for segment in article.segments}
        assert article.render(same, "fr") == text.encode()


@pytest.mark.parametrize("markdown", examples())
def test_structure_survives_pseudo_translation(markdown):
    article = read_article(markdown.encode(), format="markdown")
    texts = {segment.id: pseudo(segment) for segment in article.segments}
    rendered = article.render(texts, "fr").decode()
    assert skeleton(as_html(rendered)) == skeleton(as_html(markdown))
