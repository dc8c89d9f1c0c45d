"""Marks on 156 hand-made sentences, by the attention of the starter models."""

from collections import Counter

import pytest

from tests.translation.placements import LOCALES, as_html, cases, placed, verdict
from transflow.config.schema import EngineConfig
from transflow.engines import open_engine


def test_marks_of_the_hand_made_set_are_read_right():
    assert as_html("她说*新模式***非常重要**。") == "她说<i>新模式</i><b>非常重要</b>。"
    assert as_html("a **b**, [c](u) *d*.") == 'a <b>b</b>, <a href="u">c</a> <i>d</i>.'
    assert len(cases()) == 156


@pytest.mark.slow
def test_most_marks_find_their_words(request):
    """See benchmarks/span_placement.py for the numbers of each language."""
    counts: Counter[str] = Counter()
    for locale in LOCALES:
        engine = open_engine(EngineConfig(threads=1), "en", locale, root=request.config.rootpath)
        batch = [case for case in cases() if case.locale == locale]
        for case, result in zip(batch, placed(engine, batch), strict=True):
            counts[verdict(case, result.text)] += 1
            plain = [result.text, case.wanted]
            assert Counter(tags(plain[0])) == Counter(tags(plain[1]))
    assert counts["exact"] + counts["acceptable"] >= 0.8 * len(cases())


def tags(text):
    return [part.partition(">")[0] for part in text.split("<")[1:]]
