"""Whatever an engine answers, a draft has the markup of its sentence: all of it, once, nested."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.translation.boxes import Scripted
from transflow.documents import read_article, spans
from transflow.glossary import Glossary
from transflow.translation import Request, Translator

EVAL = Path(__file__).parents[3] / "shared" / "eval" / "documents"
ARTICLES = Path(__file__).parents[2] / "articles"
WORDS = re.split(
    r"\s+",
    """的 规则 “词” （新） 公司 是 和 ， 日内瓦 2024年 ： PCT ! le « mot » (ici) d'une 20 *a* _b_ `c` [d]
    <e> &amp; \\ ~ 1. #""",
)


def test_a_raised_letter_is_a_sign_and_no_word():
    """What an engine reads of `marked <sup>a</sup>` has no article in it."""
    text = "Figures marked <sup>a</sup> are old."
    engine = Scripted({"Figures marked are old.": "Las cifras marcadas son viejas."}, target="es")
    translator = Translator(engine, Glossary(), locale="es")
    (draft,) = translator.translate([Request(text, tuple(spans(text, "markdown")))])
    assert draft.text.startswith("Las cifras")
    assert "<sup>a</sup>" in draft.text


@cache
def sentences():
    found = []
    files = [*ARTICLES.glob("*.md"), *ARTICLES.glob("*.html"), *EVAL.rglob("*.md")]
    files += EVAL.rglob("*.html")
    for file in sorted(files):
        try:
            article = read_article(file)
        except Exception:  # noqa: BLE001 - some of these files are faulty on purpose
            continue
        for segment in article.segments:
            # A link's title on two lines is read wrongly; that is the reader's business.
            known = spans(segment.text, article.format) == segment.spans
            if known and segment.spans and re.search(r"\w", segment.text):
                found.append((article.format, segment))
    return found


def shape(text, form):
    return Counter((span.kind, span.dest) for span in spans(text, form))


def broken(form, segment, answer):
    engine = Scripted(answer, target="zh-Hans")
    request = Request(segment.text, segment.spans, segment.kind, form)
    (draft,) = Translator(engine, Glossary(), locale="zh-Hans").translate([request])
    same = shape(draft.text, form) == shape(segment.text, form)
    return bool(draft.text) and not same, draft.text


@pytest.mark.slow
@pytest.mark.parametrize("reverse", [False, True])
def test_every_sentence_of_the_corpus_with_its_words_changed(reverse):
    def pseudo(text):
        words = re.findall(r"\w+|[^\w\s]", text)
        changed = [word if word.isdigit() else f"[{word}-ое]" for word in words]
        return " ".join(reversed(changed) if reverse else changed)

    found = [
        (segment.text, text)
        for form, segment in sentences()
        if (bad := broken(form, segment, pseudo))[0]
        for text in bad[1:]
    ]
    assert found == []


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 10_000), st.lists(st.sampled_from(WORDS), min_size=1, max_size=14), st.booleans()
)
@example(441, ["规则"], False)  # emphasis of both kinds, side by side
@example(210, ["的", "_b_"], False)  # an underline that is escaped
@example(223, ["的", "_b_", "的"], False)  # between Han letters, where it is a mark
@example(539, ["“词”", "~", "的"], False)  # a tilde within what is struck out
@example(6502, ["："], False)  # a link whose text is a mark
def test_an_engine_that_answers_anything(case, words, blanks):
    form, segment = sentences()[case % len(sentences())]
    bad, text = broken(form, segment, lambda _: (" " if blanks else "").join(words))
    assert not bad, text
