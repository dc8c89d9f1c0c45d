"""One person under several names: 哈娜·中村 in one sentence of a catalog, 安娜·纳米尔 or Hannah Nakamura in the next."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from transflow.checks.rule import Pair, Rule
from transflow.model import Severity

__all__ = ["RULES"]

_WORD = r"[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þa-z][a-zà-ÿ]+)*"
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Judge|Sir)\b\.?"
_NAME = re.compile(rf"(?<![\w’'-])(?P<title>{_TITLE} )?(?P<name>{_WORD}(?: {_WORD})+)(?![\w-])")
_OFFICE = re.compile(r"\b(?:Director|General|President|Minister|Secretary|Justice|Chair|Deputy)\b")
_HAN = re.compile(r"([\u4e00-\u9fff])·([\u4e00-\u9fff])")
"""The letters beside the dot of a name: where its halves begin and end nothing tells."""
_OWN = "its own letters"


def _people(pairs: Sequence[Pair]) -> dict[str, list[Pair]]:
    """Names of two words and more in English sources -> the entries that have them; those with a title somewhere, and in Chinese all."""
    found: dict[str, list[Pair]] = defaultdict(list)
    known = set()
    for pair in pairs:
        if pair.context.source_language != "en":
            continue
        for name, titled in {
            one["name"]: one["title"] for one in _NAME.finditer(pair.left.plain)
        }.items():
            found[name].append(pair)
            if titled or pair.context.language == "zh":
                known.add(name)
    return {
        name: having
        for name, having in found.items()
        if name in known and len(having) > 1 and not _OFFICE.search(name)
    }


def _spelled(pair: Pair, name: str) -> str:
    """How a translation spells a name, as far as that can be told; empty for no answer."""
    text = pair.right.plain
    if name.rsplit(maxsplit=1)[-1] in text:
        return _OWN if name in text and "·" not in text else ""
    if pair.context.language == "zh":
        names = {one["name"] for one in _NAME.finditer(pair.left.plain)}
        dots = _HAN.findall(text)
        alone = len(names) == len(dots) == 1
        return "·".join(dots[0]) if alone else ""
    return "other letters"


def _differently(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Pair, str]]:
    for name, having in _people(pairs).items():
        spelled = [(pair, how) for pair in having if (how := _spelled(pair, name))]
        counts = Counter(how for _, how in spelled)
        if len(counts) < 2:
            continue
        usual = counts.most_common(1)[0][0]
        other = next(pair for pair, how in spelled if how == usual)
        for pair, how in spelled:
            if how != usual:
                yield (
                    pair,
                    other,
                    f"{name} is spelled otherwise in {other.context.path}:{other.entry.line}",
                )


RULES = (
    Rule(
        "name-spelling",
        Severity.WARNING,
        "A person's name is spelled in two ways in one catalog (哈娜·中村, 安娜·纳米尔), or stays in its own letters in one sentence and not in another.",
        "From English. In Chinese names with a dot, where source and translation have one each; elsewhere names that a title (Ms., Dr.) tells in some sentence. "
        "Several catalogs are not compared.",
        check_all=_differently,
    ),
)
