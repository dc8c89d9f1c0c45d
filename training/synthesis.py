"""Variety made from the domain text as it is read, the same change on every side.

Numbers, acronyms and names are exchanged so that they are copied rather than remembered; some
sentences become capitals or lose their full stop, as headings do; some get a bracketed token that
no one has seen. Templates with slots teach the copying of names, codes, addresses and placeholders.
"""

import random
import re
import string
from collections.abc import Sequence

from training.corpus import LANGUAGES, Row

DIGITS = re.compile(r"\d+")
END = re.compile(r"[.。!?！？؟]$")
SLOT = re.compile(r"\{([A-Z])\}")
_HARD = 4
WORD = re.compile(r"(?<![\w{])[a-z]{3,10}(?![\w}])")
ADDRESS = re.compile(r"\{[UM]\}")
SYLLABLES = tuple(
    "ba be bo bra ca ce cor da del di do el en er fa fen flo ga gen go gri ha hel in is jo ka kel "  # noqa: SIM905
    "kor la len lin lo ma mer mi mon na ner no or pa per qui ra rel ri ro sa sen sol ta tel tor "
    "tri ul va ven vi vo wa wen xa ya zan zel zo".split()
)
ONSETS = tuple(
    "b c d f g h j k l m n p r s t v w x y z bl br ch cl cr dr fl fr gl gr ph pl pr qu sc sh sk sl sm sn sp st th tr".split()  # noqa: SIM905
)
VOWELS = tuple("a a a e e e i i i o o o u u y ai au ea ee ei ia ie io oo ou ue".split())  # noqa: SIM905
CODAS = ("",) * 30 + tuple(
    "b c d f g k l m n p r s t x z ck ct ff ld ll nd ng nt rd rk rn rt ss st th tt".split()  # noqa: SIM905
)
ENDINGS = ("", "", "", "Tech", "Labs", "Net", "Soft", " AG", " SA", " Ltd", " Inc.", " GmbH")
HOSTS = ("", "", "", "www.", "data.", "docs.", "blog.", "media.", "news.", "shop.", "my.")
DOMAINS = ("example.org", "example.com", "example.net", "example.int", "example.io")
WORDS = tuple(
    "about account annual archive apply book budget calendar change city climate club contact data "  # noqa: SIM905
    "desk download energy event family fees file food form forum green guide health help history "
    "home house index info jobs law legal library list market media meeting member music news "
    "office order paper park photo press price prize program read register report rules sale "
    "school search service shop sport start story summer support team ticket travel treaty video "
    "visit watch water week work world year young".split()
)
ACRONYM = re.compile(r"(?<![A-Za-z0-9./@_-])[A-Z]{3,6}(?![A-Za-z0-9@_-]|[./][A-Za-z0-9])")
NAME = re.compile(r"(?<=[a-z,] )[B-DF-HJ-NP-TV-Z][a-z]{3,}(?![a-z'’-])")
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
}
PLACEHOLDERS = ("{0}", "{1}", "{name}", "{count}", "%s", "%d", "%(total)s", "⟦1⟧", "⟦2⟧", "$1")


def acronym(rng: random.Random) -> str:
    """An acronym of two to six capitals, sometimes with a hyphen or a digit."""
    letters = "".join(rng.choices(string.ascii_uppercase, k=rng.choice((2, 3, 3, 4, 4, 5, 6))))
    return letters + rng.choice(
        ("", "", "", "", f"-{rng.randrange(1, 100)}", str(rng.randrange(10)))
    )


def _syllable(rng: random.Random) -> str:
    """One of a few common syllables, or one of any letters, so that no run of letters is a strange one."""
    if rng.random() < 0.4:
        return rng.choice(SYLLABLES)
    return rng.choice(ONSETS) + rng.choice(VOWELS) + rng.choice(CODAS)


def name(rng: random.Random) -> str:
    """A name of a firm or product that no one has seen."""
    parts = "".join(_syllable(rng) for _ in range(rng.choice((2, 2, 3, 3, 4))))
    return parts.capitalize() + rng.choice(ENDINGS)


def _part(rng: random.Random, own: Sequence[str] = ()) -> str:
    """A part of an address: an English word, which must not be translated, or syllables."""
    if rng.random() < 0.6:
        words = own if own and rng.random() < 0.5 else WORDS
        return "-".join(rng.choices(words, k=rng.choice((1, 1, 1, 2))))
    return "".join(_syllable(rng) for _ in range(rng.choice((1, 2, 3))))


def address(rng: random.Random, own: Sequence[str] = ()) -> str:
    """A web address; words of its `own` sentence, translated there, are words of the address here."""
    parts = [_part(rng, own) for _ in range(rng.randrange(4))]
    if parts and rng.random() < 0.3:
        year, month = rng.randrange(1995, 2035), rng.randrange(1, 13)
        parts[1:1] = rng.choice(([f"{year}"], [f"{year}", f"{month:02}"], [f"{year * month}"]))
    scheme = rng.choice(("https://", "https://", "http://", ""))
    path = "".join(f"/{part}" for part in parts)
    lead = f"{_part(rng, own)}." if rng.random() < 0.3 else rng.choice(HOSTS)
    host = lead + rng.choice(DOMAINS)
    return scheme + host + path + rng.choice(("", "", "/", ".html", "?id=12"))


def mail(rng: random.Random, own: Sequence[str] = ()) -> str:
    """A mail address, likewise."""
    local = rng.choice(("", "", f"{_part(rng, own)}.", rng.choice("abcdefghijklm") + "."))
    return f"{local}{_part(rng, own)}@{rng.choice(DOMAINS)}"


def code(rng: random.Random) -> str:
    """A document or version number."""
    capitals = "".join(rng.choices(string.ascii_uppercase, k=rng.choice((1, 2, 3))))
    first, second = rng.randrange(1, 100), rng.randrange(1, 3000)
    return rng.choice(
        (f"{capitals}/{first}/{second}", f"{capitals}{second}", f"{capitals}-{first}.{second}",
         f"v{first}.{second % 20}", f"{capitals}/{first}/{second} REV.")
    )  # fmt: skip


def number(rng: random.Random) -> str:
    """A number without separators, which every language writes alike."""
    return str(rng.randrange(10 ** rng.choice((1, 2, 3, 4))))


def grouped(rng: random.Random) -> dict[str, str]:
    """A number of four to seven digits with its groups parted as each language does."""
    digits = f"{rng.randrange(1000, 10 ** rng.choice((4, 5, 6, 7))):,}"
    marks = {"fr": " ", "es": ".", "ru": " "}
    return {code: digits.replace(",", marks.get(code, ",")) for code in ("en", *LANGUAGES)}


def percentage(rng: random.Random) -> dict[str, str]:
    """A percentage with one decimal, written as each language does."""
    value = f"{rng.randrange(1000) / 10:.1f}"
    comma = value.replace(".", ",")
    plain = dict.fromkeys(("en", "zh", "ar"), f"{value}%")
    return plain | {"fr": f"{comma} %", "es": f"{comma}%", "ru": f"{comma}%"}


def date(rng: random.Random) -> dict[str, str]:
    """A day of the last hundred years or the next ten."""
    day, month, year = rng.randrange(1, 29), rng.randrange(12), rng.randrange(1926, 2037)
    names = {code: months.split()[month] for code, months in MONTHS.items()}
    return {
        "en": f"{names['en']} {day}, {year}",
        "zh": f"{year}年{month + 1}月{day}日",
        "fr": f"{day if day > 1 else '1er'} {names['fr']} {year}",
        "es": f"{day} de {names['es']} de {year}",
        "ru": f"{day} {names['ru']} {year} года",
        "ar": f"{day} {names['ar']} {year}",
    }


SLOTS = {"A": acronym, "N": name, "U": address, "M": mail, "C": code, "D": number}
WRITTEN = {"G": grouped, "F": percentage, "T": date}


def weight(template: Row) -> int:
    """How often a template is taken: addresses, whose words look like words to translate, are the hardest to learn."""
    return _HARD if ADDRESS.search(template.english) else 1


def filled(template: Row, rng: random.Random) -> Row:
    """A template with its slots filled: alike on every side, or as each language writes it."""
    values = {slot: make(rng) for slot, make in SLOTS.items()}
    values["P"] = rng.choice(PLACEHOLDERS)
    if ADDRESS.search(template.english):
        own = WORD.findall(template.english)
        values |= {"U": address(rng, own), "M": mail(rng, own)}
    written = {slot: make(rng) for slot, make in WRITTEN.items()}

    def fill(text: str, language: str) -> str:
        texts_of = values | {slot: texts[language] for slot, texts in written.items()}
        return SLOT.sub(lambda match: texts_of.get(match[1], match[0]), text)

    targets = {language: fill(text, language) for language, text in template.targets.items()}
    return Row(fill(template.english, "en"), targets)


def renumbered(row: Row, rng: random.Random) -> Row:
    """The row with other digits in its numbers, if all sides write the same ones."""
    groups = sorted(group for group in DIGITS.findall(row.english) if len(group) >= 2)
    if not groups:
        return row
    for text in row.targets.values():
        if sorted(group for group in DIGITS.findall(text) if len(group) >= 2) != groups:
            return row
    exchange = {group: _other(group, rng) for group in groups}

    def change(text: str) -> str:
        return DIGITS.sub(lambda match: exchange.get(match[0], match[0]), text)

    return Row(change(row.english), {code: change(text) for code, text in row.targets.items()})


def _other(group: str, rng: random.Random) -> str:
    if len(group) == 4 and group[:2] in ("19", "20"):
        return group[:2] + f"{rng.randrange(100):02}"
    return str(rng.randrange(1, 10)) + "".join(rng.choices(string.digits, k=len(group) - 1))


def renamed(row: Row, rng: random.Random) -> Row:
    """The row with other acronyms and names in place of those that every side writes alike."""
    exchange = {}
    for pattern, make in ((ACRONYM, acronym), (NAME, _plain_name)):
        for found in sorted(set(pattern.findall(row.english))):
            word = re.compile(rf"(?<![A-Za-z'’-]){found}(?![A-Za-z'’-])")
            count = len(word.findall(row.english))
            if all(len(word.findall(text)) == count for text in row.targets.values()):
                exchange[found] = make(rng)
    if not exchange or row.english.isupper():
        return row
    either = re.compile(rf"(?<![A-Za-z'’-])(?:{'|'.join(exchange)})(?![A-Za-z'’-])")

    def change(text: str) -> str:
        return either.sub(lambda match: exchange[match[0]], text)

    return Row(change(row.english), {code: change(text) for code, text in row.targets.items()})


def _plain_name(rng: random.Random) -> str:
    """A name that begins with a consonant, so that no article before it is elided."""
    first = rng.choice([part for part in SYLLABLES if part[0] not in "aeiou"])
    rest = "".join(_syllable(rng) for _ in range(rng.choice((1, 1, 2, 2, 3))))
    return (first + rest).capitalize()


def bracketed(row: Row, rng: random.Random) -> Row:
    """The row with an unknown token in brackets before its full stop."""
    token = rng.choice((acronym, code, name, address, mail))(rng)

    def add(text: str, left: str, right: str) -> str:
        end = END.search(text)
        body, stop = (text[: end.start()], text[end.start() :]) if end else (text, "")
        return f"{body}{left}{token}{right}{stop}"

    targets = {
        language: add(text, "（", "）") if language == "zh" else add(text, " (", ")")
        for language, text in row.targets.items()
    }
    return Row(add(row.english, " (", ")"), targets)


def varied(row: Row, rng: random.Random) -> Row:
    """The row, perhaps changed."""
    if rng.random() < 0.6:
        row = renumbered(row, rng)
    if rng.random() < 0.3:
        row = renamed(row, rng)
    draw = rng.random()
    if draw < 0.03:
        return Row(row.english.upper(), {c: text.upper() for c, text in row.targets.items()})
    if draw < 0.06:
        targets = {language: END.sub("", text) for language, text in row.targets.items()}
        return Row(END.sub("", row.english), targets)
    if draw < 0.16:
        return bracketed(row, rng)
    return row
