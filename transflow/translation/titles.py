"""Titles before names: a weak model makes a gentleman of Mrs. Whitfield, and of Dr. Haddad.

Where all titles of a source are a woman's, or all a man's, and the draft has only the other's, they
are written as they should be. `Dr.` and `Prof.` are put right beside names in Latin letters, and English
titles that were left are written as the language has them.
"""

import re

__all__ = ["mended"]

_WOMAN = re.compile(r"\b(?:Mrs|Ms|Miss|Madam)\b\.?\s(?=[A-Z])")
_MAN = re.compile(r"\b(?:Mr|Sir)\b\.?\s(?=[A-Z])")
_FORMS = {
    "fr": ((r"\bM\.(?=\s[A-ZÀ-Þ])", "Mme"), (r"\bMonsieur(?=\s[A-ZÀ-Þ])", "Madame"), (r"\bMessieurs(?=\s[A-ZÀ-Þ])", "Mesdames")),
    "es": ((r"\bEl [Ss]r\.(?=\s[A-ZÀ-Þ])", "La Sra."), (r"\bel [Ss]r\.(?=\s[A-ZÀ-Þ])", "la Sra."), (r"\b[Ss]r\.(?=\s[A-ZÀ-Þ])", "Sra."),
           (r"\bEl señor\b", "La señora"), (r"\bel señor\b", "la señora")),
    "ru": ((r"\bГ-н\b", "Г-жа"), (r"\bг-н\b", "г-жа"), (r"\bГосподин\b", "Госпожа"), (r"\bгосподин\b", "госпожа"), (r"\bмистер\b", "миссис")),
    "zh": ((r"先生(?![们])", "女士"),),
    "ar": ((r"(?<!\w)(و?)السيد(?!\w)", r"\1السيدة"),),
}  # fmt: skip
"""Language -> (a man's title, the woman's for it)."""
_WOMEN = {
    "fr": ((r"\bMme(?=\s[A-ZÀ-Þ])", "M."), (r"\bMadame(?=\s[A-ZÀ-Þ])", "Monsieur")),
    "es": ((r"\bLa [Ss]ra\.(?=\s[A-ZÀ-Þ])", "El Sr."), (r"\bla [Ss]ra\.(?=\s[A-ZÀ-Þ])", "el Sr."), (r"\b[Ss]ra\.(?=\s[A-ZÀ-Þ])", "Sr.")),
    "ru": ((r"\bГ-жа\b", "Г-н"), (r"\bг-жа\b", "г-н"), (r"\bГоспожа\b", "Господин"), (r"\bгоспожа\b", "господин")),
    "zh": ((r"(?:女士|太太|小姐)(?![们])", "先生"),),
    "ar": ((r"(?<!\w)(و?)السيدة(?!\w)", r"\1السيد"),),
}  # fmt: skip
_OWN = {
    "fr": (r"\bM(?:\.|onsieur)", r"\bM(?:me|lle|adame)"),
    "es": (r"\b[Ss]r\.|\bseñor\b", r"\b[Ss]r(?:t)?a\.|\bseñor(?:a|ita)\b"),
    "ru": (r"\b[Гг](?:-н|осподин)|мистер", r"\b[Гг](?:-ж|оспож)|мисс"),
    "zh": (r"先生", r"女士|太太|小姐|夫人"),
    "ar": (r"السيد(?!\w)", r"السيدة|الآنسة"),
}
"""Language -> (a man's titles, a woman's)."""


def mended(source: str, draft: str, locale: str) -> str:
    """The draft with the titles of the source's sex, where it has only the other.

    Args:
        source: Plain English.
        draft: Its plain draft.
        locale: BCP 47 tag of the draft.
    """
    language = locale.partition("-")[0]
    if language not in _OWN:
        return draft
    if language == "es":  # a piece too many: el Sr.a. Souza
        draft = re.sub(
            r"\b(?:(E)|e)l Sr\.a\.", lambda match: f"{'L' if match[1] else 'l'}a Sra.", draft
        )
        draft = _SHORT_ES.sub(r"\g<0>.", draft)
    draft = _by_name(source, _left(draft, language), language)
    woman, man = bool(_WOMAN.search(source)), bool(_MAN.search(source))
    if woman is man:
        return draft
    his, hers = (re.search(pattern, draft) for pattern in _OWN[language])
    if (woman and (hers or not his)) or (man and (his or not hers)):
        return draft
    for wrong, right in (_FORMS if woman else _WOMEN)[language]:
        draft = re.sub(wrong, right, draft)
    return draft


def _by_name(source: str, draft: str, language: str) -> str:
    """The draft with the right title beside each name that it has as written: M. Pugh et Mme Pugh."""
    for match in _TITLED.finditer(source):
        if match["title"] in {"Dr", "Prof"}:
            draft = _ranked(draft, match["title"], match["name"], language)
            continue
        table = (_WOMEN if match["title"] == "Mr" else _FORMS)[language]
        for wrong, right in table:
            name = re.escape(match["name"])
            if language == "zh":
                draft = re.sub(rf"({name}\s?){wrong}", rf"\g<1>{right}", draft)
            else:
                draft = re.sub(rf"{wrong}(?=\s{name}(?!\w))", right, draft)
    return draft


def _ranked(draft: str, title: str, name: str, language: str) -> str:
    """The draft with `Dr` or `Prof` beside a name that it calls by another title."""
    other, own, kept = _RANKS[language]
    right = own[title == "Prof"]
    name = re.escape(name)
    if language == "zh":
        return re.sub(
            rf"({name}[·\u4e00-\u9fff]{{0,6}}?\s?)(?:{other})(?!们)", rf"\g<1>{right}", draft
        )
    wrong = (
        rf"(?<!\w)(?P<and>و?)(?:{other})\s(?={name})"
        if language == "ar"
        else rf"(?<!\w)(?:{other})\s(?={name})"
    )
    if re.search(rf"(?:{kept})\s{name}", draft):
        return draft
    lost = language in {"es", "fr"} and not re.search(rf"(?<!\w)(?:{other}|{kept})(?!\w)", draft)
    places = list(re.finditer(rf"(?<!\w){name}(?!\w)", draft)) if lost else []
    if len(places) == 1:
        return f"{draft[: places[0].start()]}{right} {draft[places[0].start() :]}"
    return re.sub(wrong, rf"{chr(92)}g<and>{right} " if language == "ar" else f"{right} ", draft)


_RANKS = {
    "fr": (
        r"M\.|Mme|Mlle|Monsieur|Madame",
        ("Dr", "Pr"),
        r"D(?:r|octeure?)\.?|P(?:r|rof|rofesseure?)\.?",
    ),
    "es": (
        r"[Ss]ra?\.|[Ss]eñora?",
        ("Dr.", "Prof."),
        r"Dra?\.|[Dd]octora?|Prof\.?a?\.?|[Pp]rofesora?",
    ),
    "ru": (
        r"[Гг]-н|[Гг]-жа|[Гг]оспо(?:дин|жа)",
        ("д-р", "проф."),
        r"[Дд]-р|[Дд]октор\w*|[Пп]роф\w*\.?",
    ),
    "zh": ("先生|女士|小姐|太太", ("博士", "教授"), "博士|教授|医生"),
    "ar": (r"السيدة?|الآنسة", ("د.", "أ. د."), r"\S*دكتورة?|د\.|\S*أستاذة?|البروفيسور"),
}
"""Language -> (titles that say less, how `Dr` and `Prof` are written, what says it already)."""


def _left(draft: str, language: str) -> str:
    """The draft with English titles before names in the language's words."""
    if language == "zh":
        return _ENGLISH_NAMED.sub(lambda match: match["name"] + _WORDS[match["title"]][2], draft)
    column = ("fr", "es", "zh", "ru", "ar").index(language)
    same = {"Dr", "Prof"} if language in {"fr", "es"} else set()
    return _ENGLISH.sub(
        lambda match: match[0] if match["title"] in same else _WORDS[match["title"]][column] + " ",
        draft,
    )


_SHORT_ES = re.compile(r"\b(?:Dra?|Sra?|Srta)(?=\s[A-ZÀ-Þ])")
"""Spanish titles in short, which end with a full stop."""
_WORDS = {
    "Mr": ("M.", "Sr.", "先生", "г-н", "السيد"),
    "Mrs": ("Mme", "Sra.", "女士", "г-жа", "السيدة"),
    "Ms": ("Mme", "Sra.", "女士", "г-жа", "السيدة"),
    "Miss": ("Mme", "Srta.", "女士", "г-жа", "الآنسة"),
    "Dr": ("Dr", "Dr.", "博士", "д-р", "د."),
    "Prof": ("Pr", "Prof.", "教授", "проф.", "أ. د."),
}
_ENGLISH = re.compile(r"\b(?P<title>Mrs?|Ms|Miss|Dr|Prof)(?:\.\s?|\s)(?=[^\W\d_])")
_ENGLISH_NAMED = re.compile(
    r"(?a:\b(?P<title>Mrs?|Ms|Miss|Dr|Prof)(?:\.\s?|\s))(?P<name>[A-ZÀ-Þ][a-zÀ-ɏ\u1e00-\u1eff’'-]+(?:\s(?:(?:da|de|di|van|von|al)\s)*[A-ZÀ-Þ][a-zÀ-ɏ\u1e00-\u1eff’'-]+){0,3}|[\u4e00-\u9fff·]{2,4}(?=[^\u4e00-\u9fff]|$))"
)


_TITLED = re.compile(
    r"\b(?P<title>Mrs|Ms|Miss|Mr|Dr|Prof)\b\.?\s(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)"
)
