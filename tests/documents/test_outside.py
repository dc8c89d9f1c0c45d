"""Other projects' fixtures, where they are at hand: the same bytes back, the same structure."""

import re
from pathlib import Path

import pytest

from tests.documents.skeleton import as_html, pseudo, skeleton
from transflow.documents import read_article

OUTSIDE = Path(__file__).parents[3] / "shared/eval/documents"


def files(folder, pattern):
    found = sorted((OUTSIDE / folder).rglob(pattern))
    return found or pytest.skip(f"{folder} is not here")


def test_markdown_of_mdpo():
    for path in files("mdpo-tests", "*.md"):
        data = path.read_bytes()
        article = read_article(data, format="markdown")
        assert article.render({s.id: s.text for s in article.segments}, "fr") == data, path
        if "!!!" in data.decode() or "???" in data.decode():
            continue  # an admonition here, a code block to the referee
        rendered = article.render({s.id: pseudo(s) for s in article.segments}, "fr").decode()
        assert skeleton(as_html(rendered)) == skeleton(as_html(data.decode())), path


def test_pages_of_the_its_suite():
    for path in files("its-html/its2.0/inputdata", "*.html"):
        data = path.read_bytes()
        article = read_article(path)
        assert article.render({s.id: s.text for s in article.segments}, "fr") == data, path
        rendered = article.render({s.id: pseudo(s) for s in article.segments}).decode()
        readable = ("placeholder", "aria-label", "content", "'label'", "'value'")
        before, after = (
            [tag for tag in skeleton(page) if not any(name in tag for name in readable)]
            for page in (data.decode(), rendered)
        )
        assert before == after, path


def test_translate_of_its_by_its_expected_output():
    """Elements with text of their own: offered where the suite says `translate="yes"`."""
    import html5lib

    right = total = 0
    for path in files("its-html/its2.0/inputdata/translate/html", "*.html"):
        expected = path.parents[3] / "expected/translate/html" / f"{path.stem}output.txt"
        said = dict(
            line.split("\t")[:2]
            for line in expected.read_text("utf-8").splitlines()
            if "\t" in line
        )
        offered = " ".join(_shown(segment) for segment in read_article(path).segments)
        tree = html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False)
        for place, node in _paths(tree, "/html"):
            text = " ".join((node.text or "").split()) if isinstance(node.tag, str) else ""
            if node.tag in {"script", "style"} or not any(char.isalpha() for char in text):
                continue
            total += 1
            right += (text in offered) == (said.get(place, "").strip() == 'translate="yes"')
    assert right == total > 20


@pytest.mark.parametrize(
    "name", ["localizationnote", "terminology", "localefilter", "directionality"]
)
def test_what_the_its_suite_tells_is_told_to_translators(name):
    said = re.compile(
        r'\t(?:locNote|locNoteRef|termInfo|termInfoRef|localeFilterList|dir)="([^"]*)"'
    )
    for path in files(f"its-html/its2.0/inputdata/{name}/html", "*.html"):
        expected = path.parents[3] / f"expected/{name}/html" / f"{path.stem}output.txt"
        wanted = {" ".join(each.split()) for each in said.findall(expected.read_text("utf-8"))}
        notes = " ".join(note for segment in read_article(path).segments for note in segment.notes)
        assert [each for each in wanted - {"*", "ltr"} if each not in " ".join(notes.split())] == []


def _shown(segment):
    text = list(segment.text)
    for span in segment.spans:
        parts = (
            [(span.start, span.end)]
            if span.atomic
            else [(span.start, span.inner_start), (span.inner_end, span.end)]
        )
        for start, end in parts:
            text[start:end] = " " * (end - start)
    return " ".join("".join(text).split())


def _paths(node, path):
    yield path, node
    counts = {}
    for child in node:
        if isinstance(child.tag, str):
            counts[child.tag] = counts.get(child.tag, 0) + 1
            yield from _paths(child, f"{path}/{child.tag}[{counts[child.tag]}]")
