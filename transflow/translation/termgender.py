"""The gender of approved forms: as the glossary says, else asked of the model once for each form.

Whether a noun takes `le` or `la` does not hang on the sentence it stands in, so a few pieces say
it: how likely is the form after each article, as a translation of the bare term? Here articles
are chosen that the model reads on from, and it is asked about any word; `nouns`, which says nothing of
most words, decides where the model does not, and corrects articles in finished text, whatever engine wrote it.
"""

from collections.abc import Iterable

from transflow.engines.base import SteerableEngine
from transflow.glossary import Requirement
from transflow.translation import nouns
from transflow.translation.termforms import candidates, several

__all__ = ["feminine"]

_SURE = 1.0
"""How much likelier (natural logarithm) one article makes a form than the other."""
_LONGEST = 120
"""Letters of a form that is asked about: models have an end."""
_LANGUAGES = frozenset({"fr", "es"})
_HIDING = tuple("aeiouyhàâäéèêëîïôöùûüœæ")
"""Before these French has `l'` for both."""


def feminine(
    engine: SteerableEngine, terms: Iterable[tuple[Requirement, str]], locale: str
) -> dict[str, bool]:
    """Whether forms take feminine articles, by their casefolded text; only what is clear.

    Args:
        engine: The model that is asked.
        terms: Terms and the sentences they stand in.
        locale: BCP 47 tag of the target; languages without such articles have nothing to tell.
    """
    code = locale.partition("-")[0]
    if code not in _LANGUAGES:
        return {}
    asked: dict[str, tuple[str, tuple[str, str]]] = {}
    found: dict[str, bool] = {}
    for term, source in terms:
        told = term.feminine(locale)
        for form in candidates(term, source, "-", locale):
            if told is not None:
                found[form.casefold()] = told
                continue
            articles = _articles(form, code, plural=several(form, term, locale) is not False)
            if articles and len(form) <= _LONGEST:
                asked.setdefault(form.casefold(), (f"the {term.source}", articles))
    pairs = [
        (form, source, [engine.encode(article + form, target=True) for article in articles])
        for form, (source, articles) in asked.items()
    ]
    logs = iter(
        engine.piece_logprobs(
            [(source, ()) for _, source, two in pairs for _ in two],
            [pieces for *_, two in pairs for pieces in two],
        )
    )
    for form, *_ in pairs:
        masculine = sum(next(logs))
        gain = sum(next(logs)) - masculine
        sure = gain > 0 if abs(gain) >= _SURE else nouns.feminine(form.split()[0], code)
        if sure is not None:
            found[form] = sure
    return found


def _articles(form: str, code: str, *, plural: bool) -> tuple[str, str] | None:
    """The masculine and the feminine article for a form; None where both are the same."""
    if code == "es":
        return ("los ", "las ") if plural else ("el ", "la ")
    if plural:
        return None
    return ("un ", "une ") if form.casefold().startswith(_HIDING) else ("le ", "la ")
