"""Is there a translation at all, and only one?"""

import re
from collections.abc import Iterator

from transflow.catalogs.conflicts import unsettled
from transflow.checks.literals import blanked
from transflow.checks.rule import GAP, Pair, Rule
from transflow.checks.scripts import same_script
from transflow.model import Severity
from transflow.quantities import CODE

__all__ = ["RULES"]

_COPIED = "copy"
"""The engine of what drafting copied on purpose: addresses, handles, names where other letters would garble them."""
_SIGN = re.compile(r"\((?:c|r|p|tm)\)", re.IGNORECASE)
"""Letters for a sign, which the translation may have: (C) for ©."""
_KEPT = re.compile(
    r"(?<!\w)@\w+|(?<![\w@])(?:[\w-]+\.)+[a-z]{2,}(?!\w)|(?<=\d)\s?[a-zµ]{1,3}(?!\w)"
)
"""A handle, a host, a unit behind its number: the same in every language."""
_WORD = re.compile(r"[^\W\d_]+(?:['’.&-][^\W\d_]+)*")


def _empty(pair: Pair) -> Iterator[str]:
    if not pair.target and pair.source.strip():
        yield "not translated yet"


def _conflict(pair: Pair) -> Iterator[str]:
    told = unsettled(pair.entry.comments) if pair.entry.fuzzy else ()
    if any(line.startswith("conflict") for line in told):
        yield "two translations: choose between this one and the comment's, then clear the flag"


def _wordless(pair: Pair) -> Iterator[str]:
    if not pair.target or any(c.isalnum() or c == GAP for c in pair.right.text):
        return
    if _WORD.search(_SIGN.sub(" ", pair.left.text)):
        what = "no words" if pair.target.strip() else "nothing but white space"
        yield f"the translation has {what}; the source has words"


def _untranslated(pair: Pair) -> Iterator[str]:
    source, target = pair.left.text, pair.right.text
    if source is not target and source.casefold().split() != target.casefold().split():
        return
    if pair.entry.provenance and pair.entry.provenance.engine == _COPIED:
        return
    words = _WORD.findall(_KEPT.sub(" ", CODE.sub(" ", blanked(_without_kept_terms(pair)))))
    words = [word for word in words if not word.isupper()]
    lower = [word for word in words if word[0].islower()]
    if same_script(pair.context.source_locale, pair.context.locale):
        # One word may be the same in both languages; words with capitals are a name.
        suspect = (len(words) >= 2 and bool(lower)) or len(words) > 4
    else:
        suspect = len(words) >= 2 or bool(lower)
    if suspect:
        yield "equal to the source"


def _without_kept_terms(pair: Pair) -> str:
    """The source without terms that stay as they are in the target language."""
    text = pair.left.text
    glossary = pair.context.glossary
    if not glossary:
        return text
    for match in reversed(glossary.find(text, pair.context.source_locale)):
        if text[match.start : match.end] in glossary.terms(match, pair.context.locale):
            text = text[: match.start] + " " + text[match.end :]
    return text


RULES = (
    Rule(
        "empty",
        Severity.INFO,
        "No translation yet.",
        "None: it only counts open work. Whether a page may go out with gaps is the gate's decision.",
        _empty,
        needs="entry",
    ),
    Rule(
        "conflict",
        Severity.WARNING,
        "Two people's words for one sentence, one of them in a comment.",
        "None: the comment is written by a merge or an import, and settled once the flag is cleared.",
        _conflict,
        needs="entry",
    ),
    Rule(
        "wordless",
        Severity.ERROR,
        "Only white space, punctuation or symbols where the source has words.",
        "A source that is itself only a symbol or a number is left alone.",
        _wordless,
        needs="entry",
    ),
    Rule(
        "untranslated",
        Severity.WARNING,
        "The translation is the source text.",
        "Numbers, codes, acronyms, addresses, code and do-not-translate terms may stay as they are, and what "
        "drafting copied on purpose (postal addresses, a cell that is a person's name); so "
        "may a single word, and up to four capitalised words (a name), between languages of one script. "
        "Between scripts a single capitalised word may stay.",
        _untranslated,
    ),
)
