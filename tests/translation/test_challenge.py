"""What must come through comes through, in every shipped pair, however weak the model."""

import re
from decimal import Decimal

import pytest

from tests.translation.challenge import sentences
from tests.translation.test_translator import ROOT, asked, starter
from transflow.glossary import Glossary
from transflow.translation import Translator, numberwords, quantities
from transflow.translation.standins import NUMBERS

PAIRS = sorted(
    {path.stem.split("-")[1].split("_")[1] for path in (ROOT / "models").glob("*.argosmodel")}
)
TAGS = {"zh": "zh-Hans"}


def test_there_are_enough():
    texts = [text for text, _, _ in sentences()]
    assert len(set(texts)) == len(texts) >= 300


@pytest.mark.parametrize("code", PAIRS)
@pytest.mark.parametrize(
    "share", [pytest.param(6, id="sixth"), pytest.param(1, id="all", marks=pytest.mark.slow)]
)
def test_literals_and_numbers(code, share):
    locale = TAGS.get(code, code)
    cases = sentences()[::share]
    translator = Translator(starter(locale), Glossary(), locale=locale)
    drafts = translator.translate([asked(text, form="text") for text, _, _ in cases])
    wrong = []
    for (text, literals, numbers), draft in zip(cases, drafts, strict=True):
        bad = [one for one in literals if draft.text.count(one) != text.count(one)]
        found = {value for number in quantities.find(draft.text, locale) for value in number.values}
        bad += [
            number
            for number in numbers
            if Decimal(number) not in found
            and not numberwords.says(draft.text, Decimal(number), locale)
        ]
        rest = draft.text
        for one in literals:
            rest = rest.replace(one, "")
        if literals and any(re.search(rf"(?<!\d){number}(?!\d)", rest) for number in NUMBERS[:6]):
            bad.append("a stand-in")
        if bad:
            wrong.append((text, draft.text, bad))
    assert not wrong, "\n".join(map(str, wrong))
