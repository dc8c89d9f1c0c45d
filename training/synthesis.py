"""Variety made from the domain text as it is read, the same change on every side.

Numbers are exchanged so that they are copied rather than remembered; some sentences become
capitals or lose their full stop, as headings do; some get a bracketed token that no one has
seen. Templates with slots teach the copying of names, codes, addresses and placeholders.
"""

import random
import re
import string

from training.corpus import LANGUAGES, Row

DIGITS = re.compile(r"\d+")
END = re.compile(r"[.。!?！？؟]$")
SLOT = re.compile(r"\{([A-Z])\}")
SYLLABLES = tuple(
    "ba be bo bra ca ce cor da del di do el en er fa fen flo ga gen go gri ha hel in is jo ka kel "  # noqa: SIM905
    "kor la len lin lo ma mer mi mon na ner no or pa per qui ra rel ri ro sa sen sol ta tel tor "
    "tri ul va ven vi vo wa wen xa ya zan zel zo".split()
)
ENDINGS = ("", "", "", "Tech", "Labs", "Net", "Soft", " AG", " SA", " Ltd", " Inc.", " GmbH")
DOMAINS = ("example.org", "example.com", "data.example.net", "www.example.int", "docs.example.io")
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


def name(rng: random.Random) -> str:
    """A name of a firm or product that no one has seen."""
    parts = "".join(rng.choices(SYLLABLES, k=rng.choice((2, 2, 3, 3, 4))))
    return parts.capitalize() + rng.choice(ENDINGS)


def address(rng: random.Random) -> str:
    """A web address."""
    words = [
        "".join(rng.choices(SYLLABLES, k=rng.choice((1, 2, 3)))) for _ in range(rng.randrange(4))
    ]
    scheme = rng.choice(("https://", "https://", "http://", ""))
    path = "".join(f"/{word}" for word in words)
    return scheme + rng.choice(DOMAINS) + path + rng.choice(("", "", "/", ".html", "?id=12"))


def mail(rng: random.Random) -> str:
    """A mail address."""
    return f"{''.join(rng.choices(SYLLABLES, k=2))}@{rng.choice(DOMAINS[:2])}"


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


def filled(template: Row, rng: random.Random) -> Row:
    """A template with its slots filled: alike on every side, or as each language writes it."""
    values = {slot: make(rng) for slot, make in SLOTS.items()}
    values["P"] = rng.choice(PLACEHOLDERS)
    written = {slot: make(rng) for slot, make in WRITTEN.items()}

    def fill(text: str, language: str) -> str:
        own = values | {slot: texts[language] for slot, texts in written.items()}
        return SLOT.sub(lambda match: own.get(match[1], match[0]), text)

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
    draw = rng.random()
    if draw < 0.03:
        return Row(row.english.upper(), {c: text.upper() for c, text in row.targets.items()})
    if draw < 0.06:
        targets = {language: END.sub("", text) for language, text in row.targets.items()}
        return Row(END.sub("", row.english), targets)
    if draw < 0.16:
        return bracketed(row, rng)
    return row
