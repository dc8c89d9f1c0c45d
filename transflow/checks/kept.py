"""What stays as it is in every language: addresses and acronyms."""

import re
from collections import Counter
from collections.abc import Iterator

from transflow.checks.literals import EMAIL, URL
from transflow.checks.rule import Pair, Rule
from transflow.checks.scripts import scripts_of
from transflow.glossary.countrywords import INITIALS
from transflow.model import Severity, SpanKind
from transflow.quantities import keys, shouted

__all__ = ["RULES"]

_HINT = re.compile(r"@|://|www\.", re.IGNORECASE)
_TRAILING = ".,;:!?*_~'’\")]}"
_ACRONYM = re.compile(r"(?<![\w-])[A-Z][A-Z&]{1,7}(?:-[0-9A-Z]{1,4})?(?=s?(?![\w&]))")
_MEASURED = re.compile(
    r"\b(?:[A-Z]{3}|US|C|A|HK)\s?\$?(?=\s?\d)|(?<=\d)\s?(?:[KMGTP]B|[MGT]W|CHF|USD|EUR|GBP|JPY|CNY)\b"
)
"""Currency codes before a sum, and units behind a number: rules of their own look at those."""
_WITH_ACRONYMS = frozenset({"Latn", "Cyrl", "Grek", "Armn", "Hani", "Hang"})
_ELISION = re.compile("['’]")
_SHARED = frozenset({*INITIALS, "UN", "EU", "TV", "AM", "PM", "ID", "OK", "CEO", "AI", "IT", "NO", "VS", "HQ", "GDP", "DNA", "GMT", "UTC", "CET", "CEST", "EST", "EDT", "PST", "PDT", "BST", "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII"})  # fmt: skip


def _addresses(text: str) -> Counter[str]:
    """Addresses of pages, mails and wallets, and keys; how often each stands."""
    urls, mails = [], []
    if _HINT.search(text):
        urls = [match[0].rstrip(_TRAILING) for match in URL.finditer(text)]
        mails = [match[0].rstrip(".") for match in EMAIL.finditer(URL.sub(" ", text))]
        text = EMAIL.sub(" ", URL.sub(" ", text))
    return Counter(urls + mails + [text[start:end] for start, end in keys(text)])


def _outside_markup(text: str, pair: Pair, *, source: bool) -> str:
    """The text without the destinations of links and images, which are the markup rule's."""
    spans = pair.left.spans if source else pair.right.spans
    cuts = [(s.inner_end, s.end) for s in spans if s.kind is SpanKind.LINK and not s.atomic]
    cuts += [
        (s.start, s.inner_start)
        for s in spans
        if s.kind in {SpanKind.LINK, SpanKind.HTML} and not s.atomic
    ]
    cuts += [
        (s.start, s.end)
        for s in spans
        if s.kind in {SpanKind.IMAGE, SpanKind.CODE, SpanKind.COMMENT}
    ]
    for start, end in sorted(cuts, reverse=True):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _altered_addresses(pair: Pair) -> Iterator[str]:
    if not _addresses(pair.source) and not _addresses(pair.target):
        return
    source = _addresses(_outside_markup(pair.source, pair, source=True))
    target = _addresses(_outside_markup(pair.target, pair, source=False))
    missing, extra = list((source - target).elements()), list((target - source).elements())
    localized = {_neutral(address, pair.context.language): address for address in extra}
    for address in missing:
        twin = localized.pop(_neutral(address, pair.context.source_language), None)
        if twin is not None:
            extra.remove(twin)
        elif extra:
            yield f"{extra.pop(0)} is not in the source; expected {address}"
        else:
            yield f"{address} is missing; it must stand as it is in the source"
    for address in extra:
        yield f"{address} is not in the source"


def _neutral(address: str, language: str) -> str:
    """An address with its language part made the same for all: /en/ and /fr/, en. and fr."""
    return re.sub(
        rf"(?<=[/.=]){language}(?=[/.&?#]|$)|(?<=//){language}(?=\.)",
        "??",
        address,
        flags=re.IGNORECASE,
    )


def _lost_acronyms(pair: Pair) -> Iterator[str]:
    if scripts_of(pair.context.locale)[0] not in _WITH_ACRONYMS:
        return
    source = pair.left.text
    found = dict.fromkeys(word for word in pair.left.words if len(word) > 1 and word.isupper())
    if found:
        found = dict.fromkeys(_ACRONYM.findall(_MEASURED.sub(" ", source)))
    if not found or source.upper() == source or shouted(pair.left.words):
        return
    target = pair.right.text
    covered = " ".join(pair.answered())
    lost = [a for a in found if a not in _SHARED and a not in covered and not _in(a, target)]
    words = [_ELISION.split(word)[-1] for word in pair.right.words]  # l'OMPI
    capitals = {word for word in words if len(word) > 1 and word.isupper()}
    spare = len(capitals - set(found) - set(pair.left.words))
    for acronym in lost[spare:] if spare else lost:
        yield f"{acronym} is missing; expected it, or the language's own short form"


def _in(acronym: str, text: str) -> bool:
    return (
        acronym in text
        or acronym.replace("-", "\u2011") in text
        or acronym.lower() in text.lower().split()
    )


RULES = (
    Rule(
        "addresses",
        Severity.ERROR,
        "A web or e-mail address, or a key (of a wallet, a service, base64), is missing, altered or new.",
        "Punctuation behind an address is none of it, Chinese punctuation neither; an address that differs "
        "only in its language part (/en/ → /fr/) is let be. Destinations of links are the markup rule's.",
        _altered_addresses,
    ),
    Rule(
        "acronyms",
        Severity.INFO,
        "An acronym of the source is neither there nor replaced by another.",
        "Another word in capitals counts as the language's own acronym (WIPO → OMPI, ВОИС); terms of the "
        "glossary, everyday ones (US, UN, EU, TV), countries' (DRC) and texts all in capitals are let be. Arabic, Hebrew and "
        "the Indic scripts write acronyms as words: nothing is said there. Chinese often writes the name out: add "
        "it to the glossary, and the terminology rule takes over.",
        _lost_acronyms,
    ),
)
