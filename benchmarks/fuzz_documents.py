"""Changed documents through all parsers: the same bytes back, the same tree translated, no hang.

    python -m benchmarks.fuzz_documents [--runs 20000] [--seed 1] [--seeds FOLDER] [--go-on]

The documents are the sample articles and those below FOLDER, changed at random; with atheris
installed the changes are guided by coverage.
"""

import argparse
import random
import re
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from transflow.model import Article

ARTICLES = Path(__file__).parents[1] / "articles"
PIECES = [
    b"*", b"**", b"_", b"`", b"```\n", b"[", b"]", b"](", b")", b"![", b"<", b">", b"</", b"<!--", b"-->", b"<b>",
    b"<p translate=no>", b"&amp;", b"&#", b";", b"|", b"|-|-|\n", b"\n", b"\r\n", b"\r", b"\n\n", b"    ", b"\t", b"> ",
    b"- ", b"1. ", b"# ", b"===\n", b"---\n", b"+++\n", b"[a]: b\n", b"[^1]", b"[^1]: x\n", b"{{", b"}}", b":::", b"!!! a\n",
    b"\\", b"\x00", "é".encode(), "中。".encode(), b"\xef\xbb\xbf", b"title: x\n", b"'", b'"', b"$", b"~~", b"<svg>", b"<pre>",
    b"{{< a b='c' >}}", b"{%", b"%}", b'<img alt="a b" src=c>', b"<br>", b"https://a.example/", b"<a href=b>", b"</a>",
]  # fmt: skip
SLOW = 10.0
SUFFIXES = {".md", ".html", ".htm", ".txt", ".xml"}
LONGEST = 1200
OTHERWISE = re.compile(
    r"!!!|\?\?\?|:::|===|\{\{|\{%|<(?:pre|svg|math|code|kbd|samp|var|tt|script|style|textarea|title|template)\b",
    re.IGNORECASE,
)
"""What is no Markdown to the referee but is to us, or has words that it takes for code to the end of the page."""
READABLE = ("placeholder", "aria-", "content", "'label'", "'value'", "summary", "abbr", "heading")


def check(data: bytes) -> None:
    """One document through the reader of each format."""
    # Imported here, so that atheris can watch it.
    from transflow.documents import read_article  # noqa: PLC0415
    from transflow.errors import ArticleError  # noqa: PLC0415

    for form in ("markdown", "html", "text"):
        start = time.process_time()
        try:
            article = read_article(data, format=form)
        except ArticleError:
            continue
        same = {segment.id: segment.text for segment in article.segments}
        assert article.render(same, "fr") == data, f"{form}: not the same bytes"
        article.render(
            {segment.id: f"* {segment.text} <" for segment in article.segments}, "zh-Hans"
        )
        article.html(same, "fr", lambda _: ("<i>", "</i>"))
        assert time.process_time() - start < SLOW, f"{form}: too slow"
        if form != "text":
            same_tree(article, form)


def same_tree(article: "Article", form: str) -> None:
    """Every word changed: the page has the same elements, attributes that people read left out."""
    from tests.documents.skeleton import as_html, pseudo, skeleton  # noqa: PLC0415
    from transflow.documents import read_article  # noqa: PLC0415

    # Without its brackets: beside them a lone star of a broken text pairs up otherwise.
    words = {segment.id: pseudo(segment)[1:-1] for segment in article.segments}
    both = [article, read_article(article.render(words, article.locale), format=form)]
    pages = [each.writer.source for each in both]
    opened = [("<b>", "</b>"), ("<pre", "</pre>"), ("<svg", "</svg>"), ("<!--", "-->")]
    if any(pages[0].count(left) != pages[0].count(right) for left, right in opened):
        return  # to the end of the page, or of what the referee thinks is it
    if form == "markdown":
        if OTHERWISE.search(pages[0]):
            return
        pages = [as_html(each.writer.source[each.writer.read.front.end :]) for each in both]
    before, after = (
        [tag for tag in skeleton(page) if not any(name in tag for name in READABLE)]
        for page in pages
    )
    assert before == after, f"{form}: another tree"


def changed(data: bytes, chance: random.Random) -> bytes:
    """A document with a few pieces put in, taken out or doubled."""
    start = chance.randrange(max(1, len(data) - 400))
    out = bytearray(data[start if chance.random() < 0.5 else 0 :][: chance.randrange(40, LONGEST)])
    for _ in range(chance.randrange(1, 8)):
        place = chance.randrange(len(out) + 1)
        kind = chance.random()
        if kind < 0.7:
            out[place:place] = chance.choice(PIECES) * chance.choice([1, 1, 1, 2, 5])
        elif kind < 0.85:
            del out[place : place + chance.randrange(1, 30)]
        else:
            out[place:place] = out[place : place + chance.randrange(1, 60)]
    return bytes(out)


def seeds(folder: Path | None) -> list[bytes]:
    """The documents to change."""
    found = [path for path in sorted(ARTICLES.iterdir()) if path.is_file()]
    if folder:
        found += [path for path in sorted(folder.rglob("*")) if path.suffix in SUFFIXES]
    return [data for path in found if (data := path.read_bytes())]


def guided(atheris: Any, options: argparse.Namespace) -> None:
    """Let atheris change the documents."""
    with atheris.instrument_imports(include=["transflow.documents", "transflow.segmentation"]):
        import transflow.documents  # noqa: F401, PLC0415
    with tempfile.TemporaryDirectory() as corpus:
        for number, data in enumerate(seeds(options.seeds)):
            Path(corpus, str(number)).write_bytes(data[:LONGEST])
        arguments = [f"-runs={options.runs}", f"-seed={options.seed}", f"-max_len={LONGEST}"]
        atheris.Setup([sys.argv[0], *arguments, corpus], check)
        atheris.Fuzz()


def main() -> None:
    """Run until the runs are done or something fails; what failed is printed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seeds", type=Path, help="a folder with more documents to change")
    parser.add_argument("--go-on", action="store_true", help="after a failure")
    options = parser.parse_args()
    try:
        import atheris  # type: ignore[import-not-found]  # noqa: PLC0415
    except ImportError:
        atheris = None
    if atheris is not None:
        guided(atheris, options)
        return
    chance = random.Random(options.seed)
    documents = seeds(options.seeds)
    failed = 0
    for number in range(options.runs):
        data = changed(chance.choice(documents), chance)
        try:
            check(data)
        except BaseException as cause:
            print(f"run {number}: {cause!r}: {data!r}", flush=True)
            failed += 1
            if not options.go_on or not isinstance(cause, Exception):
                raise
    print(f"{options.runs} documents made of {len(documents)}, {failed or 'nothing'} failed")


if __name__ == "__main__":
    main()
