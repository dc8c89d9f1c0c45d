"""Marks on 266 sentences marked by hand, by what the starter models say of them."""

from collections import Counter

import pytest

from tests.translation.placements import LOCALES, as_html, cases, drafts, news, placed, verdict
from transflow.config.schema import EngineConfig
from transflow.engines import open_engine


def test_marks_of_the_hand_made_set_are_read_right():
    assert as_html("她说*新模式***非常重要**。") == "她说<i>新模式</i><b>非常重要</b>。"
    assert as_html("a **b**, [c](u) *d*.") == 'a <b>b</b>, <a href="u">c</a> <i>d</i>.'
    assert len(cases()) == 156
    assert len(drafts()) == 72
    assert len(news()) == 38
    for case in drafts() + news():
        assert case.lost or Counter(tags(case.source)) == Counter(tags(case.wanted))


@pytest.mark.slow
@pytest.mark.parametrize("made", [cases, drafts, news])
def test_nine_marks_of_ten_find_their_words(made, request):
    """See benchmarks/span_placement.py for the numbers of each language."""
    counts: Counter[str] = Counter()
    for locale in LOCALES:
        engine = open_engine(EngineConfig(threads=1), "en", locale, root=request.config.rootpath)
        batch = [case for case in made() if case.locale == locale]
        for case, result in zip(batch, placed(engine, batch), strict=True):
            counts[verdict(case, result.text)] += 1
            assert Counter(tags(result.text)) == Counter(tags(case.source))
    assert counts["exact"] + counts["acceptable"] >= 0.9 * len(made())


def tags(text):
    return [part.partition(">")[0] for part in text.split("<")[1:]]
