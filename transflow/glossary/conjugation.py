"""Forms of French and Spanish verbs, as far as prose about third persons has them.

Stems do not tell that `mis` is a form of `mettre` and `cubierto` one of `cubrir`, and a decoder that
is to write a verb has to be offered the form its sentence wants. Regular verbs go by their ending,
the others by their family: `maintenir` and `prévenir` as `tenir`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Verb", "conjugated"]


@dataclass(frozen=True, slots=True)
class Verb:
    """The forms of a verb; several of a kind stand in the order of their use."""

    infinitive: str
    participles: tuple[str, ...]
    """Masculine, feminine, and both in the plural."""
    gerund: str
    present: tuple[str, ...]
    """Third person singular and plural, then the first plural."""
    past: tuple[str, ...]
    """One finished action in the third person, then what used to be."""
    future: tuple[str, ...]
    wished: tuple[str, ...]
    """Subjunctive, imperative, conditional."""

    @property
    def forms(self) -> frozenset[str]:
        """All of them, by single words."""
        listed = (*self.participles, *self.present, *self.past, *self.future, *self.wished)
        return frozenset({self.infinitive, self.gerund, *(form.split()[-1] for form in listed)})


@lru_cache(maxsize=4096)
def conjugated(verb: str, code: str) -> Verb | None:
    """The forms of an infinitive; None for another word or another language.

    Args:
        verb: One word, as a dictionary has it.
        code: `fr` or `es`.
    """
    make = {"fr": _french, "es": _spanish}.get(code)
    return make(verb) if make else None


# Family -> (infinitive, participle, third singular, third plural, stem of `nous`, future stem); the
# longest family whose infinitive ends the verb counts, and what stands before is kept.
_FRENCH_FAMILIES = {
    one.split()[0]: one.split()
    for one in (
        "tenir tenu tient tiennent ten tiendr", "venir venu vient viennent ven viendr",
        "ouvrir ouvert ouvre ouvrent ouvr ouvrir", "offrir offert offre offrent offr offrir",
        "souffrir souffert souffre souffrent souffr souffrir", "sortir sorti sort sortent sort sortir",
        "partir parti part partent part partir", "mentir menti ment mentent ment mentir",
        "sentir senti sent sentent sent sentir", "servir servi sert servent serv servir",
        "dormir dormi dort dorment dorm dormir", "courir couru court courent cour courr",
        "quérir quis quiert quièrent quér querr", "cueillir cueilli cueille cueillent cueill cueiller",
        "mettre mis met mettent mett mettr", "battre battu bat battent batt battr",
        "prendre pris prend prennent pren prendr", "uire uit uit uisent uis uir",
        "écrire écrit écrit écrivent écriv écrir", "crire crit crit crivent criv crir",
        "dire dit dit disent dis dir", "lire lu lit lisent lis lir", "faire fait fait font fais fer",
        "clure clu clut cluent clu clur", "inclure inclus inclut incluent inclu inclur",
        "naître né naît naissent naiss naîtr", "connaître connu connaît connaissent connaiss connaîtr",
        "paraître paru paraît paraissent paraiss paraîtr", "aindre aint aint aignent aign aindr",
        "eindre eint eint eignent eign eindr", "oindre oint oint oignent oign oindr",
        "suivre suivi suit suivent suiv suivr", "vivre vécu vit vivent viv vivr",
        "résoudre résolu résout résolvent résolv résoudr", "traire trait trait traient tray trair",
        "rompre rompu rompt rompent romp rompr", "vaincre vaincu vainc vainquent vainqu vaincr",
        "cevoir çu çoit çoivent cev cevr", "voir vu voit voient voy verr",
        "prévoir prévu prévoit prévoient prévoy prévoir", "pourvoir pourvu pourvoit pourvoient pourvoy pourvoir",
        "devoir dû doit doivent dev devr", "valoir valu vaut valent val vaudr",
        "mouvoir mu meut meuvent mouv mouvr", "savoir su sait savent sav saur",
        "envoyer envoyé envoie envoient envoy enverr", "croire cru croit croient croy croir",
    )
}  # fmt: skip


def _family(verb: str, families: dict[str, list[str]]) -> tuple[str, list[str]] | None:
    ends = [name for name in families if verb.endswith(name)]
    if not ends:
        return None
    name = max(ends, key=len)
    return verb[: -len(name)], families[name]


def _french(verb: str) -> Verb | None:
    found = _family(verb, _FRENCH_FAMILIES)
    if found:
        head, (_, participle, one, many, we, later) = found
        participle, one, many, we, later = (head + x for x in (participle, one, many, we, later))
        wish = many.removesuffix("ent") + "e"
    elif verb.endswith("er"):
        we = verb[:-2]
        soft = re.sub(r"c$", "ç", re.sub(r"g$", "ge", we))
        strong = _accented(we)
        participle, one, many = we + "é", strong + "e", strong + "ent"
        later = (we if re.search(r"é[^aeiouyéè]+$", we) else strong) + "er"
        return _french_verb(verb, participle, (one, many), (soft, we, later), one)
    elif verb.endswith("ir"):
        stem = verb[:-1]
        participle, one, many, we, later = stem, stem + "t", stem + "ssent", stem + "ss", verb
        wish = stem + "sse"
    elif verb.endswith("re"):
        we = verb[:-2]
        participle, one, many, later = we + "u", we, we + "ent", verb[:-1]
        wish = we + "e"
    else:
        return None
    return _french_verb(verb, participle, (one, many), (we, we, later), wish)


def _accented(stem: str) -> str:
    """Before a silent e: `lève`, `cède`, `appelle`, `emploie`."""
    if stem.endswith(("oy", "uy", "ay")):
        return stem[:-1] + "i"
    if stem.endswith(("appel", "jet", "rappel", "projet", "rejet", "renouvel")):
        return stem + stem[-1]
    return re.sub(r"[eé]([bcdfglmnprstv]|[bcdfgpt][lr]|gu|gn|qu)$", r"è\1", stem)


def _french_verb(
    verb: str, participle: str, present: tuple[str, str], stems: tuple[str, str, str], wish: str
) -> Verb:
    """A verb of its stems: before a vowel of the past, before `-ez`, and of the future."""
    soft, plain, later = stems
    base = participle.replace("dû", "du") if participle.endswith("dû") else participle
    several = base if base.endswith("s") else base + "s"
    return Verb(
        verb,
        (participle, base + "e", several, base + "es"),
        soft + "ant",
        (*present, soft + "ons"),
        ("a " + participle, "ont " + participle, soft + "ait", soft + "aient"),
        (later + "a", later + "ont"),
        (wish, present[1], plain + "ez", later + "ait", later + "aient"),
    )


_SPANISH_FAMILIES = {
    one.split()[0]: one.split()
    for one in (
        "tener tenido tiene tienen tuv tendr teng", "poner puesto pone ponen pus pondr pong",
        "venir venido viene vienen vin vendr veng", "hacer hecho hace hacen hic har hag",
        "decir dicho dice dicen dij dir dig", "traer traído trae traen traj traer traig",
        "ducir ducido duce ducen duj ducir duzc", "satisfacer satisfecho satisface satisfacen satisfic satisfar satisfag",
        "andar andado anda andan anduv andar and",
    )
}  # fmt: skip
"""With the stem of the past, of the future and of the subjunctive."""
_PARTICIPLES = {
    "abrir": "abierto", "cubrir": "cubierto", "scribir": "scrito", "volver": "vuelto", "solver": "suelto",
    "romper": "roto", "imprimir": "impreso", "ver": "visto", "morir": "muerto",
}  # fmt: skip
_TO_IE = frozenset(
    [
        "cerrar",
        "comenzar",
        "empezar",
        "negar",
        "denegar",
        "recomendar",
        "despertar",
        "pensar",
        "gobernar",
        "invertir",
        "convertir",
        "advertir",
        "sugerir",
        "transferir",
        "requerir",
        "preferir",
        "referir",
        "diferir",
        "conferir",
        "adquirir",
        "defender",
        "perder",
        "entender",
        "atender",
        "extender",
        "encender",
        "ascender",
        "sentar",
        "calentar",
        "confesar",
        "manifestar",
    ]
)
_TO_UE = frozenset(
    [
        "mostrar",
        "demostrar",
        "probar",
        "aprobar",
        "comprobar",
        "contar",
        "encontrar",
        "acordar",
        "recordar",
        "renovar",
        "almorzar",
        "colgar",
        "costar",
        "volar",
        "soltar",
        "rodar",
        "volver",
        "devolver",
        "resolver",
        "disolver",
        "absolver",
        "mover",
        "promover",
        "remover",
        "rogar",
        "forzar",
        "esforzar",
        "apostar",
    ]
)
_FROM_E = frozenset(
    [
        "pedir",
        "medir",
        "expedir",
        "impedir",
        "despedir",
        "servir",
        "seguir",
        "conseguir",
        "perseguir",
        "elegir",
        "corregir",
        "regir",
        "vestir",
        "repetir",
        "competir",
        "rendir",
        "concebir",
    ]
)


def _spanish(verb: str) -> Verb | None:
    if not re.fullmatch(r"\w{2,}[aeií]r", verb):
        return None
    if verb.endswith("ír"):
        return None
    stem, vowel = verb[:-2], verb[-2]
    found = _family(verb, _SPANISH_FAMILIES)
    if found:
        head, (_, participle, one, many, past, later, wish) = found
        participle, one, many, past, later, wish = (
            head + x for x in (participle, one, many, past, later, wish)
        )
        did = (past + "o", past + ("eron" if past.endswith("j") else "ieron"))
        if past.endswith(("hic", "fic")):
            did = (past[:-1] + "zo", did[1])
        wished = (wish + ("a" if vowel != "a" else "e"), wish + ("an" if vowel != "a" else "en"))
    else:
        strong, weak = _stems(verb, stem)
        participle = next(
            (
                verb[: -len(end)] + irregular
                for end, irregular in _PARTICIPLES.items()
                if verb.endswith(end)
            ),
            stem + ("ado" if vowel == "a" else "ído" if stem.endswith(("e", "a", "o")) else "ido"),
        )
        a, e = ("a", "e") if vowel == "a" else ("e", "a")
        one, many = strong + a, strong + a + "n"
        later = verb
        if vowel == "a":
            did = (stem + "ó", stem + "aron")
        elif stem.endswith(("e", "a", "o")) or (
            stem.endswith("u") and not stem.endswith(("gu", "qu"))
        ):
            did = (stem + "yó", stem + "yeron")
            if stem.endswith("u"):
                one, many, strong = stem + "ye", stem + "yen", stem + "y"
        else:
            did = (weak + "ió", weak + "ieron")
        soft = _spelled(strong, verb)
        wished = (soft + e, soft + e + "n")
    used = ("aba", "aban") if vowel == "a" else ("ía", "ían")
    weak = stem if found or vowel == "a" else did[1].removesuffix("eron").removesuffix("i")
    doing = "ando" if vowel == "a" else "endo" if weak.endswith("y") else "iendo"
    base = participle[:-1]
    return Verb(
        verb,
        (participle, base + "a", base + "os", base + "as"),
        weak + doing,
        (one, many, stem + {"a": "amos", "e": "emos", "i": "imos"}[vowel]),
        (*did, "ha " + participle, "han " + participle, stem + used[0], stem + used[1]),
        (later + "á", later + "án"),
        (*wished, later + "ía", later + "ían"),
    )


def _stems(verb: str, stem: str) -> tuple[str, str]:
    """The stem where it is stressed, and before `ió`."""
    if verb in _TO_IE:
        strong = re.sub(r"[ei](?=[^aeiou]*u?$)", "ie", stem)
        return strong, re.sub(r"e(?=[^aeiou]*$)", "i", stem) if verb.endswith("ir") else stem
    if verb in _TO_UE:
        return re.sub(r"o(?=[^aeiou]*$)", "ue", stem), stem
    if verb in _FROM_E:
        changed = re.sub(r"e(?=[^aeiou]*u?$)", "i", stem)
        return changed, changed
    if verb in {"enviar", "ampliar", "confiar", "variar", "guiar", "desviar", "vaciar", "reenviar"}:
        return stem[:-1] + "í", stem
    if re.search(r"[^gq]uar$", verb) and not verb.endswith(("guar", "cuar")):
        return stem[:-1] + "ú", stem
    return stem, stem


def _spelled(stem: str, verb: str) -> str:
    """The stem before the other vowel: `busque`, `pague`, `realice`, `ejerza`, `conozca`."""
    if verb.endswith("ar"):
        return re.sub(r"z$", "c", re.sub(r"g$", "gu", re.sub(r"c$", "qu", stem)))
    if verb.endswith(("acer", "ecer", "ocer", "ucir")):
        return re.sub(r"c$", "zc", stem)
    return re.sub(r"gu$", "g", re.sub(r"g$", "j", re.sub(r"c$", "z", stem)))
