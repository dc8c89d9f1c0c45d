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


class Heard:
    """A model, and the longest text in pieces that it was asked about."""

    def __init__(self, engine, *, starter):
        self._engine, self.starter, self.longest = engine, starter, 0

    def __getattr__(self, name):
        return getattr(self._engine, name)

    def complete(self, jobs, **options):
        self.longest = max([self.longest, *(len(self.encode(text)) for text, _ in jobs)])
        return self._engine.complete(jobs, **options)


@pytest.mark.parametrize("small", [True, False])
def test_a_starter_reads_a_long_sentence_in_parts(small):
    """It learned from short ones; a full model keeps what belongs together together."""
    whole = (
        "The Office, which opened in 1978 and has since moved twice, publishes an annual report on patents, and the report, which is "
        "read by ministers and students alike, tells how many applications were filed in each country during the year."
    )
    engine = Heard(starter("fr"), starter=small)
    assert len(engine.encode(whole)) > 45
    (draft,) = drafted(engine, whole, locale="fr")
    assert (engine.longest <= 45) is small
    assert "1978" in draft.text
    assert "brevets" in draft.text
