"""What tells a country in a text besides its names: words that many share, adjectives of another stem."""

import re
import unicodedata
from functools import lru_cache

__all__ = ["GENERIC", "INITIALS", "OTHERWISE", "in_full", "unaccented"]

_GENERIC_WORDS = (
    "republique republica федеративные республика народная народно демократическая democratique democratica "
    "populaire popular federation federacion федерация сирииская российская arabe etats estados unis unidos unida "
    "соединенные штаты северная объединенная объединенные эмираты арабские корол королевство royaume reino unie "
    "islamique islamica исламская etat estado plurinational plurinacional bolivarienne bolivariana "
    "многонациональное государство боливарианская nouvelle nueva новая nord sud norte sur del des южная северныи "
    "восточныи iles islas острова جمهورية الديمقراطية الشعبية المتحدة دولة الاتحاد الإسلامية الاسلامية العربية جزر "
    "الجنوبية الشمالية كوريا saint sainte san santa сент santo"
)
GENERIC = frozenset(_GENERIC_WORDS.split())
"""Words of long names that many countries share."""
OTHERWISE: dict[str, dict[str, tuple[str, ...]]] = {
    "US": {"fr": ("americ", "etats-unis", "usa"), "es": ("americ", "estadounid", "estados unidos", "ee.", "eeuu", "ee uu", "usa"),
           "zh": ("美",), "ru": ("америк", "сша", "соединенны", "штат"), "ar": ("امريك", "الولايات", "أمريك")},
    "GB": {"fr": ("royaume", "britann", "anglet", "anglais"), "es": ("reino", "brit", "ingl", "el ru "), "zh": ("英",),
           "ru": ("брит", "англ", "соединенн"), "ar": ("المملكة", "بريطان", "انكل", "إنجل", "انجل")},
    "NL": {"fr": ("pays-bas", "neerland", "holland"), "es": ("paises", "neerland", "holand"), "zh": ("荷",),
           "ru": ("нидер", "голланд"), "ar": ("هولند",)},
    "RU": {"fr": ("russ",), "es": ("rus",), "zh": ("俄",), "ru": ("росс", "русс"), "ar": ("روس",)},
    "CN": {"zh": ("中", "华"), "fr": ("chin", "sino")}, "JP": {"zh": ("日",)}, "FR": {"zh": ("法",)}, "DE": {"zh": ("德",), "ru": ("герм", "немец", "немк", "немц", "фрг"), "fr": ("german",)},
    "IN": {"zh": ("印",)}, "KR": {"zh": ("韩",), "ru": ("коре",), "fr": ("core",), "es": ("core",), "ar": ("كور",)},
    "KP": {"zh": ("朝",), "ru": ("коре", "кндр"), "fr": ("core",), "es": ("core",), "ar": ("كور",)},
    "GR": {"es": ("grieg",), "ru": ("гре",), "zh": ("希",)}, "TR": {"fr": ("turc", "turk"), "ru": ("турец",), "zh": ("土",)},
    "AU": {"zh": ("澳",)}, "CA": {"zh": ("加",)}, "VN": {"zh": ("越",)}, "IT": {"zh": ("意",)}, "ES": {"zh": ("西",), "ar": ("اندلس", "اسبان")}, "BR": {"zh": ("巴",)},
    "TH": {"ar": ("تايلند",)}, "KI": {"ar": ("كيريباس",)}, "SC": {"ar": ("سيشيل",)}, "DO": {"ar": ("دومينيك",)},
    "ZA": {"fr": ("sud-afric", "afrique"), "es": ("sudaf", "sudafr"), "ru": ("юар", "южно"), "zh": ("南",), "ar": ("افريق", "أفريق", "إفريق")},
    "AE": {"fr": ("emirat", "eau"), "es": ("emirat",), "ru": ("эмират", "оаэ"), "zh": ("阿联酋",), "ar": ("امارات", "إمارات")},
    "SA": {"fr": ("saoud",), "es": ("saud",), "ru": ("сауд",), "zh": ("沙",), "ar": ("سعود",)},
    "NZ": {"fr": ("zelande", "zeland"), "es": ("zeland",), "ru": ("зеланд",), "zh": ("新",), "ar": ("نيوزي",)},
    "CI": {"fr": ("ivoir",), "es": ("ivoir", "marfil"), "ru": ("ивуар",), "ar": ("ديفوار", "عاج")},
    "CH": {"ru": ("швеи",)}, "LB": {"fr": ("liba",)}, "MA": {"ar": ("مغرب",)}, "DK": {"fr": ("dano",), "ru": ("дат", "дани")}, "PL": {"es": ("pola",), "ru": ("поль",)},
    "GL": {"fr": ("groenl",)}, "MM": {"fr": ("birman",), "es": ("birman",), "ru": ("бирм",), "ar": ("بورم",)}, "NO": {"fr": ("norv",)},
    "HK": {"fr": ("hong",), "es": ("hong",), "zh": ("港",)}, "PS": {"ar": ("فلسط",)}, "TW": {"zh": ("台", "臺")}, "MO": {"zh": ("澳门",)},
    "SY": {"fr": ("syri",), "es": ("siri",), "ru": ("сири",), "ar": ("سور",)}, "LA": {"fr": ("lao",), "es": ("lao",), "ru": ("лао", "лндр"), "zh": ("老",), "ar": ("لاو",)},
    "MD": {"fr": ("mold",), "es": ("mold",), "ru": ("молд",), "ar": ("مولد",)}, "TZ": {"fr": ("tanz",), "es": ("tanz",), "ru": ("танз",), "ar": ("تنز",)},
    "KZ": {"fr": ("kazak",)}, "MG": {"fr": ("malgach",)}, "ID": {"zh": ("印尼",)}, "PK": {"es": ("paquist",)}, "TJ": {"ru": ("таджик",)},
    "TM": {"fr": ("turkmen",)}, "BE": {"fr": ("belg",), "es": ("belg",)}, "KG": {"fr": ("kirgh",)}, "UZ": {"fr": ("ouzb",)}, "FI": {"ru": ("финн", "финс"), "fr": ("finn", "finl")},
    "KN": {"fr": ("kitts",), "es": ("kitts",)}, "BB": {"ar": ("بربادوس", "باربادوس")}, "AI": {"ar": ("انغيلا",)},
    "EG": {"ru": ("егип",), "zh": ("埃",)}, "CZ": {"fr": ("tche",), "es": ("chec",), "ru": ("чех", "чеш"), "zh": ("捷",), "ar": ("تشيك",)},
}  # fmt: skip
"""What else names a country or what is of it: adjectives of another stem, short forms."""

INITIALS = {
    "UK": "Britain", "GB": "Britain", "US": "American", "USA": "American", "UAE": "Emirates", "DRC": "Congo", "PRC": "China", "ROC": "Taiwan China", "ROK": "Korea",
    "DPRK": "Korea",
    "KSA": "Saudi", "CAR": "Central African", "NZ": "Zealand", "BIH": "Bosnia Herzegovina", "PNG": "Papua New Guinea",
    "RSA": "South Africa", "FRG": "Germany", "GDR": "Germany", "FYROM": "Macedonia", "HK": "Hong Kong", "RF": "Russia",
}  # fmt: skip
"""What countries are called in short, without points -> what tells in a text that one is meant."""
_SHORT = re.compile(r"(?<![\w.-])[A-Z](?:\.|i?[A-Z])[A-Z.]*")


def in_full(text: str) -> str:
    """An English text with what its countries' initials stand for behind it: the U.K., BiH.

    Args:
        text: Plain English.
    """
    short = (one.replace(".", "").upper() for one in _SHORT.findall(text))
    return " ".join((text, *(INITIALS[one] for one in short if one in INITIALS)))


@lru_cache(maxsize=256)
def unaccented(text: str) -> str:
    """A text in small letters without accents and points; й is и. Kept, since each list of names asks about one draft."""
    folded = unicodedata.normalize("NFD", text.lower().replace("й", "и\u0306"))
    for mark in filter(unicodedata.combining, set(folded)):
        folded = folded.replace(mark, "")
    return folded
