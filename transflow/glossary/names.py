"""Names in the articles that the glossary does not have: engines translate surnames and firms.

Nothing is guessed about how to render them: a person decides, with a row of the glossary.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from transflow.glossary.glossary import Glossary
from transflow.glossary.matcher import fold
from transflow.glossary.stopwords import STOPWORDS
from transflow.glossary.suggest import Candidate, unclaimed

__all__ = ["names"]

_CONTEXT = 40
_LARGE = r"[^\W\d_a-zà-ÿ][\w’'-]*(?<!['’]s)"
_RUN = re.compile(
    rf"(?<!\w){_LARGE}(?:[ \u00a0](?:(?:of|for|de|du|la|von|van|bin|al|del|y)[ \u00a0])?{_LARGE})+"
)
_FIRM = re.compile(
    r"(?:(?![由和与及向在是为对将给被把跟])[\u4e00-\u9fff])[\u4e00-\u9fff]{1,11}(?:（[^（）]{1,8}）)?(?:股份)?(?:有限责任公司|有限公司|集团|大学|研究院|研究所)"
)
_TITLED = 0.6
"""Share of words with a capital from which a text is a heading in Title Case."""
_NOUNS_ARE_LARGE = frozenset({"de", "lb"})


def names(texts: Iterable[tuple[str, str]], glossary: Glossary, locale: str) -> list[Candidate]:
    """Runs of words with capitals, and Chinese firms, most frequent first.

    Args:
        texts: (article, segment).
        glossary: What it has, approved or proposed, is left out.
        locale: BCP 47 tag of the texts.
    """
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    code = locale.partition("-")[0]
    for article, text in texts:
        seen = unclaimed(text, glossary, locale)
        for name, start, end in _in(seen.text, code):
            first, last = seen.place(start, end)
            around = text[max(0, first - _CONTEXT) : last + _CONTEXT].strip()
            found[name].append((article, around))
    listed = [Candidate(name, len(at), float(len(at)), tuple(at[:3])) for name, at in found.items()]
    return sorted(listed, key=lambda one: (-one.count, one.text))


def _in(text: str, code: str) -> Iterable[tuple[str, int, int]]:
    if code == "zh":
        yield from ((match[0], match.start(), match.end()) for match in _FIRM.finditer(text))
        return
    words = re.findall(r"[^\W\d_]+", text)
    large = sum(word[0].isupper() for word in words)
    if code in _NOUNS_ARE_LARGE or large > _TITLED * len(words) > 0 < len(words) - 3:
        return
    stop = STOPWORDS.get(code, frozenset())
    for match in _RUN.finditer(text):
        start, run = match.start(), match[0]
        while (first := run.split(maxsplit=1)) and fold(first[0]) in stop:
            start, run = match.end() - len(first[1] if len(first) > 1 else ""), " ".join(first[1:])
        if " " in run and not run.isupper():
            yield run, start, match.end()
