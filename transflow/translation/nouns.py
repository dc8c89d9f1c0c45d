"""Gender and number of French and Spanish nouns, as far as a word tells.

Endings that hold for nearly all nouns, the exceptions among them, and nouns of law, health,
administration and technology whose endings say nothing. Of any other word nothing is said. No
model is asked, so that drafts of any engine can be corrected; what a model knows of an approved
form before it stands in a draft, `termgender` asks.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["NOTHING", "feminine", "plural"]

NOTHING: Mapping[str, bool] = MappingProxyType({})
"""What a glossary says that says nothing of genders."""
_FEMININE_ENDINGS = {
    "fr": r"[stx]ion|[abcdefgilmnprtuv]ité|eté|auté|ance|ence|ette|ière|euse|trice|esse|elle|enne|tude"
    r"|ie|ure|ée|ise|ine|ose|aille|eille",
    "es": r"[cgnsx]ión|[dt]ad|tud|umbre|a",
}
_MASCULINE_ENDINGS = {
    "fr": r"ment|isme|age|eau|oir|er|et|in|ien|al|teur|ail|at|if|el|us|[^m]an|oire|aire|(?<!i)ème|ôme|ome",
    "es": r"o|or|aje|án|én|ín|al|el|il|ol|ar|miento|az|ún|ema|oma|gma|grama|lasma|auma",
}
_FEMININE = {
    "fr": "affaire amende année banque base campagne canicule carte chaîne charte classe clause cour "
    "créance demande division eau enquête femme fièvre fin fois force forme formule garde grammaire "
    "grippe gloire hauteur histoire image liste loi lettre main marque mémoire norme note offre page "
    "part peau période personne peur plage plainte police preuve prime province rage recherche réforme "
    "région règle réponse requête revue saison santé société somme sonde source suite tâche taxe technique "
    "touche trace trajectoire valeur victoire ville voie voix zone cage douleur chaleur longueur "
    "largeur couleur épaisseur saveur rigueur lenteur pesanteur communauté propriété liberté clé paire chaire "
    "circulaire moustiquaire mer cuiller",
    "es": "base broma calle capital cárcel clase clave corriente crisis cruz dosis fase fiebre flor foto fuente "
    "gema gente goma gripe higiene imagen interfaz labor ley llave luz mano mente miel muerte noche nube parte patente paz "
    "piel red salud sangre sede señal serie síntesis sucursal superficie tarde tesis tos vez voz "
    "catedral credencial crema estratagema filial flema moto multinacional paloma sal sartén semifinal toma yema",
}
_MASCULINE = {
    "fr": "accord acte article brevet cadre caractère cas centre chlorure cimetière code comité compte "
    "conseil contrat contrôle côté crédit danger débat délai dépôt dessin diabète diagnostic document "
    "domaine dossier droit enregistrement essai état fait foie fonds génie genre groupe incendie index "
    "indice langage lieu logiciel lycée magazine malaise marché masque membre ministère mode modèle monde "
    "mot moyen musée nom nombre nord numéro objet office organe parti patrimoine pays pipeline plan poste "
    "pouvoir prix procès produit programme projet rapport recours registre relais réseau résultat risque "
    "rôle sens secteur service siège signe silence site soin stade stage sud support tarif taux test texte "
    "titre traité travail trophée trouble type véhicule vote virus",
    "es": "agente análisis asma ébola avión brote cierre clima coste crimen día drama enlace examen expediente "
    "fraude idioma índice informe interés jefe límite lunes mapa martes mes nombre origen panorama país plan planeta "
    "problema programa sistema síndrome tema trámite transporte traspaso virus volumen",
}
_EITHER = {
    "fr": "aide capitaine garde mémoire mode page poste service tour collègue membre élève artiste "
    "secrétaire locataire fonctionnaire propriétaire plus moins cher fier amer léger étranger master super hyper",
    "es": "mayor menor mejor peor anterior posterior superior inferior actual principal oficial fiscal "
    "editorial central cual modelo guía policía cura capital orden frente margen defensa ayuda alma "
    "canal vocal radio coma espía colega atleta más menos mejor bien mal recién casi potencial tradicional nacional "
    "internacional cuatro cinco ocho",
}
"""Words of either gender, and adjectives and adverbs that stand before nouns."""
_NO_PLURAL = {
    "fr": re.compile(
        r".*(?:us|is|ois|ès|ours|orps|emps|as|ers|os|ess|eux)|fils|sens|fonds|puits|mets|pays|taux|prix|choix|voix|croix|noix|faux|plus|moins|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|cent|mille"
    ),
    "es": re.compile(
        r".*(?:is|us|és|ás)|mes|gas|caos|diabetes|tos|lunes|martes|miércoles|jueves|viernes|menos|recién|casi"
        r"|(?:abre|corta|cuenta|cumple|guarda|lava|limpia|para|porta|rasca|rompe|saca|salva|traba)\w{3,}s"
        r"|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|veinte|treinta|cien|ciento|mil"
    ),
}
"""Words that end like plurals and may be singulars, and those that say nothing of it: numerals, adverbs."""
_MAY_PLURAL = {"fr": re.compile(r".*(?:s|aux)"), "es": re.compile(r".*[aeo]s")}


def feminine(word: str, code: str, known: Mapping[str, bool] = NOTHING) -> bool | None:
    """Whether a noun is feminine; None where that cannot be told.

    Args:
        word: A noun, in the singular or plural.
        code: `fr` or `es`.
        known: Casefolded words of which a glossary says it.
    """
    folded = word.casefold()
    if folded in known:
        return known[folded]
    for one in dict.fromkeys([folded, *_singulars(folded, code)]):
        found = _gender(one, code)
        if found is not None or one in _EITHER[code].split():
            return found
    return None


def _gender(word: str, code: str) -> bool | None:
    if word in _EITHER[code].split():
        return None
    if word in _FEMININE[code].split():
        return True
    if word in _MASCULINE[code].split():
        return False
    if code == "es" and word.endswith(("sta", "crata", "iatra")):
        return None
    if re.fullmatch(rf"\w*(?:{_MASCULINE_ENDINGS[code]})", word):
        return False
    if re.fullmatch(rf"\w*(?:{_FEMININE_ENDINGS[code]})", word):
        return True
    return None


def _singulars(word: str, code: str) -> list[str]:
    if code == "es" and word.endswith("iones"):
        return [word[:-4] + "ón"]
    if code == "es" and word.endswith("es") and not _NO_PLURAL[code].fullmatch(word):
        return [word[:-2], word[:-1]]
    if code == "fr" and word.endswith("aux") and not _NO_PLURAL[code].fullmatch(word):
        return [word[:-2] + "l", word[:-1]]
    if word.endswith(("s", "x")) and not _NO_PLURAL[code].fullmatch(word):
        return [word[:-1]]
    return []


def plural(word: str, code: str) -> bool | None:
    """Whether a noun is in the plural; None where that cannot be told.

    Args:
        word: A noun.
        code: `fr` or `es`.
    """
    folded = word.casefold()
    if _NO_PLURAL[code].fullmatch(folded):
        return None
    if _MAY_PLURAL[code].fullmatch(folded):
        return True
    return False if folded[-1:] not in {"s", "x", "z"} else None
