"""Rounds of sentences that overlap come to the drafts that each sentence has alone."""

import threading
from concurrent.futures import CancelledError
from functools import cache
from pathlib import Path

import pytest

from tests.translation.boxes import Scripted
from transflow.config import EngineConfig
from transflow.engines import open_engine
from transflow.engines.patience import until
from transflow.errors import EngineError
from transflow.glossary import Concept, Form, Glossary
from transflow.model import UnitKind
from transflow.translation import Request, Translator, translator
from transflow.translation.turns import rounds

ROOT = Path(__file__).parents[2]
TEXTS = [
    "The office opened in 1978.",
    "The PCT entered into force.",
    "He met the Governor.",
    "A **patent** protects an invention.",
    "Innovators filed 312,704 applications.",
    "The museum is open on Mondays.",
    "The fee fell by 3.5 per cent in March.",
]


@cache
def starter():
    return open_engine(EngineConfig(threads=2), "en", "fr", root=ROOT)


def made(texts):
    pct = Concept("PCT", {"en": (Form("PCT"),), "fr": (Form("Traité de coopération"),)})
    drafter = Translator(starter(), Glossary([pct]), locale="fr")
    return drafter.translate([Request(text, (), UnitKind.PARAGRAPH) for text in texts])


def test_rounds_make_the_drafts_that_each_sentence_has_alone(monkeypatch):
    assert starter().concurrent
    with monkeypatch.context() as patched:
        patched.setattr(translator, "_LEAST", 1)
        patched.setattr(translator, "_MOST", 1)
        together = made(TEXTS)
    assert together == [made([text])[0] for text in TEXTS]


def test_sentences_of_one_length_share_a_round_within_the_next_few(monkeypatch):
    """Those of a later window wait, however long they are; the last ones go as they come, a round at a time."""
    long = "The office opened a second hall for visitors on the first Monday of May {}."
    short = "The fee fell in {}."
    shapes = [short, long, short, long, short, long, long, short]
    texts = [shape.format(1990 + at) for at, shape in enumerate(shapes)]
    monkeypatch.setattr(translator, "_LEAST", 2)
    monkeypatch.setattr(translator, "_MOST", 2)
    monkeypatch.setattr(translator, "_WINDOW", 2)
    drafter = Translator(starter(), Glossary([]), locale="fr")
    requests = [Request(text, (), UnitKind.PARAGRAPH) for text in texts]
    rounds_made = [sorted(made) for made in drafter.as_made(requests)]
    assert sorted(rounds_made) == [[0, 2], [1, 3], [4, 5], [6, 7]]


def test_python_is_for_one_round_at_a_time():
    """Stemmers keep the word they work on in themselves: two threads in one would mix words."""
    inside = []
    most = []

    def work(part, engine):
        for _ in range(3):
            inside.append(part)
            most.append(len(inside))
            inside.remove(part)
            engine.decode_free([TEXTS[part % len(TEXTS)]])
        return part

    assert sorted(rounds(starter(), work, range(9))) == list(range(9))
    assert max(most) == 1


def test_what_may_wait_is_done_by_the_caller_while_rounds_decode():
    """Catalogs are written and judged then: by one thread, as no database is shared between two."""
    inside = []
    seen = []
    left = list(range(5))

    def work(part, engine):
        inside.append(part)
        inside.remove(part)
        engine.decode_free(TEXTS)
        return part

    def meanwhile():
        seen.append((threading.get_ident(), tuple(inside)))
        if left:
            left.pop()
        return bool(left)

    made = []
    for part in rounds(starter(), work, range(3), meanwhile):
        made.append(part)
        left += [0] * (2 if part == 0 else 0)
    assert sorted(made) == [0, 1, 2]
    assert set(seen) == {(threading.get_ident(), ())}


def test_a_box_is_not_asked_before_what_may_wait_is_done():
    told = []
    left = []

    def work(part, engine):
        told.append(f"round {part}")
        return part

    def meanwhile():
        told.append("catalog")
        left.pop()
        return bool(left)

    for _ in rounds(Scripted(str.upper), work, range(2), meanwhile):
        left += [0, 0]
    assert told == ["round 0", "catalog", "catalog", "round 1", "catalog", "catalog"]


def test_engines_that_do_not_say_so_are_asked_by_one_thread():
    threads = []

    def answer(text):
        threads.append(threading.get_ident())
        return text

    box = Scripted(answer)
    done = rounds(box, lambda part, engine: engine.translate([part]), ["a", "b", "c", "d"])
    assert len(list(done)) == 4
    assert set(threads) == {threading.get_ident()}


def test_a_failure_ends_the_rounds_and_is_told():
    def work(part, _):
        if part == 2:
            raise EngineError("the model failed")
        return part

    with pytest.raises(EngineError, match="the model failed"):
        list(rounds(starter(), work, range(40)))


def test_rounds_at_work_end_at_their_next_question_where_one_failed():
    asked = []

    def work(part, engine):
        if part == 0:
            raise EngineError("the model failed")
        for _ in range(50):
            engine.decode_free(TEXTS[:1])
            asked.append(part)

    with pytest.raises(EngineError, match="the model failed"):
        list(rounds(starter(), work, range(9)))
    assert len(asked) < 100


def test_what_is_made_already_is_handed_on_where_another_round_failed():
    ready = threading.Event()

    def work(part, engine):
        if part == 0:
            engine.decode_free(TEXTS[:1])
            ready.wait(60)
            raise EngineError("the model failed")
        ready.set()
        return part

    kept = []
    with pytest.raises(EngineError, match="the model failed"):
        kept += [kept.append(one) for one in rounds(starter(), work, range(2))]
    assert kept == [1]


def test_a_decoder_stops_between_two_batches():
    engine = open_engine(EngineConfig(threads=1, batch_tokens=64), "en", "fr", root=ROOT)
    stopped = threading.Event()
    texts = [f"The museum opened its hall number {number} to all." for number in range(10, 99)]
    begun = []
    decoder = engine._decoder
    submit = decoder._translator

    class Counted:
        def translate_batch(self, *what, **options):
            begun.append(len(what[0]))
            if len(begun) == 3:
                stopped.set()
            return submit.translate_batch(*what, **options)

    decoder._loaded = Counted()
    try:
        with until(stopped), pytest.raises(CancelledError):
            engine.decode_free(texts)
    finally:
        decoder._loaded = submit
    assert len(begun) == 3


def test_long_questions_are_decoded_one_after_another_and_short_ones_in_between():
    """Two by turns would both be answered late, with nothing to do for Python until then."""
    engine = open_engine(EngineConfig(threads=2, batch_tokens=64), "en", "fr", root=ROOT)
    decoder = engine._decoder
    translator = decoder._translator
    asking = []
    begun = threading.Event()

    class Noted:
        def translate_batch(self, *what, **options):
            asking.append(threading.current_thread().name)
            begun.set()
            return translator.translate_batch(*what, **options)

    long = [f"The museum opened hall {number}." for number in range(100, 300)]
    askers = [
        threading.Thread(target=engine.decode_free, args=(texts,), name=name)
        for name, texts in (("first", long), ("second", long), ("short", long[:5]))
    ]
    decoder._loaded = Noted()
    try:
        askers[0].start()
        assert begun.wait(60)
        for asker in askers[1:]:
            asker.start()
        for asker in askers:
            asker.join()
    finally:
        decoder._loaded = translator
    in_turn = [name for name in asking if name != "short"]
    assert in_turn == sorted(in_turn)
    assert set(in_turn) == {"first", "second"}
    assert asking.index("short") < asking.index("second")
