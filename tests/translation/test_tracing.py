"""A draft that was put together is placed by as one that was decoded."""

from pathlib import Path

from transflow.config import EngineConfig
from transflow.engines import Hypothesis, open_engine
from transflow.translation.tracing import traced

ROOT = Path(__file__).parents[2]
TEXT = "The museum opened in 1978."


def engine():
    return open_engine(EngineConfig(threads=1), "en", "fr", root=ROOT)


def loose(text):
    return Hypothesis(text, (), -1.0, None, ())


def test_words_of_a_text_that_was_put_together_are_linked():
    (seen,) = traced(engine(), [(TEXT, loose("Le musée a ouvert en 1978."))])
    assert seen.text == "Le musée a ouvert en 1978."
    links = {(TEXT[a:b], seen.text[c:d]) for a, b, c, d in engine().align(TEXT, seen)}
    assert ("museum", "musée") in links
    assert ("1978", "1978") in links


def test_it_is_the_attention_that_decoding_gives():
    ((decoded,),) = engine().decode_free([TEXT])
    ((plain,),) = engine().decode_free([TEXT], attention=False)
    (seen,) = traced(engine(), [(TEXT, plain)])
    assert seen.pieces == decoded.pieces
    for one, other in zip(seen.attention, decoded.attention, strict=True):
        assert max(abs(a - b) for a, b in zip(one, other, strict=True)) < 0.1


def test_what_has_attention_and_what_is_too_long_stays():
    ((decoded,),) = engine().decode_free([TEXT])
    long = loose("musée " * 400)
    assert traced(engine(), [(TEXT, decoded), (TEXT, long)]) == [decoded, long]
    assert traced(engine(), []) == []
