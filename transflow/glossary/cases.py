"""The forms of a term that a sentence may want: Russian cases, Arabic particles written on a word.

Acceptance knows them from a text (inflection.py); here they are made, for a decoder to choose from.
"""

from functools import lru_cache

from transflow.glossary import arabic, russian

__all__ = ["cases"]


@lru_cache(maxsize=4096)
def cases(
    form: str, locale: str, *, plural: bool = False, bare: bool = False, like: bool = False
) -> tuple[str, ...]:
    """The inflected forms of a noun phrase, itself first.

    Args:
        form: As a dictionary has it: the nominative in Russian, without particles in Arabic.
        locale: BCP 47 tag.
        plural: Whether plurals are wanted (Russian); they come before the singulars then.
        bare: Only what may be the subject: nominatives, and nothing joined in front but the article.
        like: Whether the particle ك may be wanted (Arabic).
    """
    code = locale.partition("-")[0]
    if code == "ru":
        return tuple(dict.fromkeys(russian.declined(form, plural=plural, bare=bare)))
    return tuple(arabic.joined(form, bare=bare, like=like)) if code == "ar" else (form,)
