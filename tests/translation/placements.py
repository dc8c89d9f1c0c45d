"""How well marks find their place: sentences with their markup in four languages, marked by hand.

Three sets. `placements.tsv` has good translations; `placements_drafts.tsv` has drafts of the starter
models as they were when it was made, marked where a reader sees the words of the source, and not
marked where the draft has no such words (there no place is right, and the entry should say so).

The network reads the translation (it is given as the target), so that its opinion of which words
belong together, and nothing else of it, decides where the marks of the source sentence go.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from transflow.documents import spans
from transflow.translation.spananchors import anchors
from transflow.translation.spanevidence import Evidence, Question, weigh
from transflow.translation.spans import lift, place

DATA = Path(__file__).parent / "data"
LOCALES = ("zh-Hans", "fr", "es")
_TAGS = {"**": "b", "*": "i", "[": "a"}
_SMALL = """
le la les l un une des du de d à au aux en et ou par pour sur y o el los las lo del al a
con un una unos unas se est es the 的 了 在 于 是 和 以 将 地 得 被 从 由 年 月 日 个 件 该 其
"""


@dataclass(frozen=True)
class Case:
    locale: str
    source: str
    wanted: str

    @property
    def lost(self):
        """Whether the draft lacks the words of a mark."""
        return self.source.count("<") > self.wanted.count("<")


def cases():
    """Good translations: a line a sentence, a column a language."""
    found = []
    for line in (DATA / "placements.tsv").read_text("utf-8").splitlines():
        source, *targets = (as_html(cell) for cell in line.split("\t"))
        found += [
            Case(locale, source, target) for locale, target in zip(LOCALES, targets, strict=True)
        ]
    return found


def drafts(name="placements_drafts.tsv"):
    """Weak translations: source, locale, draft."""
    rows = (line.split("\t") for line in (DATA / name).read_text("utf-8").splitlines())
    return [Case(locale, as_html(source), as_html(draft)) for source, locale, draft in rows]


def news():
    """Weak translations of what newsrooms mark: labels, times, numbers, words that are stressed."""
    return drafts("placements_news.tsv")


def as_html(marked):
    """`**b**`, `*i*` and `[a](u)` as tags; marks may touch each other."""
    parts, stack, at = [], [], 0
    for match in re.finditer(r"\*\*|\*|\[|\]\(u\)", marked):
        mark = match.group()
        if match.start() < at:
            continue
        parts.append(marked[at : match.start()])
        at = match.end()
        if mark == "**" and stack and stack[-1] == "*":
            mark, at = "*", match.start() + 1
        name = _TAGS["[" if mark == "](u)" else mark]
        if stack and mark in (stack[-1], "](u)"):
            stack.pop()
            parts.append(f"</{name}>")
        else:
            stack.append(mark)
            parts.append('<a href="u">' if name == "a" else f"<{name}>")
        if match.group() == "**" and mark == "*" and marked[at : at + 1] == "*":
            rest = marked[at:]
            return "".join(parts) + as_html(rest)
    return "".join([*parts, marked[at:]])


def placed(engine, batch, *, box=False):
    """What `place` makes of each case, by the engine's opinion, or without it (`box`)."""
    parts = [lift(case.source, spans(case.source, "html"), "html") for case in batch]
    plains = [re.sub(r"<[^>]*>", "", case.wanted) for case in batch]
    questions = [
        Question(part.text, plain, tuple((mark.start, mark.end) for mark in part.marks))
        for part, plain in zip(parts, plains, strict=True)
    ]
    if box:
        return [
            place(part, plain, Evidence(tuple(links)))
            for part, plain, links in zip(parts, plains, anchors(engine, questions), strict=True)
        ]
    jobs = [
        (part.text, engine.encode(plain, target=True))
        for part, plain in zip(parts, plains, strict=True)
    ]
    gains = weigh(engine, questions)
    found = []
    for part, plain, row, (hypothesis, *_) in zip(
        parts, plains, gains, engine.complete(jobs, beam=1, attention=True), strict=True
    ):
        links = engine.align(part.text, hypothesis)
        links = tuple(link for link in links if link[3] <= len(plain))
        found.append(place(part, plain, Evidence(links, row)))
    return found


def verdict(case, text):
    """`exact`, `acceptable` (each mark holds what it must, but for a small word) or `wrong`."""
    if text == case.wanted:
        return "exact"
    wanted, found = _contents(case.wanted), _contents(text)
    if not wanted.keys() <= found.keys():
        return "wrong"
    if case.lost and all(wanted[key] == found[key] for key in wanted):
        return "exact"
    return "acceptable" if all(_close(wanted[key], found[key]) for key in wanted) else "wrong"


def _contents(text):
    return {match[1]: match[2] for match in re.finditer(r"<(b|i|a)[^>]*>(.*?)</\1>", text)}


def _close(wanted, found):
    one, other = _words(wanted), _words(found)
    extra = {word for word in one ^ other if word not in _SMALL.split()}
    return not extra or (len(extra) == 1 and len(one & other) >= 2 * len(extra))


def _words(text):
    return set(re.findall(r"[\u4e00-\u9fff]|[^\W\u4e00-\u9fff]+", text.casefold()))
