"""What must come through comes through, in every shipped pair, however weak the model."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from tests.translation.challenge import sentences
from tests.translation.test_translator import ROOT, asked, starter
from transflow.glossary import Glossary
from transflow.quantities import digits, words
from transflow.translation import Translator
from transflow.translation.standins import NUMBERS

PAIRS = sorted(
    {path.stem.split("-")[1].split("_")[1] for path in (ROOT / "models").glob("*.argosmodel")}
)
TAGS = {"zh": "zh-Hans"}


def of_all_kinds():
    """Sentences with literals of all kinds, from literal_challenge.txt."""
    path = Path(__file__).with_name("literal_challenge.txt")
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            text, literals, numbers = line.rsplit("|", 2)
            yield text, literals.split(";;") * bool(literals), numbers.split(";;") * bool(numbers)


def test_there_are_enough():
    texts = [text for text, _, _ in sentences()]
    assert len(set(texts)) == len(texts) >= 300


@pytest.mark.parametrize("code", PAIRS)
@pytest.mark.parametrize(
    "share", [pytest.param(6, id="sixth"), pytest.param(1, id="all", marks=pytest.mark.slow)]
)
def test_literals_and_numbers(code, share):
    assert not wrong(sentences()[::share], TAGS.get(code, code))


@pytest.mark.parametrize("code", PAIRS)
def test_literals_of_all_kinds(code):
    assert not wrong(list(of_all_kinds()), TAGS.get(code, code))


NUMERALS = {"II": 2, "III": 3, "IV": 4, "VI": 6, "VII": 7, "IX": 9}


def wrong(cases, locale):
    """Drafts by the starter model that lack something, have it twice, or leave a stand-in."""
    translator = Translator(starter(locale), Glossary(), locale=locale)
    drafts = translator.translate([asked(text, form="text") for text, _, _ in cases])
    found = []
    for (text, literals, numbers), draft in zip(cases, drafts, strict=True):
        values = {r.value for number in digits(draft.text, locale) for r in number.readings}
        values |= {value for _, _, more in words(draft.text, locale[:2]) for value in more}
        values |= {  # the 1990s are 20世纪90年代 in Chinese
            Decimal((int(century) - 1) * 100 + int(decade))
            for century, decade in re.findall(r"(\d\d)世纪(\d0)年代", draft.text)
        }
        if re.search(r"19\d0s", text) and re.search("años|années", draft.text):
            values |= {1900 + value for value in values if value < 100}  # or los años noventa
        if re.search(r"\d{4}[–-]\d{2}(?!\d)", text):  # 1914–18 may be written 1914年至1918年
            values |= {value % 100 for value in values if 1000 <= value <= 2100}
        bad = [
            one
            for one in literals
            if draft.text.count(one) != max(1, text.count(one))
            and NUMERALS.get(one) not in values  # Annex II may be the second annex
        ]
        bad += [number for number in numbers if Decimal(number) not in values]
        rest = draft.text
        for one in literals:
            rest = rest.replace(one, "")
        if literals and any(re.search(rf"(?<!\d){number}(?!\d)", rest) for number in NUMBERS[:6]):
            bad.append("a stand-in")
        if bad:
            found.append((text, draft.text, bad))
    return found
