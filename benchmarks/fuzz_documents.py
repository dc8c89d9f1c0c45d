"""Changed documents through both parsers: the same bytes back, no failure, no hang.

    python -m benchmarks.fuzz_documents [--runs 20000] [--seed 1]

With atheris installed the changes are guided by coverage, without it they are random.
"""

import argparse
import random
import sys
import time
from pathlib import Path

ARTICLES = Path(__file__).parents[1] / "articles"
PIECES = [
    b"*", b"**", b"_", b"`", b"```\n", b"[", b"]", b"](", b")", b"![", b"<", b">", b"</", b"<!--", b"-->", b"<b>",
    b"<p translate=no>", b"&amp;", b"&#", b";", b"|", b"|-|-|\n", b"\n", b"\r\n", b"\r", b"\n\n", b"    ", b"\t", b"> ",
    b"- ", b"1. ", b"# ", b"===\n", b"---\n", b"+++\n", b"[a]: b\n", b"[^1]", b"[^1]: x\n", b"{{", b"}}", b":::", b"!!! a\n",
    b"\\", b"\x00", "é".encode(), "中。".encode(), b"\xef\xbb\xbf", b"title: x\n", b"'", b'"', b"$", b"~~", b"<svg>", b"<pre>",
]  # fmt: skip
SLOW = 10.0


def check(data: bytes) -> None:
    """One document through the Markdown and the HTML reader."""
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


def changed(data: bytes, chance: random.Random) -> bytes:
    """A document with a few pieces put in, taken out or doubled."""
    out = bytearray(data[: chance.randrange(40, 1200)])
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


def main() -> None:
    """Run until the runs are done or something fails; what failed is printed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    try:
        import atheris  # type: ignore[import-not-found]  # noqa: PLC0415
    except ImportError:
        atheris = None
    if atheris is not None:
        with atheris.instrument_imports(include=["transflow.documents", "transflow.segmentation"]):
            import transflow.documents  # noqa: F401, PLC0415
        atheris.Setup([sys.argv[0], f"-runs={options.runs}", f"-seed={options.seed}"], check)
        atheris.Fuzz()
        return
    chance = random.Random(options.seed)
    seeds = [path.read_bytes() for path in sorted(ARTICLES.iterdir()) if path.is_file()]
    for number in range(options.runs):
        data = changed(chance.choice(seeds), chance)
        try:
            check(data)
        except BaseException:
            print(f"run {number}: {data!r}")
            raise
    print(f"{options.runs} documents, nothing failed")


if __name__ == "__main__":
    main()
