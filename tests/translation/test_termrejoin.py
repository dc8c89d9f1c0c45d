"""The rest of a draft stays behind a term that is led in, where the model would write it again."""

from pathlib import Path

from transflow.config import EngineConfig
from transflow.engines import Hypothesis, open_engine
from transflow.translation.termplaces import locate
from transflow.translation.termrejoin import rejoined, rest

ROOT = Path(__file__).parents[2]
TEXT = "The museum opened in 1978."


def test_the_rest_begins_behind_the_words_that_are_replaced():
    pieces = ("▁El", "▁sis", "tema", "▁fun", "ciona", ".")
    draft = Hypothesis("El sistema funciona.", pieces, -0.2, [[1.0]] * 6, ("▁x",))
    assert rest(draft, 3, 10, spaced=True) == 3
    assert rest(draft, 11, 19, spaced=True) == 5
    assert rest(draft, 11, 20, spaced=True) == 6


def test_nothing_is_kept_inside_a_word_or_where_nothing_is_replaced():
    pieces = ("▁El", "▁sis", "tema", "▁fun", "ciona", ".")
    draft = Hypothesis("El sistema funciona.", pieces, -0.2, [[1.0]] * 6, ("▁x",))
    assert rest(draft, 3, 6, spaced=True) is None
    assert rest(draft, 3, 8, spaced=True) is None
    assert rest(draft, 3, 3, spaced=True) is None


def test_the_term_is_linked_to_what_it_replaces_and_the_rest_as_before():
    engine = open_engine(EngineConfig(threads=1), "en", "fr", root=ROOT)
    ((draft,),) = engine.decode_free([TEXT])
    start = draft.text.index("musée")
    tail = rest(draft, start, start + len("musée"), spaced=True)
    assert tail is not None
    beginning = engine.encode(draft.text[:start] + "centre d'exposition", target=True)
    whole = rejoined(engine, draft, beginning, tail)
    assert whole.text == draft.text.replace("musée", "centre d'exposition")
    assert len(whole.attention) == len(whole.pieces) == len(locate(whole.pieces, whole.text))
    links = {(TEXT[a:b], whole.text[c:d]) for a, b, c, d in engine.align(TEXT, whole)}
    assert any(word == "museum" and "exposition" in found for word, found in links)
    assert ("1978", "1978") in links


def test_a_space_that_is_a_piece_of_its_own_stays():
    pieces = ("▁de", "▁W", "AD", "A", "▁", "s", "'", "appliquent")
    draft = Hypothesis("de WADA s'appliquent", pieces, -0.2, [[1.0]] * 8, ("▁x",))
    assert rest(draft, 3, 7, spaced=True) == 4
