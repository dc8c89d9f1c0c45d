"""The model's own opinion of a draft is heard where no rule of words has anything against it."""

import pytest

from tests.translation.boxes import Scripted
from tests.translation.test_translator import drafted, starter
from transflow.config import EngineConfig

NONSENSE = "Snorfing quonks frindle the glorpish wemble, and vuxers trosk when plimmets gleem."
"""Words that nobody knows, of which a model can only guess what they are."""


def unsure(draft):
    return "suspect-unsure" in {finding.rule for finding in draft.findings}


@pytest.mark.parametrize("locale", ["fr", "es", "zh-Hans", "ru", "ar"])
def test_guesses_are_told(locale):
    guessed, known = drafted(
        starter(locale), NONSENSE, "The Office publishes an annual report.", locale=locale
    )
    assert unsure(guessed)
    assert not unsure(known)


def test_a_guess_is_left_out_where_nothing_suspect_is_wanted():
    engine = starter("fr")
    (draft,) = drafted(engine, NONSENSE, locale="fr", config=EngineConfig(on_suspect="empty"))
    assert not draft.text
    assert unsure(draft)


def test_short_texts_and_the_scores_of_black_boxes_say_nothing():
    (short,) = drafted(starter("fr"), "Wemblified snorp", locale="fr")
    (boxed,) = drafted(Scripted(lambda text: text.replace("The", "El")), NONSENSE)
    assert not unsure(short)
    assert not unsure(boxed)
