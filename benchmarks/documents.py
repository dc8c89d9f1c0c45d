"""How fast documents are read and written, and that hostile ones do no harm.

python -m benchmarks.documents [megabytes]

First the sample articles as they are, front matter and all, articles of 20 kB made of their text, and such made
of the news sentences in shared/eval/mt (beside the checkout; left out where they are not), every second paragraph with a link and every third
with bold words, the best of 30 times each, which a busy machine disturbs least; then large ones.
Beside each document stands what foreign code alone takes for it in the same run: the parser (comrak's tree
with its positions for Markdown, the standard library's tokens for HTML, nothing for text), sentencex's cuts
of its units, and, for comparison, what whole parsers written in Python take: the tokens of markdown-it-py, the tree
of html5lib.
"""

import sys
import time
from collections.abc import Callable
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import html5lib
from markdown_it import MarkdownIt
from sentencex import get_sentence_boundaries  # type: ignore[attr-defined]

from transflow.documents import read_article
from transflow.documents.html_tokens import tokens
from transflow.documents.md_inline import parse
from transflow.model import Article
from transflow.segmentation import split

ARTICLES = Path(__file__).parents[1] / "articles"
NEWS = ARTICLES.parents[1] / "shared" / "eval" / "mt" / "ntrex128.en-fr.tsv"
NESTED = 10_000
ARTICLE, TIMES = 20_000, 30
PARSERS = {
    "markdown": ("comrak", "markdown-it-py"),
    "html": ("the standard library's tokens", "html5lib"),
}
"""The parser below ours (for HTML one like ours), and a whole one written in Python."""


def samples(size: int) -> dict[str, tuple[str, bytes]]:
    """Large documents made of the sample articles: name -> (format, bytes)."""
    found = {}
    for name, form in (
        ("visit.md", "markdown"),
        ("designs.html", "html"),
        ("accessible-books.txt", "text"),
    ):
        text = (ARTICLES / name).read_text("utf-8")
        body = text.split("---\n", 2)[2] if form == "markdown" else text
        found[name] = (form, (body * (size // len(body.encode()) + 1)).encode())
    return found


def prose() -> dict[str, tuple[str, bytes]]:
    """Articles of news sentences, three a paragraph: name -> (format, bytes)."""
    if not NEWS.is_file():
        return {}
    lines = [line.split("\t")[0] for line in NEWS.read_text("utf-8").splitlines()]
    lines = [line.translate({ord(sign): " " for sign in "*_<>&[]`~"}) for line in lines]
    written: dict[str, list[str]] = {"markdown": [], "html": []}
    signs = {
        "markdown": ("[", "](https://example.org/a)", "**", "**"),
        "html": ('<a href="https://example.org/a">', "</a>", "<strong>", "</strong>"),
    }
    for number, start in enumerate(range(0, 3 * 60, 3)):
        for form, (opened, closed, bold, plain) in signs.items():
            words = " ".join(lines[start : start + 3]).split()
            if number % 2 == 0:
                words[5], words[7] = opened + words[5], words[7] + closed
            if number % 3 == 0:
                words[12], words[13] = bold + words[12], words[13] + plain
            text = " ".join(words)
            written[form].append(f"<p>{text}</p>\n" if form == "html" else f"{text}\n\n")
    page = "<!DOCTYPE html><html lang=en><title>News</title>\n" + "".join(written["html"])
    return {
        "news prose.md": ("markdown", "".join(written["markdown"]).encode()),
        "news prose.html": ("html", page.encode()),
    }


def hostile() -> dict[str, tuple[str, str]]:
    """Documents made to be slow: name -> (format, text)."""
    return {
        "nested quotes": ("markdown", ">" * NESTED + " x"),
        "nested lists": ("markdown", "- " * NESTED + "x"),
        "open brackets": ("markdown", "[a](" * NESTED),
        "open emphasis": ("markdown", "*a **a " * NESTED),
        "open inline tags": ("markdown", "x " + "<b>" * NESTED + "y"),
        "links on one line": ("markdown", "See [a b](u). " * NESTED),
        "open divs": ("html", "<div>" * NESTED + "x"),
        "open bold": ("html", "<p>" + "<b>" * NESTED + "x"),
        "unclosed attribute": ("html", "<a b='" * NESTED),
        "lone angle brackets": ("html", "<" * NESTED * 10),
        "open comments": ("html", "<!--" * NESTED),
        "attributes": ("html", "<p " + "a " * NESTED * 5 + ">x"),
    }


class _Tokens(HTMLParser):
    """The tokens of a page with their positions, and nothing made of them."""

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.getpos()

    def handle_data(self, data: str) -> None:  # noqa: ARG002
        self.getpos()


def parser_alone(form: str, text: str) -> None:
    """What cannot be saved: the parser's own work."""
    if form == "html":
        _Tokens().feed(text)
    elif form == "markdown":
        nodes = [parse(text)]
        while nodes:
            node = nodes.pop()
            _ = (node.node_value, node.sourcepos.start.line, node.sourcepos.end.column)
            nodes.extend(node.children)


def tokens_alone(text: str) -> None:
    """Our own tokens of a page, and nothing made of them."""
    for _ in tokens(text):
        pass


def cuts_alone(texts: list[str]) -> None:
    """What cannot be saved either: sentencex, unit by unit."""
    for text in texts:
        get_sentence_boundaries("en", text)


def sentences_alone(texts: list[str]) -> None:
    """Our own cuts, unit by unit: sentencex's and the rules."""
    for text in texts:
        split(text, "en")


def python_parser(form: str, text: str) -> None:
    """A parser written in Python: markdown-it-py's tokens, html5lib's tree."""
    if form == "markdown":
        MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    else:
        html5lib.parse(text)


def units_of(article: Article) -> list[str]:
    """The text of each unit."""
    return [" ".join(segment.text for segment in unit.segments) for unit in article.units]


def timed(run: Callable[[], object]) -> tuple[float, object]:
    """Processor seconds a call takes, and what it returns."""
    start = time.process_time()
    result = run()
    return time.process_time() - start, result


def fastest(run: Callable[[], object]) -> float:
    """Processor seconds of the fastest of many calls."""
    return min(timed(run)[0] for _ in range(TIMES))


def article_sized() -> None:
    """Print a line for an article of each format."""
    for name, (form, data) in (samples(ARTICLE) | prose()).items():
        mega = len(data) / 1e6
        article = read_article(data, format=form)
        texts = {segment.id: f"{segment.text} y" for segment in article.segments}
        reading = fastest(partial(read_article, data, format=form))
        writing = fastest(partial(article.render, texts, "fr"))
        parsing = fastest(partial(parser_alone, form, data.decode()))
        cutting = fastest(partial(cuts_alone, units_of(article)))
        segmenting = fastest(partial(sentences_alone, units_of(article)))
        both = reading + writing
        print(
            f"{name:22} {len(data) / 1e3:5.0f} kB  read {mega / reading:5.2f} MB/s"
            f" (sentences alone {mega / segmenting:5.2f} MB/s)  write {mega / writing:5.2f} MB/s  both {mega / both:5.2f} MB/s"
            f"  {both / (parsing + cutting):4.1f} times parser and sentencex alone"
        )
        if form == "html":
            own = fastest(partial(tokens_alone, data.decode()))
            print(f"{'':22} our own tokens of the page take {own / reading:4.0%} of reading it")
        if form in PARSERS:
            ours, theirs = PARSERS[form]
            python = fastest(partial(python_parser, form, data.decode()))
            print(
                f"{'':22} alone: {ours} {mega / parsing:5.2f} MB/s, sentencex {mega / cutting:5.2f} MB/s,"
                f" {theirs} {mega / python:5.2f} MB/s; reading takes"
                f" {reading / parsing:4.1f}, {reading / cutting:4.1f} and {reading / python:4.1f} times that,"
                f" with writing {both / parsing:4.1f}, {both / cutting:4.1f} and {both / python:4.1f}"
            )


def as_they_are() -> None:
    """Print a line for the sample articles of each format."""
    for suffix, form in ((".md", "markdown"), (".html", "html"), (".txt", "text")):
        found = [path.read_bytes() for path in sorted(ARTICLES.glob(f"*{suffix}"))]
        mega = sum(map(len, found)) / 1e6
        articles = [read_article(data, format=form) for data in found]
        texts = [{part.id: f"{part.text} y" for part in each.segments} for each in articles]
        reading = fastest(lambda d=found, f=form: [read_article(data, format=f) for data in d])  # type: ignore[misc]
        writing = fastest(
            lambda a=articles, t=texts: [
                one.render(two, "fr") for one, two in zip(a, t, strict=True)
            ]  # type: ignore[misc]
        )
        parsing = sum(fastest(partial(parser_alone, form, data.decode())) for data in found)
        cutting = sum(fastest(partial(cuts_alone, units_of(article))) for article in articles)
        print(
            f"{len(found)} sample articles {suffix:6} read {mega / reading:5.2f} MB/s"
            f"  write {mega / writing:5.2f} MB/s  both {mega / (reading + writing):5.2f} MB/s"
            f"  {(reading + writing) / (parsing + cutting):4.1f} times parser and sentencex alone"
        )


def main() -> None:
    """Print a line a document."""
    as_they_are()
    article_sized()
    size = int(float(sys.argv[1]) * 1e6) if len(sys.argv) > 1 else 1_000_000
    for name, (form, data) in samples(size).items():
        mega = len(data) / 1e6
        seconds, article = timed(lambda d=data, f=form: read_article(d, format=f))  # type: ignore[misc]
        assert isinstance(article, Article)
        texts = {segment.id: f"{segment.text} y" for segment in article.segments}
        writing, _ = timed(lambda a=article, t=texts: a.render(t, "fr"))  # type: ignore[misc]
        units = units_of(article)
        alone, _ = timed(
            lambda d=data, f=form, u=units: (parser_alone(f, d.decode()), cuts_alone(u))
        )  # type: ignore[misc]
        assert article.render({}) == data
        print(
            f"{name:22} {mega:5.1f} MB  {len(article.segments):7} segments"
            f"  read {mega / seconds:5.2f} MB/s  write {mega / writing:5.2f} MB/s"
            f"  both {mega / (seconds + writing):5.2f} MB/s"
            f"  {(seconds + writing) / alone:4.1f} times parser and sentencex alone"
        )
    for name, (form, text) in hostile().items():
        seconds, article = timed(lambda t=text, f=form: read_article(t.encode(), format=f))  # type: ignore[misc]
        assert isinstance(article, Article)
        assert article.render({}) == text.encode()
        print(f"{name:22} {len(text) / 1e6:5.2f} MB  {seconds:6.2f} s")


if __name__ == "__main__":
    main()
