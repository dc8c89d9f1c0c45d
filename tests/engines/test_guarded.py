"""Engines of other packages that do what the protocol does not allow."""

import math
import sys
import threading

import pytest

from transflow.catalogs.provenance import provenance_of, with_provenance
from transflow.engines import SteerableEngine
from transflow.engines.guarded import Guarded
from transflow.errors import EngineError
from transflow.glossary import Glossary
from transflow.memory import Memory
from transflow.model import Draft, Provenance
from transflow.translation import Request, Translator

TEXTS = ["The applicant files a request.", "See https://example.org/a for more.", "Patents"]


class Odd:
    """Answers as it is told to."""

    name, source, target = "odd/1", "en", "fr"

    def __init__(self, answer):
        self.translate = answer


def drafted(answer):
    engine = Guarded(Odd(answer), "odd")
    requests = [Request(text, format="text") for text in TEXTS]
    return Translator(engine, Glossary(), locale="fr").translate(requests)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (lambda texts: [Draft("un mot") for _ in texts[1:]], "made . drafts of . sentence"),
        (lambda texts: [Draft("un mot")] * (len(texts) + 1), "made . drafts of . sentence"),
        (lambda _: None, "with NoneType, not with drafts"),
        (list, "with str, not with a Draft"),
        (lambda texts: [Draft(None) for _ in texts], "with NoneType, not with a Draft"),
        (lambda texts: [Draft(text.encode()) for text in texts], "with bytes, not with a Draft"),
        (lambda _: 1 / 0, "failed: ZeroDivisionError"),
        (lambda _: sys.exit(7), "failed: SystemExit: 7"),
    ],
)
def test_what_is_no_answer_is_told_by_the_name_of_the_engine(answer, told):
    with pytest.raises(EngineError, match=f"the engine odd/1 .*{told}"):
        drafted(answer)


def test_one_sentence_without_a_draft_is_suspect_and_no_more():
    drafts = drafted(lambda texts: [None if "files" in text else Draft("un mot") for text in texts])
    assert [finding.rule for finding in drafts[0].findings] == ["suspect-lost-text"]
    assert drafts[2].text == "Un mot"


def test_scores_that_are_none():
    for score in (None, "high", math.nan, math.inf):
        drafts = drafted(lambda texts, score=score: [Draft("un mot de plus", score) for _ in texts])
        assert drafts[0].text == "Un mot de plus."


def test_letters_that_no_file_holds_and_lines():
    odd = "un \ud800mot\r\n\u202ede\n# titre"
    drafts = drafted(lambda texts: [Draft(odd) for _ in texts])
    assert drafts[2].text == "Un mot de # titre"
    assert "suspect-unknown" in [finding.rule for finding in drafts[2].findings]


def test_what_nobody_can_read_is_cut_and_told():
    for endless in ("mot " * 200_000, "a" * 2_000_000):
        drafts = drafted(lambda texts, endless=endless: [Draft(endless) for _ in texts])
        assert all(len(draft.text) < 1_100 for draft in drafts)
        rules = {finding.rule for draft in drafts for finding in draft.findings}
        assert rules & {"suspect-length", "suspect-loop"}
        assert all(draft.findings for draft in drafts)


def test_what_is_no_engine():
    with pytest.raises(EngineError, match="'odd' is none: it has no name, source, target"):
        Guarded(object(), "odd")


def test_what_can_be_led_can_be_led_still():
    class Led(Odd):
        encode = decode = decode_free = complete = score = piece_logprobs = align = (
            lambda *_, **__: 1 / 0
        )

    engine = Guarded(Led(list), "odd")
    assert isinstance(engine, SteerableEngine)
    assert not isinstance(Guarded(Odd(list), "odd"), SteerableEngine)
    with pytest.raises(EngineError, match="odd/1 failed: ZeroDivisionError"):
        engine.encode("so")


def test_an_engine_that_does_not_come_back_has_so_much_time_and_no_more():
    never, cache = threading.Event(), Memory.open(None)

    def answer(texts):
        if any("129" in text for text in texts):
            never.wait()
        return [Draft("un mot de plus") for _ in texts]

    requests = [Request(f"The office has room {n} and more.", format="text") for n in range(1, 140)]
    engine = Guarded(Odd(answer), "odd", timeout=2)
    translator = Translator(engine, Glossary(), locale="fr", cache=cache)
    with pytest.raises(EngineError, match="odd/1 has not answered for 2 seconds") as told:
        translator.translate(requests)
    assert "engine.timeout" in told.value.hint
    kept = Translator(Guarded(Odd(list), "odd"), Glossary(), locale="fr", cache=cache)
    assert len(kept.translate(requests[:70])) == 70  # the first of two rounds
    never.set()


def test_an_engine_s_own_time_limit_is_told_as_its_fault():
    def answer(_):
        raise TimeoutError("my server")

    engine = Guarded(Odd(answer), "odd", timeout=60)
    with pytest.raises(EngineError, match="odd/1 failed: TimeoutError: my server"):
        engine.translate(TEXTS)


def test_letters_that_no_text_has():
    """A NUL and an escape would stop gettext's tools and speak to a reviewer's terminal."""
    engine = Guarded(
        Odd(lambda texts: [Draft("\ufeffun\0 \x1b[1mmot\x85\ufffe") for _ in texts]), "odd"
    )
    assert [draft.text for draft in engine.translate(["A word."])] == ["un [1mmot "]
    assert engine.translate(["A \x1b word."])[0].text == "un \x1b[1mmot "


def test_a_name_is_one_word_in_provenance():
    class Named(Odd):
        name = "odd 1 glossary=00000000\n\n#, fuzzy"

    engine = Guarded(Named(lambda texts: [Draft("un mot") for _ in texts]), "odd")
    assert engine.translate(["A word."])[0].origin == engine.name
    provenance = Provenance(source="00000000", engine=engine.name, draft="00000000")
    assert provenance_of(with_provenance((), provenance)) == provenance
    assert "\n" not in engine.name
