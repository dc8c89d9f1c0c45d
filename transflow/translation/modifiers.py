"""An adjective or a number directly beside a term, put back where leading the decoder to the term cost it.

`A new grant fee` as *Une taxe de délivrance*: the decoder's own *Une nouvelle taxe* was given up for
the term. Only adjectives of a closed list are known, whose place before or behind the noun and whose
forms are certain; where any word like it stands in the draft, nothing is done.
"""

import re
from collections.abc import Iterable

from transflow.glossary import Requirement
from transflow.translation import nouns
from transflow.translation.agreement import definite, elides, fused

__all__ = ["with_modifiers", "with_numbers"]

Range = tuple[int, int]
_FRENCH = {
    "new": ("nouve|neuf|neuve", "<nouveau nouvelle nouveaux nouvelles"),
    "first": ("premi|1er|1re", "<premier première premiers premières"),
    "second": ("deuxième|second|2e", "<deuxième deuxième deuxièmes deuxièmes"),
    "third": ("troisième|tiers|3e", "<troisième troisième troisièmes troisièmes"),
    "former": ("ancien|ex-|précédent", "<ancien ancienne anciens anciennes"),
    "next": ("prochain|suivant|venir", "<prochain prochaine prochains prochaines"),
    "annual": ("annuel|chaque année|par an|tous les ans", ">annuel annuelle annuels annuelles"),
    "national": ("nation", ">national nationale nationaux nationales"),
    "international": ("internation|mondia", ">international internationale internationaux internationales"),
    "regional": ("région", ">régional régionale régionaux régionales"),
    "global": ("mondia|global|planét", ">mondial mondiale mondiaux mondiales"),
    "deputy": ("adjoint|vice|sous-|suppléant", ">adjoint adjointe adjoints adjointes"),
    "joint": ("commun|conjoint|mixte|paritaire", ">commun commune communs communes"),
    "main": ("princip|majeur|essentiel", ">principal principale principaux principales"),
    "special": ("spécia|particuli|exceptionn", ">spécial spéciale spéciaux spéciales"),
    "independent": ("indépend", ">indépendant indépendante indépendants indépendantes"),
    "local": ("loca", ">local locale locaux locales"),
    "federal": ("fédéra", ">fédéral fédérale fédéraux fédérales"),
    "european": ("europ", ">européen européenne européens européennes"),
}  # fmt: skip
_SPANISH = {
    "new": ("nuev", "<nuevo nueva nuevos nuevas"),
    "first": ("primer|1\\.", "<primer primera primeros primeras"),
    "second": ("segund|2\\.", "<segundo segunda segundos segundas"),
    "third": ("tercer|3\\.", "<tercer tercera terceros terceras"),
    "former": ("antigu|anterior|ex", "<antiguo antigua antiguos antiguas"),
    "next": ("próxim|siguiente|que viene", "<próximo próxima próximos próximas"),
    "annual": ("anual|cada año|al año", ">anual anual anuales anuales"),
    "national": ("nacion", ">nacional nacional nacionales nacionales"),
    "international": ("internacion|mundia", ">internacional internacional internacionales internacionales"),
    "regional": ("region", ">regional regional regionales regionales"),
    "global": ("mundia|global", ">mundial mundial mundiales mundiales"),
    "deputy": ("adjunt|vice|sub|suplente", ">adjunto adjunta adjuntos adjuntas"),
    "joint": ("conjunt|común|comun|mixt", ">conjunto conjunta conjuntos conjuntas"),
    "main": ("princip|mayor", ">principal principal principales principales"),
    "special": ("especial|particular|extraordin", ">especial especial especiales especiales"),
    "independent": ("independ", ">independiente independiente independientes independientes"),
    "local": ("local", ">local local locales locales"),
    "federal": ("federal", ">federal federal federales federales"),
    "european": ("europ", ">europeo europea europeos europeas"),
}  # fmt: skip
_CHINESE = {
    "new": ("新", "<新"), "first": ("首|第一|第1", "<第一"), "second": ("第二|第2|次", "<第二"),
    "third": ("第三|第3", "<第三"), "former": ("前|原|曾", "<前"), "annual": ("年", "<年度"),
    "national": ("国", "<国家"), "international": ("国际", "<国际"), "regional": ("区", "<区域"),
    "global": ("全球|世界", "<全球"), "deputy": ("副", "<副"), "joint": ("联合|共同", "<联合"),
    "main": ("主", "<主要"), "special": ("特|专", "<特别"), "independent": ("独立", "<独立"),
    "local": ("当地|地方|本地", "<当地"), "federal": ("联邦", "<联邦"), "european": ("欧", "<欧洲"),
}  # fmt: skip
_KNOWN = {"fr": _FRENCH, "es": _SPANISH, "zh": _CHINESE}
_BEFORE = re.compile(r"(?<![\w-])([a-z]+) $", re.IGNORECASE)
_ELIDED = re.compile(r"(?<!\w)([ldLD])['’]$")
_ARTICLE = re.compile(
    r"(?<!\w)(?:(?P<la>une|la|una|las|cette|esta)|un|le|el|los|ce|este|du|al|del) $", re.IGNORECASE
)
_NEW = re.compile(r"(?<!\w)(nouveau|nouvel) $", re.IGNORECASE)
_NUMBER = re.compile(
    r" (\d{1,3})(?=[,;:)]|[.]?$|[.] | (?:and|or|to|is|was|are|were|of the|remains?|falls?|depends?)\b)"
)
_PARTED = {
    code: re.compile(rf" (?:{small}) (?=(\d{{1,3}})(?!\w))")
    for code, small in {"fr": "que|de|la|le|du|numéro", "es": "que|de|la|el|del|número"}.items()
}
"""A small word between a term and its number, which stand side by side: `revendication que 7`."""
_DETERMINED = re.compile(
    r"(?:^|(?<!\w)(?:l[ae]s?|une?|des?|du|aux?|ce(?:t|tte|s)?|s(?:on|a|es)|leurs?|notre|votre|chaque|toutes?|quelle?s?) "
    r"(?:[a-zà-ÿ]+ )?|['’])$",
    re.IGNORECASE,
)
"""Before a noun: what may be its article, an adjective perhaps between; or the beginning."""
_HEAD = re.compile(r"[^\W\d_]+")


def with_modifiers(
    text: str, terms: Iterable[tuple[Range, Requirement]], source: str, locale: str
) -> str:
    """The text with what stands directly before a term in the source, where the draft has lost it.

    Args:
        text: A draft without markup.
        terms: (where a term stands in it, what it renders).
        source: The English sentence it came of.
        locale: BCP 47 tag of the draft; only Chinese, French and Spanish are changed.
    """
    code = locale.partition("-")[0]
    known = _KNOWN.get(code, {})
    if not known or source.isupper():
        return text
    for span, term in sorted(terms, key=lambda one: one[0], reverse=True):
        start, end = span
        if code == "fr" and (new := _NEW.search(text, 0, start)):
            right = "nouvel" if elides(text, start) else "nouveau"
            text = f"{text[: new.start(1)]}{new[1][0]}{right[1:]} {text[start:]}"
            end += new.start(1) + len(right) + 1 - start
            start = new.start(1) + len(right) + 1
        word = _BEFORE.search(source[: term.start])
        there, forms = known.get(word[1].lower(), ("", "")) if word else ("", "")
        if not forms or term.concept.pos == "verb" or re.search(there, text, re.IGNORECASE):
            continue
        form = (
            forms[1:]
            if code == "zh"
            else _agreeing(forms[1:], text[:start], text[start:end], code, term.feminine(locale))
        )
        if form and forms[0] == "<":
            text = _put_before(text, start, form, code)
        elif form:
            text = f"{text[:end]} {form}{text[end:]}"
    return text


def with_numbers(
    text: str, terms: Iterable[tuple[Range, Requirement]], source: str, locale: str
) -> str:
    """The text with the number that a term of the source bears (`claim 7`) directly behind it.

    Args:
        text: A draft without markup.
        terms: (where a term stands in it, what it renders).
        source: The English sentence it came of.
        locale: BCP 47 tag of the draft.
    """
    code = locale.partition("-")[0]
    borne = _borne(terms, source)
    known = {number for _, number in borne}
    for (start, end), number in sorted(borne, reverse=True):
        parted = _PARTED[code].match(text, end) if code in _PARTED else None
        if parted and parted[1] in known:
            text = f"{text[:end]} {text[parted.end() :]}"
        elif number and not re.search(rf"(?<![\d.,]){number}(?!\d|[.,]\d)", text):
            text = f"{text[:end]}{'' if code == 'zh' else ' '}{number}{text[end:]}"
        plain = code == "fr" and text[start].islower()
        if number and plain and not _DETERMINED.search(text[:start]):
            text = text[:start] + definite(text[start:end]) + text[start:]
    return text


def _borne(terms: Iterable[tuple[Range, Requirement]], source: str) -> list[tuple[Range, str]]:
    """Where each term stands and the number it bears, if any; alike terms are told apart by their order."""
    by_concept: dict[str, list[tuple[Range, Requirement]]] = {}
    for place, term in terms:
        if term.concept.pos != "verb":
            by_concept.setdefault(term.concept.id, []).append((place, term))
    borne: list[tuple[Range, str]] = []
    for held in by_concept.values():
        ends = sorted(term.end for _, term in held)
        found = [_NUMBER.match(source, end) for end in ends]
        places = sorted(place for place, _ in held)
        borne += [(p, one[1] if one else "") for p, one in zip(places, found, strict=True)]
    return borne


def _agreeing(forms: str, before: str, term: str, code: str, feminine: bool | None) -> str:
    """The form that goes with a noun phrase; empty where its gender or number cannot be told."""
    head = _HEAD.match(term)
    if head is None:
        return ""
    several = nouns.plural(head[0], code)
    if feminine is None:
        feminine = nouns.feminine(head[0], code)
    if feminine is None and (article := _ARTICLE.search(before)):
        feminine = bool(article["la"])
    if feminine is None or several is None:
        return ""
    form = forms.split(" ")[2 * several + feminine]
    return "nouvel" if form == "nouveau" and elides(head[0]) else form


def _put_before(text: str, start: int, form: str, code: str) -> str:
    before, term = text[:start], text[start:]
    if code == "zh":
        return before + form + term
    if code == "fr" and (elided := _ELIDED.search(before)):
        whole = {"l": "la " if form.endswith("e") else "le ", "d": "de "}[elided[1].lower()]
        whole = whole.capitalize() if elided[1].isupper() else whole
        before = fused(before[: elided.start()] + whole)
    if not before.strip():
        form, term = form.capitalize(), term[:1].lower() + term[1:]
    return f"{before}{form} {term}"
